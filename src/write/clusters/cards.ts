/** Spellings to cards, riskiest first, and the files that find them. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CARDS_A_PAGE, type Card, type Spelling } from './card.ts'
import type { Holders } from './holders.ts'
import { cardIndex, files, hashOf, indexBytes, LAYOUT, type Overview, REVIEW } from './layout.ts'
import { folded, lookAlikes, type Risk, riskOf } from './risk.ts'
import type { Counted, Spellings } from './spellings.ts'
import { Spool } from './spool.ts'

/** Spellings on a card; an entry that has more has more cards. */
const SPELLINGS_A_CARD = 20
/** Pages for readers without a server: the riskiest thousand cards. */
const PAGES = 20

/** A card as it waits to be read: its contexts do not say yet whether their articles have pages. */
export interface WrittenCard extends Omit<Card, 'spellings'> {
  readonly spellings: readonly WrittenSpelling[]
}

export interface WrittenSpelling extends Omit<Spelling, 'contexts'> {
  readonly contexts: readonly Omit<Spelling['contexts'][number], 'page'>[]
  /** First and last, exclusive, of its articles in the file of articles. */
  readonly held: readonly [from: number, to: number]
}

interface Parts {
  readonly spellings: Spellings
  readonly contexts: Spool
  readonly holders: Holders
  /** Names that a spelling may be near, besides those that are mentioned. */
  readonly names: readonly string[]
}

export function writeCards(folder: string, { spellings, contexts, holders, names }: Parts): void {
  const alike = lookAlikes(spellings, names)
  const riskAt = (number: number): Risk => riskOf(spellings.at(number), alike.get(number))
  const cards = ordered(
    spellings,
    Float32Array.from({ length: spellings.size }, (_, number) => riskAt(number).risk),
  )
  const review = join(folder, REVIEW)
  const bytes = new ArrayBuffer(indexBytes(cards.length))
  const index = cardIndex(cards.length, bytes)
  const lines = new Spool(join(review, files.cards))
  const search = new Spool(join(review, files.search))
  const articles = new Spool(join(review, files.articles))
  const held = holders.sorted(cards.flat(), (number) => spellings.articlesOf(number))
  const pages = new Pages(folder, cards.length)
  for (const [at, numbers] of cards.entries()) {
    const those = new Set<number>()
    const counted = numbers.map((number) => spellings.at(number))
    const pieces = counted.flatMap((spelling, place) => {
      const found = held.next().value as Uint32Array
      for (const article of found) those.add(article)
      // The bytes are copied: the array is used again.
      const from = articles.add(Buffer.from(new Uint8Array(found.buffer, found.byteOffset, found.byteLength))) / 4
      return [...(place > 0 ? [comma] : []), ...formatted(spelling, contexts, [from, from + found.length])]
    })
    const { entry, canonical, kind } = counted[0]!
    const mentions = counted.reduce((sum, spelling) => sum + spelling.mentions, 0)
    const head = JSON.stringify({ entry, canonical, kind, ...riskAt(numbers[0]!), mentions, articles: those.size })
    const line = Buffer.concat([Buffer.from(`${head.slice(0, -1)},"spellings":[`), ...pieces, Buffer.from(']}\n')])
    const names = Buffer.from(`${[canonical, ...new Set(counted.map(({ surface }) => surface))].map(folded).join(' ')}\n`)
    index.offsets[at + 1] = lines.add(line) + line.length
    index.searchOffsets[at + 1] = search.add(names) + names.length
    index.names[at] = hashOf(canonical)
    index.spellings[at] = counted.length
    index.open[at] = counted.filter(({ judged }) => judged === undefined).length
    pages.add(line)
  }
  for (const file of [lines, search, articles]) file.close(true)
  pages.close()
  const overview: Overview = { layout: LAYOUT, cards: cards.length, spellings: spellings.size, leftOut: spellings.leftOut }
  writeFileSync(join(review, files.index), new Uint8Array(bytes))
  writeFileSync(join(review, files.overview), `${JSON.stringify(overview)}\n`)
}

/** Numbers of the spellings of each card. */
function ordered(spellings: Spellings, risks: Float32Array): number[][] {
  const byEntry = new Map<string, number[]>()
  for (let number = 0; number < spellings.size; number++) {
    const { entry } = spellings.known(number)
    const numbers = byEntry.get(entry)
    if (numbers === undefined) byEntry.set(entry, [number])
    else numbers.push(number)
  }
  const riskiest = (a: number, b: number): number => risks[b]! - risks[a]! || a - b
  const cards: number[][] = []
  for (const numbers of byEntry.values()) {
    numbers.sort(riskiest)
    for (let from = 0; from < numbers.length; from += SPELLINGS_A_CARD) cards.push(numbers.slice(from, from + SPELLINGS_A_CARD))
  }
  return cards.sort((a, b) => riskiest(a[0]!, b[0]!))
}

const comma = Buffer.from(',')

/** As JSON, in pieces. The contexts are JSON already. */
function formatted(spelling: Counted, contexts: Spool, held: WrittenSpelling['held']): Buffer[] {
  const { surface, replacement, language, action, least, mentions, articles, judged, places } = spelling
  const confidence = Number(least.toFixed(4))
  const head = JSON.stringify({ surface, replacement, language, action, confidence, mentions, articles, judged, held })
  const shown = places.flatMap(({ offset, length }, at) => [...(at > 0 ? [comma] : []), contexts.read(offset, length)])
  return [Buffer.from(`${head.slice(0, -1)},"contexts":[`), ...shown, Buffer.from(']}')]
}

/** report/data/names-NNN.js: the first cards, as scripts that a page opened from disk can load. */
class Pages {
  readonly #folder: string
  readonly #total: number
  readonly #hasPage: (article: string) => boolean
  #rows: Card[] = []
  #written = 0

  constructor(folder: string, total: number) {
    this.#folder = folder
    this.#total = total
    this.#hasPage = pagesIn(folder)
  }

  /** @param line of a card */
  add(line: Buffer): void {
    if (this.#written === PAGES) return
    this.#rows.push(finished(JSON.parse(line.toString()) as WrittenCard, this.#hasPage))
    if (this.#rows.length === CARDS_A_PAGE) this.#write()
  }

  close(): void {
    if (this.#rows.length > 0 || this.#written === 0) this.#write()
  }

  #write(): void {
    const folder = join(this.#folder, 'report', 'data')
    mkdirSync(folder, { recursive: true })
    const pages = Math.min(PAGES, Math.max(1, Math.ceil(this.#total / CARDS_A_PAGE)))
    const value = JSON.stringify({ total: this.#total, pages, rows: this.#rows })
    const name = `names-${String(this.#written).padStart(3, '0')}.js`
    writeFileSync(join(folder, name), `synoptic.data("names", ${this.#written}, ${value})\n`)
    this.#rows = []
    this.#written += 1
  }
}

/** A card as it is shown. @param hasPage whether an article has a page in the report */
export function finished(card: WrittenCard, hasPage: (article: string) => boolean): Card {
  return {
    ...card,
    spellings: card.spellings.map(({ held: _, contexts, ...spelling }) => ({
      ...spelling,
      contexts: contexts.map((context) => ({ ...context, page: hasPage(context.article) })),
    })),
  }
}

/** Names of the articles' pages: listed once, as to look for each would take a third of the time of a page of cards. @param folder the output */
export function pagesIn(folder: string): (article: string) => boolean {
  let names: ReadonlySet<string> | undefined
  return (article) => {
    names ??= new Set(listed(join(folder, 'report', 'articles')))
    return names.has(`${article}.html`)
  }
}

function listed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
