/**
 * Language detection beside franc: accuracy and macro-F1 by length of text, garbage, calibration, and two-language documents; speed.mjs has
 * the speeds.
 * eld and cld3-asm beside them, when SYNOPTIC_RIVALS names a folder where `npm install eld@2 cld3-asm@4` was run.
 *
 * SYNOPTIC_DATA=… jiti bench/detect/index.ts [every nth line]
 */
import { join } from 'node:path'
import { baseLanguage } from '../../src/language.ts'
import type { Detection } from '../../src/stages/detect/detector.ts'
import { franc, modelDetector } from '../../src/stages/detect/index.ts'
import { findPassages } from '../../src/stages/detect/passages.ts'
import { garbage } from './garbage.ts'
import { mixedDocuments } from './mixed.ts'
import { loadRivals } from './rivals.ts'
import { readSet, type TestSet, units } from './units.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('set SYNOPTIC_DATA to the folder that holds detect-dev/ and detect-ood/')
const step = Number(process.argv[2] ?? 1)

type Detect = (text: string, only?: readonly string[]) => Detection

const ours = modelDetector({ behind: franc() })
const detectors: Record<string, Detect> = {
  synoptic: (text, only) => ours.detect(text, { only }),
  franc: (text, only) => franc().detect(text, { only }),
}
if (process.env.SYNOPTIC_RIVALS !== undefined) {
  for (const [name, rival] of Object.entries(await loadRivals(process.env.SYNOPTIC_RIVALS))) {
    detectors[name] = (text) => ({ language: rival(text), confidence: 1 })
  }
}

const dev = readSet(join(data, 'detect-dev'), step)
const ood = readSet(join(data, 'detect-ood'), step)
const closed = [...dev.keys()]

accuracyTable(`detect-dev, ${dev.size} languages, only these may be answered`, dev, closed)
accuracyTable(`detect-dev, ${dev.size} languages, all may be answered`, dev)
accuracyTable(
  `detect-ood, the same ${closed.length} languages, all may be answered`,
  new Map([...ood].filter(([tag]) => dev.has(baseLanguage(tag)))),
)
accuracyTable(`detect-ood, ${ood.size} languages, all may be answered`, ood)
worstLanguages()
garbageTable()
reliability()
mixed()

/** Accuracy and macro-F1, in %. Tags are compared by language, whatever their script. */
function accuracyTable(title: string, set: TestSet, only?: readonly string[]): void {
  console.log(`\n${title}\n${row('accuracy/macro-F1', Object.keys(units))}`)
  for (const [name, detect] of Object.entries(detectors)) {
    const cells = Object.values(units).map((cut) => {
      const { accuracy, f1 } = measure(detect, set, cut, only)
      return `${accuracy.toFixed(2)}/${f1.toFixed(1)}`
    })
    console.log(row(name, cells))
  }
}

interface Measured {
  readonly accuracy: number
  readonly f1: number
}

/** Macro averages over languages. */
function measure(detect: Detect, set: TestSet, cut: (lines: readonly string[]) => string[], only?: readonly string[]): Measured {
  const right = new Map<string, number>()
  const answered = new Map<string, number>()
  const asked = new Map<string, number>()
  for (const [tag, lines] of set) {
    const texts = cut(lines)
    const answers = texts.map((text) => baseLanguage(detect(text, only).language))
    const wanted = baseLanguage(tag)
    for (const answer of answers) {
      add(asked, wanted)
      add(answered, answer)
      if (answer === wanted) add(right, wanted)
    }
  }
  const languages = [...asked.keys()]
  const mean = (value: (language: string) => number): number =>
    (100 * languages.reduce((sum, language) => sum + value(language), 0)) / languages.length
  return {
    accuracy: mean((language) => (right.get(language) ?? 0) / asked.get(language)!),
    f1: mean((language) => (2 * (right.get(language) ?? 0)) / (asked.get(language)! + (answered.get(language) ?? 0))),
  }
}

function worstLanguages(): void {
  const wrong = new Map<string, number>()
  const accuracies = [...dev].map(([tag, lines]) => {
    const answers = lines.map((line) => ours.detect(line).language)
    for (const answer of answers) if (baseLanguage(answer) !== tag) add(wrong, `${tag} → ${answer}`)
    return [tag, (100 * answers.filter((answer) => baseLanguage(answer) === tag).length) / lines.length] as const
  })
  const worst = accuracies.sort((a, b) => a[1] - b[1]).slice(0, 10)
  console.log(`\nworst languages, sentences: ${worst.map(([tag, accuracy]) => `${tag} ${accuracy.toFixed(1)}`).join(', ')}`)
  const pairs = [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 10)
  console.log(`confusions: ${pairs.map(([pair, count]) => `${pair} ${count}`).join(', ')}`)
  const group: Record<string, string> = { bs: 'hbs', hr: 'hbs', sr: 'hbs', id: 'msa', ms: 'msa' }
  const merged = (language: string): string => group[baseLanguage(language)] ?? baseLanguage(language)
  const together = [...dev].map(
    ([tag, lines]) => lines.filter((line) => merged(ours.detect(line).language) === merged(tag)).length / lines.length,
  )
  console.log(`bs, hr and sr as one, id and ms as one: ${((100 * together.reduce((a, b) => a + b)) / together.length).toFixed(2)}`)
}

function garbageTable(): void {
  console.log(`\ngarbage labelled as a language, %\n${row('', Object.keys(garbage))}`)
  for (const [name, detect] of Object.entries(detectors)) {
    const cells = Object.values(garbage).map((texts) =>
      percent(texts.filter((text) => detect(text).language !== 'und').length, texts.length),
    )
    console.log(row(name, cells))
  }
  const sentences = [...dev.values()].flat()
  console.log(
    `sentences called 'und' by synoptic: ${percent(sentences.filter((line) => ours.detect(line).language === 'und').length, sentences.length)} %`,
  )
}

/** How often answers of a given confidence are right, and the mean gap between the two (expected calibration error; Naeini et al. 2015). */
function reliability(): void {
  console.log(`\nreliability of synoptic (confidence → right, answers), all languages open`)
  for (const [unit, cut] of Object.entries(units)) {
    const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0, count: 0 }))
    for (const [tag, lines] of dev) {
      for (const text of cut(lines)) {
        const { language, confidence } = ours.detect(text)
        const bin = bins[Math.min(9, Math.floor(10 * confidence))]!
        bin.confidence += confidence
        bin.right += baseLanguage(language) === tag ? 1 : 0
        bin.count++
      }
    }
    const total = bins.reduce((sum, { count }) => sum + count, 0)
    const error = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / total
    const diagram = bins
      .filter(({ count }) => count > 0)
      .map(({ confidence, right, count }) => `${percent(confidence, count)}→${percent(right, count)} (${count})`)
    console.log(`${unit}: expected calibration error ${(100 * error).toFixed(2)} points\n  ${diagram.join('  ')}`)
  }
}

function mixed(): void {
  let letters = 0
  let right = 0
  let foreignLetters = 0
  let foreignRight = 0
  for (const document of mixedDocuments(dev, 200)) {
    const { language } = ours.detect(document.text)
    for (const passage of findPassages(document.text, language, ours)) {
      for (let at = passage.start; at < passage.end; at++) {
        if (!/\p{L}/u.test(document.text[at]!)) continue
        const inside = at >= document.start && at < document.end
        const hit = baseLanguage(passage.language) === (inside ? document.foreign : document.main)
        letters++
        if (hit) right++
        if (inside) foreignLetters++
        if (inside && hit) foreignRight++
      }
    }
  }
  console.log(
    `\n200 two-language documents: ${percent(right, letters)} % of letters right, ${percent(foreignRight, foreignLetters)} % inside the foreign part`,
  )
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(20), ...cells.map((cell) => cell.padStart(16))].join('')
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(1)
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
