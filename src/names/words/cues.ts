import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { readTable } from '../table.ts'

/**
 * Words beside a name that say it is a person, a street, a firm, a town, or another person; in lower case, by language. models/names/cues.tsv has
 * them; models/names/README.md tells whence.
 */
export interface Cues {
  /** Titles, ranks and callings before a name; no given names. */
  readonly title: ReadonlySet<string>
  /** Words that make the name after them the name of a street, a building, a firm or a prize: 'rue', 'Musée'. */
  readonly before: ReadonlySet<string>
  /** The same, after it: 'Street', 'Preis', 'utca'. */
  readonly after: ReadonlySet<string>
  /** Words that end the name of a newspaper or an office: a name right after them begins anew ('according to Morning Post Bequerel …'). */
  readonly institution: ReadonlySet<string>
  /** A name after these is where somebody is: 'in Cleveland', 'aus Neumann'. */
  readonly locative: ReadonlySet<string>
  /** A name after an indefinite article, or a contraction with one, is a thing: 'un Bolt', 'ein Diesel', 'am Piątek'. */
  readonly indefinite: ReadonlySet<string>
  /** Days and months: capitals in English, no names. */
  readonly date: ReadonlySet<string>
  /** Those of them that are given names, too. */
  readonly dateOrName: ReadonlySet<string>
}

type Kind = keyof Cues

/** English ones count in all languages: the names of firms and prizes are seldom translated. */
const shared: ReadonlySet<string> = new Set<Kind>(['title', 'before', 'after', 'institution', 'date', 'dateOrName'])

let rows: readonly string[][] | undefined
const known = new Map<Language, Cues>()

/** Those of a language; of one that is not known ('und'), those of all, but for its small words, which mean something else elsewhere. */
export function cuesOf(language: Language): Cues {
  const base = baseLanguage(language)
  let cues = known.get(base)
  if (cues === undefined) {
    cues = read(base)
    known.set(base, cues)
  }
  return cues
}

function read(wanted: Language): Cues {
  const cues: Record<Kind, Set<string>> = {
    title: new Set(),
    before: new Set(),
    after: new Set(),
    institution: new Set(),
    locative: new Set(),
    indefinite: new Set(),
    date: new Set(),
    dateOrName: new Set(),
  }
  rows ??= readTable('cues.tsv')
  const isKnown = rows.some(([language]) => language === wanted)
  for (const [language = '', kind = '', , words = ''] of rows) {
    if (language !== wanted && !(shared.has(kind) && (language === 'en' || !isKnown))) continue
    for (const word of words.split(' ')) cues[kind as Kind].add(word)
  }
  return cues
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What follows a name to tell its bearer from a father or a son of the same name; by who is meant. */
export const generations: Readonly<Record<'older' | 'younger', ReadonlySet<string>>> = {
  older: set('sr senior père vater padre ältere elder starszy starší idősebb id старший старша i'),
  younger: set('jr jun junior fils sohn hijo filho figlio jüngere younger młodszy mladší ifjabb ifj младший молодший ii iii iv neto'),
}

/** Those of them that are words for father and son: with a complement, or between commas, they say whose. */
export const kin = set('père vater padre fils sohn hijo filho figlio')
