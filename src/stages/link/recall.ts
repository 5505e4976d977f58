import type { Language } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { type Part, Role } from '../../glossary/parts.ts'
import { plain, soundKey } from '../../glossary/spelling.ts'
import { partSimilarity } from './assemble.ts'
import type { Candidate } from './candidate.ts'
import type { Window, Word } from './find.ts'
import { entryParts, FLOOR } from './lookup.ts'
import { inflected, spellings } from './sight.ts'

/** A shorter rest of a name is no evidence. */
const SHORTEST_REST = 6
/** How like the end of a name a rest must be. */
const FLOOR_REST = 0.9
/** What is left of the similarity when a syllable is missing at the front: enough to be proposed, not to be rewritten. */
const REST_DISCOUNT = 0.935

/**
 * Lone parts of the entries `expected` in this document, garbled too badly for the index, or with a syllable lost at the front, or split in
 * two by a space. Each word is compared with each of them.
 */
export function recall(
  words: readonly Word[],
  language: Language,
  glossary: Glossary,
  expected: readonly number[],
  isCommon: (word: Word) => boolean,
): Candidate[] {
  const parts = expected.flatMap((entry) =>
    entryParts(glossary, entry)
      .filter(({ role, key }) => (role === Role.family || role === Role.core || role === Role.given) && key.length >= 4)
      .map((part) => ({ entry, part })),
  )
  const found: Candidate[] = []
  if (parts.length === 0) return found
  for (const [from, word] of words.entries()) {
    if (!word.nameLike || isCommon(word)) continue
    const window = { from, to: from + 1 }
    for (const { lemma, key } of spellings(words, window, language)) {
      if (key.length < 4) continue
      for (const { entry, part } of parts) {
        const similarity = inflected(alike(key, part), lemma)
        if (similarity >= FLOOR) found.push(lone(entry, window, { ...window, part, lemma, similarity, kept: false }))
      }
    }
    const next = words[from + 1]
    if (next?.gap === 'space' && !next.nameLike && next.text.length > 1) {
      const both = { from, to: from + 2 }
      for (const { lemma, key, inner } of spellings(words, both, language)) {
        if (inner) continue
        for (const { entry, part } of parts) {
          // Split in two and garbled besides: that would be found everywhere.
          if (key === part.key) found.push(lone(entry, both, { ...both, part, lemma, similarity: SPLIT, kept: false }))
        }
      }
    }
  }
  return found
}

/** What a name counts for that only a space garbles. */
const SPLIT = 0.97

function lone(entry: number, window: Window, piece: Candidate['pieces'][number]): Candidate {
  return { entry, ...window, pieces: [piece], shape: piece.part.role === Role.given ? 'given' : 'family' }
}

function alike(key: string, part: Part): number {
  const whole = partSimilarity(key, part, FLOOR)
  if (whole >= FLOOR || part.role === Role.given) return whole >= FLOOR ? whole : 0
  if (key.length < SHORTEST_REST || part.key.length - key.length < 2) return 0
  let best = 0
  if (soundKey(plain(key)).at(-1) !== soundKey(plain(part.key)).at(-1)) return 0
  for (let start = 2; start <= part.key.length - SHORTEST_REST; start++) {
    best = Math.max(best, partSimilarity(key, { ...part, key: part.key.slice(start) }, FLOOR_REST))
  }
  return best >= FLOOR_REST ? best * REST_DISCOUNT : 0
}
