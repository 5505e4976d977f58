/**
 * Words of Japanese as MeCab 0.996 cuts them (Kudo, Yamamoto & Matsumoto 2004, "Applying conditional random fields to Japanese morphological
 * analysis"): the path of least cost through all words that a compiled dictionary has, on equal terms the one MeCab would take.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf, UsageError } from '../errors.ts'

/** Of dictionary files: what the size of the file is combined with, and the version that MeCab has had since 2006. */
const MAGIC = 0xef718f77
const VERSION = 102
const HEADER = 72
const TOKEN = 16
/** Words of the IPA dictionary 2.7.0-20070801, the only one that sacrebleu takes: with others figures would not be comparable. */
const IPA = 392_126
/** `max-grouping-size` of MeCab: longer runs of one kind of characters are no word. Characters. */
const GROUPED = 24

interface Entry {
  /** Costs of two neighbours stand in a table by the right end of the one and the left end of the other. */
  readonly left: number
  readonly right: number
  readonly cost: number
}

interface Lexicon {
  /** Each entry that a prefix of bytes[from..] is, and its length in bytes; shorter ones first. */
  readonly prefixes: (bytes: Uint8Array, from: number) => Generator<readonly [length: number, entries: readonly Entry[]]>
}

/** A kind of characters: bit set of kinds, the first of them, and how words that no dictionary has are made of it. */
interface Kind {
  readonly kinds: number
  readonly first: number
  /** Words of one character, of two and so on, up to so many. */
  readonly length: number
  /** Words of all characters of the kind that follow each other. */
  readonly grouped: boolean
  /** Also where the dictionary has a word. */
  readonly always: boolean
}

interface Node extends Entry {
  /** Byte after the word; where the word itself begins, after white space. */
  readonly end: number
  readonly start: number
  readonly total: number
  readonly previous: Node | undefined
}

/**
 * @param folder of a dictionary that MeCab reads: `sys.dic`, `unk.dic`, `matrix.bin` and `char.bin`, of IPA
 * @throws UsageError when it is another, or none
 */
export function mecab(folder: string): (line: string) => readonly string[] {
  const words = lexicon(folder, 'sys.dic', IPA)
  const unknown = lexicon(folder, 'unk.dic')
  const cost = connections(read(folder, 'matrix.bin'))
  const { kindAt, space, names } = characters(read(folder, 'char.bin'))
  const strangers = names.map((name) => {
    const bytes = Buffer.from(name)
    return [...unknown.prefixes(bytes, 0)].find(([length]) => length === bytes.length)?.[1] ?? []
  })

  /** After the last character from `at` on that is of the kind of the one before it, the first being of the kind `kind`. */
  const afterRun = (bytes: Uint8Array, at: number, kind: Kind): { end: number; characters: number } => {
    let [end, characters] = [at, 0]
    for (let now = kind; end < bytes.length; characters++) {
      const next = kindAt(bytes, end)
      if ((now.kinds & next.kinds) === 0) break
      end += sizeOf(bytes[end]!)
      now = next
    }
    return { end, characters }
  }

  /** What may stand at `from`, in MeCab's order. */
  const candidates = (bytes: Uint8Array, from: number): (Entry & { start: number; end: number })[] => {
    const start = afterRun(bytes, from, space).end
    const found: (Entry & { start: number; end: number })[] = []
    if (start === bytes.length) return found
    for (const [length, entries] of words.prefixes(bytes, start)) {
      for (const entry of entries) found.push({ ...entry, start, end: start + length })
    }
    const kind = kindAt(bytes, start)
    if (found.length > 0 && !kind.always) return found.reverse()
    const stranger = (end: number) => {
      for (const entry of strangers[kind.first]!) found.push({ ...entry, start, end })
    }
    const one = start + sizeOf(bytes[start]!)
    const group = kind.grouped ? afterRun(bytes, one, kind) : undefined
    if (group !== undefined && group.characters <= GROUPED) stranger(group.end)
    let end = one
    for (let length = 1; length <= kind.length && end <= bytes.length; length++) {
      if (end === group?.end) continue
      stranger(end)
      if (end === bytes.length || (kindAt(bytes, end).kinds & kind.kinds) === 0) break
      end += sizeOf(bytes[end]!)
    }
    if (found.length === 0) stranger(one)
    return found.reverse()
  }

  return (line) => {
    const bytes = Buffer.from(line)
    const ending: Node[][] = []
    const begin: Node = { left: 0, right: 0, cost: 0, start: 0, end: 0, total: 0, previous: undefined }
    ending[0] = [begin]
    /** Of equal ones the last to end there, which MeCab has first in its list. */
    const cheapest = (at: number, left: number): readonly [Node, number] => {
      let [best, least] = [begin, Number.POSITIVE_INFINITY]
      for (const node of ending[at]!.toReversed()) {
        const total = node.total + cost(node.right, left)
        if (total < least) [best, least] = [node, total]
      }
      return [best, least]
    }
    let last = 0
    for (let at = 0; at < bytes.length; at++) {
      if (ending[at] === undefined) continue
      last = at
      for (const candidate of candidates(bytes, at)) {
        const [previous, total] = cheapest(at, candidate.left)
        ending[candidate.end] ??= []
        ending[candidate.end]!.push({ ...candidate, previous, total: total + candidate.cost })
      }
    }
    if (ending[bytes.length] !== undefined) last = bytes.length
    const found: string[] = []
    for (let node = cheapest(last, 0)[0]; node.previous !== undefined; node = node.previous)
      found.push(bytes.toString('utf8', node.start, node.end))
    return found.reverse()
  }
}

function read(folder: string, file: string): DataView {
  try {
    const bytes = readFileSync(join(folder, file))
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } catch (thrown) {
    throw new UsageError(
      `${join(folder, file)}: expected a dictionary of MeCab, with sys.dic, unk.dic, matrix.bin and char.bin: ${messageOf(thrown)}`,
      { cause: thrown },
    )
  }
}

/** A double-array trie (Aoe 1989) over bytes, whose values point to runs of entries. */
function lexicon(folder: string, file: string, size?: number): Lexicon {
  const data = read(folder, file)
  const number = (at: number) => data.getUint32(at, true)
  const isDictionary = data.byteLength > HEADER && (number(0) ^ MAGIC) >>> 0 === data.byteLength && number(4) === VERSION
  const charset = isDictionary
    ? Buffer.from(data.buffer, data.byteOffset + 40, 32)
        .toString('latin1')
        .replace(/\0.*$/s, '')
    : ''
  if (!/^utf-?8$/i.test(charset)) {
    const is = isDictionary ? `one in ${charset}` : 'none'
    throw new UsageError(`${join(folder, file)}: expected a dictionary of MeCab in UTF-8, this is ${is}`)
  }
  if (size !== undefined && number(12) !== size) {
    throw new UsageError(`${join(folder, file)}: expected the IPA dictionary 2.7.0-20070801 with ${size} words, this has ${number(12)}`)
  }
  const entriesFrom = HEADER + number(24)
  const base = (at: number) => data.getInt32(HEADER + 8 * at, true)
  const check = (at: number) => number(HEADER + 8 * at + 4)
  const entriesOf = (value: number): Entry[] =>
    Array.from({ length: value & 0xff }, (_, at) => {
      const from = entriesFrom + TOKEN * ((value >>> 8) + at)
      return { left: data.getUint16(from, true), right: data.getUint16(from + 2, true), cost: data.getInt16(from + 6, true) }
    })
  const prefixes: Lexicon['prefixes'] = function* (bytes, from) {
    let state = base(0)
    for (let at = from; ; at++) {
      const value = base(state)
      if (check(state) === state && value < 0) yield [at - from, entriesOf(-value - 1)]
      if (at === bytes.length) return
      const next = state + bytes[at]! + 1
      if (check(next) !== state) return
      state = base(next)
    }
  }
  return { prefixes }
}

function connections(data: DataView): (right: number, left: number) => number {
  const rights = data.getUint16(0, true)
  return (right, left) => data.getInt16(4 + 2 * (right + rights * left), true)
}

function characters(data: DataView) {
  const count = data.getUint32(0, true)
  const names = Array.from({ length: count }, (_, at) =>
    Buffer.from(data.buffer, data.byteOffset + 4 + 32 * at, 32)
      .toString('latin1')
      .replace(/\0.*$/s, ''),
  )
  const kindOf = (code: number): Kind => {
    const bits = data.getUint32(4 + 32 * count + 4 * code, true)
    return {
      kinds: bits & 0x3ffff,
      first: (bits >>> 18) & 0xff,
      length: (bits >>> 26) & 0xf,
      grouped: ((bits >>> 30) & 1) === 1,
      always: bits >>> 31 === 1,
    }
  }
  const kindAt = (bytes: Uint8Array, at: number) => kindOf(codeAt(bytes, at))
  return { names, kindAt, space: kindOf(0x20) }
}

/** Bytes of a character of UTF-8, by its first. */
function sizeOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

/** MeCab knows no character beyond U+FFFF: they are all 0 to it. */
function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return first
  const second = bytes[at + 1]! & 0x3f
  if (first < 0xe0) return ((first & 0x1f) << 6) | second
  return first < 0xf0 ? ((first & 0x0f) << 12) | (second << 6) | (bytes[at + 2]! & 0x3f) : 0
}
