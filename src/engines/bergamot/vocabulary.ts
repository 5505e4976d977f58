/**
 * A vocabulary of SentencePiece (sentencepiece_model.proto), and how its unigram model cuts a text (Kudo 2018, Subword Regularization, 3.1: of
 * all ways the likeliest). The engine cuts by itself; here it is foretold, so that sentences of as many pieces can go through it together.
 */
import { readFile } from 'node:fs/promises'

/** A text in pieces. */
export interface Cut {
  /** Numbers of the pieces, without the end. */
  readonly pieces: readonly number[]
  /** Byte of the text (UTF-8) at which each begins; the space before a word belongs to its piece. */
  readonly starts: readonly number[]
}

export interface Vocabulary {
  /** How many pieces there are. */
  readonly size: number
  /** The number of the piece that ends a sentence. */
  readonly end: number
  /** The piece that reads so, ` Haus` where a word begins with it. */
  readonly find: (surface: string) => number | undefined
  /** undefined for a text that is not wholly made of known pieces, or that the engine may rewrite before it cuts. */
  readonly cut: (text: string) => Cut | undefined
}

/** Of sentencepiece_model.proto. */
const NORMAL = 1
const UNIGRAM = 1

export async function readVocabulary(path: string): Promise<Vocabulary> {
  const { pieces, kind } = parse(await readFile(path))
  const numbers = new Map<string, number>()
  pieces.forEach(({ text, type }, number) => {
    if (type === NORMAL) numbers.set(text.replaceAll('▁', ' '), number)
  })
  const longest = Math.max(...[...numbers.keys()].map(({ length }) => length))
  const end = pieces.findIndex(({ text }) => text === '</s>')

  const cut = (text: string): Cut | undefined => {
    // Vocabularies are made for the compatibility form (NFKC); what is not in it is rewritten.
    if (kind !== UNIGRAM || end === -1 || text.normalize('NFKC') !== text || / {2}|^ | $|[^\S ]|▁/u.test(text)) return undefined
    // A word begins with a space, the first one too.
    const spaced = ` ${text}`
    const best: { score: number; from: number; piece: number }[] = [{ score: 0, from: -1, piece: -1 }]
    for (let from = 0; from < spaced.length; from += 1) {
      const here = best[from]
      if (here === undefined) continue
      for (let to = from + 1; to <= Math.min(spaced.length, from + longest); to += 1) {
        const piece = numbers.get(spaced.slice(from, to))
        if (piece === undefined) continue
        const score = here.score + pieces[piece]!.score
        if (best[to] === undefined || score > best[to]!.score) best[to] = { score, from, piece }
      }
    }
    if (best[spaced.length] === undefined) return undefined
    const path: { from: number; piece: number }[] = []
    for (let at = spaced.length; at > 0; at = path[0]!.from) path.unshift(best[at]!)
    // The space before the text is none of its own.
    const starts = path.map(({ from }) => Buffer.byteLength(spaced.slice(1, Math.max(1, from))))
    return { pieces: path.map(({ piece }) => piece), starts }
  }
  return { size: pieces.length, end, find: (surface) => numbers.get(surface), cut }
}

interface Piece {
  readonly text: string
  /** Logarithm of how likely it is. */
  readonly score: number
  readonly type: number
}

/** ModelProto: 1 pieces {1 piece, 2 score, 3 type}, 2 trainer_spec {3 model_type}. */
function parse(bytes: Buffer): { readonly pieces: readonly Piece[]; readonly kind: number } {
  const pieces: Piece[] = []
  let kind = UNIGRAM
  for (const { field, content } of fieldsOf(bytes)) {
    if (!Buffer.isBuffer(content)) continue
    const own = new Map([...fieldsOf(content)].map((one) => [one.field, one.content]))
    if (field === 2) kind = Number(own.get(3) ?? UNIGRAM)
    if (field !== 1) continue
    const [text, score] = [own.get(1), own.get(2)]
    pieces.push({
      text: Buffer.isBuffer(text) ? text.toString() : '',
      score: Buffer.isBuffer(score) ? score.readFloatLE() : 0,
      type: Number(own.get(3) ?? NORMAL),
    })
  }
  return { pieces, kind }
}

/** The fields of a message of protocol buffers; numbers that are not whole as their bytes. */
function* fieldsOf(bytes: Buffer): Generator<{ readonly field: number; readonly content: Buffer | number }> {
  let at = 0
  const whole = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]!
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const tag = whole()
    const wire = tag % 8
    const width = wire === 2 ? whole() : wire === 5 ? 4 : wire === 1 ? 8 : 0
    yield { field: Math.floor(tag / 8), content: wire === 0 ? whole() : bytes.subarray(at, at + width) }
    at += width
  }
}
