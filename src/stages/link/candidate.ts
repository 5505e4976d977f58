import type { Part } from '../../glossary/parts.ts'
import type { Lemma } from './endings.ts'
import type { Window } from './find.ts'

/** A stretch of words that spells, well or badly, one part of a glossary name. */
export interface Piece extends Window {
  readonly part: Part
  /** How the last word is inflected. */
  readonly lemma: Lemma
  /** 0..1 */
  readonly similarity: number
  /** Right as it is, though not written as in the glossary: a short form ('Rafa' for Rafael), words inflected one by one. Never rewritten. */
  readonly kept: boolean
}

/** What of an entry's name was found. */
export type Shape = 'full' | 'initial' | 'family' | 'given' | 'word' | 'whole' | 'alias'

/** An entry that a stretch of words may name. */
export interface Candidate extends Window {
  readonly entry: number
  readonly shape: Shape
  readonly pieces: readonly Piece[]
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
