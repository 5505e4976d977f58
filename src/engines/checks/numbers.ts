/** The numbers a text names, whatever its language writes them with. */
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

/** Digits of any script, with what may group them or start the decimals between two of them. */
const written = /\p{Nd}+(?:[.,'’\u00a0\u202f\u066b\u066c ]\p{Nd}+)*/gu

/** Languages that write 1.234,5 (or 1 234,5) for 1,234.5; CLDR, numbers/symbols. */
const decimalComma = new Set(
  'af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk ky lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi'.split(
    ' ',
  ),
)

/** What follows a number of Chinese, Japanese or Korean and multiplies it. */
const myriads: Record<string, number> = { 万: 1e4, 萬: 1e4, 만: 1e4, 亿: 1e8, 億: 1e8, 억: 1e8, 兆: 1e12, 조: 1e12 }

/** Words that multiply the number before them, as often as news write them: 3 million, 1,2 Milliarden. The first that fits counts. */
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:milliard|mrd\b|mld\b|bn\b|mil mill|mil milh|bilh|млрд|миллиард|мільярд|مليار|十亿|十億)/u, 1e9],
  [/^(?:million|millón|millones|milion|milioni|milh|mio\b|mln|млн|миллион|мільйон|مليون|百万)/u, 1e6],
  [/^(?:thousand|tausend|mille\b|mil\b|mila\b|тысяч|тис|ألف|हज़ार)/u, 1e3],
  [/^(?:lakh|लाख)/u, 1e5],
  [/^(?:crore|करोड़)/u, 1e7],
]

/**
 * Values as canonical strings ('1234.5'), in order. A number followed by a word or character that multiplies it counts as the product
 * ('3.5万' and '35,000' are the same).
 */
export function numbersIn(text: string, language: Language): readonly string[] {
  if (!mayHaveDigits(text)) return []
  const folded = text.normalize('NFKC')
  if (!/\p{Nd}/u.test(folded)) return []
  return [...folded.matchAll(written)].flatMap((match) => {
    const after = folded.slice(match.index + match[0].length)
    return valuesOf(match[0], language).map((value) => String(Number((value * multiplierAt(after, language)).toPrecision(12))))
  })
}

/** Whether NFKC may find digits in `text`: in numbers of any kind, and in symbols that are spelt with them ('㏠'). Normalizing each text costs more. */
export function mayHaveDigits(text: string): boolean {
  return /[\p{N}\p{So}]/u.test(text)
}

function multiplierAt(after: string, language: Language): number {
  const next = myriads[after[0] ?? '']
  if (next !== undefined) return next
  const words = after.slice(0, 20).trimStart().toLowerCase()
  // A thousand millions in English, a million millions nearly everywhere else.
  if (/^billi?[oó]n/u.test(words)) return baseLanguage(language) === 'en' ? 1e9 : 1e12
  return scales.find(([word]) => word.test(words))?.[1] ?? 1
}

/** One number, as a rule; several when what looks like one cannot be ('2, 3', '12.5.2024'). */
function valuesOf(digits: string, language: Language): readonly number[] {
  const ascii = digits.replace(/\p{Nd}/gu, digitOf).replace(/['’\u00a0\u202f\u066c ]/g, "'")
  const decimal = decimalComma.has(baseLanguage(language)) ? ',' : '.'
  const group = decimal === ',' ? '.' : ','
  for (const [point, separator] of [
    [decimal, group],
    // A text may keep the marks of another language; groups of three decide.
    [group, decimal],
  ] as const) {
    const value = parse(ascii, point, separator)
    if (value !== undefined) return [value]
  }
  return ascii.split(/\D/).map(Number)
}

function parse(text: string, point: string, separator: string): number | undefined {
  const [whole = '', fraction, ...rest] = text.replaceAll('\u066b', point).split(point)
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  const groups = whole.split(new RegExp(`[${separator}']`))
  // Western groups are of three digits, Indian ones of two but for the last.
  const grouped =
    groups.length === 1 ||
    (groups.slice(1, -1).every(({ length }) => length === 3 || length === 2) && groups.at(-1)!.length === 3 && groups[0]!.length <= 3)
  return grouped ? Number(`${groups.join('')}.${fraction ?? 0}`) : undefined
}

/** Blocks of decimal digits start at a code point that is a digit's zero: find it by counting down (Unicode keeps the ten together). */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0)!
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
  return String(code - zero)
}
