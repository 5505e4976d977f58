/**
 * The words that a model may say to a text: some that are common anyway, for each piece of the text the likeliest, and others until they are a multiple
 * of eight. The engine makes this choice for all sentences of a batch together (BinaryShortlistGenerator of browsermt/marian-dev); what each
 * would have been given alone is found out here.
 */
import { readFile } from 'node:fs/promises'

/** Words, 1 at the number of each. */
export type Words = Uint8Array

/** What a sentence may be answered with when it is alone. */
export interface Given {
  readonly words: Words
  /** Those of them that only fill up: the first that were not given, to a multiple of eight. */
  readonly fill: readonly number[]
}

export interface Lexicon {
  /** For the engine: as the file, but with places for `PLACES` more words in the list of the end, which each sentence has. */
  readonly bytes: Buffer
  /** Byte of the first of those places: 32-bit numbers, that of the end where there is nothing to say. */
  readonly places: number
  /** @param pieces of a sentence, with its end */
  readonly given: (pieces: readonly number[]) => Given
}

/** Sentences at once. */
export const MOST = 16

/** Words that can be given besides: the seven that each of the sentences may be filled up with. */
export const PLACES = 7 * MOST

/** Magic number, checksum, words that are always given, at most so many for a piece, offsets, words of all lists: 8 bytes each. */
const HEAD = 6

/**
 * @param size pieces of the language that is translated to
 * @param end the piece of the source that ends a sentence
 * @param isShared whether both languages have one vocabulary: then a piece may be said as it is
 */
export async function readLexicon(path: string, size: number, end: number, isShared: boolean): Promise<Lexicon> {
  const file = await readFile(path)
  const long = (at: number): number => Number(file.readBigUInt64LE(at * 8))
  const [always, offsets] = [long(2), long(4)]
  const lists = (HEAD + offsets) * 8
  const offsetOf = (piece: number): number => long(HEAD + piece)

  const places = lists + offsetOf(end + 1) * 4
  const bytes = Buffer.concat([
    file.subarray(0, places),
    Buffer.from(Uint32Array.from(Array(PLACES).fill(end)).buffer),
    file.subarray(places),
  ])
  for (let piece = end + 1; piece < offsets; piece += 1) bytes.writeBigUInt64LE(BigInt(offsetOf(piece) + PLACES), (HEAD + piece) * 8)
  bytes.writeBigUInt64LE(BigInt(long(5) + PLACES), 5 * 8)

  return {
    bytes,
    places,
    given: (pieces) => {
      const given = new Uint8Array(size).fill(1, 0, Math.min(always, size))
      for (const piece of pieces) {
        if (isShared) given[piece] = 1
        for (let at = offsetOf(piece); at < offsetOf(piece + 1); at += 1) given[file.readUInt32LE(lists + at * 4)] = 1
      }
      return { words: given, fill: fill(given) }
    },
  }
}

/** What sentences are given together, with what fills each up. */
export function together(sentences: readonly Given[]): Words {
  const all = new Uint8Array(sentences[0]!.words.length)
  for (const { words } of sentences) for (let piece = 0; piece < all.length; piece += 1) all[piece]! |= words[piece]!
  fill(all)
  return all
}

/** Adds what the engine takes when `words` do not come to a multiple of eight. */
function fill(words: Words): readonly number[] {
  let count = 0
  for (const one of words) count += one
  const added: number[] = []
  for (let piece = 0; piece < words.length && (count + added.length) % 8 !== 0; piece += 1) {
    if (words[piece] === 1) continue
    words[piece] = 1
    added.push(piece)
  }
  return added
}
