import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, similarity, writeStore } from '../../src/engines/memory/store.ts'
import { randomNumbers } from '../random.mjs'
import { BruteForce } from './brute-force.ts'
import { edited, linesOf, sentencesLike } from './generated.ts'

/** Speeds are of processor time. */
export interface Measured {
  readonly units: number
  readonly 'units imported a second': number
  /** Of the whole process, at its most. */
  readonly 'MB of memory in use at import': number
  readonly 'MB of the file': number
  readonly 'exact a second': number
  /** Part of sentences of the memory that were found. */
  readonly 'exact found': number
  readonly 'fuzzy a second': number
  /** Part of queries for which a unit was found that is 0.75 alike. */
  readonly 'fuzzy found': number
  /** Of queries for which there is such a unit: part for which one was found that is as much alike as any. */
  readonly recall: number
  readonly 'recall of': number
}

/** Least similarity of what is looked for. */
const LEAST = 0.75
const EXACT_LOOKUPS = 40_000

/**
 * Builds a memory of generated sentences and looks up `queries` of them, as they are and with up to 30 % of their words edited.
 * @param compared queries that are also compared with every unit, for recall
 */
export async function measure(units: number, queries: number, compared: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'memory-'))
  try {
    const path = join(folder, 'bench.tmdb')
    const every = Math.ceil(units / queries)
    const sample: string[] = []
    const making = await seconds(async () => {
      for (const _ of pairs(units));
    })
    const building = await seconds(() =>
      writeStore(path, async (builder) => {
        let made = 0
        for (const [de, en] of pairs(units)) {
          builder.add(
            new Map([
              ['de', de],
              ['en', en],
            ]),
          )
          if (made % every === 0) sample.push(de)
          made += 1
        }
      }),
    )
    const memory = process.resourceUsage().maxRSS / 1024
    const store = openStore(path)
    const results = { ...(await lookUp(store, sample)), ...(await lookFor(store, sample, compared)) }
    store.close()
    return {
      units,
      'units imported a second': Math.round(units / Math.max(0.001, building - making)),
      'MB of memory in use at import': Math.round(memory),
      'MB of the file': Math.round((await stat(path)).size / 1e6),
      ...results,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function* pairs(count: number): Generator<readonly [string, string]> {
  const chance = randomNumbers(1)
  const [source, target] = [sentencesLike(linesOf('de'), chance), sentencesLike(linesOf('en'), chance)]
  for (let made = 0; made < count; made += 1) yield [source(), target()]
}

async function lookUp(store: Store, sample: readonly string[]): Promise<Pick<Measured, 'exact a second' | 'exact found'>> {
  let [asked, found] = [0, 0]
  const spent = await seconds(async () => {
    for (; asked < EXACT_LOOKUPS; asked += 1) if (store.exact(sample[asked % sample.length]!, 'de', 'en') !== undefined) found += 1
  })
  return { 'exact a second': Math.round(asked / spent), 'exact found': found / asked }
}

async function lookFor(
  store: Store,
  sample: readonly string[],
  compared: number,
): Promise<Pick<Measured, 'fuzzy a second' | 'fuzzy found' | 'recall' | 'recall of'>> {
  const chance = randomNumbers(2)
  const words = linesOf('de').flatMap((line) => line.split(' '))
  const asked = sample.map((text) => edited(text, Math.round(chance() * 0.3 * text.split(' ').length), words, chance))
  let best: readonly number[] = []
  const spent = await seconds(async () => {
    best = asked.map((text) => {
      const [match] = store.alike(text, 'de', 'en', LEAST, 1)
      return match === undefined ? 0 : similarity(match)
    })
  })
  const all = new BruteForce()
  for (const unit of store.units()) all.add(unit.get('de')!)
  let [right, of] = [0, 0]
  for (const [at, text] of asked.slice(0, compared).entries()) {
    const most = all.best(text, LEAST)
    if (most === undefined) continue
    of += 1
    if (best[at]! > most - 1e-9) right += 1
  }
  return {
    'fuzzy a second': Math.round(asked.length / spent),
    'fuzzy found': best.filter((score) => score > 0).length / asked.length,
    recall: right / Math.max(1, of),
    'recall of': of,
  }
}

/** Processor seconds of this process. */
async function seconds(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
