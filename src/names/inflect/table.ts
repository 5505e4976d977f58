import type { Language } from '../../article.ts'
import { readTable } from '../table.ts'

/** What the end of a word may be, or become. */
export interface Rule {
  /** What is taken off. */
  readonly end: string
  /** What comes in its place. */
  readonly instead: string
  /** Of all words with the suffix that the rule was asked for. */
  readonly probability: number
  /** Whether a foreign name is left, to which the language had added an ending: Latvian Keplers, Keplera. */
  readonly adapted: boolean
}

/** What is known of the ends of names in one language. */
export interface Inflection {
  /** Rules by suffix: those of the longest that a word has are its readings. */
  readonly readings: ReadonlyMap<string, readonly Rule[]>
  /** Endings that make a man's family name a woman's. Only women are called so; they belong to the name. */
  readonly women: readonly Rule[]
  /** Small words written together with the name after them. */
  readonly proclitics: readonly string[]
  /** By case, as 'Gen.Sing': what a nominative with this suffix becomes, at the longest. */
  readonly cases: ReadonlyMap<string, ReadonlyMap<string, Rule>>
}

let table: ReadonlyMap<Language, Inflection> | undefined

/** What is known of names in `language`, a base language. The table is read when first asked for: 60 to 220 ms on a busy core. */
export function inflectionOf(language: Language): Inflection | undefined {
  table ??= read()
  return table.get(language)
}

interface Growing {
  readonly readings: Map<string, Rule[]>
  readonly women: Rule[]
  readonly proclitics: string[]
  readonly cases: Map<string, Map<string, Rule>>
}

function read(): Map<Language, Growing> {
  const found = new Map<Language, Growing>()
  for (const [language = '', kind = '', suffix = '', end = '', instead = '', probability = '', source = ''] of readTable(
    'inflection.tsv.gz',
  )) {
    const known: Growing = found.get(language) ?? { readings: new Map(), women: [], proclitics: [], cases: new Map() }
    found.set(language, known)
    const rule = { end, instead, probability: Number(probability), adapted: source === 'adapted' }
    if (kind === 'read') put(known.readings, suffix, rule)
    else if (kind === 'woman') known.women.push(rule)
    else if (kind === 'before') known.proclitics.push(suffix)
    else {
      const forms = known.cases.get(kind) ?? new Map<string, Rule>()
      known.cases.set(kind, forms)
      forms.set(suffix, rule)
    }
  }
  return found
}

function put(map: Map<string, Rule[]>, suffix: string, rule: Rule): void {
  const list = map.get(suffix)
  if (list === undefined) map.set(suffix, [rule])
  else list.push(rule)
}

/** Letters of the longest suffix in the table. */
const LONGEST = 9

/** What `map` has for the longest suffix of `word`, in lower case, that is shorter than it. */
export function ofLongestSuffix<T>(map: ReadonlyMap<string, T>, word: string): T | undefined {
  for (let length = Math.min(LONGEST, word.length - 1); length >= 0; length--) {
    const known = map.get(word.slice(word.length - length))
    if (known !== undefined) return known
  }
  return undefined
}
