/**
 * Dates in words and figures → ISO 8601.
 */

/** Month names come from CLDR, through Intl, so there is no table to keep. Languages whose names clash with another's are not among them. */
const monthLanguages = 'en de fr es it pt nl pl ru uk sv da nb fi cs hu ro tr el id ca'.split(' ')

let months: Map<string, number> | undefined

function monthNumber(name: string): number | undefined {
  months ??= buildMonths()
  return months.get(monthKey(name))
}

function monthKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '')
}

function buildMonths(): Map<string, number> {
  const found = new Map<string, number>()
  for (const language of monthLanguages) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const name = format.formatToParts(Date.UTC(2001, month - 1, 15)).find(({ type }) => type === 'month')?.value
        // The first language wins where an abbreviation means two months.
        if (name !== undefined && /\p{L}{3}/u.test(name) && !found.has(monthKey(name))) found.set(monthKey(name), month)
      }
    }
  }
  return found
}

type Parts = { readonly year: number; readonly month: number | undefined; readonly day: number }

const time = /(?:[T ](?<time>\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?)(?<zone>Z|[+-]\d\d:?\d\d)?)?/.source
const patterns: readonly { readonly pattern: RegExp; readonly read: (groups: Record<string, string>) => Parts }[] = [
  // 2020-10-01, 2020/10/01
  { pattern: new RegExp(`(?<!\\d)(?<y>\\d{4})([-/])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)${time}`, 'u'), read: numeric },
  // 2020年10月1日, 2020년 10월 1일
  { pattern: /(?<!\d)(?<y>\d{4}) ?[年년] ?(?<m>\d{1,2}) ?[月월] ?(?<d>\d{1,2}) ?[日일]/u, read: numeric },
  // October 1, 2020; Oct. 1st 2020
  { pattern: /(?<!\p{L})(?<m>\p{L}{3,15}\.?) (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)/u, read: worded },
  // 1 October 2020, 1. Oktober 2020, 1er octobre 2020, 1 de octubre de 2020, the 1st of October, 2020
  {
    pattern:
      /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.?[ºª°]|\.)? ?(?:(?:de|of|d['’]|-) ?)?(?<m>\p{L}{3,15}\.?)(?:,? (?:de |del )?|-)(?<y>\d{4})(?!\d)/u,
    read: worded,
  },
  // 1.10.2020
  { pattern: /(?<!\d)(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})(?!\d)/u, read: numeric },
  // 25/12/2020, 12/25/2020; which of two small numbers is the month cannot be told
  { pattern: /(?<!\d)(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y>\d{4})(?!\d)/u, read: slashed },
]

function numeric({ y, m, d }: Record<string, string>): Parts {
  return { year: Number(y), month: Number(m), day: Number(d) }
}

function worded({ y, m = '', d }: Record<string, string>): Parts {
  return { year: Number(y), month: monthNumber(m), day: Number(d) }
}

function slashed({ y, a, b }: Record<string, string>): Parts {
  const [first, second] = [Number(a), Number(b)]
  if (first > 12 || first === second) return { year: Number(y), month: second, day: first }
  return { year: Number(y), month: second > 12 ? first : undefined, day: second }
}

export interface FoundDate {
  /** ISO 8601: a day, or a day and time where one was given with it. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** The first date in a line; its month may be written in one of some twenty languages. */
export function findDate(line: string): FoundDate | undefined {
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(line)
    if (match?.groups === undefined) continue
    const date = toIso(read(match.groups))
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

function toIso({ year, month, day }: Parts): string | undefined {
  if (month === undefined || month < 1 || month > 12 || year < 1000) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}
