/**
 * The files of review/: cards in the order of risk, and what finds them without reading them all. Numbers are of this machine's byte order: little
 * endian wherever Node runs.
 */

/** Below the output. */
export const REVIEW = 'review'

export const files = {
  /** JSON: the Overview. */
  overview: 'overview.json',
  /** A card a line, as JSON: a WrittenCard. */
  cards: 'cards.jsonl',
  /** A CardIndex. */
  index: 'cards.index',
  /** A line a card: its names as they are looked for. */
  search: 'cards.search',
  /** For each spelling the articles that hold it: 32-bit offsets into `ids`. */
  articles: 'articles.index',
  /** Ids of articles that hold some spelling, a line each, after an empty line. */
  ids: 'articles.txt',
}

/** Of the layout: what was written in another one cannot be read. */
export const LAYOUT = 2

export interface Overview {
  readonly layout: number
  readonly cards: number
  readonly spellings: number
  /** Mentions whose spellings are on no card, because there were too many others. */
  readonly leftOut: number
}

/** What finds cards by number: as many of each as there are cards, one more of the offsets. */
export interface CardIndex {
  /** Bytes from the start of `cards`. */
  readonly offsets: Float64Array
  /** Bytes from the start of `search`. */
  readonly searchOffsets: Float64Array
  /** Hash of the canonical name. */
  readonly names: Uint32Array
  /** Spellings. */
  readonly spellings: Uint32Array
  /** Spellings of which nothing was said. */
  readonly open: Uint32Array
}

/** Bytes of an index of so many cards. */
export function indexBytes(cards: number): number {
  return 16 * (cards + 1) + 12 * cards
}

export function cardIndex(cards: number, bytes: ArrayBuffer = new ArrayBuffer(indexBytes(cards))): CardIndex {
  const half = 8 * (cards + 1)
  return {
    offsets: new Float64Array(bytes, 0, cards + 1),
    searchOffsets: new Float64Array(bytes, half, cards + 1),
    names: new Uint32Array(bytes, 2 * half, cards),
    spellings: new Uint32Array(bytes, 2 * half + 4 * cards, cards),
    open: new Uint32Array(bytes, 2 * half + 8 * cards, cards),
  }
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
