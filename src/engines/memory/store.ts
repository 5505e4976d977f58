/** A memory that was built, read where it stands: in a file, of which little is held, or in memory. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Language } from '../../article.ts'
import { FileError } from '../../errors.ts'
import type { Unit } from '../tmx/unit.ts'
import { type Footer, MAGIC, MemoryBuilder } from './build.ts'
import { type Bytes, FileBytes, MemoryBytes, numbersIn } from './bytes.ts'
import { distance } from './distance.ts'
import { hashOf } from './hash.ts'
import { Keys, leastShared } from './prefix.ts'
import { decodeUnit, isWhole, sizeOf, textIn } from './record.ts'
import { Signatures, signatureOf } from './signatures.ts'
import { Table } from './table.ts'
import { exactHash, LONGEST, normalizedHash, postingOf, UNIT_BITS } from './tables.ts'
import { MOST_TOKENS, Tokens } from './tokens.ts'

/** A unit like the one looked for. */
export interface Match {
  /** Its number. */
  readonly unit: number
  /** Its text in the language asked in. */
  readonly source: string
  readonly target: string
  /** Tokens that differ, and those of the longer text. */
  readonly edits: number
  readonly tokens: number
}

/** A unit that may be like what is asked: edits there are at the least, and tokens it has (LONGEST: or more). */
interface Candidate {
  readonly unit: number
  readonly edits: number
  readonly tokens: number
}

/** What most units are read with at once, bytes. */
const RECORD = 1024

/** Texts compared for one that is looked for, at most: where so many are like it, the best of them is good enough. */
const MOST_COMPARED = 1500

export class Store {
  readonly footer: Footer
  readonly #bytes: Bytes
  readonly #offsets: Uint32Array
  readonly #ranks: Uint8Array
  readonly #exact: Table
  readonly #normalized: Table
  readonly #postings: Table
  /** Read when somebody looks for what is alike in that language. */
  readonly #signatures = new Map<Language, Signatures>()
  readonly #seeds = new Map<Language, number>()
  readonly #asked = new Tokens()
  readonly #stored = new Tokens()
  readonly #keys = new Keys()

  constructor(bytes: Bytes) {
    this.#bytes = bytes
    this.footer = footerOf(bytes)
    const { offsets, ranks, units, exact, normalized, postings } = this.footer
    this.#offsets = numbersIn(bytes.read(offsets, 4 * units)).slice()
    this.#ranks = Uint8Array.from(bytes.read(ranks.at, ranks.bytes))
    this.#exact = new Table(bytes, exact)
    this.#normalized = new Table(bytes, normalized)
    this.#postings = new Table(bytes, postings)
  }

  get name(): string {
    return this.#bytes.name
  }

  get languages(): readonly Language[] {
    return this.footer.languages
  }

  /** @param number 0 ≤ number < units */
  unit(number: number): Unit {
    return decodeUnit(this.#record(number), this.footer.languages)
  }

  *units(): Generator<Unit> {
    for (let number = 0; number < this.footer.units; number += 1) yield this.unit(number)
  }

  /** What the last unit with that very text has in `to`. */
  exact(text: string, from: Language, to: Language): string | undefined {
    const [source, target] = [this.#numberOf(from), this.#numberOf(to)]
    const found: number[] = []
    this.#exact.find(exactHash(from, text), found)
    for (const number of found.reverse()) {
      const record = this.#record(number)
      const translation = textIn(record, target)
      if (translation !== undefined && textIn(record, source) === text) return translation
    }
    return undefined
  }

  /** Units with the same tokens, the last first; at most `limit`. */
  normalized(text: string, from: Language, to: Language, limit: number): readonly Match[] {
    const asked = this.#asked.read(text)
    if (asked.count === 0 || asked.isCut || this.#numberOf(from) < 0) return []
    const found: number[] = []
    this.#normalized.find(normalizedHash(asked, this.#seedOf(from)), found)
    const matches: Match[] = []
    for (const unit of found.reverse()) {
      const match = this.#compare(asked, unit, from, to, 0)
      if (match !== undefined) matches.push(match)
      if (matches.length === limit) break
    }
    return matches
  }

  /** The units most like `text`, best first, of equal ones the last first. @param least similarity, FLOOR..1 */
  alike(text: string, from: Language, to: Language, least: number, limit: number): readonly Match[] {
    const asked = this.#asked.read(text)
    if (asked.count === 0 || asked.isCut || this.#numberOf(from) < 0) return []
    const matches: Match[] = []
    let bar = least
    let compared = 0
    for (const { unit, edits, tokens } of this.#candidates(asked, from, least)) {
      if (compared === MOST_COMPARED) break
      // It cannot be better than what is there.
      if (tokens < LONGEST && edits > (1 - bar) * Math.max(tokens, asked.count) + 1e-9) continue
      compared += 1
      const match = this.#compare(asked, unit, from, to, bar)
      if (match === undefined) continue
      matches.push(match)
      if (matches.length < limit) continue
      matches.sort(better)
      matches.length = limit
      bar = Math.max(bar, similarity(matches.at(-1)!))
      if (bar === 1) break
    }
    return matches.sort(better)
  }

  /** Units of which a text has the same hash as one of another unit, together. */
  *sameHash(): Generator<{ readonly hash: number; readonly numbers: readonly number[] }> {
    let group: { hash: number; numbers: number[] } = { hash: -1, numbers: [] }
    for (const [hash, number] of this.#exact.entries()) {
      if (hash === group.hash) {
        if (group.numbers.at(-1) !== number) group.numbers.push(number)
        continue
      }
      if (group.numbers.length > 1) yield group
      group = { hash, numbers: [number] }
    }
    if (group.numbers.length > 1) yield group
  }

  close(): void {
    this.#bytes.close()
  }

  /** Units that share rare tokens with what is asked, those first that may be most alike. */
  #candidates(asked: Tokens, from: Language, least: number): readonly Candidate[] {
    const shortest = Math.min(LONGEST, leastShared(asked.count, least))
    const longest = Math.min(LONGEST, Math.floor(asked.count / least + 1e-9))
    const [first, last] = [postingOf(shortest, 0), postingOf(longest, 2 ** UNIT_BITS - 1)]
    const keys = this.#keys.read(asked, this.#seedOf(from))
    const signature = signatureOf(keys.all)
    const signatures = this.#signaturesOf(from)
    const found: number[] = []
    for (const key of keys.prefix(this.#ranks, least)) this.#postings.find(key, found, first, last)
    const candidates = new Map<number, Candidate>()
    for (const posting of found) {
      const tokens = Math.floor(posting / 2 ** UNIT_BITS)
      const unit = posting % 2 ** UNIT_BITS
      const edits = signatures.distance(unit, signature)
      // Of a long text it is not known how long.
      const most = tokens === LONGEST ? MOST_TOKENS : (1 - least) * Math.max(tokens, asked.count) + 1e-9
      if (edits <= most) candidates.set(unit, { unit, edits, tokens })
    }
    return [...candidates.values()].sort((a, b) => a.edits - b.edits || b.unit - a.unit)
  }

  #compare(asked: Tokens, unit: number, from: Language, to: Language, least: number): Match | undefined {
    const record = this.#record(unit)
    const source = textIn(record, this.#numberOf(from))
    if (source === undefined) return undefined
    const stored = this.#stored.read(source)
    const tokens = Math.max(asked.count, stored.count)
    const most = Math.floor((1 - least) * tokens + 1e-9)
    const edits = distance(asked, stored, most)
    if (edits > most) return undefined
    const target = textIn(record, this.#numberOf(to))
    return target === undefined ? undefined : { unit, source, target, edits, tokens }
  }

  #record(number: number): Buffer {
    const at = 16 * this.#offsets[number]!
    const head = this.#bytes.read(at, RECORD)
    const size = sizeOf(head)
    const record = size <= head.length ? head.subarray(0, size) : this.#bytes.read(at, Math.min(size, this.#bytes.size - at))
    if (!isWhole(record)) throw new FileError(this.name, 0, `is damaged at byte ${at}: import its units again`)
    return record
  }

  #numberOf(language: Language): number {
    return this.footer.languages.indexOf(language)
  }

  #signaturesOf(language: Language): Signatures {
    const known = this.#signatures.get(language)
    if (known !== undefined) return known
    const signatures = new Signatures(this.#bytes, this.footer.signatures[this.#numberOf(language)]!)
    this.#signatures.set(language, signatures)
    return signatures
  }

  #seedOf(language: Language): number {
    const seed = this.#seeds.get(language) ?? hashOf(language)
    this.#seeds.set(language, seed)
    return seed
  }
}

/** 0..1 */
export function similarity({ edits, tokens }: Pick<Match, 'edits' | 'tokens'>): number {
  return tokens === 0 ? 1 : 1 - edits / tokens
}

function better(a: Match, b: Match): number {
  return similarity(b) - similarity(a) || b.unit - a.unit
}

/** @throws FileError when it is no memory, or only a part of one */
function footerOf(bytes: Bytes): Footer {
  const magic = Buffer.from(MAGIC, 'latin1')
  const starts = bytes.read(0, magic.length).equals(magic)
  if (!starts) throw new FileError(bytes.name, 0, 'is no memory that `synoptic memory import` made')
  const end = bytes.read(bytes.size - magic.length - 8, magic.length + 8)
  if (bytes.size < 2 * magic.length + 8 || !end.subarray(8).equals(magic))
    throw new FileError(bytes.name, 0, 'was cut off: import its units again')
  const length = end.readUInt32LE(0)
  try {
    return JSON.parse(bytes.read(bytes.size - magic.length - 8 - length, length).toString()) as Footer
  } catch (thrown) {
    throw new FileError(bytes.name, 0, 'is damaged at its end: import its units again', 0, { cause: thrown })
  }
}

/** A memory of units in memory. */
export function storeOf(units: Iterable<Unit>): Store {
  const out = new MemoryBytes()
  const builder = new MemoryBuilder({ scratch: new MemoryBytes(), out, size: 'small' })
  for (const unit of units) builder.add(unit)
  builder.finish()
  return new Store(out)
}

/** The memory at `path`, a file that `writeStore` made. @throws FileError */
export function openStore(path: string): Store {
  return new Store(bytesAt(path))
}

/** A hash of what the memory at `path` holds. @throws FileError */
export function identityOf(path: string): string {
  const bytes = bytesAt(path)
  try {
    return footerOf(bytes).sha256
  } finally {
    bytes.close()
  }
}

function bytesAt(path: string): Bytes {
  if (!existsSync(path)) throw new FileError(path, 0, 'ENOENT: no such file')
  return new FileBytes(path, 'r', statSync(path).size)
}

/** Makes the memory at `path`, whole or not at all. @returns what stands in it @throws FileError */
export async function writeStore(path: string, fill: (builder: MemoryBuilder) => Promise<void>): Promise<Footer> {
  const [temporary, scratchPath] = [`${path}.part`, `${path}.scratch`]
  const scratch = new FileBytes(scratchPath, 'w+')
  const out = new FileBytes(temporary, 'w+')
  try {
    const builder = new MemoryBuilder({ scratch, out, size: 'large' })
    await fill(builder)
    const footer = builder.finish()
    out.close()
    renameSync(temporary, path)
    return footer
  } finally {
    scratch.close()
    for (const each of [scratchPath, temporary]) rmSync(each, { force: true })
  }
}
