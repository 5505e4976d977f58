import type { Kind } from '../article.ts'
import { cuesOf } from '../names/words/cues.ts'
import { isGivenName } from '../names/words/given-names.ts'
import { isDemonym, isWord } from '../names/words/lexicon.ts'
import { particles } from './runs.ts'
import type { Sightings, Survey } from './survey.ts'

/** Letters of the shortest single word that is proposed. */
const SHORTEST = 4
/** Words of the longest name of a person, particles not counted. */
const MOST_NAMES = 4
/** Of the times that a name is met, how often what stands before it must say something, for that to be believed. */
const MOSTLY = 0.5

/** What runs of words seem to name. */
export class Kinds {
  readonly #survey: Survey
  readonly #beginnings = new Map<string, Beginnings>()

  constructor(survey: Survey, ranked: readonly Sightings[]) {
    this.#survey = survey
    for (const { words, documents } of ranked) {
      if (words.length < 2) continue
      this.#of(words[0]!).add(words.at(-1)!, documents)
      this.#of(words.at(-1)!).ends += documents
    }
  }

  #of(word: string): Beginnings {
    const known = this.#beginnings.get(word) ?? new Beginnings()
    this.#beginnings.set(word, known)
    return known
  }

  /** What a run of several words seems to name; undefined when it is no name, or none of several words. */
  ofSeveral(words: readonly string[], sightings: Sightings): Kind | undefined {
    const names = words.filter((word) => !particles.has(word))
    const [first = '', ...rest] = names
    if (rest.length === 0) return undefined
    const { count, opening, german, documents, before } = sightings
    // Where every noun has a capital, two in a row are hardly ever a name; what other languages write so too is.
    const isGerman = german === count
    if (names.some(isInstitution)) return count > opening && (!isGerman || documents > 1) ? 'organization' : undefined
    if (this.#isPossession(first) || isDemonym(first)) return undefined
    const given = this.#isGiven(first)
    const isPlace = before.place > MOSTLY * count && !given
    if (isPlace && (!isGerman || before.place > 1)) return before.place > 1 || !this.#isWordIn(names) ? 'place' : undefined
    if (names.length > MOST_NAMES || this.#isWordIn(given ? rest : names)) return undefined
    if (before.title > 0 || given) return 'person'
    if (isGerman ? this.#isNounIn(names, sightings) : before.article > MOSTLY * count) return undefined
    return this.#isBrand(first) ? 'term' : 'person'
  }

  /** Whether a name is known for a given one, or begins several names here and ends none. */
  #isGiven(first: string): boolean {
    const { ends, initials } = this.#of(first)
    return (
      isGivenName(first) ||
      (ends === 0 && initials.size > 1 && !this.#isBrand(first) && !this.#survey.isNoun(first) && !isWord(first, 'en'))
    )
  }

  /** Whether one of the words is a word of the language: in lower case elsewhere, or in a lexicon, and nobody's name by itself. */
  #isWordIn(names: readonly string[]): boolean {
    return names.some((word) => (this.#survey.isCommon(word) || isWord(word, 'en')) && !isGivenName(word) && !this.#isName(word))
  }

  /** Whether a word that is also one of the language stands inside sentences with a capital, and never after an article. */
  #isName(word: string): boolean {
    const alone = this.#survey.of([word])
    return alone !== undefined && alone.count > alone.opening && alone.before.article === 0
  }

  /** Whether nouns of a language that writes them all with a capital may stand there: unless the run recurs, or its end does by itself. */
  #isNounIn(names: readonly string[], { documents, before }: Sightings): boolean {
    if (before.article > 0 || names.some((word) => this.#survey.isNoun(word))) return true
    return documents < 2 && this.#survey.of(names.slice(-1)) === undefined
  }

  /** No name begins with what is elsewhere a family name, bare or in the genitive: 'Einstein Letters', 'Einsteins Briefe'. */
  #isPossession(first: string): boolean {
    if (isGivenName(first)) return false
    const bare = first.replace(/s$/u, '')
    if (bare !== first && this.#beginnings.has(bare)) return true
    const { starts, ends } = this.#of(first)
    return ends > starts
  }

  /** Whether many names begin with the word, which stands mostly by itself: 'Google Maps', 'Google Drive', 'Google'. */
  #isBrand(first: string): boolean {
    const { starts, initials } = this.#of(first)
    return initials.size > 2 && (this.#survey.of([first])?.documents ?? 0) > starts
  }

  /** What a word that stands by itself, in no full name, seems to name; undefined when it is no name. */
  ofOne(word: string, { count, opening, german, documents, before }: Sightings): Kind | undefined {
    if (count <= opening + german || word.length < SHORTEST || this.#survey.isCommon(word) || isWord(word, 'en') || isDemonym(word))
      return undefined
    if (before.title > 0) return 'person'
    if (before.article > MOSTLY * count && documents < 2) return undefined
    return before.place > MOSTLY * (count - opening) ? 'place' : 'term'
  }
}

/** What is known of the names that begin or end with a word, in documents. */
class Beginnings {
  starts = 0
  ends = 0
  /** Of what follows it. */
  readonly initials = new Set<string>()

  add(last: string, documents: number): void {
    this.starts += documents
    this.initials.add(last.charAt(0))
  }
}

/** Of all languages: a corpus has many. */
const cues = cuesOf('und')

/** Starts of words for institutions, in many languages. */
const institution =
  /^(?:acad|akad|universi|institu|hochschul|colleg|muse|hotel|hôtel|soci|gesellsch|verein|commission|kommi[sš]|comit|commit|komit|council|minist|congr|kongr|confer|konferen|librar|bibliot|theat|théât|hospital|church|kirche|bank|department|polic|poliz)/u

function isInstitution(word: string): boolean {
  const lower = word.toLowerCase()
  return institution.test(lower) || cues.institution.has(lower) || cues.after.has(lower)
}
