import type { Mention, Span } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { overlaps } from '../../span.ts'
import type { Evidence } from '../link/index.ts'
import type { EntryLikenesses } from './entry-likenesses.ts'
import { first, likeness, type NameText, type Stretch } from './names.ts'
import type { SentencePair } from './pairs.ts'
import { StretchLikenesses } from './stretch-likenesses.ts'

/** A name of the glossary, as the first sentence may write it, and as the second may. */
interface Pairing {
  readonly entry: number
  readonly source: Stretch
  readonly target: Stretch
  /** 0..1: how like each other the two are. */
  readonly like: number
  /** 0..1: how like the entry's name the first is; 1 when it is linked beyond doubt. */
  readonly heard: number
  /** 0..1: how like the entry's name the second is. */
  readonly spelt: number
}

/** What one sentence says of a name in the other: nothing against it; that it is another name; nothing for it. */
export type Verdict = 'borne out' | 'another' | 'unheard'

/** From here a link is sure. */
const SURE = 0.85
/** A stretch this like a part of a name in the glossary may be it. */
const SIGHTED = 0.75
/** Stretches less like each other are looked at only where the first is linked. */
const LIKE = 0.7
/** The three likenesses together. */
const ALL = 2.6
/** What is less like a name it is linked to is not read letter by letter: kanji. */
const READABLE = 0.6
/** Least likeness of what stands for a linked name to the one or the other, and to both together. */
const EITHER = 0.82
const BOTH = 1.5
/** As like as the glossary's name must be where the first sentence's letters do not tell how it sounds. */
const SPELT = 0.9
/** So much better another name must explain a stretch to take it; but the very same name always does. */
const MARGIN = 0.02
const VERY_SAME = 0.995
/** A name this like what the other sentence writes is that name, and no garbled one. */
const ANOTHER = 0.92
/** Where nothing in a sentence is so like the entry's name, the sentence does not have it. */
const AUDIBLE = 0.75
/**
 * Stretches of two sentences that are compared, at most: those of 200 ideographs beside 40 names. Of longer ones, text without a full stop, only those
 * are compared that stand at about the same place, so that the time goes with the length: 6,000 ideographs beside 170 names took 37 s, and take 1.
 */
const MOST_COMPARED = 30_000
/** What each letter more, and the whole length of the sentence away, count beside likeness. */
const LETTER = 0.02
const FAR = 0.05

/**
 * The names of two sentences that say the same, matched one to one.
 *
 * Three spellings are compared, whatever their scripts: what the first sentence writes, what the second does, and what the glossary has. Where
 * all three are alike, or the first is linked beyond doubt, the second is the entry's name, however garbled. Another entry that fits better, or
 * another name of the first sentence that explains the stretch better, takes it instead.
 */
export class MatchedSentences {
  readonly #pair: SentencePair
  readonly #from: NameText
  readonly #to: NameText
  readonly #glossary: Glossary
  readonly #likenesses: EntryLikenesses
  readonly #sources: readonly Stretch[]
  readonly #targets: readonly Stretch[]
  /** How far from each other stretches may stand, as a share of their sentences. 0..1 */
  readonly #reach: number
  /** What the first sentence surely names. */
  readonly #sure: readonly Mention[]

  constructor(pair: SentencePair, from: NameText, to: NameText, glossary: Glossary, likenesses: EntryLikenesses) {
    this.#pair = pair
    this.#from = from
    this.#to = to
    this.#glossary = glossary
    this.#likenesses = likenesses
    this.#sources = from.stretchesIn(pair.source)
    this.#targets = to.stretchesIn(pair.target).filter(({ beside }) => !beside)
    const all = this.#sources.length * this.#targets.length
    this.#reach = all > MOST_COMPARED ? MOST_COMPARED / all / 2 : 1
    this.#sure = from.mentionsIn(pair.source).filter(isSure)
  }

  /** The names of the second sentence that the first one tells, and why. @param role what the first is of the second: 'source' */
  evidence(role: string): Evidence[] {
    // Where another entry is named letter by letter, nothing is to be told.
    const known = this.#to.mentionsIn(this.#pair.target).filter(isSure)
    const isFree = ({ entry, target }: Pairing) => {
      for (let at = first(known, ({ span }) => span.end <= target.start); at < known.length && known[at]!.span.start < target.end; at++)
        if (this.#glossary.numberOf(known[at]!.entry) !== entry) return false
      return true
    }
    const pairings = [...this.#linkedPairings(), ...this.#alikePairings()].filter(isFree)
    return this.#choose(pairings).map(({ entry, source, target, like, spelt }) => ({
      span: { start: target.start, end: target.end },
      entries: [this.#glossary.entry(entry).id],
      match: { strength: 0.9 + 0.09 * Math.max(like, spelt), reason: `stands where the ${role} names ${source.text}` },
    }))
  }

  /** What the first sentence says of a mention in the second that is not written as the glossary has it. */
  verdict({ entry: id, kind, span }: Mention): Verdict {
    const entry = this.#glossary.numberOf(id)
    if (entry === undefined) return 'borne out'
    const target = this.#to.at(span)
    const least = Math.min(VERY_SAME, Math.max(ANOTHER, this.#likenesses.of(target, entry, this.#to, ANOTHER - MARGIN) + MARGIN))
    if (this.#near(target).some((source) => likeness(source, target, least) > 0 && this.#isAnother(source, target, entry))) return 'another'
    const translated = kind === 'organization' || kind === 'term'
    if (translated || this.#likenesses.isLoose(this.#from.text) || this.#from.text === '') return 'borne out'
    return this.#sources.some((source) => this.#likenesses.of(source, entry, this.#from, AUDIBLE) >= AUDIBLE) ? 'borne out' : 'unheard'
  }

  /** Whether `source` is not the entry's name, or an inflected form of it that somebody else's name is too: the entry is named beside it. */
  #isAnother(source: Stretch, target: Stretch, entry: number): boolean {
    if (this.#likenesses.of(source, entry, this.#from) < this.#likenesses.least(source, entry)) return true
    return source.keys[0] === target.keys[0] && this.#isNamedBeside(source, entry)
  }

  #isNamedBeside(source: Stretch, entry: number): boolean {
    const written = (stretch: Stretch) => this.#likenesses.of({ ...stretch, keys: stretch.keys.slice(0, 1) }, entry, this.#from, VERY_SAME)
    return written(source) < VERY_SAME && this.#sources.some((other) => !overlaps(other, source) && written(other) >= VERY_SAME)
  }

  /** What may stand for the names that the first sentence surely has. */
  #linkedPairings(): Pairing[] {
    return this.#sure.flatMap(({ entry: id, span, suffix }) => {
      const entry = this.#glossary.numberOf(id)
      if (entry === undefined) return []
      const source = this.#from.at({ start: span.start, end: span.end + suffix.length })
      const heard = this.#likenesses.of(source, entry, this.#from, READABLE)
      // Other names are read like it; this one is spelt otherwise.
      if ((heard > READABLE && heard < this.#likenesses.least(source, entry)) || this.#isNamedBeside(source, entry)) return []
      return this.#targets.flatMap((target) => {
        const like = this.#like(source, target, 0.3)
        const spelt = this.#likenesses.of(target, entry, this.#to)
        if (spelt < SPELT && (Math.max(like, spelt) < EITHER || like + spelt < BOTH)) return []
        return [{ entry, source, target, like, heard: 1, spelt }]
      })
    })
  }

  /** Stretches of both sentences that are like each other and like a name of the glossary. */
  #alikePairings(): Pairing[] {
    const inSource = this.#from.sightingsIn(this.#pair.source, SIGHTED)
    const inTarget = this.#to.sightingsIn(this.#pair.target, SIGHTED)
    if (inSource.length === 0 && inTarget.length === 0) return []
    const linked = new Set(this.#sure.map(({ entry }) => this.#glossary.numberOf(entry)))
    const sources = this.#sources.filter(({ beside }) => !beside)
    const named = new Map(sources.map((source) => [source, entriesWithin(source, inSource)] as const))
    // What is like no name is compared with what is like one.
    const sighted = sources.filter((source) => named.get(source)!.length > 0)
    const found: Pairing[] = []
    const likenesses = new StretchLikenesses()
    for (const target of this.#targets) {
      const inside = entriesWithin(target, inTarget)
      for (const source of this.#near(target, inside.length > 0 ? sources : sighted)) {
        const like = likenesses.of(source, target, LIKE)
        if (like === 0) continue
        const entries = [...new Set([...named.get(source)!, ...inside])]
        // What is less like the source than any of them must be is none of them.
        const least = Math.min(...entries.map((entry) => this.#likenesses.least(source, entry)))
        const most = Math.max(...entries.map((entry) => this.#likenesses.of(source, entry, this.#from, least)))
        if (most < least) continue
        for (const entry of entries) {
          const heard = this.#likenesses.of(source, entry, this.#from, least)
          // Who is linked here is named where the link is.
          if (heard < most || linked.has(entry) || heard < this.#likenesses.least(source, entry)) continue
          const spelt = this.#likenesses.of(target, entry, this.#to, ALL - like - heard)
          if (like + heard + spelt >= ALL) found.push({ entry, source, target, like, heard, spelt })
        }
      }
    }
    return found
  }

  /** Those of `sources`, which are in the order of the text, that are near enough to be compared. */
  #near(target: Stretch, sources: readonly Stretch[] = this.#sources): readonly Stretch[] {
    if (this.#reach === 1) return sources
    const at = place(target, this.#pair.target)
    const from = first(sources, (source) => place(source, this.#pair.source) < at && !this.#isNear(source, target))
    let to = from
    while (to < sources.length && this.#isNear(sources[to]!, target)) to++
    return sources.slice(from, to)
  }

  /** The best pairings first, each stretch in one at most. */
  #choose(pairings: readonly Pairing[]): Pairing[] {
    const chosen: Pairing[] = []
    const ranked = pairings.map((pairing) => ({ pairing, rank: this.#rank(pairing) })).toSorted((a, b) => b.rank - a.rank)
    for (const { pairing } of ranked) {
      const { source, target, like, spelt } = pairing
      if (chosen.some((one) => overlaps(one.source, source) || overlaps(one.target, target))) continue
      const most = Math.min(VERY_SAME, Math.max(like, spelt) + MARGIN)
      if (like < most && this.#near(target).some((rival) => !overlaps(rival, source) && likeness(rival, target, most) > 0)) continue
      chosen.push(pairing)
    }
    return chosen
  }

  /** Their likeness, 0 for stretches too far apart to be compared. */
  #like(source: Stretch, target: Stretch, floor: number): number {
    return this.#isNear(source, target) ? likeness(source, target, floor) : 0
  }

  #isNear(source: Span, target: Span): boolean {
    return this.#reach === 1 || this.#apart(source, target) <= this.#reach
  }

  #apart(source: Span, target: Span): number {
    return Math.abs(place(source, this.#pair.source) - place(target, this.#pair.target))
  }

  #rank({ source, target, like, heard, spelt }: Pairing): number {
    const away = this.#apart(source, target)
    return like + heard + spelt + Math.max(like, spelt) + LETTER * target.keys[0]!.length - FAR * away
  }
}

/** 0..1: how far into the sentence. */
function place({ start }: Span, sentence: Span): number {
  return (start - sentence.start) / (sentence.end - sentence.start)
}

function isSure({ action, confidence, judged }: Mention): boolean {
  if (judged !== undefined) return judged.verdict === 'right'
  return action === 'keep' && confidence >= SURE
}

/** Each entry once that is named in the stretch. @param sightings in the order of the text */
function entriesWithin({ start, end }: Span, sightings: readonly (Span & { readonly entry: number })[]): readonly number[] {
  const found: number[] = []
  for (let at = first(sightings, (one) => one.start < start); at < sightings.length && sightings[at]!.start < end; at++) {
    const one = sightings[at]!
    if (one.end <= end && !found.includes(one.entry)) found.push(one.entry)
  }
  return found
}
