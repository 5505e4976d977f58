import type { Entry } from '../../../glossary/entry.ts'
import { type Candidate, isHeardOnly, similarityOf } from '../assemble/candidate.ts'
import type { Document, ThingSign } from '../document.ts'
import type { Referents, Support } from './referents.ts'
import type { Rivals } from './rivals.ts'

/** A candidate and all that is known around it: what features may look at. */
export interface Situation {
  readonly candidate: Candidate
  readonly entry: Entry
  readonly document: Document
  readonly referents: Referents
  readonly rivals: Rivals
  readonly support: Support
  /** What is added to the name in the text. */
  readonly suffix: string
  /** What beside it says that it is no person. */
  readonly signs: readonly ThingSign[]
  /** 0..1: how much of all letters of the name is shared. */
  readonly alike: number
  /** 0..1: the same of the piece least alike. */
  readonly weakest: number
  /** Letters of the glossary's spelling. */
  readonly letters: number
  /** Whether it was taken by its sound, in another script. */
  readonly heard: boolean
  /** Whether it is one part of a name, without the other parts. */
  readonly lone: boolean
  /** Whether it is a single word: a part, or a name of one word. */
  readonly single: boolean
}

export function situationOf(
  candidate: Candidate,
  suffix: string,
  support: Support,
  entry: Entry,
  document: Document,
  referents: Referents,
  rivals: Rivals,
): Situation {
  const { pieces, shape, from, to } = candidate
  const lone = shape === 'family' || shape === 'given' || shape === 'word'
  return {
    candidate,
    entry,
    document,
    referents,
    rivals,
    support,
    suffix,
    signs: document.thingSigns(candidate, suffix),
    alike: similarityOf(pieces),
    weakest: Math.min(...pieces.map(({ similarity }) => similarity)),
    letters: pieces.reduce((sum, { part }) => sum + part.key.length, 0),
    heard: isHeardOnly(candidate),
    lone,
    single: lone || ((shape === 'whole' || shape === 'alias') && (to - from === 1 || isHeardOnly(candidate))),
  }
}
