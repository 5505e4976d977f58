import type { Language } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { Role } from '../../../glossary/parts.ts'
import { soundKey } from '../../../names/compare/spelling.ts'
import { formOf, type SpeltForm } from '../../../names/compare/spelt-form.ts'
import type { Lemma } from '../../../names/inflect/endings.ts'
import type { Document } from '../document.ts'
import { SHORTEST_GARBLED, SHORTEST_HEARD, type Spelling, spellings } from '../spot/index.ts'
import { entryParts, FLOOR, type KnownPart } from '../spot/lookup.ts'
import type { Candidate, Piece, Shape } from './candidate.ts'
import { fitsGender, heardAs, mayBeRespelt, partSimilarity } from './part-similarity.ts'

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
export function recall(document: Document, glossary: Glossary, expected: readonly number[]): Candidate[] {
  const { words, language } = document
  const parts = expected.flatMap((entry) => entryParts(glossary, entry).lone.map((part) => ({ entry, part })))
  const found: Candidate[] = []
  if (parts.length === 0) return found
  const whole = new Map<string, { entry: number; part: KnownPart }[]>()
  for (const one of parts) whole.set(one.part.key, [...(whole.get(one.part.key) ?? []), one])
  const known = new Map<string, readonly Hit[]>()
  for (const [from, word] of words.entries()) {
    if (!word.nameLike) continue
    let hits = known.get(word.text)
    if (hits === undefined) {
      hits = hitsOf(glossary, language, spellings(words, { from, to: from + 1 }, language), parts, document.isCommon(word))
      known.set(word.text, hits)
    }
    for (const { entry, ...hit } of hits) {
      found.push(lone(entry, { from, to: from + 1, ...hit }))
    }
    const next = words[from + 1]
    if (next?.gap !== 'space' || next.nameLike || next.text.length === 1) continue
    for (const { lemma, key, inner } of spellings(words, { from, to: from + 2 }, language)) {
      if (inner) continue
      // Split in two and garbled besides: that would be found everywhere.
      for (const { entry, part } of whole.get(key) ?? []) {
        found.push(lone(entry, { from, to: from + 2, part, lemma, similarity: SPLIT, kept: false, heard: false }))
      }
    }
  }
  return found
}

/** A part of an entry that a word is like. */
interface Hit {
  readonly entry: number
  readonly part: KnownPart
  readonly lemma: Lemma
  readonly similarity: number
  readonly kept: boolean
  readonly heard: boolean
}

function hitsOf(
  glossary: Glossary,
  language: Language,
  spellings: readonly Spelling[],
  parts: readonly Pick<Hit, 'entry' | 'part'>[],
  common: boolean,
): Hit[] {
  const hits: Hit[] = []
  for (const spelling of spellings) {
    const { lemma, key, inner, as, respelt } = spelling
    // One character is no name by itself, and several were looked up as they are.
    if (as !== undefined) continue
    const form = formOf(key)
    for (const { entry, part } of parts) {
      if (!mayBeRespelt(spelling, part, language)) continue
      const heard = heardAs(spelling, part)
      const shortest = heard !== '' ? SHORTEST_HEARD : SHORTEST_GARBLED
      const exactOnly = common || inner || key.length < shortest || part.key.length < shortest
      const similarity = exactOnly ? Number(key === part.key) : alike(form, part, heard)
      if (similarity >= (lemma.prefix === '' ? FLOOR : FLOOR_REST) && fitsGender(lemma, glossary.entry(entry)))
        hits.push({ entry, part, lemma, similarity, kept: respelt === true, heard: heard !== '' })
    }
  }
  return hits
}

/** What a name counts for that only a space garbles. */
const SPLIT = 0.97

const shapes: Partial<Record<Role, Shape>> = { [Role.family]: 'family', [Role.core]: 'family', [Role.given]: 'given' }

function lone(entry: number, piece: Piece): Candidate {
  return { entry, from: piece.from, to: piece.to, pieces: [piece], shape: shapes[piece.part.role] ?? 'word' }
}

function alike(form: SpeltForm, { role, key: wanted, form: whole }: KnownPart, heard: string): number {
  const similarity = partSimilarity(form, whole, FLOOR, heard)
  if (similarity >= FLOOR) return similarity
  if (heard !== '' || (role !== Role.family && role !== Role.core)) return 0
  if (form.key.length < SHORTEST_REST || wanted.length - form.key.length < 2) return 0
  let best = 0
  if (soundKey(form.plain).at(-1) !== soundKey(whole.plain).at(-1)) return 0
  for (let start = 2; start <= wanted.length - SHORTEST_REST; start++) {
    best = Math.max(best, partSimilarity(form, formOf(wanted.slice(start)), FLOOR_REST, heard))
  }
  return best >= FLOOR_REST ? best * REST_DISCOUNT : 0
}
