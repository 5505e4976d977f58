/** A SentencePiece vocabulary as its own trainer would write it: protocol buffers, by hand. */

/** UNKNOWN and CONTROL of sentencepiece_model.proto; all else is NORMAL. */
const types = { '</s>': 3, '<unk>': 2 } as Record<string, number>

/** @param pieces in the order of their numbers; the first two are '</s>' and '<unk>', as in Mozilla's vocabularies. `▁` begins a word. */
export function vocabularyFile(pieces: readonly string[]): Buffer {
  const list = pieces.map((piece) =>
    // Of two ways to cut a text the one of the higher sum is taken: whole words before their letters.
    bytes(1, Buffer.concat([bytes(1, Buffer.from(piece)), float(2, piece.length > 2 ? -2 : -9), number(3, types[piece] ?? 1)])),
  )
  const trainer = [number(3, 1), number(40, 1), number(41, -1), number(42, 0), number(43, -1)]
  const normalizer = [bytes(1, Buffer.from('identity')), number(3, 1), number(4, 1), number(5, 1)]
  return Buffer.concat([...list, bytes(2, Buffer.concat(trainer)), bytes(3, Buffer.concat(normalizer))])
}

function bytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content])
}

function float(field: number, value: number): Buffer {
  const encoded = Buffer.alloc(4)
  encoded.writeFloatLE(value)
  return Buffer.concat([varint((field << 3) | 5), encoded])
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)])
}

/** A negative number takes ten bytes. */
function varint(value: number): Buffer {
  let left = BigInt.asUintN(64, BigInt(value))
  const encoded: number[] = []
  while (left > 127n) {
    encoded.push(Number(left & 127n) | 128)
    left >>= 7n
  }
  return Buffer.from([...encoded, Number(left)])
}
