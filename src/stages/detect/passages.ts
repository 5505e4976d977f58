import type { Language, Passage } from '../../article.ts'
import { UNDETERMINED } from '../../language.ts'
import type { Detection, DetectOptions, Detector } from './detector.ts'
import { cutPieces } from './pieces.ts'

/** What a change of language costs, in nats: a quoted title or name is not enough evidence, a quoted clause is. */
const SWITCH_COST = 12

/** What a piece says against a language that is not among its candidates, in nats. */
const ABSENT = -30

/**
 * The stretches of `text` in one language, of which the most is in `main`. They cover the text from start to end, in order.
 *
 * The cheapest path through the pieces (Viterbi 1967), where staying in a language is free and changing it costs `SWITCH_COST`;
 * `main` is where it starts and ends, so that a foreign stretch must pay for the way there and back.
 */
export function findPassages(text: string, main: Language, detector: Detector, options: DetectOptions = {}): Passage[] {
  if (text === '') return []
  if (main === UNDETERMINED) return [{ start: 0, end: text.length, language: main }]
  const pieces = cutPieces(text)
  const evidence = pieces.map(({ start, end }) => logChances(detector.rank(text.slice(start, end), { only: options.only })))
  const languages = [
    main,
    ...new Set(evidence.flatMap((chances) => [...chances.keys()].slice(0, 1)).filter((language) => language !== main)),
  ]
  if (languages.length === 1) return [{ start: 0, end: text.length, language: main }]
  const path = bestPath(evidence, languages)
  const passages: Passage[] = []
  for (const [index, { start, end }] of pieces.entries()) {
    const language = path[index] ?? main
    const last = passages.at(-1)
    if (last?.language === language) passages[passages.length - 1] = { ...last, end }
    else passages.push({ start, end, language })
  }
  return passages
}

type Evidence = ReadonlyMap<Language, number>

function logChances(ranking: readonly Detection[]): Evidence {
  return new Map(ranking.map(({ language, confidence }) => [language, Math.max(ABSENT, Math.log(confidence))]))
}

/** The language of each piece; `languages[0]` is the one that stands at both ends for free. */
function bestPath(evidence: readonly Evidence[], languages: readonly Language[]): Language[] {
  let scores: number[] = languages.map((_, index) => (index === 0 ? 0 : -SWITCH_COST))
  const cameFrom: number[][] = []
  for (const chances of evidence) {
    const best = scores.indexOf(Math.max(...scores))
    const from = scores.map((score, index) => (score >= scores[best]! - SWITCH_COST ? index : best))
    cameFrom.push(from)
    scores = from.map((previous, index) => {
      const arrived = scores[previous]! - (previous === index ? 0 : SWITCH_COST)
      // A piece without letters speaks for no language.
      return arrived + (chances.size === 0 ? 0 : (chances.get(languages[index]!) ?? ABSENT))
    })
  }
  let current = 0
  scores.forEach((score, index) => {
    if (score - (index === 0 ? 0 : SWITCH_COST) > scores[current]! - (current === 0 ? 0 : SWITCH_COST)) current = index
  })
  const path: Language[] = []
  for (let step = evidence.length - 1; step >= 0; step--) {
    path.unshift(languages[current]!)
    current = cameFrom[step]![current]!
  }
  return path
}
