/**
 * Fits src/stages/link/weigh/calibration.ts, and shows how often a mention of each stated confidence is right.
 *
 * [SYNOPTIC_DATA=…] npx jiti bench/names/calibrate.ts [--write]
 *
 * Each curve starts from a first guess. A point of it becomes the share of right mentions near it, with the guess counting as GUESS mentions
 * more, so that a few mentions move it little; then neighbours that fall are pooled (isotonic regression by pool adjacent violators; Ayer
 * et al. 1955).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Candidate, Shape } from '../../src/stages/link/assemble/candidate.ts'
import { isHeardOnly } from '../../src/stages/link/assemble/candidate.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import { type Curve, curves } from '../../src/stages/link/weigh/calibration.ts'
import { confidenceOf, type Evidence, evidenceOf, REWRITE, SUGGEST, type Support } from '../../src/stages/link/weigh/confidence.ts'
import { Judge } from '../../src/stages/link/weigh/judge.ts'
import { ownSets, sharedSet, type TestSet } from './sets.ts'

type Name = keyof typeof curves

/** What was taken for likely before anything was counted. */
const guesses: Readonly<Record<Name, Curve>> = {
  full: [[0.75, 0.3], [0.84, 0.72], [0.9, 0.85], [0.915, 0.9], [0.95, 0.95], [1, 0.99]],
  supported: [[0.78, 0.3], [0.85, 0.72], [0.91, 0.9], [0.95, 0.95], [1, 0.985]],
  supportedGiven: [[0.82, 0.3], [0.88, 0.72], [0.93, 0.9], [0.97, 0.93], [1, 0.96]],
  alone: [[6.2, 0.72], [7, 0.8], [7.5, 0.9], [10, 0.94]],
  wholeAlone: [[4.5, 0.72], [6.8, 0.8], [7.5, 0.9], [10, 0.94]],
  exactAlone: [[0, 0.4], [1, 0.95]],
  heardFull: [[0.7, 0.3], [0.76, 0.78], [0.82, 0.9], [0.9, 0.95], [1, 0.98]],
  heardSupported: [[0.72, 0.3], [0.78, 0.73], [0.87, 0.9], [1, 0.97]],
  heardAlone: [[0.82, 0.3], [0.87, 0.73], [0.93, 0.9], [1, 0.95]],
} // biome-ignore format: a table reads better in rows

/** How many mentions a guess counts for. */
const GUESS = 10

interface Judged {
  readonly evidence: Evidence
  readonly confidence: number
  readonly rewritten: boolean
  readonly right: boolean
}

const data = process.env.SYNOPTIC_DATA
const sets = [...(data === undefined ? [] : [sharedSet(data)]), ...(await ownSets())]
/** What is found by the guesses: what the fitted curves leave out would not be counted. */
const counted = sets.flatMap((set) => judge(set, guesses))
const judged = sets.flatMap((set) => judge(set, curves))

/** Every mention found in a set, with what spoke for it. */
function judge({ passages, glossary }: TestSet, by: Readonly<Record<Name, Curve>>): Judged[] {
  const found: Judged[] = []
  const weigh = Judge.prototype.weigh
  for (const { text, language, gold } of passages) {
    const weighed = new Map<string, { evidence: Evidence; confidence: number }>()
    Judge.prototype.weigh = (candidate: Candidate, shape: Shape, alike: number, letters: number, support: Support): number => {
      const evidence = evidenceOf(shape, alike, letters, support, isHeardOnly(candidate))
      const confidence = confidenceOf(evidence, by)
      const key = `${candidate.entry} ${confidence.toFixed(2)}`
      if (evidence !== undefined) weighed.set(key, { evidence, confidence })
      return confidence
    }
    for (const { span, canonical, entry, confidence, action } of findMentions(text, language, glossary)) {
      // What stands at a limit was capped there and says nothing of its curve.
      const known = weighed.get(`${glossary.numberOf(entry)} ${confidence.toFixed(2)}`)
      if (known === undefined) continue
      const right = gold.some((one) => one.start === span.start && one.end === span.end && one.canonical === canonical)
      found.push({ evidence: known.evidence, confidence, rewritten: action === 'rewrite', right })
    }
  }
  Judge.prototype.weigh = weigh
  return found
}

function fitted(name: Name): Curve {
  const guess = guesses[name]
  const near = counted.filter(({ evidence }) => evidence.curve === name)
  const points = guess.map(([measure, chance], at) => {
    const low = at === 0 ? Number.NEGATIVE_INFINITY : (guess[at - 1]![0] + measure) / 2
    const high = at === guess.length - 1 ? Number.POSITIVE_INFINITY : (measure + guess[at + 1]![0]) / 2
    const here = near.filter(({ evidence }) => evidence.measure >= low && evidence.measure < high)
    const right = here.filter((one) => one.right).length
    return { measure, weight: here.length + GUESS, chance: (right + GUESS * chance) / (here.length + GUESS) }
  })
  return rising(points).map(({ measure, chance }) => [measure, Math.round(Math.min(0.99, chance) * 1000) / 1000] as const)
}

interface Point {
  readonly measure: number
  readonly weight: number
  readonly chance: number
}

function rising(points: readonly Point[]): Point[] {
  const pools: Point[][] = []
  const mean = (pool: readonly Point[]) => {
    const weight = pool.reduce((sum, point) => sum + point.weight, 0)
    return pool.reduce((sum, point) => sum + point.weight * point.chance, 0) / weight
  }
  for (const point of points) {
    pools.push([point])
    while (pools.length > 1 && mean(pools.at(-2)!) > mean(pools.at(-1)!)) {
      const last = pools.pop()!
      pools.at(-1)!.push(...last)
    }
  }
  return pools.flatMap((pool) => pool.map((point) => ({ ...point, chance: mean(pool) })))
}

const share = (list: readonly Judged[]) =>
  list.length === 0 ? '    –' : `${((list.filter(({ right }) => right).length / list.length) * 100).toFixed(1).padStart(5)} %`

console.log('stated confidence   mentions  right      rewritten  right')
const bounds = [SUGGEST, 0.7, 0.8, REWRITE, 0.9, 0.95, 0.97, 1.01]
for (const [at, from] of bounds.slice(0, -1).entries()) {
  const here = judged.filter(({ confidence }) => confidence >= from && confidence < bounds[at + 1]!)
  const rewritten = here.filter((one) => one.rewritten)
  const row = [here.length, share(here), rewritten.length, share(rewritten)].map((cell) => String(cell).padStart(10)).join(' ')
  console.log(`from ${from.toFixed(2)}       ${row}`)
}
const rewritten = judged.filter((one) => one.rewritten)
console.log(`all rewrites: ${rewritten.length}, ${share(rewritten)} right`)

const table = (Object.keys(guesses) as Name[]).map((name) => {
  const points = fitted(name).map(([measure, chance]) => `[${measure}, ${chance}]`)
  return `  ${name}: [${points.join(', ')}],`
})
const source = `/** What is measured → confidence: points in rising order. */
export type Curve = readonly (readonly [measure: number, confidence: number])[]

/**
 * Chances that a name is right, by what is measured of it. Fitted by bench/names/calibrate.ts, which writes this file: the share of right
 * mentions near each point on the sets of names, drawn towards a first guess where mentions are few, and made to rise.
 */
// biome-ignore format: a table reads better in rows
export const curves = {
${table.join('\n')}
} as const satisfies Readonly<Record<string, Curve>>
`
if (process.argv.includes('--write')) writeFileSync(join(import.meta.dirname, '..', '..', 'src', 'stages', 'link', 'curves.ts'), source)
else console.log(`\n${table.join('\n')}`)
