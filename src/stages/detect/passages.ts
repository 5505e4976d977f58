import type { Language, Passage, Span } from '../../article.ts'
import { UNDETERMINED } from '../../language.ts'
import type { DetectOptions, Detector } from './detector.ts'
import { cutPieces } from './pieces.ts'

/** What a change of language costs, in nats: a quoted name or title is not worth the way there and back, a quoted clause is. */
const SWITCH_COST = 12

/** The most that one piece may say against a language, in nats, and how much of it a byte of UTF-8 is worth. */
const MOST_AGAINST = 30
const AGAINST_A_BYTE = 0.8

/**
 * The stretches of `text` in one language, of which the most is in `main`. They cover the text from start to end, in order.
 *
 * The likeliest path through the pieces (Viterbi 1967), where staying in a language is free and changing it costs `SWITCH_COST`.
 * `main` stands at both ends, so that a foreign stretch must pay for the way there and back.
 */
export function findPassages(text: string, main: Language, detector: Detector, options: DetectOptions = {}): Passage[] {
  if (text === '') return []
  const whole: Passage[] = [{ start: 0, end: text.length, language: main }]
  if (main === UNDETERMINED) return whole
  const pieces = cutPieces(text)
  const evidence = pieces.map((piece) => weigh(text, piece, detector, options))
  const foreign = new Set(evidence.map(({ best }) => best).filter((language) => language !== undefined))
  const languages = [main, ...[...foreign].filter((language) => language !== main)]
  if (languages.length === 1) return whole
  return join(pieces, bestPath(evidence, languages))
}

/** What a piece says for each language, in nats: the logarithm of its chance. */
interface Evidence {
  readonly chances: ReadonlyMap<Language, number>
  /** Of languages not in `chances`; 0 for a piece that speaks for none. */
  readonly others: number
  readonly best: Language | undefined
}

function weigh(text: string, { start, end }: Span, detector: Detector, { only }: DetectOptions): Evidence {
  const piece = text.slice(start, end)
  const ranking = detector.rank(piece, { only })
  if (ranking.length === 0) return { chances: new Map(), others: 0, best: undefined }
  // A Chinese character says more than a letter, and a few words in another script are a name: bytes are a fair measure of both.
  const least = -Math.min(MOST_AGAINST, AGAINST_A_BYTE * Buffer.byteLength(piece))
  const chances = new Map(ranking.map(({ language, confidence }) => [language, Math.max(least, Math.log(confidence))]))
  return { chances, others: least, best: ranking[0]!.language }
}

/** The language of each piece; `languages[0]` is the one that stands at both ends for free. */
function bestPath(evidence: readonly Evidence[], languages: readonly Language[]): Language[] {
  const count = languages.length
  const cameFrom = new Uint16Array(evidence.length * count)
  let scores = Float64Array.from(languages, (_, index) => (index === 0 ? 0 : -SWITCH_COST))
  for (const [step, { chances, others }] of evidence.entries()) {
    const best = indexOfMost(scores)
    scores = scores.map((stayed, index) => {
      const switched = scores[best]! - SWITCH_COST
      cameFrom[step * count + index] = stayed >= switched ? index : best
      return Math.max(stayed, switched) + (chances.get(languages[index]!) ?? others)
    })
  }
  let current = indexOfMost(scores.map((score, index) => (index === 0 ? score : score - SWITCH_COST)))
  const path = Array.from({ length: evidence.length }, () => languages[0]!)
  for (let step = evidence.length - 1; step >= 0; step--) {
    path[step] = languages[current]!
    current = cameFrom[step * count + current]!
  }
  return path
}

function indexOfMost(numbers: Float64Array): number {
  let most = 0
  for (let index = 1; index < numbers.length; index++) if (numbers[index]! > numbers[most]!) most = index
  return most
}

/** Neighbouring pieces in the same language as one passage. */
function join(pieces: readonly Span[], path: readonly Language[]): Passage[] {
  const passages: Passage[] = []
  for (const [index, { start, end }] of pieces.entries()) {
    const language = path[index]!
    const last = passages.at(-1)
    if (last !== undefined && last.language === language) passages[passages.length - 1] = { start: last.start, end, language }
    else passages.push({ start, end, language })
  }
  return passages
}
