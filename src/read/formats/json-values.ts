/** Long JSON in slices that JSON.parse takes: the elements of an array, or the values that follow each other. */
import { RejectError } from '../../errors.ts'
import { MAX_ARTICLE_BYTES } from '../source.ts'

export interface JsonValue {
  /** As written, not checked. Undefined when it is larger than an article may be: it was passed over, not buffered. */
  readonly text: string | undefined
  /** 1-based line on which it starts. */
  readonly line: number
  /** Whether its end was seen. */
  readonly closed: boolean
  readonly inArray: boolean
}

/**
 * Holds one value at a time.
 * @throws RejectError 'malformed' when an array is not closed, or something follows it
 */
export async function* valuesOf(chunks: AsyncIterable<string>): AsyncGenerator<JsonValue> {
  const slicer = new Slicer()
  for await (const chunk of chunks) yield* slicer.push(chunk)
  yield* slicer.end()
}

const [quote, backslash, newline, comma] = [0x22, 0x5c, 0x0a, 0x2c]
const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d
const isSpace = (code: number): boolean => code === 0x20 || code === newline || code === 0x0d || code === 0x09

class Slicer {
  /** Undefined before the first character that is no white space. */
  #inArray: boolean | undefined
  #ended = false
  #depth = 0
  #inString = false
  #escaped = false
  #line = 1
  #parts: string[] = []
  #size = 0
  #begun = false
  #beganOn = 1;

  *push(chunk: string): Generator<JsonValue> {
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at)
      if (code === newline) this.#line += 1
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (code === backslash) this.#escaped = true
        else if (code === quote) this.#inString = false
        continue
      }
      if (isSpace(code)) continue
      if (this.#ended) throw new RejectError('malformed', `expected nothing after the end of the array, line ${this.#line}`)
      if (this.#inArray === undefined) {
        this.#inArray = code === 0x5b
        if (this.#inArray) {
          start = at + 1
          this.#depth = 1
          continue
        }
      }
      const top = this.#inArray ? 1 : 0
      const divides = this.#depth === top && code === comma
      const ends = this.#inArray && this.#depth === top && isClosing(code)
      if (divides || ends) {
        this.#add(chunk.slice(start, at))
        start = at + 1
        // '[]' has no element, '[1,]' a missing one.
        if (this.#begun || (divides && this.#inArray)) yield this.#take(true)
        if (ends) this.#ended = true
        continue
      }
      if (!this.#begun) {
        this.#begun = true
        this.#beganOn = this.#line
        start = at
        this.#parts = []
        this.#size = 0
      }
      if (code === quote) this.#inString = true
      else if (isOpening(code)) this.#depth += 1
      else if (isClosing(code)) {
        this.#depth -= 1
        if (!this.#inArray && this.#depth <= 0) {
          this.#add(chunk.slice(start, at + 1))
          start = at + 1
          this.#depth = 0
          yield this.#take(true)
        }
      }
    }
    if (this.#begun) this.#add(chunk.slice(start))
  }

  *end(): Generator<JsonValue> {
    if (this.#begun) yield this.#take(false)
    else if (this.#inArray && !this.#ended)
      throw new RejectError('malformed', `the file ends before the end of its array, line ${this.#line}`)
  }

  #add(part: string): void {
    this.#size += part.length
    if (this.#size > MAX_ARTICLE_BYTES) this.#parts = []
    else this.#parts.push(part)
  }

  #take(closed: boolean): JsonValue {
    const text = this.#size > MAX_ARTICLE_BYTES ? undefined : this.#parts.join('')
    const line = this.#begun ? this.#beganOn : this.#line
    this.#parts = []
    this.#size = 0
    this.#begun = false
    return { text, line, closed, inArray: this.#inArray === true }
  }
}
