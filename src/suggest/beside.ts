/** What stands beside names, by language: articles, of which a person's name has none; what says that a place follows; months and days. */
import type { Language } from '../article.ts'
import { baseLanguage } from '../language.ts'

type Lists = Readonly<Record<Language, ReadonlySet<string>>>

function lists(table: Readonly<Record<Language, string>>): Lists {
  return Object.fromEntries(Object.entries(table).map(([language, words]) => [language, new Set(words.split(' '))]))
}

/** Greek has none here: there persons have an article too. */
const articles = lists({
  en: 'the a an every each some this that these those',
  de: 'der die das dem den des ein eine einen einem einer eines kein keine keinen jede jeder jedes diese dieser dieses im am zum zur vom beim ins',
  fr: 'le la les l un une du des au aux ce cette ces',
  es: 'el la los las del al un una unos unas este esta',
  ca: 'el la els les l del dels al als un una',
  it: 'il lo la i gli le l un uno una del della dello dei degli delle al alla nel nella dal dalla sul sulla',
  pt: 'o a os as um uma do da dos das no na nos nas ao pelo pela',
  nl: 'de het een',
  sv: 'den det de en ett',
  da: 'den det de en et',
  nb: 'den det de en et ei',
  hu: 'a az egy',
  ro: 'un o',
})

const placePrepositions = lists({
  en: 'in near from',
  de: 'in aus nach bei',
  fr: 'à en',
  es: 'en',
  ca: 'a',
  it: 'a',
  pt: 'em',
  nl: 'in uit naar te',
  sv: 'i från till',
  da: 'i fra til',
  nb: 'i fra til',
  pl: 'w we do',
  cs: 'v ve do',
  sk: 'v vo do',
  hr: 'u',
  sr: 'u у',
  bg: 'в във',
  ru: 'в во',
  uk: 'у в',
})

const none: ReadonlySet<string> = new Set()

/** @param word in lower case */
export function isArticle(word: string, language: Language): boolean {
  return (articles[baseLanguage(language)] ?? none).has(word)
}

/** @param word in lower case */
export function isPlacePreposition(word: string, language: Language): boolean {
  return (placePrepositions[baseLanguage(language)] ?? none).has(word)
}

let calendar: ReadonlySet<string> | undefined

/** Whether the word is a month or a day of the week, or short for one, in a language that writes them with a capital. Names come from CLDR. */
export function isDate(word: string): boolean {
  calendar ??= new Set(['en', 'de', 'el'].flatMap(datesOf))
  return calendar.has(word.toLowerCase())
}

function datesOf(language: Language): string[] {
  // Twelve months from 1 January 2001, a Monday, have all days of the week among their firsts.
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2001, month, 1))
  const options = (['long', 'short'] as const).flatMap(
    (length) => [{ month: length, day: 'numeric' }, { month: length }, { weekday: length }] as const,
  )
  const formats = options.map((shown) => new Intl.DateTimeFormat(language, { ...shown, timeZone: 'UTC' }))
  return formats.flatMap((format) =>
    days.flatMap((day) =>
      format
        .formatToParts(day)
        .filter(({ type }) => type === 'month' || type === 'weekday')
        .map(({ value }) => value.toLowerCase().replace('.', '')),
    ),
  )
}
