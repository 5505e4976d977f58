import { createHash } from 'node:crypto'
import { type Entries, type EntryData, EntryTable } from './entries.ts'
import type { Entry } from './entry.ts'
import { Judgements } from './judgements.ts'
import { type IndexData, NameIndex } from './nameindex.ts'

/** A glossary as plain data, which threads share and do not copy. */
export interface SharedGlossary {
  readonly entries: EntryData
  readonly index: IndexData
}

/** The names to look for. Immutable; hash and index are made on first use and once. */
export class Glossary {
  /** In the order of their ids, so that their order in the files decides nothing. */
  readonly entries: Entries
  #hash: string | undefined
  #index: NameIndex | undefined

  constructor(
    entries: Entries,
    /** What people said of mentions found earlier. */
    readonly judgements = new Judgements(),
  ) {
    this.entries = entries instanceof EntryTable ? tableById(entries) : [...entries].sort(byId)
  }

  /** The glossary that another thread made, and its index. */
  static over({ entries, index }: SharedGlossary, judgements: Judgements): Glossary {
    const glossary = new Glossary(new EntryTable(entries), judgements)
    glossary.#index = new NameIndex(index)
    return glossary
  }

  /** All of it but the judgements, for `over`. */
  get shared(): SharedGlossary {
    const table = this.entries instanceof EntryTable ? this.entries : EntryTable.of(this.entries)
    return { entries: table.data, index: this.index.data }
  }

  /** Entry number `number`, which must be there. */
  entry(number: number): Entry {
    return this.entries.at(number)!
  }

  /** SHA-256 of the entries, hexadecimal: the same for the same content, however it was spread over files. */
  get hash(): string {
    if (this.#hash === undefined) {
      const sha = createHash('sha256')
      for (const { origin: _origin, ...content } of this.entries) sha.update(`${JSON.stringify(content)}\n`)
      this.#hash = sha.digest('hex')
    }
    return this.#hash
  }

  /** Index of the entry with that id; undefined when there is none. */
  numberOf(id: string): number | undefined {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#id(middle) < id) low = middle + 1
      else high = middle
    }
    return low < this.entries.length && this.#id(low) === id ? low : undefined
  }

  #id(number: number): string {
    return this.entries instanceof EntryTable ? this.entries.id(number) : this.entry(number).id
  }

  /** Canonical names that were judged and that no entry has any more, sorted: what was said of them has no effect. */
  get judgedInVain(): readonly string[] {
    const names = new Set(this.judgements.judgedNames)
    if (names.size > 0) for (const { canonical } of this.entries) names.delete(canonical)
    return [...names].sort()
  }

  get index(): NameIndex {
    this.#index ??= NameIndex.of(this.entries)
    return this.#index
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Ids are sorted drawer by drawer, by so many letters at their start: they need not all be strings at once. */
const START = 2

function tableById(table: EntryTable): EntryTable {
  const drawers = new Map<string, number[]>()
  let last = ''
  let inOrder = true
  for (let number = 0; number < table.length; number++) {
    const id = table.id(number)
    if (id < last) inOrder = false
    last = id
    const start = id.slice(0, START)
    const drawer = drawers.get(start)
    if (drawer === undefined) drawers.set(start, [number])
    else drawer.push(number)
  }
  if (inOrder) return table
  const sorted = new Uint32Array(table.length)
  let at = 0
  for (const start of [...drawers.keys()].sort()) {
    const drawer = drawers.get(start)!.map((number) => ({ id: table.id(number), number }))
    for (const { number } of drawer.sort(byId)) sorted[at++] = number
  }
  return table.inOrder(sorted)
}
