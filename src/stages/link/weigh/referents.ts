import type { Span } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { squeeze } from '../../../names/compare/spelling.ts'
import { foldHan } from '../../../names/scripts/han.ts'
import type { Word } from '../../../names/text/words.ts'
import type { Candidate } from '../assemble/candidate.ts'

/** How sure the document makes us that a name's bearer is spoken of. */
export type Support =
  | 'none'
  | 'anchored' // named in full in this document
  | 'expected' // linked in the sentence this one translates

/** What is known from elsewhere of a stretch of a text: the entries it must be about. */
export interface Evidence {
  /** Of the text that is searched. */
  readonly span: Span
  /** Entry ids. */
  readonly entries: readonly string[]
  /** When the span is exactly one name, that of the only entry. */
  readonly match?: Match
}

/** A name that stands for another one, in the text that this one translates or that translates it. */
export interface Match {
  /** 0..1: how sure it is that the name is the entry's. */
  readonly strength: number
  /** Why, for people. */
  readonly reason: string
}

/** Who is spoken of: the entries that a document names in full or is known to be about, and people the glossary does not know. */
export class Referents {
  readonly #words: readonly Word[]
  /** Entry → where it is expected, in UTF-16 code units. */
  readonly #evidence = new Map<number, Span[]>()
  /** Entry → words at which it is named in full, rising. */
  readonly #anchors = new Map<number, number[]>()
  /** Entry → its names as Han characters write them here, folded. */
  readonly #written = new Map<number, string[]>()
  /** Entry → words of its names as they are spelt where it is named in full, squeezed. */
  readonly #spelt = new Map<number, string[]>()
  /** Squeezed name → the words at which somebody else of that name is named in full, rising. */
  readonly #strangers = new Map<string, number[]>()

  constructor(glossary: Glossary, words: readonly Word[], evidence: readonly Evidence[]) {
    this.#words = words
    for (const { span, entries } of evidence) {
      for (const id of entries) {
        const entry = glossary.numberOf(id)
        if (entry !== undefined) put(this.#evidence, entry, span)
      }
    }
  }

  /** Candidates come in the order of the text. */
  anchor({ entry, from, pieces }: Candidate): void {
    put(this.#anchors, entry, from)
    for (const { lemma } of pieces) put(this.#spelt, entry, squeeze(lemma.text))
    for (const { read, from, to } of pieces) if (read !== undefined) put(this.#written, entry, foldHan(textOf(this.#words, from, to)))
  }

  /** Whether a name of Han characters is written so where the entry is named in full. */
  isWritten({ entry, from, to }: Candidate): boolean {
    return this.#written.get(entry)?.includes(foldHan(textOf(this.#words, from, to))) ?? false
  }

  /** Whether a name of one word is spelt, garbled or not, as in the full name of the entry: Lorenz after Hendrik Lorenz. */
  isSpelt({ entry, pieces }: Candidate): boolean {
    return this.#spelt.get(entry)?.includes(squeeze(pieces[0]!.lemma.text)) ?? false
  }

  /** Told in the order of the text. */
  stranger(surface: string, at: number): void {
    put(this.#strangers, squeeze(surface), at)
  }

  /** Entries whose parts are looked for everywhere, however garbled. */
  get expected(): number[] {
    return [...new Set([...this.#anchors.keys(), ...this.#evidence.keys()])]
  }

  supportFor({ entry, from }: Candidate): Support {
    const { start } = this.#words[from]!
    if (this.#evidence.get(entry)?.some((span) => span.start <= start && start < span.end)) return 'expected'
    return this.isAnchored(entry) ? 'anchored' : 'none'
  }

  isAnchored(entry: number): boolean {
    return this.#anchors.has(entry)
  }

  /** How far before word `at`, in words, the entry was last named in full; Infinity when only later or never. */
  distanceBack(entry: number, at: number): number {
    return distanceBack(this.#anchors.get(entry), at)
  }

  /** Whether somebody else of the name `surface` was named before word `at`, and the entry not since. */
  belongsToStranger(surface: string, entry: number, at: number): boolean {
    const stranger = distanceBack(this.#strangers.get(squeeze(surface)), at - 1)
    return stranger < this.distanceBack(entry, at)
  }
}

function textOf(words: readonly Word[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += words[at]!.text
  return text
}

function distanceBack(places: readonly number[] | undefined, at: number): number {
  const last = places?.[countUpTo(places, at) - 1]
  return last === undefined ? Number.POSITIVE_INFINITY : at - last
}

/** How many of `places`, rising, are not above `at`. */
function countUpTo(places: readonly number[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (places[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
