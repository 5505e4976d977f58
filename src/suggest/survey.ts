import type { Language, Span } from '../article.ts'
import { nameRuns } from './runs.ts'

/** One text of a corpus: an article in its own language. */
export interface SurveyedText {
  readonly id: string
  readonly language: Language
  readonly text: string
}

/** What was seen of one run of words. */
export interface Sightings {
  readonly words: readonly string[]
  /** Where its first word would have a capital in any case, and elsewhere. */
  opening: number
  inside: number
  documents: number
  /** In a language that writes all nouns with a capital. */
  german: number
  last: string
}

/** Runs kept; of more, those seen once are forgotten (lossy counting, Manku & Motwani 2002). */
const MOST_RUNS = 1_000_000

/** Counts the runs of name words in a corpus, in memory that does not grow with it. */
export class Survey {
  readonly #runs = new Map<string, Sightings>()
  readonly #lower = new Set<string>()

  add({ id, language, text }: SurveyedText, isTaken: (span: Span) => boolean): void {
    const { runs, lower } = nameRuns(text, language, isTaken)
    if (this.#lower.size < MOST_RUNS) for (const word of lower) this.#lower.add(word)
    for (const { words, opens } of runs) {
      const key = words.join(' ')
      let seen = this.#runs.get(key)
      if (seen === undefined) {
        if (this.#runs.size >= MOST_RUNS) this.#forget()
        seen = { words, opening: 0, inside: 0, documents: 0, german: 0, last: '' }
        this.#runs.set(key, seen)
      }
      if (opens) seen.opening++
      else seen.inside++
      if (language === 'de' || language.startsWith('de-')) seen.german++
      if (seen.last !== id) seen.documents++
      seen.last = id
    }
  }

  #forget(): void {
    for (const [key, { opening, inside }] of this.#runs) if (opening + inside < 2) this.#runs.delete(key)
  }

  /** Whether the word stands somewhere in lower case. */
  isWord(word: string): boolean {
    return this.#lower.has(word.toLowerCase())
  }

  /** How often the run of words was seen. */
  countOf(words: string): number {
    const seen = this.#runs.get(words)
    return seen === undefined ? 0 : seen.opening + seen.inside
  }

  /** In how many texts the run of words was seen by itself. */
  documentsOf(words: readonly string[]): number {
    return this.#runs.get(words.join(' '))?.documents ?? 0
  }

  /** All runs, those in most documents first, then the most frequent, then those with most to lose: garbling drops letters and marks. */
  ranked(): Sightings[] {
    const frequency = ({ opening, inside }: Sightings): number => opening + inside
    const marks = (key: string): number => key.normalize('NFD').length
    return [...this.#runs.entries()]
      .sort(([a, x], [b, y]) => y.documents - x.documents || frequency(y) - frequency(x) || marks(b) - marks(a) || (a < b ? -1 : 1))
      .map(([, sightings]) => sightings)
  }
}
