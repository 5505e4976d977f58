/** Dictionaries as MeCab compiles them, of a few words: so that its form is tested where the real one is not installed. */
import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A word, what it costs, and the class by which it stands beside others. */
export interface ToyWord {
  readonly word: string
  readonly cost: number
  readonly class: number
}

export interface ToyDictionary {
  readonly words: readonly ToyWord[]
  /** What words that no dictionary has are, by the kind of their characters. */
  readonly unknown: readonly ToyWord[]
  /** Cost of the class of a row before the class of a column; class 0 is the edge of the line. */
  readonly connections: readonly (readonly number[])[]
  readonly charset?: string
  /** What the header says; a real one has 392,126. */
  readonly size?: number
}

/** Kinds of characters, in the order of their bits; grouped are those whose runs are one word. */
const kinds = [
  { name: 'DEFAULT', of: /./su, length: 0, grouped: true, always: true },
  { name: 'SPACE', of: /\s/u, length: 0, grouped: true, always: false },
  { name: 'KANJI', of: /\p{Script=Han}/u, length: 2, grouped: false, always: false },
  { name: 'ALPHA', of: /[A-Za-z]/u, length: 0, grouped: true, always: true },
]

/** Writes the four files to a new folder. */
export async function toyMecab({ words, unknown, connections, charset = 'UTF-8', size = 392_126 }: ToyDictionary): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-mecab-'))
  writeFileSync(join(folder, 'sys.dic'), lexicon(words, charset, size))
  writeFileSync(join(folder, 'unk.dic'), lexicon(unknown, charset, unknown.length))
  writeFileSync(join(folder, 'matrix.bin'), matrix(connections))
  writeFileSync(join(folder, 'char.bin'), characters())
  return folder
}

function lexicon(words: readonly ToyWord[], charset: string, size: number): Buffer {
  const byWord = groupBy(words, ({ word }) => word)
  const tokens: ToyWord[] = []
  const values = [...byWord].map(([word, entries]) => {
    const value = tokens.length * 256 + entries.length
    tokens.push(...entries)
    return [Buffer.from(word), value] as const
  })
  const trie = doubleArray(values)
  const out = Buffer.alloc(72 + trie.length + 16 * tokens.length)
  out.writeUInt32LE((out.length ^ 0xef718f77) >>> 0, 0)
  out.writeUInt32LE(102, 4)
  out.writeUInt32LE(size, 12)
  out.writeUInt32LE(trie.length, 24)
  out.write(charset, 40, 'latin1')
  trie.copy(out, 72)
  for (const [at, word] of tokens.entries()) {
    const from = 72 + trie.length + 16 * at
    out.writeUInt16LE(word.class, from)
    out.writeUInt16LE(word.class, from + 2)
    out.writeInt16LE(word.cost, from + 6)
  }
  return out
}

/** Units of a base and a check, 4 bytes each: the children of the node with base b stand at b + 1 + byte, its own value at b. */
function doubleArray(words: readonly (readonly [word: Uint8Array, value: number])[]): Buffer {
  const units: { base: number; check: number }[] = []
  let free = 1
  const place = (unit: number, depth: number, under: typeof words): void => {
    // A block of its own for each node: a real one packs them.
    const base = free
    free += 257
    units[unit] = { base, check: units[unit]?.check ?? 0 }
    for (const [word, value] of under) if (word.length === depth) units[base] = { base: -value - 1, check: base }
    const longer = groupBy(
      under.filter(([word]) => word.length > depth),
      ([word]) => word[depth]!,
    )
    for (const byte of longer.keys()) units[base + 1 + byte] = { base: 0, check: base }
    for (const [byte, rest] of longer) place(base + 1 + byte, depth + 1, rest)
  }
  place(0, 0, words)
  const out = Buffer.alloc(8 * (free + 257))
  for (const [at, unit] of units.entries()) {
    if (unit === undefined) continue
    out.writeInt32LE(unit.base, 8 * at)
    out.writeUInt32LE(unit.check, 8 * at + 4)
  }
  return out
}

function groupBy<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function matrix(connections: readonly (readonly number[])[]): Buffer {
  const count = connections.length
  const out = Buffer.alloc(4 + 2 * count ** 2)
  out.writeUInt16LE(count, 0)
  out.writeUInt16LE(count, 2)
  for (const [right, row] of connections.entries())
    for (const [left, cost] of row.entries()) out.writeInt16LE(cost, 4 + 2 * (right + count * left))
  return out
}

function characters(): Buffer {
  const out = Buffer.alloc(4 + 32 * kinds.length + 4 * 0x10000)
  out.writeUInt32LE(kinds.length, 0)
  for (const [at, { name }] of kinds.entries()) out.write(name, 4 + 32 * at, 'latin1')
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    const first = Math.max(
      0,
      kinds.findLastIndex(({ of }) => of.test(character)),
    )
    const { length, grouped, always } = kinds[first]!
    const bits = (1 << first) | (first << 18) | (length << 26) | (Number(grouped) << 30) | (Number(always) << 31)
    out.writeUInt32LE(bits >>> 0, 4 + 32 * kinds.length + 4 * code)
  }
  return out
}
