import type { Glossary } from '../../glossary/index.ts'
import { type Part, Role } from '../../glossary/parts.ts'
import { lettersApart, lettersOf, plain, soundKey } from '../../glossary/spelling.ts'
import { partSimilarity } from './assemble.ts'
import type { Candidate, Piece, Shape } from './candidate.ts'
import type { Document } from './context.ts'
import { entryParts, FLOOR } from './lookup.ts'
import { inflected, SHORTEST_GARBLED, spellings } from './sight.ts'

/** A shorter rest of a name is no evidence. */
const SHORTEST_REST = 6
/** How like the end of a name a rest must be. */
const FLOOR_REST = 0.9
/** What is left of the similarity when a syllable is missing at the front: enough to be proposed, not to be rewritten. */
const REST_DISCOUNT = 0.935

/** More letters that only one of two names has, and they are not one name; in another script letters say less. */
const MOST_LETTERS_APART = 8

/**
 * Lone parts of the entries `expected` in this document, garbled too badly for the index, or with a syllable lost at the front, or split in
 * two by a space. Each word is compared with each of them.
 */
export function recall(document: Document, glossary: Glossary, expected: readonly number[]): Candidate[] {
  const { words, language } = document
  const parts = expected.flatMap((entry) =>
    entryParts(glossary, entry)
      .filter(({ role }) => role >= Role.family)
      .map((part) => ({ entry, part, letters: lettersOf(plain(part.key)) })),
  )
  const found: Candidate[] = []
  if (parts.length === 0) return found
  for (const [from, word] of words.entries()) {
    if (!word.nameLike) continue
    const window = { from, to: from + 1 }
    const common = document.isCommon(word)
    const foreign = document.isForeign(window)
    for (const { lemma, key } of spellings(words, window, language)) {
      const letters = lettersOf(plain(key))
      for (const { entry, part, letters: wanted } of parts) {
        if (!foreign && lettersApart(letters, wanted) > MOST_LETTERS_APART) continue
        const exactOnly = common || key.length < SHORTEST_GARBLED || part.key.length < SHORTEST_GARBLED
        const similarity = exactOnly ? Number(key === part.key) : inflected(alike(key, part), lemma)
        if (similarity >= FLOOR) found.push(lone(entry, { ...window, part, lemma, similarity, kept: false }))
      }
    }
    const next = words[from + 1]
    if (next?.gap !== 'space' || next.nameLike || next.text.length === 1) continue
    const both = { from, to: from + 2 }
    for (const { lemma, key, inner } of spellings(words, both, language)) {
      for (const { entry, part } of parts) {
        // Split in two and garbled besides: that would be found everywhere.
        if (key === part.key && !inner) found.push(lone(entry, { ...both, part, lemma, similarity: SPLIT, kept: false }))
      }
    }
  }
  return found
}

/** What a name counts for that only a space garbles. */
const SPLIT = 0.97

const shapes: Partial<Record<Role, Shape>> = { [Role.family]: 'family', [Role.core]: 'family', [Role.given]: 'given' }

function lone(entry: number, piece: Piece): Candidate {
  return { entry, from: piece.from, to: piece.to, pieces: [piece], shape: shapes[piece.part.role] ?? 'word' }
}

function alike(key: string, part: Part): number {
  const whole = partSimilarity(key, part, FLOOR)
  if (whole >= FLOOR) return whole
  if (part.role !== Role.family && part.role !== Role.core) return 0
  if (key.length < SHORTEST_REST || part.key.length - key.length < 2) return 0
  let best = 0
  if (soundKey(plain(key)).at(-1) !== soundKey(plain(part.key)).at(-1)) return 0
  for (let start = 2; start <= part.key.length - SHORTEST_REST; start++) {
    best = Math.max(best, partSimilarity(key, { ...part, key: part.key.slice(start) }, FLOOR_REST))
  }
  return best >= FLOOR_REST ? best * REST_DISCOUNT : 0
}
