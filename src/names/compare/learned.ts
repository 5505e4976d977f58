import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

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
  /** Where the rows of each source unit start, and after the last one, where they end. Unit 0 has none. */
  readonly from: Uint16Array
  /** Latin units of the rows, without start and end. */
  readonly units: readonly string[]
  /** Of each row: the node of the Latin unit, how many letters that has, and the cost. */
  readonly nodes: Uint16Array
  readonly lengths: Uint8Array
  readonly costs: Uint8Array
  /** The same of a unit of the source and the Latin one together: rare letters are seldom what is meant. */
  readonly joint: Uint16Array
  readonly #sources = new Map<string, number>()

  /** @param table rows of source, latin, cost, in the order of the sources, with a head */
  constructor(table: string) {
    const rows = table
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
    const branches: number[] = new Array(ALPHABET).fill(0)
    const from = [0]
    this.units = rows.map(([, latin = '']) => latin.replace(/[$^]/gu, ''))
    this.nodes = new Uint16Array(rows.length)
    this.lengths = new Uint8Array(rows.length)
    this.costs = new Uint8Array(rows.length)
    for (const [row, [source = '', latin = '', cost = '']] of rows.entries()) {
      if (!this.#sources.has(source)) this.#sources.set(source, from.push(row) - 1)
      this.nodes[row] = grown(branches, latin)
      this.lengths[row] = latin.length
      this.costs[row] = Number(cost)
    }
    const prior = priors(this.units)
    this.joint = Uint16Array.from(this.units, (unit, row) => [...unit].reduce((sum, letter) => sum + prior.get(letter)!, this.costs[row]!))
    this.branches = Uint16Array.from(branches)
    this.from = Uint16Array.from([...from, rows.length])
  }

  /** The node after `node` with that letter; 0 when there is none. */
  next(node: number, letter: number): number {
    return letter < 0 ? 0 : this.branches[node * ALPHABET + letter]!
  }

  /** The number of a source unit; 0 when it has no row. */
  source(unit: string): number {
    return this.#sources.get(unit) ?? 0
  }
}

/** Hundredths a nat, as in scripts/train-names/costs. */
const HUNDREDTHS = 10.5

/** -ln p of each Latin letter, by how many units have it. */
function priors(units: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  let all = 0
  for (const unit of units)
    for (const letter of unit) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
      all++
    }
  return new Map([...counts].map(([letter, count]) => [letter, -HUNDREDTHS * Math.log(count / all)]))
}

/** The node of a Latin unit, new when the tree lacks it. */
function grown(branches: number[], latin: string): number {
  let node = 0
  for (let at = 0; at < latin.length; at++) {
    const branch = node * ALPHABET + latinNumber(latin.charCodeAt(at))
    if (branches[branch] === 0) {
      branches[branch] = branches.length / ALPHABET
      for (let letter = 0; letter < ALPHABET; letter++) branches.push(0)
    }
    node = branches[branch]!
  }
  return node
}

const tables = new Map<string, LearnedCosts | undefined>()

/** The costs of a script of names/scripts, by its name, read from the model when they are first asked for; undefined when it has none. */
export function learnedCosts(script: string): LearnedCosts | undefined {
  if (!tables.has(script)) {
    const file = fileURLToPath(new URL(`../../../models/names/spelling/${script}.tsv`, import.meta.url))
    tables.set(script, existsSync(file) ? new LearnedCosts(readFileSync(file, 'utf8')) : undefined)
  }
  return tables.get(script)
}
