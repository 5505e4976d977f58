/** Numbers as a wiki prints them. */
import type { Language } from '../../../../article.ts'
import type { Render } from './render.ts'

interface Separators {
  readonly group: string
  readonly decimal: string
  /** Digits of the whole part from which it is grouped: 5 where '1234' is written as it is. */
  readonly from: number
}

const known = new Map<Language, Separators>()

/** CLDR's, through Intl. */
function separatorsOf(language: Language): Separators {
  const before = known.get(language)
  if (before !== undefined) return before
  const format = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
  const part = (number: number, wanted: string) => format.formatToParts(number).find(({ type }) => type === wanted)?.value
  const separators = {
    group: part(1234567, 'group') ?? '',
    decimal: part(0.5, 'decimal') ?? '.',
    from: part(1234, 'group') === undefined ? 5 : 4,
  }
  known.set(language, separators)
  return separators
}

/** '1234567.5' → '1,234,567.5' in English, digits as many as there were. What is no number stays. */
export function formatNumber(text: string, language: Language, group?: string): string {
  const match = /^([-+−±]?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text.trim())
  if (match === null) return text
  const [, sign = '', whole = '', fraction] = match
  const separators = separatorsOf(language)
  const grouped = whole.length < separators.from ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group ?? separators.group)
  return sign.replace('-', '−') + grouped + (fraction === undefined ? '' : separators.decimal + fraction)
}

/** `{{frac|1|2}}`, `{{frac|3|1|2}}`, `{{frac|2}}`. */
export const fraction: Render = ({ positional: [a = '', b, c] }) =>
  c !== undefined && c !== '' ? `${a} ${b}⁄${c}` : b !== undefined && b !== '' ? `${a}⁄${b}` : `1⁄${a}`

/** Units that stand right behind the number; in French and Spanish, a percent sign does not. */
const noSpace = /^(?:[%′″‰]|°(?![CF]))/

/** `{{val|1.5|0.2|e=3|u=kg}}` (Template:Val). */
export const value: Render = ({ positional, named }, { language }) => {
  const [number = '', second = '', third = '', ...more] = positional.map((text) =>
    formatNumber(text.replace(/[,\s](?=\d{3})/g, ''), language),
  )
  const spread =
    second === ''
      ? ''
      : /^[-–]$/.test(second)
        ? `–${third}`
        : /^[a-z×,/]+$/i.test(second)
          ? ` ${second} ${[third, ...more].join(' ')}`
          : third === '' || third.startsWith('(')
            ? `±${second}`
            : second + third
  const exponent = named.get('e')
  const unit = symbolOf(named.get('u') ?? named.get('ul') ?? named.get('up') ?? named.get('upl') ?? '')
  return [
    named.get('p') ?? '',
    number,
    spread,
    exponent === undefined || exponent === '' ? '' : `×10^${exponent.replace('-', '−')}`,
    named.get('end') ?? '',
    unit === '' || noSpace.test(unit) ? unit : ` ${unit}`,
    named.get('s') ?? '',
  ].join('')
}

/** 'km2' → 'km²', 'mol-1' → 'mol^−1'. */
export function symbolOf(code: string): string {
  return code
    .replace(/(?<=\p{L})\^?([23])(?![\d\p{L}])/gu, (_, power: string) => (power === '2' ? '²' : '³'))
    .replace(/(?<=\p{L})\^?[-−](\d)/gu, '^−$1')
}

/** `{{unité|5|km|2}}`, `{{unidad|12345|km}}`: a number, then units, each with its power if it has one. */
export const unit: Render = ({ positional: [number = '', ...rest], named }, { language }) => {
  const exponent = named.get('e')
  const units: string[] = []
  for (const part of rest) {
    if (/^[-−]?\d+$/.test(part) && units.length > 0) units.push(symbolOf(`${units.pop()}${part}`))
    else if (part !== '') units.push(symbolOf(part))
  }
  const text =
    formatNumber(number.replace(',', '.').replace(/\s/g, ''), language, ' ') + (exponent ? `×10^${exponent.replace('-', '−')}` : '')
  const joined = units.join(' ')
  return joined === '' || /^[′″]|^°(?![CF])/.test(joined) ? text + joined : `${text} ${joined}`
}

export const number: Render = ({ positional: [text = '', ...rest] }, { language }) =>
  [formatNumber(text.replace(/,(?=\d{3})/g, ''), language), ...rest.filter((part) => /^\p{L}/u.test(part))].join(' ')

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 to 3999; what is no such number stays. */
export const roman: Render = ({ positional: [text = ''] }) => {
  let rest = Number(text)
  if (!Number.isInteger(rest) || rest < 1 || rest > 3999) return text
  let written = ''
  for (const [size, letters] of numerals) {
    for (; rest >= size; rest -= size) written += letters
  }
  return written
}

const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

/** '21' → '21st'. */
export const ordinal: Render = ({ positional: [text = ''] }) => {
  const count = Number(text)
  return Number.isInteger(count) ? text + suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)] : text
}

/** `{{percentage|3|8|1}}` → '37.5%'. */
export const percentage: Render = ({ positional: [part = '', whole = '', digits = '0'] }) => {
  const share = (100 * Number(part)) / Number(whole)
  return Number.isFinite(share) ? `${share.toFixed(Math.min(Number(digits) || 0, 10))}%` : undefined
}
