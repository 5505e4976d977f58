/** Names that a version garbles beyond what can be known by themselves, told by the words beside them in another version of its language. */
import type { Mention, Span } from '../../article.ts'
import { similarity } from '../../names/compare/distance.ts'
import { plain, squeeze } from '../../names/compare/spelling.ts'
import { overlaps } from '../../span.ts'
import { alignWords, type Token, tokensOf } from '../collate/words.ts'
import { BORNE_OUT, isSure, type Passage } from './passage.ts'

/**
 * How like the name a word must be that stands in its place, 0..1: of 1,335 misspelt words of names in the tuning sets of bench/names 94 % are, of
 * 152,490 pairs of different family names 0.3 %. At .7: 95 and 0.8 %; at .8: 92 and 0.2 %.
 */
const ALIKE = 0.75
/** What a likeness counts for when the front of the name is lost. */
const FRONT_LOST = 0.935
/** So much of a name must be there, in letters. */
const SHORTEST_REST = 4

/** English adds it to any name, and to a garbled one as well. */
const possessive = /['’]s?$/u

/** A passage of another wording has more words in a name's place; further off it is another place. */
const MOST_BESIDE = 4

/** Mentions for words of `here` that nobody linked, each in the place of a sure name of `there`: between the same words. */
export function garbledNames(here: Passage, there: Passage): Mention[] {
  const sure = there.mentions.filter(isSure)
  if (sure.length === 0) return []
  const [mine, theirs] = [tokensOf(here.text), tokensOf(there.text)]
  const wordsOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text)
  const known = new Set(wordsOf(theirs))
  // A garbled name is a word that the other version has not: most passages have none, and need not be compared.
  if (!mine.some(({ text }) => isCapitalized(text) && !known.has(text))) return []
  /** Of each word there, the same word here. */
  const same = new Map<number, number>()
  for (const { kind, a, b } of alignWords(wordsOf(mine), wordsOf(theirs)))
    if (kind === 'same') for (let at = a[0]; at < a[1]; at++) same.set(b[0] + at - a[0], at)
  return sure.flatMap((name) => {
    const places = placesOf(theirs, moved(name.span, -there.span.start))
    const [first = 0, last = 0] = [places[0], places.at(-1)]
    const before = [...same].reduce((nearest, [at, place]) => (at < first ? place : nearest), -1)
    const after = [...same].find(([at]) => at > last)?.[1] ?? mine.length
    const between = mine.slice(before + 1, after)
    if (between.length > places.length + MOST_BESIDE) return []
    for (let count = places.length; count > 0; count--) {
      const wanted = endOf(name.replacement, places.length, count)
      if (wanted === undefined) continue
      for (let at = 0; at + count <= between.length; at++) {
        const words = between.slice(at, at + count)
        if (!words.every(({ text }) => isCapitalized(text)) || words.every(({ text }) => known.has(text))) continue
        const place = { start: words[0]!.start, end: words.at(-1)!.end }
        const mention = mentionOf(here, { ...name, replacement: wanted }, place)
        if (mention !== undefined) return [mention]
      }
    }
    return []
  })
}

/** The last `count` words of a name that has so many words as `whole` says; undefined when it has not. */
function endOf(name: string, whole: number, count: number): string | undefined {
  if (count === whole) return name
  const words = name.split(' ')
  return words.length === whole ? words.slice(-count).join(' ') : undefined
}

/** The mention that the words at `place` of the passage are, in the form that the other version has. */
function mentionOf(here: Passage, name: Mention, place: Span): Mention | undefined {
  const written = here.text.slice(place.start, place.end)
  const suffix = name.suffix === '' ? (possessive.exec(written)?.[0] ?? '') : name.suffix
  // In another form than there nobody can say where the name ends.
  if (!written.endsWith(suffix)) return undefined
  const surface = written.slice(0, written.length - suffix.length)
  const likeness = alike(surface, name.replacement)
  const span = moved({ start: place.start, end: place.end - suffix.length }, here.span.start)
  if (surface === name.replacement || likeness < ALIKE || here.mentions.some((mention) => overlaps(mention.span, span))) return undefined
  return {
    ...{ span, surface, suffix, kind: name.kind, entry: name.entry, canonical: name.canonical, replacement: name.replacement },
    ...{ action: 'rewrite', confidence: BORNE_OUT, reason: `spelling ${likeness.toFixed(2)}` },
  }
}

/** Likeness of the least alike of their words, 0..1; as wholes when one has more words than the other. */
function alike(garbled: string, name: string): number {
  const [words, others] = [garbled.split(' '), name.split(' ')]
  if (words.length !== others.length) return wordsAlike(garbled, name)
  return Math.min(...words.map((word, at) => wordsAlike(word, others[at]!)))
}

/** Likeness of two words as they sound and are spelt, 0..1, or of the one to the end of the other. */
function wordsAlike(garbled: string, name: string): number {
  const [one, other] = [plain(squeeze(garbled)), plain(squeeze(name))]
  let best = similarity(one, other)
  for (let start = 1; start <= other.length - SHORTEST_REST && start <= one.length; start++)
    best = Math.max(best, similarity(one, other.slice(start)) * FRONT_LOST)
  return best
}

function placesOf(tokens: readonly Token[], span: Span): number[] {
  return tokens.flatMap((token, at) => (overlaps(token, span) ? [at] : []))
}

function isCapitalized(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}
