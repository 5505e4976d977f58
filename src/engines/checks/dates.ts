/** Months, days of the week and times of day: another one in the translation than in its source. Their names are those of CLDR, as the runtime has them. */
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { mayHaveDigits } from './numbers.ts'

interface Names {
  /** A pattern that finds a name, and which one it is, from 0. */
  readonly pattern: RegExp
  readonly number: ReadonlyMap<string, number>
}

/** Hours and minutes: 14:30, 14.30 Uhr, 2.30 p.m., 14h30, 14時30分. */
const time = /(?<![\p{Nd}.:])(\p{Nd}{1,2})(?:[:.hH]|\s?[时時点點]\s?)(\p{Nd}{2})(?![\p{Nd}]|[.:]\p{Nd})\s*(uhr|[ap]\.?\s?m\b)?/giu

const digit = /\p{Nd}/u

export function dateDiffers(source: string, target: string, from: Language, to: Language): boolean {
  return (['months', 'days'] as const).some((kind) => {
    const before = namedIn(source, from, kind)
    if (before.size === 0) return false
    const after = namedIn(target, to, kind)
    // Both: one alone may be said otherwise ('3.', 'last week').
    return (
      [...before].some((each) => !after.has(each) && !hasMonth(target, each, kind)) &&
      [...after].some((each) => !before.has(each) && !hasMonth(source, each, kind))
    )
  })
}

/** Whether a time of `source` is none of `target`, which has others. */
export function timeDiffers(source: string, target: string): boolean {
  const before = timesIn(source)
  if (before.size === 0) return false
  const after = timesIn(target)
  return after.size > 0 && [...before].some((each) => !after.has(each)) && [...after].some((each) => !before.has(each))
}

/** Without the times in it, whose hours need not be the same: 14:30 is 2:30 p.m. */
export function withoutTimes(text: string): string {
  if (!digit.test(text)) return text
  return text.replace(time, (match, hours: string, minutes: string, mark: string | undefined) =>
    isTime(match, Number(hours), Number(minutes), mark) ? ' ' : match,
  )
}

/** Minutes since noon or midnight. */
function timesIn(text: string): Set<number> {
  if (!mayHaveDigits(text)) return new Set()
  const folded = text.normalize('NFKC')
  return new Set(
    [...folded.matchAll(time)].flatMap(([match, hours, minutes, mark]) =>
      isTime(match, Number(hours), Number(minutes), mark) ? [(Number(hours) % 12) * 60 + Number(minutes)] : [],
    ),
  )
}

/** With a full stop it is one only where a word says so: 2.30 may be a number. */
function isTime(match: string, hours: number, minutes: number, mark: string | undefined): boolean {
  return hours <= 24 && minutes < 60 && (!match.includes('.') || !/^\p{Nd}+\./u.test(match) || mark !== undefined)
}

/** A month by its number: '3月', '12.3.2020', '2020-03-12'. */
function hasMonth(text: string, month: number, kind: 'months' | 'days'): boolean {
  return (
    kind === 'months' &&
    new RegExp(`(?<!\\d)0?${month + 1}(?:\\s?[月월]|[./-]|(?=[./-]?\\d{4}))|[./-]0?${month + 1}(?!\\d)`, 'u').test(text.normalize('NFKC'))
  )
}

function namedIn(text: string, language: Language, kind: 'months' | 'days'): Set<number> {
  const names = namesOf(baseLanguage(language), kind)
  const found = new Set<number>()
  // No month in digits is without them.
  if (kind === 'months' && mayHaveDigits(text)) {
    const folded = text.normalize('NFKC')
    if (/[月월]/u.test(folded)) for (const [, month] of folded.matchAll(/(?<!\d)0?(\d{1,2})\s?[月월]/gu)) found.add(Number(month) - 1)
  }
  if (names === undefined) return found
  for (const [name] of text.normalize('NFC').matchAll(names.pattern)) {
    // 'may', 'march', 'mars': what is written small where months are not is a word.
    const number = names.number.get(name.toLowerCase())
    if (number !== undefined) found.add(number)
  }
  return found
}

/** Languages whose short names are no abbreviations: 周五. */
const cjk = new Set(['zh', 'ja', 'yue'])

const known = new Map<string, Names | undefined>()

function namesOf(language: Language, kind: 'months' | 'days'): Names | undefined {
  const key = `${language} ${kind}`
  if (!known.has(key)) known.set(key, makeNames(language, kind))
  return known.get(key)
}

function makeNames(language: Language, kind: 'months' | 'days'): Names | undefined {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return undefined
  const styles: readonly Intl.DateTimeFormatOptions[] =
    kind === 'months'
      ? [{ month: 'long' }, { month: 'long', day: 'numeric' }]
      : [{ weekday: 'long' }, ...(cjk.has(language) ? [{ weekday: 'short' } as const] : [])]
  const number = new Map<string, number>()
  const written: string[] = []
  for (let at = 0; at < (kind === 'months' ? 12 : 7); at += 1) {
    const date = kind === 'months' ? Date.UTC(2021, at, 5) : Date.UTC(2021, 7, 1 + at)
    for (const style of styles) {
      const parts = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).formatToParts(date)
      const name = parts.find(({ type }) => type === (kind === 'months' ? 'month' : 'weekday'))?.value ?? ''
      // '3月' is a number, and read as one.
      if (!/\p{L}{3}|\p{Script=Han}{2}/u.test(name) || /\p{N}/u.test(name)) continue
      number.set(name.toLowerCase(), at)
      written.push(name)
    }
  }
  if (written.length === 0) return undefined
  const isSmall = written.every((name) => name === name.toLowerCase())
  const names = [...new Set(written)].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const edge = /\p{Script=Han}|\p{Script=Thai}/u.test(written[0]!) ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])']
  return { pattern: new RegExp(`${edge[0]}(?:${names.join('|')})${edge[1]}`, isSmall ? 'giu' : 'gu'), number }
}
