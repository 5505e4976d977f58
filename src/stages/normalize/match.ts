import type { Mention, Span } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { sameScript, scriptOf } from '../../names/scripts/index.ts'
import type { Evidence } from '../link/index.ts'
import { likeness, type NameText, namesOf, type Spelt, type Stretch } from './names.ts'
import type { SentencePair } from './pairs.ts'

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

/** What a pair of sentences says of the names in the second of them. */
export interface Matching {
  readonly evidence: readonly Evidence[]
  /** Names that are somebody else's, though like one of the glossary's. */
  readonly strangers: readonly Span[]
}

/** From here a link is sure. */
const SURE = 0.85
/** A stretch this like a part of a name in the glossary may be it. */
const SIGHTED = 0.75
/** Stretches less like each other are looked at only where the first is linked. */
const LIKE = 0.7
/** What the first sentence writes must be so like the entry's name; less where the script does not write every sound; in one script, the same. */
const HEARD = 0.93
const HEARD_LOOSELY = 0.85
const SAME = 0.97
/** The three likenesses together. */
const ALL = 2.6
/** Least likeness of what stands for a linked name to the one or the other, and to both together. */
const EITHER = 0.82
const BOTH = 1.5
/** As like as the glossary's name must be where the first sentence's letters do not tell how it sounds. */
const SPELT = 0.9
/** So much better another name must explain a stretch to take it. */
const MARGIN = 0.02
const ALMOST = 0.995
/** A name this like what the other sentence writes is that name, and no garbled one. */
const STRANGER = 0.92
/** What each letter more, and the whole length of the sentence away, count beside likeness. */
const LETTER = 0.02
const FAR = 0.05

const looseScripts: ReadonlySet<string> = new Set(['han', 'kana', 'hangul', 'thai', 'devanagari'])

/**
 * Matches the names of two sentences that say the same, one to one.
 *
 * Three spellings are compared, whatever their scripts: what the first sentence writes, what the second does, and what the glossary has. Where
 * all three are alike, or the first is linked beyond doubt, the second is the entry's name, however garbled. Another entry that fits better, or
 * another name of the first sentence that explains the stretch better, takes it instead.
 */
export function matchNames(pair: SentencePair, from: NameText, to: NameText, glossary: Glossary): Matching {
  const sources = from.stretchesIn(pair.source)
  const targets = to.stretchesIn(pair.target)
  const found = to.mentionsIn(pair.target)
  const likenesses = new EntryLikenesses(glossary)
  const others = found.filter(isSure)
  const pairings = [
    ...linkedPairings(pair, targets, from, to, likenesses),
    ...alikePairings(pair, { sources, targets }, from, to, likenesses),
    // Another entry is named there, letter by letter.
  ].filter(({ entry, target }) => !others.some(({ entry: id, span }) => overlaps(span, target) && glossary.numberOf(id) !== entry))
  const chosen = choose(pairings, pair, sources)
  const doubtful = found.filter(({ action, span }) => action !== 'keep' && !chosen.some(({ target }) => overlaps(target, span)))
  return {
    evidence: chosen.map(({ entry, source, target, like, spelt }) => ({
      span: { start: target.start, end: target.end },
      entries: [glossary.entry(entry).id],
      match: { strength: 0.9 + 0.09 * Math.max(like, spelt), reason: `stands where the source names ${source.text}` },
    })),
    strangers: doubtful.filter((mention) => isStranger(mention, sources, from, to, likenesses)).map(({ span }) => span),
  }
}

/** How like an entry's names stretches are. */
class EntryLikenesses {
  readonly glossary: Glossary
  readonly #names = new Map<string, readonly Spelt[]>()
  readonly #known = new Map<Stretch, Map<number, number>>()

  constructor(glossary: Glossary) {
    this.glossary = glossary
  }

  of(stretch: Stretch, entry: number, { language }: NameText): number {
    const known = this.#known.get(stretch) ?? new Map<number, number>()
    this.#known.set(stretch, known)
    let most = known.get(entry)
    if (most !== undefined) return most
    most = 0
    const key = `${entry} ${language}`
    const names = this.#names.get(key) ?? namesOf(this.glossary, entry, language)
    this.#names.set(key, names)
    for (const name of names) most = Math.max(most, likeness(stretch, name, Math.max(0.3, most)))
    known.set(entry, most)
    return most
  }
}

/** What may stand for the names that the first sentence surely has. */
function linkedPairings(
  pair: SentencePair,
  targets: readonly Stretch[],
  from: NameText,
  to: NameText,
  likenesses: EntryLikenesses,
): Pairing[] {
  return from
    .mentionsIn(pair.source)
    .filter(isSure)
    .flatMap(({ entry: id, span, suffix, surface }) => {
      const entry = likenesses.glossary.numberOf(id)
      if (entry === undefined) return []
      const source = from.at({ start: span.start, end: span.end + suffix.length })
      const heard = likenesses.of(source, entry, from)
      // Other names are read like it; this one is spelt otherwise.
      if (!sameScript(surface, likenesses.glossary.entry(entry).canonical) && heard > 0.6 && heard < leastHeard(surface)) return []
      return targets.flatMap((target) => {
        if (target.beside) return []
        const like = likeness(source, target, 0.3)
        const spelt = likenesses.of(target, entry, to)
        if (spelt < SPELT && (Math.max(like, spelt) < EITHER || like + spelt < BOTH)) return []
        return [{ entry, source, target, like, heard: 1, spelt }]
      })
    })
}

/** Stretches of both sentences that are like each other and like a name of the glossary. */
function alikePairings(
  pair: SentencePair,
  { sources, targets }: { readonly sources: readonly Stretch[]; readonly targets: readonly Stretch[] },
  from: NameText,
  to: NameText,
  likenesses: EntryLikenesses,
): Pairing[] {
  const linked = new Set(
    from
      .mentionsIn(pair.source)
      .filter(isSure)
      .map(({ entry }) => likenesses.glossary.numberOf(entry)),
  )
  const inSource = from.sightingsIn(pair.source, SIGHTED)
  const inTarget = to.sightingsIn(pair.target, SIGHTED)
  if (inSource.length === 0 && inTarget.length === 0) return []
  const found: Pairing[] = []
  for (const target of targets) {
    if (target.beside) continue
    for (const source of sources) {
      const like = source.beside ? 0 : likeness(source, target, LIKE)
      if (like === 0) continue
      const sightings = [...inSource.filter((one) => covers(source, one)), ...inTarget.filter((one) => covers(target, one))]
      // Who is linked here is named where the link is.
      const entries = [...new Set(sightings.map(({ entry }) => entry))].filter((entry) => !linked.has(entry))
      const most = Math.max(...entries.map((entry) => likenesses.of(source, entry, from)))
      for (const entry of entries) {
        const heard = likenesses.of(source, entry, from)
        const spelt = likenesses.of(target, entry, to)
        const least = sameScript(source.text, likenesses.glossary.entry(entry).canonical) ? SAME : leastHeard(source.text)
        if (heard >= least && heard === most && like + heard + spelt >= ALL) found.push({ entry, source, target, like, heard, spelt })
      }
    }
  }
  return found
}

function leastHeard(text: string): number {
  return looseScripts.has(scriptOf(text)?.name ?? '') ? HEARD_LOOSELY : HEARD
}

/** The best pairings first, each stretch in one at most. */
function choose(pairings: readonly Pairing[], pair: SentencePair, sources: readonly Stretch[]): Pairing[] {
  const chosen: Pairing[] = []
  const ranked = pairings.map((pairing) => ({ pairing, rank: rankOf(pairing, pair) })).toSorted((a, b) => b.rank - a.rank)
  for (const { pairing } of ranked) {
    const { source, target, like, spelt } = pairing
    if (chosen.some((one) => overlaps(one.source, source) || overlaps(one.target, target))) continue
    const most = Math.min(ALMOST, Math.max(like, spelt) + MARGIN)
    if (like < most && sources.some((rival) => !overlaps(rival, source) && likeness(rival, target, most) > 0)) continue
    chosen.push(pairing)
  }
  return chosen
}

function rankOf({ source, target, like, heard, spelt }: Pairing, pair: SentencePair): number {
  const away = Math.abs(place(source, pair.source) - place(target, pair.target))
  return like + heard + spelt + Math.max(like, spelt) + LETTER * target.keys[0]!.length - FAR * away
}

/** 0..1: how far into the sentence. */
function place({ start }: Span, sentence: Span): number {
  return (start - sentence.start) / (sentence.end - sentence.start)
}

/** Whether a mention that is not spelt as in the glossary is what the first sentence calls somebody else. */
function isStranger(
  { entry: id, span }: Mention,
  sources: readonly Stretch[],
  from: NameText,
  to: NameText,
  likenesses: EntryLikenesses,
): boolean {
  const entry = likenesses.glossary.numberOf(id)
  if (entry === undefined) return false
  const target = to.at(span)
  const least = Math.max(STRANGER, likenesses.of(target, entry, to) + MARGIN)
  return (
    least < 1 && sources.some((rival) => likeness(rival, target, least) > 0 && likenesses.of(rival, entry, from) < leastHeard(rival.text))
  )
}

function isSure({ action, confidence, judged }: Mention): boolean {
  if (judged !== undefined) return judged.verdict === 'right'
  return action === 'keep' && confidence >= SURE
}

function covers(a: Span, b: Span): boolean {
  return a.start <= b.start && b.end <= a.end
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
