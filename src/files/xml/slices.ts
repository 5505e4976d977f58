import { FileError } from '../../errors.ts'
import { chunksOf } from '../chunks.ts'

/** One element of a file, as written: '<tu>…</tu>'. */
export interface Slice {
  readonly xml: string
  /** 1-based line of the file on which it starts. */
  readonly line: number
  /** The start tag of the root element, as written. */
  readonly root: string
}

/** What is looked for in a file. */
export interface Wanted {
  /** What the file is, for messages: 'TMX'. */
  readonly format: string
  /** Local names a root element may have. */
  readonly roots: readonly string[]
  /** Local names of the elements wanted. They do not stand in one another. */
  readonly elements: readonly string[]
}

/** Longest mark that a chunk may end in the middle of. */
const LONGEST_MARK = 64
/** No unit of a memory and no entry of a termbase comes near; a file that exceeds it is broken or hostile. */
const LONGEST_ELEMENT = 4 * 1024 * 1024
/** The root element starts within so many characters. */
const LONGEST_PROLOG = 65_536

/** What hides markup, and how it ends. The internal subset of a document type is in brackets (XML 1.0, 2.8). */
const hiding: ReadonlyMap<string, RegExp> = new Map([
  ['<!--', /-->/g],
  ['<![CDATA[', /\]\]>/g],
  ['<?', /\?>/g],
  ['<!DOCTYPE', /(?<=^<!DOCTYPE[^[>]*)>|\]\s*>/g],
])

/**
 * The wanted elements of an XML file, one after the other, however large it is. UTF-8, or UTF-16 with a byte order mark.
 * The document type is skipped, and with it whatever entities it declares.
 * @throws FileError when the file cannot be read, is not of that format, or was cut off.
 */
export async function* slicesOf(file: string, { format, roots, elements }: Wanted): AsyncGenerator<Slice> {
  const marks = new RegExp(`<!--|<!\\[CDATA\\[|<\\?|<!DOCTYPE|</?(?:[\\w.-]+:)?(?:${[...roots, ...elements].join('|')})(?=[\\s>/])`, 'g')
  const isRoot = new RegExp(`^(?:.*:)?(?:${roots.join('|')})$`)
  let text = ''
  let line = 1
  let root = ''
  let isRootOpen = false
  /** Where the element that is open starts in `text`; -1 outside one. */
  let start = -1
  /** Everything before was looked at. */
  let at = 0

  const notThatFormat = () => new FileError(file, 1, `expected a ${format} file: there is no <${roots.join('> or <')}> element`)

  const drop = (until: number): void => {
    line += countLines(text, until)
    text = text.slice(until)
    at -= until
    if (start >= 0) start -= until
  }

  function* elementsSoFar(last: boolean): Generator<Slice> {
    for (;;) {
      marks.lastIndex = at
      const mark = marks.exec(text)
      if (mark === null) {
        at = Math.max(at, text.length - (last ? 0 : LONGEST_MARK))
        break
      }
      const end = endOf(text, mark)
      if (end < 0) {
        at = mark.index
        break
      }
      at = end
      if (hiding.has(mark[0])) continue
      const name = mark[0].replace(/^<\/?/, '')
      if (isRoot.test(name)) {
        root ||= text.slice(mark.index, end)
        isRootOpen = !mark[0].startsWith('</') && text[end - 2] !== '/'
      } else if (!mark[0].startsWith('</')) {
        if (root === '') throw notThatFormat()
        if (start >= 0) throw new FileError(file, line + countLines(text, at), `a <${name}> starts inside another one`)
        start = mark.index
      } else if (start >= 0) {
        drop(start)
        yield { xml: text.slice(0, at), line, root }
        drop(at)
        start = -1
      }
    }
    drop(start < 0 ? at : start)
  }

  for await (const chunk of chunksOf(file)) {
    text += chunk
    yield* elementsSoFar(false)
    if (root === '' && text.length > LONGEST_PROLOG) throw notThatFormat()
    if (text.length > LONGEST_ELEMENT) throw new FileError(file, line, `an element of more than ${LONGEST_ELEMENT} characters`)
  }
  yield* elementsSoFar(true)
  if (root === '') throw notThatFormat()
  if (start >= 0) throw new FileError(file, line, `the file ends inside this <${elements.join('> or <')}>`)
  if (isRootOpen) throw new FileError(file, line, `the file ends before its end tag, </${roots.join('> or </')}>: it was cut off`)
}

/** Where what `mark` begins ends in `text`: a start tag at its '>', a comment with its own end; -1 when the end is not there yet. */
function endOf(text: string, mark: RegExpExecArray): number {
  const pattern = hiding.get(mark[0])
  if (pattern === undefined) return text.indexOf('>', mark.index) + 1 || -1
  const rest = text.slice(mark.index)
  pattern.lastIndex = mark[0].length
  const end = pattern.exec(rest)
  return end === null ? -1 : mark.index + end.index + end[0].length
}

function countLines(text: string, until: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
