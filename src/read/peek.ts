/** Bytes that a look at the beginning shows. */
const HEAD = 4096

export interface Peeked {
  readonly head: Buffer
  /** The whole stream, the head included. */
  readonly bytes: AsyncGenerator<Buffer>
}

/** Looks at the beginning of a stream and takes nothing from it. */
export async function peek(bytes: AsyncIterable<Buffer>): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let ended = false
  while (head.length < HEAD && !ended) {
    const next = await iterator.next()
    if (next.done) ended = true
    else head = Buffer.concat([head, next.value])
  }
  async function* whole(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head, bytes: whole() }
}
