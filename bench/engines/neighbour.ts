/**
 * Learns what it says that a sentence and a translation have something in common: logistic regression on the difference between a sentence and the
 * one beside, for translations of FLORES dev (`SYNOPTIC_DATA`/detect-dev, 997 lines a language, parallel). `jiti bench/engines/neighbour.ts` prints
 * the weights for src/engines/checks/neighbour.ts, and what weights learned from the other pairs of languages find of each.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { likenessOf } from '../../src/engines/checks/neighbour.ts'

const pairs = 'de-en es-en fr-en fi-en tr-en ru-en ar-en hi-en th-en ko-en ja-en zh-en en-de en-ru en-ja en-zh'.split(' ')
const STEPS = 150
const DECAY = 1e-3
const ENOUGH = 2.2

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA is not set')
const linesOf = (language: string): string[] =>
  readFileSync(join(data, 'detect-dev', `${language}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, each, at) => sum + each * b[at]!, 0)
const less = (a: readonly number[], b: readonly number[]): number[] => a.map((each, at) => each - b[at]!)

let names: string[] = []

/** Of each translation, how much its own sentence has in common with it beyond the one before, and the one after. */
function differencesOf(pair: string): { readonly before: readonly number[][]; readonly after: readonly number[][] } {
  const [from = '', to = ''] = pair.split('-')
  const [sources, targets] = [linesOf(from), linesOf(to)]
  const look = (source: number, target: number): number[] => {
    const found = likenessOf(sources[source]!, targets[target]!, from, to)
    names = Object.keys(found)
    return Object.values(found)
  }
  const inner = targets.map((_, at) => at).slice(1, -1)
  return { before: inner.map((at) => less(look(at, at), look(at - 1, at))), after: inner.map((at) => less(look(at, at), look(at + 1, at))) }
}

const all = new Map(pairs.map((pair) => [pair, differencesOf(pair)]))

function learn(from: readonly string[]): number[] {
  const rows = from.flatMap((pair) => [...all.get(pair)!.before, ...all.get(pair)!.after])
  const scale = names.map((_, at) => Math.sqrt(rows.reduce((sum, row) => sum + row[at]! ** 2, 0) / rows.length) || 1)
  const scaled = rows.map((row) => row.map((each, at) => each / scale[at]!))
  const weights = names.map(() => 0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = names.map(() => 0)
    for (const row of scaled) {
      const chance = 1 / (1 + Math.exp(dot(row, weights)))
      for (let at = 0; at < row.length; at += 1) slope[at]! -= (row[at]! * chance) / scaled.length
    }
    for (let at = 0; at < weights.length; at += 1) weights[at]! -= slope[at]! + DECAY * weights[at]!
  }
  return weights.map((weight, at) => weight / scale[at]!)
}

for (const pair of pairs) {
  const weights = learn(pairs.filter((other) => other !== pair))
  const { before, after } = all.get(pair)!
  const percent = (values: readonly boolean[]): string => `${((values.filter(Boolean).length / values.length) * 100).toFixed(1)} %`
  console.log(
    pair,
    'found',
    percent(before.map((row) => dot(row, weights) >= ENOUGH)),
    'references flagged',
    percent(before.map((row, at) => dot(row, weights) <= -ENOUGH || dot(after[at]!, weights) <= -ENOUGH)),
  )
}
console.log(Object.fromEntries(learn(pairs).map((weight, at) => [names[at], Math.round(weight * 100) / 100])))
