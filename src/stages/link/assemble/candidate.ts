import type { Part } from '../../../glossary/parts.ts'
import { plain, squeeze } from '../../../names/compare/spelling.ts'
import type { Lemma } from '../../../names/inflect/endings.ts'
import type { Window } from '../../../names/text/words.ts'
import type { NamePart } from '../spot/readings.ts'

/** A stretch of words that spells, well or badly, one part of a glossary name. */
export interface Piece extends Window {
  readonly part: Part
  /** How the last word is inflected. */
  readonly lemma: Lemma
  /** 0..1 */
  readonly similarity: number
  /** Right as it is, though not written as in the glossary: a short form ('Rafa' for Rafael), words inflected one by one. Never rewritten. */
  readonly kept: boolean
  /** Whether it stands in another script than Latin and writes down how the part sounds. */
  readonly heard: boolean
  /** What Han characters were read as; undefined when they say themselves how they are read. */
  readonly read?: NamePart | undefined
}

/** What of an entry's name was found. */
export type Shape = 'full' | 'initial' | 'family' | 'given' | 'word' | 'whole' | 'alias'

/** An entry that a stretch of words may name. */
export interface Candidate extends Window {
  readonly entry: number
  readonly shape: Shape
  readonly pieces: readonly Piece[]
}

/** Whether a name was taken by its sound, in another script: its letters say less. */
export function isHeardOnly({ pieces }: Candidate): boolean {
  return pieces.some(({ heard }) => heard)
}

/** 0..1: how much of all letters of the pieces is shared. */
export function similarityOf(pieces: readonly Piece[]): number {
  let letters = 0
  let shared = 0
  for (const { part, similarity } of pieces) {
    letters += part.key.length
    shared += part.key.length * similarity
  }
  return letters === 0 ? 0 : shared / letters
}

/** How many letters of the entry's name are accounted for: of two candidates for the same words, the better one has more. */
export function sharedLetters(pieces: readonly Piece[]): number {
  let shared = 0
  for (const { part, similarity } of pieces) shared += part.key.length * similarity
  return shared
}

/** What an ending that the language has is worth: 'Marii' is Maria inflected before it is Marie misspelt. */
const ENDING_BONUS = 0.05
/** A certain ending takes at most so much of the difference: of two, the one that leaves the better spelling is preferred. */
const LEFT = 0.5

/**
 * By what one of two readings of the same word is preferred: its similarity, and a little more for a likely ending taken off, short of certainty.
 * A vowel is seldom added to a vowel, and never to itself: 'Purkinje' is Purkyně misspelt, not inflected, and Пуанкаре Poincaré.
 */
export function preference(similarity: number, { restored, ending, probability }: Lemma, part: Part): number {
  if (ending === '' || similarity === 1 || (particle.test(ending) && probability < SURE)) return similarity
  const name = plain(part.key)
  const end = plain(squeeze(ending))
  const trust = Math.sqrt(probability)
  const meeting = name.endsWith(end) ? -1 : 3 * probability - 2
  const bonus = ENDING_BONUS * (restored === '' && meets(name, end, latin.test(ending)) ? meeting : trust)
  return Math.min(similarity + bonus, 1 - (1 - LEFT * trust) * (1 - similarity))
}

/** Whether a vowel follows a vowel. A y after a vowel is a consonant: Tolstoy. Other scripts leave out a last e: Шекспира, but Ніцше. */
function meets(name: string, ending: string, isLatin: boolean): boolean {
  if (!/^[aeiouy]/u.test(ending) || !/[aeiou]$|[^aeiou]y$/u.test(name)) return false
  return isLatin || !name.endsWith('e') || ending.startsWith('e')
}

const latin = /\p{Script=Latin}/u

/** Korean particles are syllables, and names end in some of them as well: hardly any in 의, most in 라. */
const SURE = 0.9
const particle = /\p{Script=Hangul}/u

/** The same for all pieces of a name, by their letters. */
export function preferenceOf(pieces: readonly Piece[]): number {
  let letters = 0
  let sum = 0
  for (const { part, similarity, lemma } of pieces) {
    letters += part.key.length
    sum += part.key.length * preference(similarity, lemma, part)
  }
  return sum / letters
}
