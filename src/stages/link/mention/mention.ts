import type { Action, Language, Mention } from '../../../article.ts'
import type { Entry } from '../../../glossary/entry.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { type Part, partsOf, Role } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'
import { isRespelt } from '../../../names/compare/respelt.ts'
import { squeeze } from '../../../names/compare/spelling.ts'
import { isContracted, sameForm } from '../../../names/inflect/form.ts'
import { sameScript } from '../../../names/scripts/index.ts'
import { unbroken, type Word } from '../../../names/text/words.ts'
import { type Candidate, type Piece, similarityOf } from '../assemble/candidate.ts'
import { localEntry } from '../spot/lookup.ts'
import type { Weighed } from '../weigh/index.ts'
import { type Model, shippedModel } from '../weigh/model.ts'
import { heaviest } from '../weigh/shares.ts'
import { REWRITE } from '../weigh/thresholds.ts'
import { counterpart, spellLike } from './rewrite.ts'

/** What a weighed candidate says of the text. @param model that weighed it */
export function mentionOf(
  weighed: Weighed,
  text: string,
  words: readonly Word[],
  language: Language,
  glossary: Glossary,
  model: Model = shippedModel(),
): Mention {
  const { confidence } = weighed
  const candidate = { ...weighed.candidate, pieces: weighed.candidate.pieces.map((piece) => asInflected(piece, words, language)) }
  const entry = glossary.entry(candidate.entry)
  const local = localEntry(glossary, candidate.entry, language)
  const last = candidate.pieces.at(-1)!
  // An ending that was only added is the suffix; one that took the place of letters belongs to the name.
  const added = last.to === candidate.to && last.lemma.added ? last.lemma.ending : ''
  const start = words[candidate.from]!.start + prefixOf(candidate).length
  const isInverted = candidate.shape === 'initial' && candidate.to > last.to
  const end = endOf(text, words[candidate.to - 1]!.end - added.length) + (isInverted && text[words[candidate.to - 1]!.end] === '.' ? 1 : 0)
  const surface = text.slice(start, end)
  const isHashtag = words[candidate.from]!.hashtag
  const isListed = local.canonical !== entry.canonical
  const stays = isHashtag || (!isListed && candidate.pieces.some((piece) => isEstablished(piece, language)))
  const wanted = stays ? undefined : replacementOf(candidate, text, words, start, end, local, language)
  const replacement = wanted === undefined || !sameScript(surface, local.canonical) ? surface : wanted
  const action: Action = replacement === surface ? 'keep' : confidence >= REWRITE ? 'rewrite' : 'suggest'
  const shares = heaviest(weighed.values, model)
  return {
    span: { start, end },
    surface,
    suffix: added + weighed.apostrophe,
    kind: entry.kind,
    entry: entry.id,
    canonical: entry.canonical,
    replacement,
    action,
    confidence: Math.round(confidence * 100) / 100,
    reason: reasonOf(weighed, surface, replacement, entry),
    ...(shares && { weighed: shares }),
  }
}

/** Where a name ends whose ending, cut off at `end`, stands on the next line: before the hyphen. */
function endOf(text: string, end: number): number {
  let at = end
  while (/\s/u.test(text.charAt(at - 1))) at--
  return at === end && text.charAt(at - 1) !== '\u00ad' ? end : at - 1
}

/**
 * `piece` as the language inflects the name that the glossary has, though the language may read it otherwise: the ending is only added (Chekhov
 * + a), or the name gave up a vowel to it (Shakespear + a of Shakespeare, Prešern + a of Prešeren), which is the form the language has.
 */
function asInflected(piece: Piece, words: readonly Word[], language: Language): Piece {
  const { lemma, part, to } = piece
  if (lemma.adapted || lemma.feminine || !sameScript(lemma.text, part.text)) return piece
  const stem = lemma.text.slice(0, lemma.text.length - lemma.restored.length)
  if (isContracted(stem, part.text, lemma.ending, language)) return { ...piece, kept: true, lemma: { ...lemma, added: false } }
  if (lemma.added) return piece
  const form = sameForm(lemma, part.text, language)
  const ending = form?.startsWith(part.text) ? form.slice(part.text.length) : ''
  const { text } = words[to - 1]!
  if (ending === '' || !text.endsWith(ending)) return piece
  const name = text.slice(0, text.length - ending.length)
  return { ...piece, lemma: { ...lemma, text: name, ending, restored: '', added: true } }
}

/** Whether the language has the name so, as it sounds or since long: then nothing in it is garbled, nor in the names beside it. */
function isEstablished({ lemma, part, heard, kept }: Piece, language: Language): boolean {
  if (!/\p{Script=Latin}/u.test(lemma.text) || !/\p{Script=Latin}/u.test(part.text)) return false
  if (heard) return true
  if (part.role === Role.given || part.role === Role.givenWord) return false
  return (kept && squeeze(lemma.text) !== part.key) || isRespelt(lemma.text, part.text, language)
}

/** A small word written together with the name. */
function prefixOf({ from, pieces }: Candidate): string {
  return pieces.find((piece) => piece.from === from)?.lemma.prefix ?? ''
}

/** The text [start, end) with each piece as `local` writes it; undefined when a piece cannot be written so. */
function replacementOf(
  candidate: Candidate,
  text: string,
  words: readonly Word[],
  start: number,
  end: number,
  local: Entry,
  language: Language,
): string | undefined {
  const parts = partsOf({ ...local, variants: [], forms: {} })
  let out = ''
  let at = start
  for (const piece of candidate.pieces.toSorted((a, b) => a.from - b.from)) {
    const from = words[piece.from]!.start + piece.lemma.prefix.length
    const to = Math.min(end, words[piece.to - 1]!.end - (piece.lemma.added ? piece.lemma.ending.length : 0))
    const written = unbroken(text.slice(from, to))
    const wanted = wantedFor(piece, written, parts, local, language)
    if (wanted === undefined) return undefined
    out += wanted === written ? text.slice(at, to) : text.slice(at, from) + wanted
    at = to
  }
  return out + text.slice(at, end)
}

function wantedFor(piece: Piece, written: string, parts: readonly Part[], local: Entry, language: Language): string | undefined {
  if (piece.kept && !piece.heard) return written
  const wanted = piece.part.role === Role.alias ? aliasTarget(piece, written, parts, local) : counterpart(piece.part, parts)?.text
  if (wanted === undefined || !sameScript(written, wanted)) return written
  // Capitals are the writer's business, unless they are all that differs from a name that has its own.
  if (written.toLowerCase() === wanted.toLowerCase()) return written
  const form = sameForm(piece.lemma, wanted, language)
  if (form === undefined) return undefined
  const spelt = spellLike(written, form)
  return spelt.toLowerCase() === written.toLowerCase() ? written : spelt
}

/** What a listed variant becomes: the part it spells, the whole name otherwise; itself when that would say more than was written. */
function aliasTarget(piece: Piece, written: string, parts: readonly Part[], local: Entry): string | undefined {
  if (local.kind !== 'person') return isAcronym(written) && !isAcronym(local.canonical) ? undefined : local.canonical
  if (/\s/u.test(piece.part.text)) return local.canonical
  let best: Part | undefined
  let most = 0.5
  for (const part of parts) {
    if (part.role === Role.alias) continue
    const alike = similarity(piece.part.key, part.key)
    if (alike > most) {
      best = part
      most = alike
    }
  }
  return best?.text ?? (/\s/u.test(local.canonical) ? undefined : local.canonical)
}

function isAcronym(text: string): boolean {
  return text === text.toUpperCase() && text.length <= 6
}

function reasonOf({ candidate, support, because: matched }: Weighed, surface: string, replacement: string, entry: Entry): string {
  const alike = similarityOf(candidate.pieces)
  const listed = candidate.shape === 'alias' && alike === 1
  const spelling = listed
    ? 'listed variant'
    : squeeze(surface) === squeeze(replacement) && surface === replacement
      ? 'exact'
      : `spelling ${alike.toFixed(2)}`
  const what = {
    full: '',
    initial: 'initial and family name',
    family: 'family name',
    given: 'given name',
    word: 'part of the name',
    whole: '',
    alias: '',
  }[candidate.shape]
  const because =
    matched ??
    { none: '', anchored: `${entry.canonical} is named in full here`, expected: 'named in the sentence this one translates' }[support]
  return [spelling, what, because].filter((piece) => piece !== '').join('; ')
}
