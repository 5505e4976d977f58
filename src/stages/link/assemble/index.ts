import type { Language } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import type { Posting } from '../../../glossary/nameindex.ts'
import { type Part, Role, WORD_GAP } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'
import { plain, squeeze } from '../../../names/compare/spelling.ts'
import { formOf } from '../../../names/compare/spelt-form.ts'
import { isKanjiGivenName } from '../../../names/scripts/kanji.ts'
import { isHan, isSyllable, type Window, type Word } from '../../../names/text/words.ts'
import { particles } from '../../../names/words/particles.ts'
import type { Document } from '../document.ts'
import type { Sighting } from '../spot/index.ts'
import { entryParts, FLOOR, FLOOR_ALONE, type KnownPart } from '../spot/lookup.ts'
import { Stretches } from './beside.ts'
import { type Candidate, type Piece, preference } from './candidate.ts'
import { Neighbours } from './neighbours.ts'
import {
  fitsGender,
  heardAs,
  isReadAs,
  isShortForm,
  isTranslated,
  mayBeRespelt,
  otherNameCost,
  partSimilarity,
  SHORT_FORM,
} from './part-similarity.ts'

/** A part that more entries have says nothing by itself; with its neighbour it does. */
const MOST_ENTRIES = 12
/** The words of a given name. */
const LONGEST_GIVEN = 3
const LONGEST_FAMILY = 4
/** Names between given and family name. */
const MOST_MIDDLE = 2
/** Least similarity of a given name after the family name, where any other capitalized word may stand. */
const FLOOR_AFTER = 0.85

/** Least similarity of each word in a part of several. */
const WORD_FLOOR = 0.7

/** What every space too many in a name costs. */
const SPLIT = 0.05

/** Puts sightings together to names: given and family name side by side, in either order, with initials between; whole names; lone parts. */
export class Assembly {
  readonly #document: Document
  readonly #neighbours: Neighbours
  readonly #stretches: Stretches
  readonly #words: readonly Word[]
  readonly #language: Language
  readonly #glossary: Glossary
  readonly #starting = new Map<number, Sighting[]>()
  readonly #ending = new Map<number, Sighting[]>()

  constructor(document: Document, glossary: Glossary, sightings: readonly Sighting[]) {
    this.#document = document
    this.#neighbours = new Neighbours(document)
    this.#words = document.words
    this.#language = document.language
    this.#glossary = glossary
    this.#stretches = new Stretches(this.#words, this.#language)
    for (const sighting of sightings) {
      put(this.#starting, sighting.from, sighting)
      put(this.#ending, sighting.to, sighting)
    }
  }

  candidatesOf(sighting: Sighting): Candidate[] {
    const candidates: Candidate[] = []
    const form = formOf(sighting.spelling.key)
    const key = this.#glossary.index.part(sighting.match.part)
    const next = this.#familyAfter(sighting)
    for (const { entry, role } of this.#postings(sighting)) {
      if (next === undefined && (role === Role.given || role === Role.givenWord)) continue
      const part = entryParts(this.#glossary, entry).all.find((known) => known.role === role && known.key === key)
      if (part === undefined || !fitsGender(sighting.spelling.lemma, this.#glossary.entry(entry))) continue
      const { from, to, match, spelling } = sighting
      const heard = heardAs(spelling, part)
      if (heard !== '' && part.text === part.text.toUpperCase()) continue
      if (role === Role.alias && isAbbreviation(part.text) && to - from === 1 && this.#words[from]!.text !== part.text) continue
      const alike =
        heard === spelling.heard ? match.similarity - otherNameCost(form, part.form, heard) : partSimilarity(form, part.form, FLOOR, heard)
      const similarity = alike - this.#splitCost(sighting, part)
      if (!isReadAs(spelling, part) || !mayBeRespelt(spelling, part, this.#language)) continue
      const piece: Piece = {
        from,
        to,
        lemma: spelling.lemma,
        part,
        similarity,
        kept: spelling.inner || spelling.respelt === true,
        heard: heard !== '',
        read: spelling.as,
      }
      if (piece.similarity < (spelling.lemma.prefix === '' ? FLOOR : FLOOR_ALONE) || !this.#wordsAlike(piece, part)) continue
      if (role === Role.whole || role === Role.alias) {
        candidates.push(this.#whole(entry, piece))
      } else if (role === Role.given || role === Role.givenWord) {
        candidates.push(...this.#withFamily(entry, piece, next!))
      } else {
        candidates.push(...this.#withGiven(entry, piece))
      }
    }
    return candidates
  }

  /** A whole name, with the initials that may stand before a person's: 'J. R. R.' before Tolkien. */
  #whole(entry: number, piece: Piece): Candidate {
    const { from, to, part } = piece
    const whole: Candidate = { entry, from, to, pieces: [piece], shape: part.role === Role.whole ? 'whole' : 'alias' }
    if (this.#glossary.entry(entry).kind !== 'person') return whole
    const before = this.#neighbours.beforeInitials(from)
    return before < from && this.#fits(entry, before, from) ? { ...whole, from: before, shape: 'initial' } : whole
  }

  /** Who may be meant. Of a part that many have, those that have a neighbouring part too. */
  #postings({ from, to, match }: Sighting): Posting[] {
    const { index } = this.#glossary
    if (index.postingCount(match.part) <= MOST_ENTRIES) return index.postings(match.part)
    const found: Posting[] = []
    const near = [
      ...(this.#ending.get(this.#neighbours.beforeInitials(from)) ?? []),
      ...(this.#starting.get(this.#neighbours.afterInitials(to)) ?? []),
    ]
    for (const other of new Set(near.map((neighbour) => neighbour.match.part))) {
      if (other !== match.part) found.push(...index.shared(match.part, other))
    }
    return found
  }

  /** The family name with the given name or initials before or after it; alone, when there is none and it is spelt well enough. */
  #withGiven(entry: number, family: Piece): Candidate[] {
    const start = this.#neighbours.beforeParticles(family)
    const before = this.#neighbours.beforeInitials(start)
    const given =
      this.#given(entry, this.#neighbours.windowsUpTo(before, LONGEST_GIVEN), FLOOR) ?? this.#givenBeforeMiddle(entry, family.part, start)
    if (given !== undefined && isInOrder(given, family))
      return [{ entry, from: given.from, to: family.to, pieces: [given, family], shape: 'full' }]
    const after = this.#afterFamily(entry, family)
    if (after !== undefined && isInOrder(family, after))
      return [{ entry, from: family.from, to: after.to, pieces: [family, after], shape: 'full' }]
    if (family.similarity < (family.heard ? FLOOR : FLOOR_ALONE) || family.part.role === Role.familyWord) return []
    const lone = { entry, from: family.from, to: family.to, pieces: [family] }
    const initials = this.#neighbours.afterComma(family.to)
    if (this.#fits(entry, family.to, initials)) return [{ ...lone, to: initials, shape: 'initial' }]
    return before < start && this.#fits(entry, before, start)
      ? [{ ...lone, from: before, shape: 'initial' }]
      : [{ ...lone, shape: 'family' }]
  }

  /** The given name with the family name after it. Alone it says nothing; recall looks for those that the document makes us expect. */
  #withFamily(entry: number, given: Piece, start: number): Candidate[] {
    const windows = this.#neighbours.windowsFrom(start, LONGEST_FAMILY)
    const family = this.#best(entry, windows, entryParts(this.#glossary, entry).family, FLOOR)
    if (family === undefined || !isInOrder(given, family)) return []
    return [{ entry, from: given.from, to: family.to, pieces: [given, family], shape: 'full' }]
  }

  /** Where a family name may begin after a given name; undefined where none can. */
  #familyAfter({ to }: Window): number | undefined {
    const start = this.#neighbours.afterInitials(to)
    const next = this.#words[start]
    if (next === undefined || !this.#neighbours.adjoins(start) || !(next.nameLike || particles.has(next.text))) return undefined
    return start
  }

  #given(entry: number, windows: readonly Window[], floor: number): Piece | undefined {
    return this.#best(entry, windows, entryParts(this.#glossary, entry).given, floor)
  }

  /** The given name before one or two middle names or a patronymic: 'Fyodor Mikhailovich' before Dostoevsky. */
  #givenBeforeMiddle(entry: number, part: Part, family: number): Piece | undefined {
    if (part.role === Role.familyWord) return undefined
    // Where nothing tells names from words, any words would be middle names.
    const joins = this.#words[family]?.gap === 'hyphen'
    if (!joins && !this.#document.tellsNames({ from: family, to: family + 1 })) return undefined
    let middle = family
    for (let count = 0; count < MOST_MIDDLE; count++) {
      const next = this.#neighbours.nameBefore(middle)
      if (next === undefined) return undefined
      middle = next
      const first = this.#neighbours.nameBefore(middle)
      if (first === undefined) return undefined
      const heard = this.#document.isForeign({ from: first, to: middle })
      const given = this.#given(entry, [{ from: first, to: middle }], heard ? FLOOR : FLOOR_AFTER)
      if (given !== undefined) return this.#fitsMiddle(entry, given, middle, family) ? given : undefined
    }
    return undefined
  }

  /** Whether the names between given and family name may be those of an entry that has some itself: William Henry Bragg is not William Lawrence. */
  #fitsMiddle(entry: number, { to, part }: Piece, end: number, family: number): boolean {
    const { canonical, family: familyName } = this.#glossary.entry(entry)
    const own = canonical
      .replace(familyName, '')
      .split(/[\s\-.]+/u)
      .filter((word) => word !== '' && squeeze(word) !== part.key)
    if (own.length === 0 || part.words > 1) return true
    for (let at = Math.max(to, end); at < family; at++) {
      const written = squeeze(this.#words[at]!.text)
      const fits = own.some((word) => plain(squeeze(word)).charAt(0) === plain(written).charAt(0))
      if (!fits) return false
    }
    return true
  }

  #afterFamily(entry: number, family: Piece): Piece | undefined {
    const next = this.#words[family.to]
    if (next === undefined || !next.nameLike || next.opens) return undefined
    if (!(next.gap === 'comma' || next.gap === 'space' || (next.gap === 'joined' && isHan(next.text)))) return undefined
    return this.#given(entry, this.#neighbours.windowsFrom(family.to, LONGEST_GIVEN), FLOOR_AFTER)
  }

  /** That of `parts`, which are of `entry`, and the stretch of words most like each other. */
  #best(entry: number, windows: readonly Window[], parts: readonly KnownPart[], floor: number): Piece | undefined {
    let best: Piece | undefined
    let heaviest = 0
    for (const window of windows) {
      for (const beside of this.#stretches.of(window)) {
        const { spelling, form } = beside
        const { lemma, key, inner, as: read } = spelling
        if (lemma.feminine && !fitsGender(lemma, this.#glossary.entry(entry))) continue
        if (read === 'given' && this.#runsOn(window)) continue
        for (const part of parts) {
          if (inner && key !== part.key) continue
          const heard = heardAs(spelling, part)
          // A syllable of Vietnamese is a name: another syllable, but for its marks, is another name.
          if (this.#language === 'vi' && window.to - window.from === 1 && form.plain !== part.form.plain) continue
          // Words of the language that sound like a name are none.
          if (heard !== '' && key !== part.key && this.#document.areCommon(window)) continue
          const short = isShortForm(key, part) || isTranslated(beside, part)
          const spelt = short ? SHORT_FORM : partSimilarity(form, part.form, floor, heard)
          if (spelt < floor || !isReadAs(spelling, part) || !mayBeRespelt(spelling, part, this.#language)) continue
          const alike = short ? spelt : spelt - this.#splitCost(window, part)
          const weight = preference(alike, lemma, part) * part.key.length
          // Of two readings alike the longer name is meant: 草間彌生 is no 草間彌.
          if (alike < floor || weight < heaviest || (weight === heaviest && read === undefined) || !this.#wordsAlike(window, part)) continue
          heaviest = weight
          best = { ...window, part, lemma, similarity: alike, kept: short || inner || spelling.respelt === true, heard: heard !== '', read }
        }
      }
    }
    return best
  }

  /** Whether a given name in kanji goes on: 純一 is no name in 純一郎. */
  #runsOn({ from, to }: Window): boolean {
    const next = this.#words[to]
    if (next?.gap !== 'joined' || !isHan(next.text)) return false
    let text = next.text
    for (let at = to - 1; at >= from; at--) text = this.#words[at]!.text + text
    return isKanjiGivenName(text)
  }

  /** Whether a stretch of as many words as the part is like it word by word: 'Skłodowska Henri' is not Skłodowska-Curie. */
  #wordsAlike({ from, to }: Window, part: Part): boolean {
    if (part.words === 1 || isSyllable(this.#words[from]!.text) || to - from !== part.words || part.words === part.text.length) return true
    const wanted = part.text.split(WORD_GAP)
    return wanted.every((word, at) => similarity(squeeze(this.#words[from + at]!.text), squeeze(word)) >= WORD_FLOOR)
  }

  /** What the spaces too many in a stretch cost: it may have swallowed a neighbour, and has when that is a name by itself. */
  #splitCost({ from, to }: Window, part: Part): number {
    const extra = to - from - part.words
    if (extra <= 0 || isSyllable(this.#words[from]!.text)) return 0
    for (let at = from + 1; at < to; at++) {
      const { gap, nameLike, text } = this.#words[at]!
      const before = this.#words[at - 1]!.text
      if (gap === 'space' && nameLike && text.length > 3 && before.length > 3) return 1
    }
    return extra * SPLIT
  }

  /** Whether the initials [from, to) may be those of the entry's given name. */
  #fits(entry: number, from: number, to: number): boolean {
    const { given, canonical } = this.#glossary.entry(entry)
    const own = plain((given === '' ? canonical : given).toLowerCase())
    return to > from && own.startsWith(plain(squeeze(this.#words[from]!.text)).charAt(0))
  }
}

/** Names in Han characters stand family name first, whatever the glossary takes for it. */
function isInOrder(first: Piece, second: Piece): boolean {
  if (first.read === undefined || second.read === undefined) return first.read === second.read
  return first.read !== 'given' && second.read !== 'family'
}

/** An abbreviation is matched with its own case only: 'LA' is not the article of 'La Canfora'. */
function isAbbreviation(text: string): boolean {
  return text.length <= 5 && /^\p{Lu}+$/u.test(text)
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
