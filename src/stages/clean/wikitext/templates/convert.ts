/** `{{convert|…}}` (Template:Convert): the quantity that was given, with the symbol of its unit; not what it is in others. */
import { readTable } from '../table.ts'
import { formatNumber, symbolOf } from './numbers.ts'
import type { Render } from './render.ts'

const symbols = new Map(readTable('units.tsv').map(([code = '', symbol = '']) => [code, symbol]))

/** How ranges are written, by what stands between the numbers. */
const ranges: Readonly<Record<string, string>> = {
  '-': '–',
  '–': '–',
  '—': '–',
  to: ' to ',
  and: ' and ',
  or: ' or ',
  by: ' by ',
  x: ' × ',
  '×': ' × ',
  xx: ' × ',
  '*': ' × ',
  '±': ' ± ',
  '+/-': ' ± ',
  '+/−': ' ± ',
  plus: ' plus ',
  minus: ' minus ',
  'to(-)': ' to ',
  'and(-)': ' and ',
  'or(-)': ' or ',
  'by(-)': ' by ',
  'to about': ' to about ',
  'to-': ' to ',
  'and-': ' and ',
  '+': ' + ',
  ',': ', ',
  ', and': ', and ',
  ', or': ', or ',
  'to less than': ' to less than ',
}
/** Units that come in two: '5 ft 11 in'. */
const smaller: Readonly<Record<string, RegExp>> = {
  ft: /^(?:in|inch|inches)$/,
  foot: /^in/,
  lb: /^oz$/,
  st: /^lb$/,
  stone: /^lb$/,
  yd: /^(?:ft|foot|in)$/,
  mi: /^(?:yd|ft|chain|furlong)$/,
  LT: /^(?:cwt|LT)$/,
}
const quantity = /^[-+−]?[\d.,]*\d(?:e[-+−]?\d+)?$|^[-+−]?(?:\d+\+)?\d+(?:\/|\/\/)\d+$/i

export const convert: Render = ({ positional }, { language }) => {
  let at = 0
  const next = (): string => positional[at++] ?? ''
  const written = (text: string): string => {
    const [, whole, part] = /^(.*?)\+?(\d+\/\/?\d+)$/.exec(text) ?? []
    if (part !== undefined) return [whole, part.replace(/\/+/, '⁄')].filter((piece) => piece !== '').join(' ')
    const [mantissa = '', exponent] = text.split(/e/i)
    return formatNumber(mantissa.replaceAll(',', ''), language) + (exponent === undefined ? '' : `×10^${exponent.replace(/[-−]/, '−')}`)
  }
  let text = written(next())
  while (at < positional.length) {
    const between = ranges[positional[at]!]
    if (between === undefined || !quantity.test(positional[at + 1] ?? '')) break
    at += 1
    text += between + written(next())
  }
  const code = next()
  text += withUnit(code)
  const second = positional[at + 1] ?? ''
  if (quantity.test(positional[at] ?? '') && smaller[code]?.test(second)) text += ` ${written(positional[at]!)}${withUnit(second)}`
  return text
}

/** 'e6USgal': millions. */
const multiples: Readonly<Record<string, string>> = { e3: 'thousand ', e6: 'million ', e9: 'billion ', e12: 'trillion ' }

function withUnit(given: string): string {
  const [, multiple = '', code = ''] = /^(e(?:3|6|9|12))?(.*)$/.exec(given)!
  if (multiple !== '') return ` ${multiples[multiple]}${withUnit(code).trim()}`
  const symbol = symbols.get(code) ?? symbolOf(code)
  return symbol === '' || symbol.startsWith('/') || symbol === '°' ? symbol : ` ${symbol}`
}
