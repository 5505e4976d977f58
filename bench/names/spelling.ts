/**
 * How well a name written in another script finds its Latin spelling, on the tenth of pairs that no costs were learned from (seen at least
 * twice): share whose entry an index of 10,000 names (and, with MILLION=1, of a million) offers at all, and how many it offers; share ranked first
 * among 1,000 names by hand-made sounds of the romanization, by learned costs and by whichever is cheaper; how alike the right and the best wrong
 * names are. Of names in Han characters those that may be transcriptions: others are read character by character.
 *
 * SYNOPTIC_DATA=… [ASKED=200] npm run bench -- names spelling [SCRIPT…]
 */
import { join } from 'node:path'
import { isHeld, type Pair, readPairs } from '../../scripts/train-names/costs/pairs.ts'
import { NameIndex } from '../../src/glossary/nameindex.ts'
import { distance, similarity } from '../../src/names/compare/distance.ts'
import { heardDistance } from '../../src/names/compare/heard.ts'
import { squeeze } from '../../src/names/compare/spelling.ts'
import { transcribed } from '../../src/names/scripts/han-transcribed.ts'
import { isHan } from '../../src/names/scripts/index.ts'

const ASKED = Number(process.env.ASKED ?? 200)
const NAMES = 1000

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder with names-train/')
const all = readPairs(join(data, 'names-train'))
const wanted = process.argv.slice(2)

const known = [...all.values()].flatMap((pairs) => pairs.filter(({ count }) => count > 1).map(({ latin }) => latin))
const spellings = new Set(known)

/** `count` of them, evenly spread. */
function spread<T>(list: readonly T[], count: number): T[] {
  return list.length <= count ? [...list] : Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]!)
}

/** Real names, and then the head of one with the tail of another, until they are enough. */
function indexOf(names: readonly string[], size: number): NameIndex {
  const unique = new Set(spread(names, size))
  for (let step = 1; unique.size < size; step++)
    for (let at = 0; at < names.length && unique.size < size; at++)
      unique.add(names[at]!.slice(0, 3) + names[(at * 31 + step * 7919) % names.length]!.slice(2))
  const entry = { kind: 'place', given: '', family: '', variants: [], not: [], note: '', forms: {}, origin: { file: '', line: 0 } } as const
  return NameIndex.of([...unique].map((canonical) => ({ ...entry, id: canonical, canonical })))
}

interface Asked extends Pair {
  /** As the name finder compares it. */
  readonly key: string
}

function ask(pairs: readonly Pair[]): Asked[] {
  const held = pairs.filter(
    ({ count, source, written }) => count > 1 && isHeld(source) && !(isHan(written) && transcribed(written) === undefined),
  )
  return spread(held, ASKED).map((pair) => ({ ...pair, key: transcribed(pair.written) ?? squeeze(pair.written) }))
}

const quantile = (values: number[], share: number) => values.sort((a, b) => a - b)[Math.floor(values.length * share)]!.toFixed(2)

const measures = {
  hand: ({ key }: Asked, name: string) => distance(key, name, Number.POSITIVE_INFINITY, true),
  learned: ({ source, key }: Asked, name: string) => heardDistance(source, name) ?? distance(key, name, Number.POSITIVE_INFINITY, true),
  both: ({ source, key }: Asked, name: string) => 1 - similarity(key, name, Number.NEGATIVE_INFINITY, source),
} as const

const more = [...new Set([...all.values()].flatMap((pairs) => pairs.map(({ latin }) => latin)))]
for (const size of process.env.MILLION === undefined ? [10_000] : [10_000, 1_000_000]) {
  const askedBy = [...all]
    .filter(([script]) => wanted.length === 0 || wanted.includes(script))
    .map(([script, pairs]) => [script, ask(pairs)] as const)
    .filter(([, asked]) => asked.length > 0)
  const needed = askedBy.flatMap(([, asked]) => asked.map(({ latin }) => latin))
  const index = indexOf([...new Set([...needed, ...spread(size > spellings.size ? more : [...spellings], size)])].slice(0, size), size)
  console.log(`\n${size.toLocaleString('en')} names: share offered, candidates a word, microseconds a word`)
  for (const [script, asked] of askedBy) {
    let offered = 0
    let candidates = 0
    const start = process.cpuUsage().user
    for (const { key, source, latin } of asked) {
      const found = index.candidates(key, source)
      candidates += found.length
      if (found.some((part) => index.part(part) === latin)) offered++
    }
    const time = (process.cpuUsage().user - start) / asked.length
    console.log(
      script.padEnd(8) + (offered / asked.length).toFixed(3).padStart(7),
      (candidates / asked.length).toFixed(0).padStart(6),
      time.toFixed(0).padStart(7),
    )
  }
}

console.log('        asked   hand  learned  both   similarity of the right: 5 % 50 %; of the best wrong: 50 % 95 %')
for (const [script, pairs] of all) {
  if (wanted.length > 0 && !wanted.includes(script)) continue
  const asked = ask(pairs)
  if (asked.length === 0) continue
  const names = [...new Set([...asked.map(({ latin }) => latin), ...spread(known, NAMES)])].slice(0, NAMES)
  const right = new Map<string, Set<string>>()
  for (const { source, latin } of pairs) right.set(source, (right.get(source) ?? new Set()).add(latin))
  const first = Object.entries(measures).map(([, measure]) => {
    const found = asked.filter((pair) => {
      let best = names[0]!
      let least = Number.POSITIVE_INFINITY
      for (const name of names) {
        const cost = measure(pair, name)
        if (cost < least) {
          least = cost
          best = name
        }
      }
      return right.get(pair.source)!.has(best)
    })
    return (found.length / asked.length).toFixed(3).padStart(7)
  })
  const ofRight = asked.map((pair) => similarity(pair.key, pair.latin, 0, pair.source))
  const ofWrong = asked.map((pair) =>
    Math.max(...names.filter((name) => !right.get(pair.source)!.has(name)).map((name) => similarity(pair.key, name, 0.5, pair.source))),
  )
  console.log(
    script.padEnd(8) + String(asked.length).padStart(5) + first.join(''),
    `    ${quantile(ofRight, 0.05)} ${quantile(ofRight, 0.5)}; ${quantile(ofWrong, 0.5)} ${quantile(ofWrong, 0.95)}`,
  )
}
