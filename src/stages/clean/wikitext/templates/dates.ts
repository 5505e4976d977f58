/** Dates as a wiki's templates write them out, in the words of CLDR. */
import { monthNumber } from '../../months.ts'
import type { Wiki } from '../wiki.ts'
import type { Arguments, Render } from './render.ts'

interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month?: number | undefined
  readonly day?: number | undefined
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format({ year, month, day }: Day, locale: string): string {
  if (month === undefined) return String(year)
  const key = `${locale} ${day === undefined}`
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', ...(day !== undefined && { day: 'numeric' }) }
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' })
  formats.set(key, known)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day ?? 1)
  const text = known.format(date)
  if (locale === 'ru' || locale === 'uk') return text.replace(/ [гр]\.$/u, '')
  return locale === 'fr' && day === 1 ? text.replace(/^1 /, '1er ') : text
}

/** English dates begin with the month unless `df` is set. Other languages have one order. */
function localeOf({ named }: Arguments, style: string | undefined, { language }: Wiki): string {
  if (language !== 'en') return language
  return style === 'dmy' || /^(?:y|yes|true|1|dmy)$/i.test(named.get('df') ?? '') ? 'en-GB' : 'en-US'
}

/** Three arguments as a day; their order is turned round where the year stands at the other end. */
function dayOf(pieces: readonly string[], order: string, { language }: Wiki): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(pieces[0] ?? '')
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]))
  const given = pieces.filter((piece) => piece !== '')
  if (given.length === 1) return /^\d{3,4}$/.test(given[0]!) ? { year: Number(given[0]) } : undefined
  const yearFirst = given.length === 2 ? order === 'ymd' : /^\d{3,4}$/.test(given[0]!) || (order === 'ymd' && !/^\d{3,4}$/.test(given[2]!))
  const [year = '', month = '', day] = yearFirst ? given : given.toReversed()
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthNumber(month, language)
  const date = day === undefined ? undefined : Number(/^\d{1,2}/.exec(day)?.[0] ?? Number.NaN)
  return /^\d{1,4}$/.test(year) && number !== undefined ? checked(Number(year), number, date) : undefined
}

function checked(year: number, month: number, day: number | undefined): Day | undefined {
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= 31)) ? { year, month, day } : undefined
}

/** `=date ymd mdy`: the order of the arguments, and that of English words. */
export function date(order: string, style: string): Render {
  return (args, wiki) => {
    const pieces = args.positional.length > 0 ? args.positional.slice(0, 3) : namedParts(args)
    const day = dayOf(pieces, order, wiki)
    return day === undefined ? pieces.filter((piece) => piece !== '').join(' ') : format(day, localeOf(args, style, wiki))
  }
}

function namedParts({ named }: Arguments): string[] {
  return ['year', 'month', 'day'].map((name) => named.get(name) ?? '')
}

/**
 * `=died ymd mdy (aged #)`: of death and of birth; `=born` has birth first. `#` is the age; forms of a word behind it, for one, few and many,
 * have slashes between.
 */
export function died(birthFirst: boolean, order: string, style: string, age: string): Render {
  return (args, wiki) => {
    const [one, other] = [args.positional.slice(0, 3), args.positional.slice(3, 6)]
    const [deathPieces, birthPieces] = birthFirst && other.length > 0 ? [other, one] : [one, other]
    const death = dayOf(deathPieces, order, wiki)
    if (death === undefined) return deathPieces.join(' ')
    const birth = dayOf(birthPieces, order, wiki)
    const text = format(death, localeOf(args, style, wiki))
    const years = birth === undefined ? undefined : yearsBetween(birth, death)
    if (years === undefined || age === '') return text
    const words = age.replace(
      /#( ?)([^\s()]+\/[^\s()]+)?/u,
      (_, space: string, forms = '') => `${years}${space}${wordFor(years, forms, wiki.language)}`,
    )
    return /^[(]/.test(words) ? `${text} ${words}` : text + words
  }
}

function wordFor(count: number, forms: string, language: string): string {
  const words = forms.split('/')
  const at = ['one', 'few'].indexOf(new Intl.PluralRules(language).select(count))
  return words[at < 0 ? words.length - 1 : at] ?? ''
}

function yearsBetween(from: Day, to: Day): number {
  const early = (to.month ?? 12) - (from.month ?? 1) || (to.day ?? 31) - (from.day ?? 1)
  return to.year - from.year - (early < 0 ? 1 : 0)
}

/** `{{age|1900|1|1|1950|1|1}}`; undefined when the second date is today's. */
export function ageAt({ positional }: Arguments, wiki: Wiki): string | undefined {
  const [from, to] = [dayOf(positional.slice(0, 3), 'ymd', wiki), dayOf(positional.slice(3, 6), 'ymd', wiki)]
  return from === undefined || to === undefined ? undefined : String(yearsBetween(from, to))
}

/** `{{as of|2010|5|lc=y}}`. */
export function asOf(words: string): Render {
  const [upper = '', lower = ''] = words.split('|')
  return (args, wiki) => {
    const alternative = args.named.get('alt')
    if (alternative) return alternative
    const day = dayOf(args.positional.slice(0, 3), 'ymd', wiki)
    const when = day === undefined ? args.positional.join(' ') : format(day, localeOf(args, undefined, wiki))
    return `${args.named.get('lc') ? lower : upper} ${when}`
  }
}

/** `{{OldStyleDate|14 февраля|1900|1 февраля}}` → '1 (14) февраля 1900'. */
export const oldStyle: Render = ({ positional: [now = '', year = '', then = ''] }) => {
  const [day, ...month] = now.split(' ')
  const [oldDay, ...oldMonth] = then.split(' ')
  if (then === '') return `${now} ${year}`.trim()
  return month.join(' ') === oldMonth.join(' ') ? `${oldDay} (${day}) ${month.join(' ')} ${year}`.trim() : `${then} (${now}) ${year}`.trim()
}
