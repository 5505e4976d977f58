import type { Span } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { type Part, Role } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'
import type { Window, Word } from '../../../names/text/words.ts'
import type { Document } from '../document.ts'
import { spellings } from '../spot/index.ts'
import { entryParts } from '../spot/lookup.ts'
import { type Candidate, type Piece, preferenceOf, type Shape } from './candidate.ts'

/** The words of `span`; undefined when it does not begin and end with words. */
export function windowOf(words: readonly Word[], span: Span): Window | undefined {
  let from = 0
  let high = words.length
  while (from < high) {
    const middle = (from + high) >>> 1
    if (words[middle]!.end <= span.start) from = middle + 1
    else high = middle
  }
  let to = from
  while (to < words.length && words[to]!.start < span.end) to++
  return to === from ? undefined : { from, to }
}

const shapes: Partial<Record<Role, Shape>> = {
  [Role.whole]: 'whole',
  [Role.family]: 'family',
  [Role.core]: 'family',
  [Role.given]: 'given',
}

/**
 * How a stretch that is known from elsewhere to be the name of `entry` spells it, however little like it: as one part, or as given and family
 * name in either order, whichever is nearest.
 */
export function matchedCandidate(document: Document, glossary: Glossary, entry: number, window: Window): Candidate | undefined {
  const { from, to } = window
  const parts = entryParts(glossary, entry).all
  const nearest = (roles: readonly Role[], piece: Window) => nearestPiece(document, parts, roles, piece)
  const given: readonly Role[] = [Role.given]
  const family: readonly Role[] = [Role.family, Role.core]
  const readings: (readonly (Piece | undefined)[])[] = [[nearest([Role.whole, ...family, ...given], window)]]
  for (let middle = from + 1; middle < to; middle++) {
    const [head, tail] = [
      { from, to: middle },
      { from: middle, to },
    ]
    readings.push([nearest(given, head), nearest(family, tail)], [nearest(family, head), nearest(given, tail)])
  }
  let best: readonly Piece[] = []
  for (const reading of readings) {
    if (!isComplete(reading)) continue
    if (best.length === 0 || preferenceOf(reading) > preferenceOf(best)) best = reading
  }
  if (best.length === 0) return undefined
  return { entry, from, to, pieces: best, shape: best.length > 1 ? 'full' : (shapes[best[0]!.part.role] ?? 'word') }
}

function isComplete(reading: readonly (Piece | undefined)[]): reading is readonly Piece[] {
  return reading.every((piece) => piece !== undefined)
}

function nearestPiece(document: Document, parts: readonly Part[], roles: readonly Role[], { from, to }: Window): Piece | undefined {
  let best: Piece | undefined
  const read = spellings(document.words, { from, to }, document.language)
  // Han characters are read letter by letter, and stay as they are.
  const readings = read.some(({ inner }) => !inner) ? read.filter(({ inner }) => !inner) : read
  for (const { key, lemma, inner, heard, respelt } of readings) {
    for (const part of parts) {
      if (!roles.includes(part.role)) continue
      const alike = similarity(key, part.key, 0, heard)
      const piece: Piece = { from, to, part, lemma, similarity: alike, kept: inner || respelt === true, heard: heard !== '' }
      if (best === undefined || preferenceOf([piece]) > preferenceOf([best])) best = piece
    }
  }
  return best
}
