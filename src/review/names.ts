/** Cards of names, as the run wrote them: an index is held, and what is shown is read where it stands. */
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Judgement, Judgements } from '../glossary/index.ts'
import { CARDS_A_PAGE, type Card } from '../write/clusters/card.ts'
import { finished, pagesIn, type WrittenCard } from '../write/clusters/cards.ts'
import { type CardIndex, cardIndex, files, hashOf, LAYOUT, type Overview, REVIEW } from '../write/clusters/layout.ts'
import { folded } from '../write/clusters/risk.ts'
import { readAt } from '../write/clusters/spool.ts'
import { judgedCard } from './judged.ts'

/** Cards with something on them to be judged, with something judged. */
export type State = 'open' | 'judged' | 'all'

/** Which cards are asked for. */
export interface Asked {
  /** Part of a name; '' for all. */
  readonly query: string
  readonly state: State
}

export interface Page<Row> {
  /** Rows of all pages. */
  readonly total: number
  readonly pages: number
  readonly rows: readonly Row[]
}

export class NamesIndex {
  readonly #folder: string
  readonly #overview: Overview
  readonly #hasPage: (article: string) => boolean
  readonly #index: CardIndex
  readonly #cards: number
  readonly #articles: number
  /** Spellings of a card of which nothing is said now. */
  readonly #open: Uint32Array
  #search: Buffer | undefined
  #ids: Buffer | undefined

  private constructor(folder: string, overview: Overview, index: CardIndex, [cards, articles]: readonly [number, number]) {
    this.#folder = folder
    this.#hasPage = pagesIn(folder)
    this.#overview = overview
    this.#index = index
    this.#cards = cards
    this.#articles = articles
    this.#open = index.open.slice()
  }

  /** @throws UsageError when the results are of a version that wrote none, or wrote it otherwise */
  static async open(folder: string): Promise<NamesIndex> {
    const review = join(folder, REVIEW)
    const overview = await readFile(join(review, files.overview), 'utf8').then(
      (text) => JSON.parse(text) as Overview,
      () => undefined,
    )
    if (overview?.layout !== LAYOUT)
      throw new UsageError(
        `${folder}: these results are of another version of this program, and cannot be judged; give the command that made them again`,
      )
    const bytes = await readFile(join(review, files.index))
    const index = cardIndex(overview.cards, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
    return new NamesIndex(folder, overview, index, [openSync(join(review, files.cards), 'r'), openSync(join(review, files.articles), 'r')])
  }

  close(): void {
    closeSync(this.#cards)
    closeSync(this.#articles)
  }

  get overview(): Overview {
    return this.#overview
  }

  /** Looks again at the cards of names that these are about. @param judgements in force */
  recount(said: readonly Judgement[], judgements: Judgements): void {
    const canonicals = said.flatMap((judgement) => ('surface' in judgement ? [judgement.canonical] : []))
    for (const number of this.#cardsOf(canonicals))
      this.#open[number] = judgedCard(this.#finished(this.#read(number)), judgements).spellings.filter(
        ({ judged }) => judged === undefined,
      ).length
  }

  /**
   * @param page 0-based; one that is not there has no rows
   * @param before cards that come before those of the index
   */
  async page(page: number, asked: Asked, judgements: Judgements, before: readonly Card[] = []): Promise<Page<Card>> {
    const numbers = await this.#matching(asked)
    const [from, to] = [page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE]
    const those = numbers.subarray(Math.max(0, from - before.length), Math.max(0, to - before.length))
    const total = before.length + numbers.length
    return {
      total,
      pages: Math.ceil(total / CARDS_A_PAGE),
      rows: [...before.slice(from, to), ...[...those].map((number) => judgedCard(this.#finished(this.#read(number)), judgements))],
    }
  }

  /** Articles that hold this spelling, in any language, as places in `ids`. */
  articlesOf(canonical: string, surface: string): readonly number[] {
    return this.#cardsOf([canonical]).flatMap((number) =>
      this.#read(number)
        .spellings.filter((spelling) => spelling.surface === surface)
        .flatMap(({ held: [from, to] }) => [...new Uint32Array(copyOf(readAt(this.#articles, 4 * from, 4 * (to - from))))]),
    )
  }

  /** The place of an article in `ids`; undefined for one that holds no spelling. */
  async placeOf(id: string): Promise<number | undefined> {
    this.#ids ??= await readFile(join(this.#folder, REVIEW, files.ids))
    const at = this.#ids.indexOf(`\n${id}\n`)
    return at < 0 ? undefined : at + 1
  }

  #read(number: number): WrittenCard {
    const { offsets } = this.#index
    const from = offsets[number]!
    return JSON.parse(readAt(this.#cards, from, offsets[number + 1]! - from).toString()) as WrittenCard
  }

  #finished(card: WrittenCard): Card {
    return finished(card, this.#hasPage)
  }

  #cardsOf(canonicals: Iterable<string>): number[] {
    const wanted = new Set(canonicals)
    if (wanted.size === 0) return []
    const hashes = new Set([...wanted].map(hashOf))
    const found: number[] = []
    // Two names may have one hash.
    const { names } = this.#index
    for (let number = 0; number < names.length; number++)
      if (hashes.has(names[number]!) && wanted.has(this.#read(number).canonical)) found.push(number)
    return found
  }

  /** Numbers of cards, in the order of risk. */
  async #matching({ query, state }: Asked): Promise<Uint32Array> {
    const candidates = query.trim() === '' ? undefined : await this.#found(folded(query))
    const size = candidates?.length ?? this.#open.length
    const matching = new Uint32Array(size)
    let count = 0
    for (let at = 0; at < size; at++) {
      const number = candidates?.[at] ?? at
      if (this.#is(number, state)) matching[count++] = number
    }
    return matching.subarray(0, count)
  }

  #is(number: number, state: State): boolean {
    if (state === 'open') return this.#open[number]! > 0
    return state === 'all' || this.#open[number]! < this.#index.spellings[number]!
  }

  /** Cards whose names hold `text`. */
  async #found(text: string): Promise<number[]> {
    if (text === '') return []
    this.#search ??= await readFile(join(this.#folder, REVIEW, files.search))
    const { searchOffsets } = this.#index
    const found: number[] = []
    let number = 0
    for (let at = this.#search.indexOf(text); at >= 0; at = this.#search.indexOf(text, searchOffsets[number]!)) {
      number = lineOf(searchOffsets, at, number)
      found.push(number)
      number += 1
      if (number >= this.#open.length) break
    }
    return found
  }
}

/** The line in which a place stands, at or after line `from`. */
function lineOf(offsets: Float64Array, place: number, from: number): number {
  let low = from
  let high = offsets.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (offsets[middle]! <= place) low = middle
    else high = middle
  }
  return low
}

/** In memory of its own, so that numbers stand at whole places. */
function copyOf(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
}
