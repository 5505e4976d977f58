import { createHash } from 'node:crypto'
import type { Entry } from './entry.ts'
import { Judgements } from './judgements.ts'
import { NameIndex } from './nameindex.ts'

/** The names to look for. Immutable; hash and index are made on first use and once. */
export class Glossary {
  /** In the order of their ids, so that their order in the files decides nothing. */
  readonly entries: readonly Entry[]
  #hash: string | undefined
  #index: NameIndex | undefined

  constructor(
    entries: readonly Entry[],
    /** What people said of mentions found earlier. */
    readonly judgements = new Judgements(),
  ) {
    this.entries = byId(entries)
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
      if (this.entries[middle]!.id < id) low = middle + 1
      else high = middle
    }
    return this.entries[low]?.id === id ? low : undefined
  }

  /** Canonical names that were judged and that no entry has any more, sorted: what was said of them has no effect. */
  get judgedInVain(): readonly string[] {
    const names = new Set(this.judgements.judgedNames)
    if (names.size > 0) for (const { canonical } of this.entries) names.delete(canonical)
    return [...names].sort()
  }

  get index(): NameIndex {
    this.#index ??= new NameIndex(this.entries)
    return this.#index
  }
}

/** In two steps, by the start of the id and by all of it: a million strings compared with each other in one take twice as long. */
function byId(entries: readonly Entry[]): Entry[] {
  const drawers = new Map<string, Entry[]>()
  for (const entry of entries) {
    const start = entry.id.slice(0, 6)
    const drawer = drawers.get(start)
    if (drawer === undefined) drawers.set(start, [entry])
    else drawer.push(entry)
  }
  const compare = (a: Entry, b: Entry) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return [...drawers.keys()].sort().flatMap((start) => drawers.get(start)!.sort(compare))
}
