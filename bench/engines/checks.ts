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
const flores = (language: string): string[] =>
  readFileSync(join(data, 'detect-dev', `${language}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
/** Words, or characters where there are no spaces. */
const unitsOf = (text: string): { readonly units: readonly string[]; readonly gap: string } =>
  text.includes(' ') ? { units: text.split(' '), gap: ' ' } : { units: [...text], gap: '' }
const half = (text: string, part: number): string => {
  const { units, gap } = unitsOf(text)
  return units.slice(0, Math.ceil(units.length * part)).join(gap)
}
const otherHalf = (text: string): string => {
  const { units, gap } = unitsOf(text)
  return units.slice(Math.floor(units.length / 2)).join(gap)
}

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
  'second half left': (made, source) => `${half(made, 0.5)} ${otherHalf(source)}`,
  'U+FFFD': (made) => made.replace(/(?<=\p{L})[\p{L}\p{M}](?=\p{L})/u, '\uFFFD'),
  '<unk>': (made) => made.replace(/\p{L}{5,}/u, '<unk>'),
  'tags injected': (made) => made.replace(/(?<=\p{L}{2})(\P{L}+|)(\p{L}+)/u, '$1<b>$2</b>'),
  'entity injected': (made) => made.replace(/(?<=\p{L})(?=\P{L})/u, '&nbsp;'),
  capitals: (made) => made.toUpperCase(),
  small: (made) => made.toLowerCase(),
  loop: (made) => {
    const { units, gap } = unitsOf(made)
    return [made, ...Array.from({ length: 5 }, () => units.slice(-2).join(gap))].join(gap)
  },
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

/** Text in another language than was asked for: Spanish, or Dutch where that is the source or the target. */
const elsewhere = (from: string, to: string): string[] => flores([from, to].includes('es') ? 'nl' : 'es')
const percent = (count: number, of: number): number => Math.round((count / of) * 1000) / 10

/** @param made translations to plant errors into */
function measure(from: string, to: string, sources: readonly string[], references: readonly string[], made: readonly string[]) {
  // The translations beside are told where they stand as they came.
  const find = (targets: readonly string[], beside: readonly (string | undefined)[] = []) =>
    targets.map((target, at) =>
      checkTranslation(sources[at]!, target, from, to, {
        detect: detectLine,
        neighbours: [at - 1, at + 1].flatMap((other) =>
          sources[other] === undefined ? [] : [{ source: sources[other], target: beside[other] }],
        ),
      }),
    )
  const rate = (found: readonly (readonly string[])[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const code of found.flat()) counts[code] = (counts[code] ?? 0) + 1
    return {
      any: percent(found.filter(({ length }) => length > 0).length, found.length),
      'any but numbers': percent(found.filter((codes) => codes.some((code) => code !== 'number-missing')).length, found.length),
      ...Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, percent(count, found.length)])),
    }
  }
  const clean = find(made)
  const planted: Record<string, number> = {}
  for (const [name, plant] of Object.entries(plants)) {
    const wrong = made.map((each, at) => plant(each, sources[at]!, made[(at + 1) % made.length]!))
    const changed = wrong.flatMap((text, at) => (text === made[at] ? [] : [at]))
    const found = find(wrong)
    if (changed.length > 0)
      planted[name] = percent(changed.filter((at) => found[at]!.some((code) => !clean[at]!.includes(code))).length, changed.length)
  }
  const other = elsewhere(from, to).slice(0, made.length)
  planted['in another language'] = percent(find(other).filter((codes) => codes.includes('wrong-language')).length, other.length)
  const next = find(
    made.map((_, at) => made[at + 1] ?? ''),
    made,
  )
  planted["neighbour's, which stands beside too"] = percent(next.filter((codes) => codes.includes('neighbour')).length, next.length)
  return { references: rate(find(references)), engine: rate(clean), planted }
}

const results: Record<string, unknown> = {}
for (const [pair, from] of [
  ['de-en', 'de'],
  ['zh-en', 'zh-Hans'],
] as const)
  results[pair] = measure(from, 'en', linesOf(pair, pair.slice(0, 2)), linesOf(pair, 'en'), linesOf(pair, 'bergamot-base.en'))

/** Pairs of which there is no engine's output: errors are planted into human translations, of which so many are looked at. */
const SOME = 300
for (const pair of ['fr-en', 'ru-en', 'ar-en', 'ja-en', 'ko-en', 'en-de', 'en-fr', 'en-ru', 'en-ja', 'en-zh', 'de-fr']) {
  const [from = '', to = ''] = pair.split('-')
  const [sources, references] = [from, to].map((language) => flores(language).slice(0, SOME)) as [string[], string[]]
  const { planted, references: flagged } = measure(from, to, sources, references, references)
  results[`${pair}, human`] = { references: flagged, planted }
}
console.log(JSON.stringify(results, null, 2))
process.send?.(results)
