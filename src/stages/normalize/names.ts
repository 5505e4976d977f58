import type { Language, Mention, Span } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { inLanguage, partsOf, Role } from '../../glossary/parts.ts'
import { similarity } from '../../names/compare/distance.ts'
import { ownLetters } from '../../names/compare/own-letters.ts'
import { squeeze } from '../../names/compare/spelling.ts'
import { sameScript } from '../../names/scripts/index.ts'
import type { Window, Word } from '../../names/text/words.ts'
import { functionWordsOf } from '../../names/words/function-words.ts'
import { isWord } from '../../names/words/lexicon.ts'
import { particles } from '../../names/words/particles.ts'
import type { Document } from '../link/document.ts'
import { type Reading, readingOf } from '../link/reading.ts'
import { spellings } from '../link/spot/index.ts'

/** A name, as it may be compared with others of any script. */
export interface Spelt {
  /** As written: what shows its script. */
  readonly text: string
  /** Squeezed: as it stands, without endings, with its words in another order. */
  readonly keys: readonly string[]
}

/** A stretch of a text that may be a name. */
export interface Stretch extends Spelt, Span {
  /** Whether another name beside it makes it a part of somebody's else. */
  readonly beside: boolean
}

/** Words of the longest name that is looked at; a character of a script without spaces is one. */
const LONGEST = 5
const LONGEST_JOINED = 8

/** Stretches. Half a kilobyte each. */
const MOST_REMEMBERED = 100_000

/** A text and what may be names in it; read once, asked sentence by sentence. */
export class NameText {
  readonly text: string
  readonly language: Language
  readonly mentions: readonly Mention[]
  readonly #document: Document
  readonly #words: readonly Word[]
  readonly #small: ReadonlySet<string>
  readonly #glossary: Glossary
  readonly #reading: Reading
  readonly #stretches = new Map<Span, readonly Stretch[]>()
  #remembered = 0

  /** @param mentions those known in `text`, in their order */
  constructor(text: string, language: Language, mentions: readonly Mention[], glossary: Glossary) {
    this.text = text
    this.language = language
    this.mentions = mentions
    this.#reading = readingOf(text, language, glossary)
    this.#words = this.#reading.words
    this.#document = this.#reading.document
    this.#small = functionWordsOf(language)
    this.#glossary = glossary
  }

  mentionsIn({ start, end }: Span): Mention[] {
    const found: Mention[] = []
    for (let at = first(this.mentions, ({ span }) => span.start < start); at < this.mentions.length; at++) {
      const { span } = this.mentions[at]!
      if (span.start >= end) break
      if (span.end <= end) found.push(this.mentions[at]!)
    }
    return found
  }

  /**
   * Every stretch inside `sentence` that may be a name: capitalized words, with particles between; any words where nothing tells names. Those of
   * the sentences asked for last are remembered: all of a book would be a gigabyte.
   */
  stretchesIn(sentence: Span): readonly Stretch[] {
    const known = this.#stretches.get(sentence)
    if (known !== undefined) return known
    const found = this.#findStretches(sentence)
    this.#remembered += found.length
    if (this.#remembered > MOST_REMEMBERED) {
      this.#stretches.clear()
      this.#remembered = found.length
    }
    this.#stretches.set(sentence, found)
    return found
  }

  #findStretches(sentence: Span): Stretch[] {
    const found: Stretch[] = []
    for (let from = firstFrom(this.#words, sentence.start); from < this.#words.length; from++) {
      const opener = this.#words[from]!
      if (opener.start >= sentence.end) break
      if (!this.#isName(opener)) continue
      for (let to = from + 1; to <= this.#words.length; to++) {
        const last = this.#words[to - 1]!
        if (last.end > sentence.end || to - from > (last.gap === 'joined' ? LONGEST_JOINED : LONGEST)) break
        if (to - 1 > from && !continues(last)) break
        if (this.#isName(last) || last.gap === 'hyphen') found.push(this.#stretch({ from, to }))
      }
    }
    return found
  }

  /** What is written at `span`, with the endings its language may have put on it. */
  at({ start, end }: Span): Stretch {
    const from = firstFrom(this.#words, start)
    let to = from + 1
    while (to < this.#words.length && this.#words[to]!.start < end) to++
    return this.#stretch({ from, to })
  }

  /** The entries whose names something inside `sentence` is like, and where. */
  sightingsIn(sentence: Span, least: number): (Span & { readonly entry: number })[] {
    const { sightings } = this.#reading
    const { index } = this.#glossary
    const found: (Span & { readonly entry: number })[] = []
    // They come in the order of their words.
    const word = firstFrom(this.#words, sentence.start)
    for (let at = first(sightings, ({ from }) => from < word); at < sightings.length; at++) {
      const { from, to, match } = sightings[at]!
      const [start, end] = [this.#words[from]!.start, this.#words[to - 1]!.end]
      if (start >= sentence.end) break
      if (match.similarity < least || start < sentence.start || end > sentence.end) continue
      if (index.postingCount(match.part) > MOST_ENTRIES) continue
      for (const { entry, role } of index.postings(match.part)) if (telling.has(role)) found.push({ start, end, entry })
    }
    return found
  }

  /** A word that opens the sentence is no name if the language has it. Where nothing tells names, only given names before it say anything. */
  #isBeside(window: Window): boolean {
    const before = this.#words[window.from - 1]
    const opener = before?.opens === true && isWord(before.text, this.language)
    if (!opener && this.#document.strangerBefore(window)) return true
    return this.#document.tellsNames(window) && (this.#document.strangerAfter(window) || this.#document.compoundAfter(window))
  }

  #isName({ text, nameLike, opens }: Word): boolean {
    return nameLike && !(opens && this.#small.has(text.toLowerCase()))
  }

  #stretch(window: Window): Stretch {
    const words = this.#words.slice(window.from, window.to)
    const [start, end] = [words[0]!.start, words.at(-1)!.end]
    const written = words.map(({ text }) => text)
    const keys = new Set([squeeze(written.join('')), ...spellings(this.#words, window, this.language).map(({ key }) => key)])
    for (let at = 1; at < written.length; at++) {
      if (words[at]!.gap === 'space') keys.add(squeeze([...written.slice(at), ...written.slice(0, at)].join('')))
    }
    return { start, end, text: this.text.slice(start, end), keys: [...keys].filter((key) => key !== ''), beside: this.#isBeside(window) }
  }
}

/** A part that more entries have says little. */
const MOST_ENTRIES = 12
const telling: ReadonlySet<Role> = new Set([Role.whole, Role.alias, Role.family, Role.core])

const binds: ReadonlySet<string> = new Set(['space', 'hyphen', 'apostrophe', 'joined'])

/** Whether a name may go on with the word. */
function continues({ gap, nameLike, text }: Word): boolean {
  return binds.has(gap) && (nameLike || gap === 'hyphen' || particles.has(text.toLowerCase()))
}

/** Of things in a rising order, the first that is not before. */
export function first<Thing>(things: readonly Thing[], isBefore: (thing: Thing) => boolean): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(things[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** The first word that ends after `start`. */
function firstFrom(words: readonly Word[], start: number): number {
  return first(words, ({ end }) => end <= start)
}

/** What entry number `entry` is called in `language`: in full, in either order, by its family and by its given name. */
export function namesOf(glossary: Glossary, entry: number, language: Language): Spelt[] {
  const local = inLanguage(glossary.entry(entry), language)
  const texts = [
    local.canonical,
    local.family + local.given,
    ...partsOf(local)
      .filter(({ role }) => named.has(role))
      .map(({ text }) => text),
  ]
  const byKey = new Map(texts.filter((text) => text !== '').map((text) => [squeeze(text), text] as const))
  return [...byKey].map(([key, text]) => ({ text, keys: [key] }))
}

const named: ReadonlySet<Role> = new Set([Role.whole, Role.alias, Role.family, Role.core, Role.given])

/** Shorter names are like too many others: they are so only when this like. */
const SHORT = 5
const SHORT_LIKE = 0.9

/** 0..1: how like two names are, read as they sound where they are of two scripts; the best of their readings. 0 up to `floor`. */
export function likeness(a: Spelt, b: Spelt, floor: number): number {
  const across = !sameScript(a.text, b.text)
  const [from, to] = across && isLatin(a.text) ? [b, a] : [a, b]
  const heard = across ? ownLetters(from.text) : ''
  let best = floor
  for (const one of from.keys) {
    for (const other of to.keys) {
      const least = Math.min(one.length, other.length) < SHORT ? Math.max(best, SHORT_LIKE) : best
      const alike = similarity(one, other, least, heard)
      if (alike > least || (alike === 1 && best < 1)) best = alike
    }
  }
  return best > floor ? best : 0
}

function isLatin(text: string): boolean {
  return /^\P{L}*\p{Script=Latin}/u.test(text)
}
