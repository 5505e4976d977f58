import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Letters of a Latin unit, and those of its source. */
export const MOST_LATIN = 4
export const MOST_SOURCE = 3

/** ^, a to z, $. */
const ALPHABET = 28

/** The number of a Latin letter, of the start and the end of a name; -1 of anything else. */
export function latinNumber(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96
  return unit === 94 ? 0 : unit === 36 ? 27 : -1
}

/**
 * What it costs that Latin letters are written so in another script, in hundredths of a letter exchanged by chance: -ln p(source | Latin),
 * learned by scripts/train-names/costs from pairs of spellings. ^ and $ stand for the start and the end of a name.
 */
export class LearnedCosts {
  /** Latin units as a tree: a node's branch is at node · 28 + letter, 0 when there is none. Node 0 is the empty unit. */
  readonly branches: Uint16Array
  readonly #sources = new Map<string, number>()
  /** Costs by source and node, in an open-addressed table. */
  readonly #keys: Uint32Array
  readonly #costs: Uint8Array

  /** @param table rows of source, latin, cost, with a head */
  constructor(table: string) {
    const rows = table
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
    const branches: number[] = new Array(ALPHABET).fill(0)
    this.#keys = new Uint32Array(2 ** Math.ceil(Math.log2(rows.length * 2 + 2)))
    this.#costs = new Uint8Array(this.#keys.length)
    for (const [source = '', latin = '', cost = ''] of rows) {
      let node = 0
      for (let at = 0; at < latin.length; at++) {
        const branch = node * ALPHABET + latinNumber(latin.charCodeAt(at))
        if (branches[branch] === 0) {
          branches[branch] = branches.length / ALPHABET
          for (let letter = 0; letter < ALPHABET; letter++) branches.push(0)
        }
        node = branches[branch]!
      }
      if (!this.#sources.has(source)) this.#sources.set(source, this.#sources.size + 1)
      const key = this.#sources.get(source)! * NODES + node
      const slot = this.#slot(key)
      this.#keys[slot] = key
      this.#costs[slot] = Number(cost)
    }
    this.branches = Uint16Array.from(branches)
  }

  /** The node after `node` with that letter; 0 when there is none. */
  next(node: number, letter: number): number {
    return letter < 0 ? 0 : this.branches[node * ALPHABET + letter]!
  }

  /** The number of a source unit; 0 when it has no row. */
  source(unit: string): number {
    return this.#sources.get(unit) ?? 0
  }

  /** What source number `source` costs for the Latin unit of `node`; -1 when it was not seen so. */
  cost(source: number, node: number): number {
    const key = source * NODES + node
    const slot = this.#slot(key)
    return this.#keys[slot] === key ? this.#costs[slot]! : -1
  }

  /** Where `key` is, or where it would be. */
  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
}

/** More than a table has. */
const NODES = 65_536

const tables = new Map<string, LearnedCosts | undefined>()

/** The costs of a script of names/scripts, by its name, read from the model when they are first asked for; undefined when it has none. */
export function learnedCosts(script: string): LearnedCosts | undefined {
  if (!tables.has(script)) {
    const file = fileURLToPath(new URL(`../../../models/names/spelling/${script}.tsv`, import.meta.url))
    tables.set(script, existsSync(file) ? new LearnedCosts(readFileSync(file, 'utf8')) : undefined)
  }
  return tables.get(script)
}
