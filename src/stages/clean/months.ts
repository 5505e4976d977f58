/**
 * Names of months. They come from CLDR, through Intl, so there is no table to keep.
 */
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

/** Whose names are understood whatever the language of the text is; where two mean different months by a name, the first is right. */
const anywhere =
  'en de fr es it pt nl pl ru uk sv da nb fi cs hu ro tr el id ca sk bg sl et lv lt is he ar hi bn fa th vi az kk hy ka sr'.split(' ')

const known = new Map<Language, ReadonlyMap<string, number>>()
let shared: ReadonlyMap<string, number> | undefined

/** 1 to 12. A name of the language goes before one of another: 'listopad' is October in Croatian, and November in Polish. */
export function monthNumber(name: string, language?: Language): number | undefined {
  const key = keyOf(name)
  const own = language === undefined ? undefined : monthsOf(baseLanguage(language)).get(key)
  if (own !== undefined) return own
  shared ??= new Map(anywhere.toReversed().flatMap((other) => [...monthsOf(other)]))
  return shared.get(key)
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '')
}

function monthsOf(language: Language): ReadonlyMap<string, number> {
  const before = known.get(language)
  if (before !== undefined) return before
  const names = new Map<string, number>()
  for (const month of ['long', 'short'] as const) {
    for (const options of [{ month }, { month, day: 'numeric' }] as const) {
      let format: Intl.DateTimeFormat
      try {
        format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' })
      } catch {
        return names
      }
      for (let number = 1; number <= 12; number += 1) {
        const name = format.formatToParts(Date.UTC(2001, number - 1, 15)).find(({ type }) => type === 'month')?.value
        if (name === undefined || !/\p{L}{2}/u.test(name)) continue
        const key = keyOf(name)
        if (!names.has(key)) names.set(key, number)
      }
    }
  }
  known.set(language, names)
  return names
}
