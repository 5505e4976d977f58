import type { Language, Span } from '../article.ts'
import { baseLanguage } from '../language.ts'
import { type NameRun, nameRuns } from './runs.ts'

/** One text of a corpus: an article in its own language. */
export interface SurveyedText {
  readonly id: string
  readonly language: Language
  readonly text: string
}

/** What was seen of one run of words. */
export interface Sightings {
  readonly words: readonly string[]
  count: number
  /** Where its first word would have a capital in any case. */
  opening: number
  /** In a language that writes all nouns with a capital. */
  german: number
  documents: number
  /** Number of the last document. */
  last: number
  /** The first of the documents, by their numbers, rising. */
  readonly first: number[]
  /** What stood before it. */
  readonly before: Record<NameRun['before'], number>
}

/** Runs and words kept; of more, the rarest are forgotten (after lossy counting, Manku & Motwani 2002). */
const MOST_KEPT = 500_000
/** What is left of them then. */
const LEFT = 0.75
/** Documents remembered for a run. */
const MOST_DOCUMENTS = 8

/** A word is common when it is in lower case as often as that, for each time with a capital that means something. */
const COMMON = 0.1

/** Counts the runs of name words in a corpus, in memory that does not grow with it. */
export class Survey {
  readonly #runs = new Map<string, Sightings>()
  readonly #lower = new Map<string, number>()
  readonly #capital = new Map<string, number>()
  #document = 0

  add({ language, text }: SurveyedText, isTaken: (span: Span) => boolean): void {
    this.#document++
    const nounsHaveCapitals = baseLanguage(language) === 'de'
    const { runs, lower } = nameRuns(text, language, isTaken)
    for (const word of lower) count(this.#lower, word)
    for (const run of runs) {
      this.#sight(run, nounsHaveCapitals)
      if (!nounsHaveCapitals) for (const word of run.opens ? run.words.slice(1) : run.words) count(this.#capital, word)
    }
  }

  #sight({ words, opens, before }: NameRun, german: boolean): void {
    const key = words.join(' ')
    let seen = this.#runs.get(key)
    if (seen === undefined) {
      forgetRarest(this.#runs, (sightings) => sightings.count)
      const none = { title: 0, article: 0, place: 0, nothing: 0 }
      seen = { words, count: 0, opening: 0, german: 0, documents: 0, last: 0, first: [], before: none }
      this.#runs.set(key, seen)
    }
    seen.count++
    if (opens) seen.opening++
    if (german) seen.german++
    seen.before[before]++
    if (seen.last === this.#document) return
    seen.last = this.#document
    seen.documents++
    if (seen.first.length < MOST_DOCUMENTS) seen.first.push(this.#document)
  }

  /** Whether the word is mostly written in lower case: its capital is that of a headline. */
  isCommon(word: string): boolean {
    return (this.#lower.get(word.toLowerCase()) ?? 0) > COMMON * (this.#capital.get(word) ?? 0)
  }

  /** Whether the word stands, in a language that writes nouns with a capital, after articles, and nowhere else: it is a noun. */
  isNoun(word: string): boolean {
    const seen = this.#runs.get(word)
    return seen !== undefined && seen.german === seen.count && seen.before.article > 0
  }

  /** The run of words, where it stands by itself. */
  of(words: readonly string[]): Sightings | undefined {
    return this.#runs.get(words.join(' '))
  }

  /** All runs, in the order of `byFrequency`. */
  ranked(): Sightings[] {
    return [...this.#runs.values()].sort(byFrequency)
  }
}

/** Those in most documents first, then the most frequent, then those of Latin letters, then those with most to lose: garbling drops marks. */
export function byFrequency(a: Sightings, b: Sightings): number {
  const [name, other] = [a.words.join(' '), b.words.join(' ')]
  return (
    b.documents - a.documents ||
    b.count - a.count ||
    Number(isLatin(other)) - Number(isLatin(name)) ||
    other.normalize('NFD').length - name.normalize('NFD').length ||
    (name < other ? -1 : 1)
  )
}

export function isLatin(name: string): boolean {
  return /^\p{Script=Latin}/u.test(name)
}

/** What was seen of two runs that are one name, `words`. */
export function together(words: readonly string[], a: Sightings, b: Sightings): Sightings {
  return {
    words,
    count: a.count + b.count,
    opening: a.opening + b.opening,
    german: a.german + b.german,
    documents: Math.max(a.documents, b.documents),
    last: Math.max(a.last, b.last),
    first: [...new Set([...a.first, ...b.first])].sort((one, other) => one - other).slice(0, MOST_DOCUMENTS),
    before: {
      title: a.before.title + b.before.title,
      article: a.before.article + b.before.article,
      place: a.before.place + b.before.place,
      nothing: a.before.nothing + b.before.nothing,
    },
  }
}

function count(counts: Map<string, number>, word: string): void {
  const known = counts.get(word)
  if (known === undefined) forgetRarest(counts, (times) => times)
  counts.set(word, (known ?? 0) + 1)
}

/** Makes room when as much as may be is kept. */
function forgetRarest<T>(kept: Map<string, T>, timesOf: (value: T) => number): void {
  if (kept.size < MOST_KEPT) return
  for (let least = 2; kept.size > MOST_KEPT * LEFT; least++) {
    for (const [key, value] of kept) if (timesOf(value) < least) kept.delete(key)
  }
}
