import type { Language } from '../../article.ts'
import { UNDETERMINED } from '../../language.ts'

/** A language, and the chance that it is the right one. */
export interface Detection {
  readonly language: Language
  /** 0..1; 0 when `language` is 'und'. */
  readonly confidence: number
}

export interface DetectOptions {
  /** The languages that may be answered; 'zh' admits 'zh-Hans' and 'zh-Hant'. @defaultValue all */
  readonly only?: readonly Language[] | undefined
  /** What somebody said the language is: tips the scale where the text leaves it open, and no more. */
  readonly prior?: Language | undefined
}

/** Whatever tells languages apart. Pure: the same text and options give the same answer on every machine. */
export interface Detector {
  /** As written into reports. */
  readonly name: string
  /** The best guess; 'und' for what is in no language the detector knows. */
  readonly detect: (text: string, options?: DetectOptions) => Detection
  /** The languages the text may be in, best first, with chances that sum to at most 1; empty for 'und'. */
  readonly rank: (text: string, options?: DetectOptions) => readonly Detection[]
}

const unknown: Detection = { language: UNDETERMINED, confidence: 0 }

/** A Detector whose best guess is the first of its ranking. */
export function detectorFrom(name: string, rank: Detector['rank']): Detector {
  return { name, rank, detect: (text, options) => rank(text, options)[0] ?? unknown }
}

/** Whether `language` is one of `only`: 'zh-Hant' is when 'zh' is. */
export function admits(only: readonly Language[] | undefined, language: Language): boolean {
  return only === undefined || only.some((wanted) => language === wanted || language.startsWith(`${wanted}-`))
}

/** Whether one of two tags is the other, or the other made more exact: 'pt-BR' and 'pt' agree, 'zh-Hans' and 'zh-Hant' do not. */
export function agree(a: Language, b: Language): boolean {
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)
}

/** How many times as likely as any other the language that metadata claims is held to be, before the text is read. */
const PRIOR_ODDS = 10

/** `ranking` once somebody has said that the language is `prior` (Bayes' rule). */
export function withPrior(ranking: readonly Detection[], prior: Language | undefined): readonly Detection[] {
  if (prior === undefined || !ranking.some(({ language }) => agree(prior, language))) return ranking
  const weighed = ranking.map(({ language, confidence }) => ({
    language,
    confidence: confidence * (agree(prior, language) ? PRIOR_ODDS : 1),
  }))
  const before = ranking.reduce((sum, { confidence }) => sum + confidence, 0)
  const after = weighed.reduce((sum, { confidence }) => sum + confidence, 0) + (1 - Math.min(1, before))
  return weighed
    .map(({ language, confidence }) => ({ language, confidence: confidence / after }))
    .sort((a, b) => b.confidence - a.confidence)
}
