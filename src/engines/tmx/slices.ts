import { open } from 'node:fs/promises'
import { FileError, messageOf } from '../../errors.ts'

/** One `<tu>…</tu>` of a file, as written. */
export interface Slice {
  readonly xml: string
  /** 1-based line of the file on which it starts. */
  readonly line: number
}

/** What may open or close a unit, or hide one. `<tuv` is none. */
const marks = /<!--|<!\[CDATA\[|<\/tu\s*>|<tu(?=[\s>/])/g
/** Longest mark that a chunk may end in the middle of. */
const LONGEST_MARK = 64
/** No unit of a memory comes near; a file that exceeds it is broken or hostile. */
const LONGEST_UNIT = 4 * 1024 * 1024

/**
 * The translation units of a TMX file, one after the other, however large it is. UTF-8, or UTF-16 with a byte order mark, as TMX 1.4b has it.
 * The document type is skipped, and with it whatever entities it declares.
 * @throws FileError when the file cannot be read, is no TMX, or ends inside a unit.
 */
export async function* slicesOf(file: string): AsyncGenerator<Slice> {
  let text = ''
  let line = 1
  let isTmx = false
  /** Where the unit that is open starts in `text`; -1 outside one. */
  let start = -1
  /** Everything before was looked at. */
  let at = 0

  const drop = (until: number): void => {
    line += countLines(text, until)
    text = text.slice(until)
    at -= until
    if (start >= 0) start -= until
  }

  for await (const { chunk, last } of decoded(file)) {
    text += chunk
    isTmx ||= /<tmx[\s>]/.test(text)
    if (!isTmx && (last || text.length > 65_536)) throw new FileError(file, 1, 'expected a TMX file: there is no <tmx> element')
    for (;;) {
      marks.lastIndex = at
      const mark = marks.exec(text)
      if (mark === null) {
        at = Math.max(at, text.length - (last ? 0 : LONGEST_MARK))
        break
      }
      const hidden = mark[0] === '<!--' ? '-->' : mark[0] === '<![CDATA[' ? ']]>' : undefined
      if (hidden !== undefined) {
        const end = text.indexOf(hidden, mark.index)
        at = end < 0 ? mark.index : end + hidden.length
        if (end < 0) break
        continue
      }
      at = mark.index + mark[0].length
      if (mark[0] === '<tu') {
        if (start >= 0) throw new FileError(file, line + countLines(text, at), 'a <tu> starts inside another one')
        start = mark.index
      } else if (start >= 0) {
        drop(start)
        yield { xml: text.slice(0, at), line }
        drop(at)
        start = -1
      }
    }
    drop(start < 0 ? at : start)
    if (start === 0 && text.length > LONGEST_UNIT) throw new FileError(file, line, `a <tu> of more than ${LONGEST_UNIT} characters`)
  }
  if (start >= 0) throw new FileError(file, line, 'the file ends inside this <tu>')
}

function countLines(text: string, until: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

async function* decoded(file: string): AsyncGenerator<{ readonly chunk: string; readonly last: boolean }> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    await using handle = await open(file)
    for await (const bytes of handle.createReadStream({ highWaterMark: 1 << 18, autoClose: false }) as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
      yield { chunk: decoder.decode(bytes, { stream: true }), last: false }
    }
    yield { chunk: decoder?.decode() ?? '', last: true }
  } catch (thrown) {
    if (thrown instanceof FileError) throw thrown
    const isEncoding = thrown instanceof TypeError && decoder !== undefined
    throw new FileError(file, 0, isEncoding ? `is not ${decoder?.encoding.toUpperCase()}` : `cannot be read: ${messageOf(thrown)}`, 0, {
      cause: thrown,
    })
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
