import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages of a list, of which one is held at a time. How many there are is known at the end, and then said in each. */
export class Paged<Row> {
  readonly #path: (page: number) => string
  readonly #size: number
  readonly #head: (page: number, rows: readonly Row[]) => string
  readonly #tail: (page: number, pages: number, total: number) => string
  #held: Row[] = []
  #pages = 0
  #total = 0

  /**
   * @param size rows of a page
   * @param head a page but for its end, which `tail` makes when all rows are known
   */
  constructor({
    folder,
    name,
    size,
    head,
    tail,
  }: {
    readonly folder: string
    /** Of a page's file, counted from 0. */
    readonly name: (page: number) => string
    readonly size: number
    readonly head: (page: number, rows: readonly Row[]) => string
    readonly tail: (page: number, pages: number, total: number) => string
  }) {
    this.#path = (page) => {
      if (page === 0) mkdirSync(folder, { recursive: true })
      return join(folder, name(page))
    }
    this.#size = size
    this.#head = head
    this.#tail = tail
  }

  get total(): number {
    return this.#total
  }

  add(row: Row): void {
    this.#held.push(row)
    this.#total += 1
    if (this.#held.length === this.#size) this.#flush()
  }

  /** @returns how many pages there are; 0 when no row came */
  close(): number {
    if (this.#held.length > 0) this.#flush()
    for (let page = 0; page < this.#pages; page += 1) appendFileSync(this.#path(page), this.#tail(page, this.#pages, this.#total))
    return this.#pages
  }

  #flush(): void {
    writeFileSync(this.#path(this.#pages), this.#head(this.#pages, this.#held))
    this.#held = []
    this.#pages += 1
  }
}

/** 7 → '007' */
export function pageNumber(page: number): string {
  return String(page).padStart(3, '0')
}

/** `data/KIND-NNN.js`: rows for the script, in classic scripts, since a page from disk may not fetch. */
export function dataPages<Row>(folder: string, kind: string, size: number): Paged<Row> {
  return new Paged<Row>({
    folder: join(folder, 'data'),
    name: (page) => `${kind}-${pageNumber(page)}.js`,
    size,
    head: (page, rows) =>
      `synoptic.data(${JSON.stringify(kind)}, ${page}, {"rows":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
    tail: (_, pages, total) => `,"total":${total},"pages":${pages}})\n`,
  })
}
