import { baseLanguage } from '../../src/language.ts'
import type { Detector } from '../../src/stages/detect/index.ts'
import { findPassages } from '../../src/stages/detect/passages.ts'
import type { MixedDocument } from './mixed.ts'
import type { TestSet } from './units.ts'

export interface Measured {
  /** Both 0..1, and the mean of the languages. */
  readonly accuracy: number
  readonly f1: number
}

/** How often the answers about the pieces that `cut` makes of each language's lines are right. `same` names what counts as one language. */
export function measure(
  detect: (text: string) => string,
  set: TestSet,
  cut: (lines: readonly string[]) => string[],
  same: (tag: string) => string = baseLanguage,
): Measured {
  const right = new Map<string, number>()
  const answered = new Map<string, number>()
  const asked = new Map<string, number>()
  for (const [tag, lines] of set) {
    const wanted = same(tag)
    for (const text of cut(lines)) {
      const answer = same(detect(text))
      count(asked, wanted)
      count(answered, answer)
      if (answer === wanted) count(right, wanted)
    }
  }
  const languages = [...asked.keys()]
  const mean = (value: (language: string) => number): number =>
    languages.reduce((sum, language) => sum + value(language), 0) / languages.length
  return {
    accuracy: mean((language) => (right.get(language) ?? 0) / asked.get(language)!),
    f1: mean((language) => (2 * (right.get(language) ?? 0)) / (asked.get(language)! + (answered.get(language) ?? 0))),
  }
}

const groups: Readonly<Record<string, string>> = { bs: 'hbs', hr: 'hbs', sr: 'hbs', id: 'msa', ms: 'msa' }

/** The language, or the group of close languages that it belongs to. */
export function merged(tag: string): string {
  return groups[baseLanguage(tag)] ?? baseLanguage(tag)
}

export interface Reliability {
  /** Answers by confidence, in tenths; those without answers are left out. `confidence` and `right` are sums. */
  readonly bins: readonly { readonly confidence: number; readonly right: number; readonly count: number }[]
  /** Mean gap between confidence and share of right answers, 0..1 (expected calibration error; Naeini et al. 2015). */
  readonly error: number
}

export function reliabilityOf(detector: Detector, set: TestSet, cut: (lines: readonly string[]) => string[]): Reliability {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0, count: 0 }))
  for (const [tag, lines] of set) {
    for (const text of cut(lines)) {
      const { language, confidence } = detector.detect(text)
      const bin = bins[Math.min(9, Math.floor(10 * confidence))]!
      bin.confidence += confidence
      bin.right += baseLanguage(language) === baseLanguage(tag) ? 1 : 0
      bin.count++
    }
  }
  const total = bins.reduce((sum, bin) => sum + bin.count, 0)
  const error = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / total
  return { bins: bins.filter((bin) => bin.count > 0), error }
}

/** The share of letters, 0..1, whose passage is in the right language: of all, and of those in the foreign stretches. */
export function lettersRight(detector: Detector, documents: readonly MixedDocument[]): { all: number; foreign: number } {
  const letters = { all: 0, right: 0, foreign: 0, foreignRight: 0 }
  for (const document of documents) {
    const { language } = detector.detect(document.text)
    for (const passage of findPassages(document.text, language, detector)) {
      for (let at = passage.start; at < passage.end; at++) {
        if (!/\p{L}/u.test(document.text[at]!)) continue
        const isForeign = at >= document.start && at < document.end
        const isRight = baseLanguage(passage.language) === (isForeign ? document.foreign : document.main)
        letters.all++
        if (isRight) letters.right++
        if (isForeign) letters.foreign++
        if (isForeign && isRight) letters.foreignRight++
      }
    }
  }
  return { all: letters.right / letters.all, foreign: letters.foreignRight / letters.foreign }
}

export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
