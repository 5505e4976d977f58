import type { Glossary } from '../../../glossary/index.ts'
import type { Window } from '../../../names/text/words.ts'
import type { Candidate } from '../assemble/candidate.ts'
import type { Document } from '../document.ts'
import { measure } from './features/index.ts'
import { type Model, type ScriptGroup, shippedModel } from './model.ts'
import type { Match, Referents, Support } from './referents.ts'
import { Rivals } from './rivals.ts'
import { situationOf } from './situation.ts'

/** A candidate with the chance that it is right. */
export interface Weighed {
  readonly candidate: Candidate
  readonly support: Support
  /** What follows the last word, set off by an apostrophe. */
  readonly apostrophe: string
  /** What says from elsewhere that it is the entry's name. */
  readonly because: string | undefined
  /** Of the features, in their order. */
  readonly values: Float64Array
  /** 0..1 */
  readonly confidence: number
}

/** A name that is known from elsewhere to be an entry's. */
export interface KnownName extends Match {
  readonly entry: number
  readonly window: Window
}

/** What candidates of one text are weighed by. */
export interface Scales {
  readonly text: string
  readonly document: Document
  readonly glossary: Glossary
  readonly referents: Referents
  readonly known: readonly KnownName[]
  readonly model?: Model | undefined
}

/** Candidates with the chance that each is right, from what is measured of it, of what is around it and of the others. */
export function weigh(candidates: readonly Candidate[], scales: Scales): Weighed[] {
  const { text, document, glossary, referents, known, model = shippedModel() } = scales
  const rivals = new Rivals(candidates)
  const knownAt = byWord(known)
  return candidates.map((candidate) => {
    const support = referents.supportFor(candidate)
    const apostrophe = document.apostropheSuffix(text, candidate.to)
    const suffix = apostrophe + candidate.pieces.at(-1)!.lemma.ending
    const entry = glossary.entry(candidate.entry)
    const values = measure(situationOf(candidate, suffix, support, entry, document, referents, rivals))
    const match = knownAt.get(candidate.from)?.find(({ entry, window }) => entry === candidate.entry && isSame(window, candidate))
    const contradicted = match === undefined && isContradicted(candidate, knownAt)
    const chance = contradicted ? 0 : model.chance(values, groupOf(document.words[candidate.from]!.text))
    return { candidate, support, apostrophe, because: match?.reason, values, confidence: Math.max(chance, match?.strength ?? 0) }
  })
}

export function groupOf(word: string): ScriptGroup {
  if (/^\P{L}*\p{Script=Latin}/u.test(word)) return 'latin'
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u.test(word) ? 'alphabet' : 'other'
}

/** Names by each of the words they cover, in their order: a book has thousands, and each candidate asks for those around it. */
function byWord(known: readonly KnownName[]): ReadonlyMap<number, readonly KnownName[]> {
  const found = new Map<number, KnownName[]>()
  for (const name of known) {
    for (let word = name.window.from; word < name.window.to; word++) {
      const names = found.get(word)
      if (names === undefined) found.set(word, [name])
      else names.push(name)
    }
  }
  return found
}

function isSame(a: Window, b: Window): boolean {
  return a.from === b.from && a.to === b.to
}

/** Whether some of its words are known to be the name of another entry. */
function isContradicted({ entry, from, to }: Candidate, knownAt: ReadonlyMap<number, readonly KnownName[]>): boolean {
  for (let word = from; word < to; word++) if (knownAt.get(word)?.some((name) => name.entry !== entry)) return true
  return false
}
