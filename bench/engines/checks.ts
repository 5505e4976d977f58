/**
 * What checks find: human references and engines as they are (base rate), and errors planted into engines' output.
 * SYNOPTIC_DATA names the folder that holds compare-dev.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTranslation } from '../../src/engines/checks/index.ts'
import { detectLine } from '../../src/stages/detect/index.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA is not set')
const linesOf = (pair: string, name: string): string[] =>
  readFileSync(join(data, 'compare-dev', pair, `flores-dev.${name}`), 'utf8')
    .trimEnd()
    .split('\n')
const half = (text: string, part: number): string =>
  text
    .split(' ')
    .slice(0, Math.ceil(text.split(' ').length * part))
    .join(' ')

/** Another number in place of the first from 2 to 12; as it is, if there is none. */
const small = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const otherNumber = (made: string): string =>
  made.replace(
    new RegExp(`(?<![\\w.,:-])(?:([2-9]|1[0-2])|(${small.join('|')}))(?![\\w:-]|[.,]\\d)`),
    (_, digits: string | undefined, word: string | undefined) =>
      digits !== undefined ? String(((Number(digits) + 2) % 11) + 2) : small[(small.indexOf(word!) + 3) % small.length]!,
  )

type Plant = (made: string, source: string, next: string) => string
const plants: Record<string, Plant> = {
  echo: (_, source) => source,
  'echo in capitals': (_, source) => source.toUpperCase(),
  'second half left': (made, source) =>
    `${half(made, 0.5)} ${source
      .split(' ')
      .slice(Math.floor(source.split(' ').length / 2))
      .join(' ')}`,
  'U+FFFD': (made) => made.replace(/(?<=\w)[aeiou](?=\w)/, '\uFFFD'),
  '<unk>': (made) => made.replace(/\b\w{5,}\b/, '<unk>'),
  'tags injected': (made) => made.replace(/ (\w+) /, ' <b>$1</b> '),
  'entity injected': (made) => made.replace(' ', '&nbsp;'),
  capitals: (made) => made.toUpperCase(),
  small: (made) => made.toLowerCase(),
  loop: (made) => `${made} ${Array.from({ length: 5 }, () => made.split(' ').slice(-2).join(' ')).join(' ')}`,
  'cut to 60 %': (made) => made.slice(0, Math.round(made.length * 0.6)).trimEnd(),
  'cut to 35 %': (made) => made.slice(0, Math.round(made.length * 0.35)).trimEnd(),
  'number from 2 to 12 changed': otherNumber,
  'month changed': (made) => made.replace(/\b(January|March|June|September)\b/, 'October').replace(/\b(July|August|April)\b/, 'November'),
  'day changed': (made) => made.replace(/\b(Mon|Tues|Wednes|Thurs|Fri)day\b/, 'Sunday'),
  'time changed': (made) =>
    made.replace(/\b(\d{1,2}):(\d\d)\b/, (_, hours: string, minutes: string) =>
      `${hours}:${(Number(minutes) + 7) % 60}`.replace(/:(\d)$/, ':0$1'),
    ),
  "neighbour's": (_, __, next) => next,
}

const results: Record<string, unknown> = {}
for (const [pair, from] of [
  ['de-en', 'de'],
  ['zh-en', 'zh-Hans'],
] as const) {
  const sources = linesOf(pair, pair.slice(0, 2))
  const references = linesOf(pair, 'en')
  const engine = linesOf(pair, 'bergamot-base.en')
  // The translations beside are told where they stand as they came.
  const find = (targets: readonly string[], beside: readonly string[] = []) =>
    targets.map((target, at) =>
      checkTranslation(sources[at]!, target, from, 'en', {
        detect: detectLine,
        neighbours: [at - 1, at + 1].map((other) => ({ source: sources[other] ?? '', target: beside[other] })),
      }),
    )
  const percent = (count: number, of: number): number => Math.round((count / of) * 1000) / 10
  const rate = (found: readonly (readonly string[])[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const code of found.flat()) counts[code] = (counts[code] ?? 0) + 1
    return {
      any: percent(found.filter(({ length }) => length > 0).length, found.length),
      'any but numbers': percent(found.filter((codes) => codes.some((code) => code !== 'number-missing')).length, found.length),
      ...Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, percent(count, found.length)])),
    }
  }
  const clean = find(engine)
  const planted: Record<string, number> = {}
  for (const [name, plant] of Object.entries(plants)) {
    const wrong = engine.map((made, at) => plant(made, sources[at]!, engine[(at + 1) % engine.length]!))
    const changed = wrong.flatMap((text, at) => (text === engine[at] ? [] : [at]))
    const found = find(wrong)
    planted[name] = percent(changed.filter((at) => found[at]!.some((code) => !clean[at]!.includes(code))).length, changed.length)
  }
  const german = linesOf('de-en', 'de').slice(0, engine.length)
  planted['in another language (German)'] =
    from === 'de' ? Number.NaN : percent(find(german).filter((codes) => codes.includes('wrong-language')).length, german.length)
  const next = find(
    engine.map((_, at) => engine[at + 1] ?? ''),
    engine,
  )
  planted["neighbour's, which stands beside too"] = percent(next.filter((codes) => codes.includes('neighbour')).length, next.length)
  results[pair] = { references: rate(find(references)), engine: rate(clean), planted }
}
console.log(JSON.stringify(results, null, 2))
process.send?.(results)
