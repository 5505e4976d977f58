/**
 * What templates show that no pattern says: `=name parameters` in models/wikitext/templates.tsv.
 */
import { readTable } from '../table.ts'
import { biography } from './biography.ts'
import { convert } from './convert.ts'
import { ageAt, asOf, date, died, oldStyle } from './dates.ts'
import { fraction, number, ordinal, percentage, roman, unit, value } from './numbers.ts'
import { type Render, UNKNOWN } from './render.ts'

const nothing: Render = () => undefined
const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== '')

const regions = new Map(readTable('countries.tsv').map(([code = '', region = '']) => [code, region]))

/** 'FRA', of ISO 3166, the Olympic committee or FIFA → 'Frankreich', by CLDR; undefined for other words. */
export function countryName(code: string, language: string): string | undefined {
  const region = regions.get(code)
  if (region === undefined) return undefined
  // As the encyclopedias have them.
  return new Intl.DisplayNames(language, { type: 'region', style: region === 'HK' || region === 'MO' ? 'short' : 'long' }).of(region)
}

const names = new Map<string, ReadonlySet<string>>()

export function isCountry(name: string, language: string): boolean {
  const known = names.get(language) ?? new Set([...regions.keys()].map((code) => countryName(code, language)?.replaceAll('’', "'") ?? ''))
  names.set(language, known)
  return known.has(name.replaceAll('’', "'"))
}

const country: Render = ({ positional: [first = ''], named }, { language }) => named.get('name') || (countryName(first, language) ?? first)

/** '{{s-|XVIII|e}}' → 'XVIIIe siècle'. */
function century(words: string): Render {
  return ({ positional }) => {
    const [, ...names] = words.split('"')
    const [joiner = '', , unitName] = names.length > 3 ? names : ['', '', names[0]]
    const numerals: string[] = []
    for (const part of positional) {
      if (/^[IVXLC\d]+$/.test(part)) numerals.push(part)
      else if (numerals.length > 0) numerals.push(`${numerals.pop()}${part}`)
    }
    const ordinals = numerals.map((text) => (/^[IVXLC\d]+$/.test(text) ? `${text}${/^[I1]$/.test(text) ? 'er' : 'e'}` : text))
    return `${ordinals.join(joiner === ',' ? ', ' : ` ${joiner} `)} ${unitName}`.trim()
  }
}

const chinese: readonly (readonly [string, string])[] = [
  ['c', 'Chinese'],
  ['s', 'simplified Chinese'],
  ['t', 'traditional Chinese'],
  ['p', 'pinyin'],
  ['w', 'Wade–Giles'],
  ['j', 'Jyutping'],
  ['cy', 'Cantonese Yale'],
  ['poj', 'Pe̍h-ōe-jī'],
  ['l', 'lit.'],
]
const ends: readonly (readonly [RegExp, string])[] = [
  [/^div/i, 'div.'],
  [/^(?:d|died|w|wid)/i, 'died'],
  [/^ann/i, 'ann.'],
  [/^sep/i, 'sep.'],
]

const forms: Readonly<Record<string, (parameters: string) => Render>> = {
  drop: () => nothing,
  unknown: () => (args, wiki) => ageAt(args, wiki) ?? UNKNOWN,
  text: (parameters) => () => parameters.slice(1, -1),
  name: () => (args) => args.name,
  date: (parameters) => date(...(parameters.split(' ') as [string, string])),
  died: (parameters) => diedOf(parameters, false),
  diedlast: (parameters) => diedOf(parameters, true),
  asof: asOf,
  oldstyle: () => oldStyle,
  convert: () => convert,
  val: () => value,
  frac: () => fraction,
  number: () => number,
  unit: () => unit,
  roman: () => roman,
  ordinal: () => ordinal,
  percentage: () => percentage,
  chem:
    () =>
    ({ positional }) =>
      positional.join('').replace(/[()^_](?=[\d+-]*[+-])|(?<=[+-])\)/g, ''),
  country: () => country,
  flagname: () => (args, wiki) => (args.positional[1] === 'nome' ? country(args, wiki) : ''),
  siècle: century,
  siècles: century,
  spoken:
    (language) =>
    ({ positional: [first = ''] }) =>
      `${language} ${first}`,
  span:
    (word) =>
    ({ positional }) =>
      `${word} ${filled(positional.slice(0, 2)).join('–')}`,
  concat:
    () =>
    ({ positional }) =>
      positional.join(''),
  bio: () => biography,
  list:
    () =>
    ({ positional }) =>
      filled(positional)
        .map((text) => `\n\n${text}\n\n`)
        .join(''),
  lines:
    () =>
    ({ positional }) =>
      `\n\n${filled(positional).join('\n\n')}\n\n`,
  join:
    () =>
    ({ positional }) =>
      filled(positional)
        .map((text) => text.replace(/^[*\s]+/, '').replace(/\n\*\s*/g, ' · '))
        .join(' · '),
  nihongo:
    () =>
    ({ positional: [english = '', kanji = '', romaji = '', extra = '', extra2 = ''] }) => {
      const inner = filled(english === '' ? [kanji, extra] : [kanji, romaji, extra]).join(', ')
      return `${english || romaji}${inner === '' ? '' : ` (${inner})`}${extra2 === '' ? '' : ` ${extra2}`}`.trim()
    },
  zh:
    () =>
    ({ named }) =>
      chinese.flatMap(([key, label]) => (named.get(key) ? [`${label}: ${named.get(key)}`] : [])).join('; '),
  marriage:
    () =>
    ({ positional: [spouse = '', from = '', to = ''], named }) => {
      const reason = named.get('end') ?? named.get('reason') ?? ''
      const end = ends.find(([pattern]) => pattern.test(reason))?.[1]
      const until = to === '' ? '' : end === undefined ? `–${to}` : `; ${end} ${to}`
      return from === '' ? spouse : `${spouse} (m. ${from}${until})`
    },
  height:
    () =>
    ({ named }) =>
      ['m', 'cm', 'ft', 'in'].flatMap((unit) => (named.get(unit) ? [`${named.get(unit)} ${unit}`] : [])).join(' '),
  gauge: () => (args, wiki) => {
    const [, size, unit] = /^(\d+) ?(mm|in)$/.exec(args.positional[0] ?? '') ?? []
    return size === undefined ? args.positional[0] : convert({ ...args, positional: [size, unit!] }, wiki)
  },
  duration:
    () =>
    ({ positional }) =>
      positional.flatMap((text, at) => (text === '' || at > 2 ? [] : [`${text} ${['h', 'min', 's'][at]}`])).join(' '),
  nn:
    () =>
    ({ positional: [height = '', level = ''] }) =>
      `${height} m${level === '' ? '' : ` ü. ${level.replace(/^DE-/, '')}`}`,
  cell:
    () =>
    ({ positional: [first = ''], name }) =>
      first || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
}

function diedOf(parameters: string, birthFirst: boolean): Render {
  const [, order = '', style = '', age = ''] = /^(\S+) (\S+) ?(.*)$/u.exec(parameters) ?? []
  return died(birthFirst, order, style, age)
}

/** @throws Error when a row of the table names a form that is not there */
export function formOf(shows: string): Render {
  const [, name = '', parameters = ''] = /^=(\S+) ?(.*)$/u.exec(shows) ?? []
  const form = forms[name]
  if (form === undefined)
    throw new Error(`models/wikitext/templates.tsv: expected one of =${Object.keys(forms).join(', =')}; got '${shows}'`)
  return form(parameters)
}
