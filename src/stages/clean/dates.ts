/**
 * Dates in words and figures → ISO 8601.
 */
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { monthNumber } from './months.ts'

type Parts = { readonly year: number; readonly month: number | undefined; readonly day: number }

const time = /(?:[T ](?<time>\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?)(?<zone>Z|[+-]\d\d:?\d\d)?)?/.source
/** The letters of a month's name; Vietnamese counts its months: 'tháng 5'. */
const month = /(?<m>\p{L}[\p{L}\p{M}]{1,15}\.?|[Tt]háng \d{1,2})/u.source
type Reading = (groups: Record<string, string>, language?: Language) => Parts
const patterns: readonly { readonly pattern: RegExp; readonly read: Reading }[] = [
  // 2020-10-01, 2020/10/01, 2020. 10. 1.
  { pattern: new RegExp(`(?<!\\d)(?<y>\\d{4})([-/]|\\. ?)(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)${time}`, 'u'), read: numeric },
  // 2020年10月1日, 2020년 10월 1일
  { pattern: /(?<!\d)(?<y>\d{4}) ?[年년] ?(?<m>\d{1,2}) ?[月월] ?(?<d>\d{1,2}) ?[日일]/u, read: numeric },
  // October 1, 2020; Oct. 1st 2020
  { pattern: new RegExp(`(?<![\\p{L}\\p{M}])${month} (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?!\\d)`, 'u'), read: worded },
  // 2020. október 1., 2020 m. spalio 1 d.
  { pattern: new RegExp(`(?<!\\d)(?<y>\\d{4})\\.?(?: (?:m|gada)\\.?)? ${month} (?<d>\\d{1,2})(?!\\d)`, 'u'), read: worded },
  // 1 October 2020, 1. Oktober 2020, 1er octobre 2020, 1 de octubre de 2020, the 1st of October, 2020, 1 tháng 10, 2020
  {
    pattern: new RegExp(
      `(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th|er|η|\\.?[ºª°]|\\.)? ?(?:(?:de|of|d['’]|-) ?|ב)?${month}(?:,? (?:de |del )?|-)(?<y>\\d{4})(?!\\d)`,
      'u',
    ),
    read: worded,
  },
  // 1.10.2020, 1-10-2020, 1 | 10 | 2020
  { pattern: /(?<![\d.])(?<d>\d{1,2})(\. ?|-| ?\| ?)(?<m>\d{1,2})\2(?<y>\d{4})(?!\d)/u, read: numeric },
  // 25/12/2020, 12/25/2020; which of two small numbers is the month, the language may tell
  { pattern: /(?<!\d)(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y>\d{4})(?!\d)/u, read: slashed },
  // 1.10.20
  { pattern: /(?<![\d.])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{2})(?![\d.])/u, read: numeric },
  // 20201001
  { pattern: /(?<!\d)(?<y>(?:19|20)\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)/u, read: numeric },
]

function numeric({ y, m, d }: Record<string, string>): Parts {
  return { year: yearOf(y), month: Number(m), day: Number(d) }
}

function worded({ y, m = '', d }: Record<string, string>, language?: Language): Parts {
  const counted = /\d+/.exec(m)?.[0]
  return { year: yearOf(y), month: counted === undefined ? monthNumber(m, language) : Number(counted), day: Number(d) }
}

function slashed({ y, a, b }: Record<string, string>, language?: Language): Parts {
  const [first, second] = [Number(a), Number(b)]
  const year = yearOf(y)
  if (first > 12 || first === second) return { year, month: second, day: first }
  if (second > 12) return { year, month: first, day: second }
  const isMonthFirst = language === undefined ? undefined : monthFirst(language)
  if (isMonthFirst === undefined) return { year, month: undefined, day: second }
  return isMonthFirst ? { year, month: first, day: second } : { year, month: second, day: first }
}

/** Whether a language and region write the month before the day; undefined for English of no region, where both are usual. */
function monthFirst(language: Language): boolean | undefined {
  if (language === 'en') return undefined
  try {
    const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(0)
    return (
      parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day') && baseLanguage(language) === 'en'
    )
  } catch {
    return undefined
  }
}

/** Two figures are of 1970 to 2069; Thailand counts from 543 before. */
function yearOf(figures = ''): number {
  const year = Number(figures)
  if (figures.length === 2) return year + (year < 70 ? 2000 : 1900)
  return year > 2400 && year < 2700 ? year - 543 : year
}

export interface FoundDate {
  /** ISO 8601: a day, or a day and time where one was given with it. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** The first date in a line; its month may be written in one of some forty languages, or in the one given. */
export function findDate(line: string, language?: Language): FoundDate | undefined {
  if (!/\p{Nd}/u.test(line)) return undefined
  const figures = withAsciiDigits(line)
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(figures)
    if (match?.groups === undefined) continue
    const date = toIso(read(match.groups, language))
    if (date === undefined) continue
    const clock = match.groups.time === undefined ? '' : `T${match.groups.time}${match.groups.zone ?? ''}`
    return { date: date + clock, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

/** The text as a date, when it is one and nothing else. */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim()
  const found = findDate(trimmed)
  return found !== undefined && found.start === 0 && found.end === trimmed.length ? found.date : undefined
}

/** Decimal digits of any script as 0 to 9, each in the place of one. */
function withAsciiDigits(line: string): string {
  return line.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit
    let zero = digit.charCodeAt(0)
    while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && digit.charCodeAt(0) - zero < 9) zero -= 1
    return String(digit.charCodeAt(0) - zero)
  })
}

function toIso({ year, month, day }: Parts): string | undefined {
  if (month === undefined || month < 1 || month > 12 || year < 1000) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}
