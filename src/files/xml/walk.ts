import { FileError } from '../../errors.ts'
import type { Slice } from './slices.ts'

/** What is done at each piece of an element, in the order of the file. `at` is an offset into the slice. */
export interface Visitor {
  readonly open: (name: string, attributes: string, at: number) => void
  readonly close: (name: string, at: number) => void
  /** Character data, decoded and as written ('' for CDATA); a text may come in several pieces. */
  readonly text: (text: string, at: number, raw: string) => void
}

/**
 * What an element is written with: a comment, CDATA (1), an instruction, an end tag (2), a start tag (3) with attributes (4), closed at once
 * or not (5), and text (6). A memory has a unit for each sentence; a tree of objects for each takes five times as long as this.
 */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y

/** Visits a slice from its start tag to its end tag. @throws FileError when it is not well-formed */
export function walk({ xml, line }: Slice, file: string, { open, close, text }: Visitor): void {
  const stack: string[] = []
  const malformed = (at: number, message: string): FileError =>
    new FileError(file, lineAt({ xml, line }, at), `malformed <${stack[0] ?? '?'}>: ${message}`)

  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(xml)
    if (match === null) throw malformed(at, `expected markup or text, got ${JSON.stringify(xml.slice(at, at + 20))}`)
    const [, cdata, ending, starting, attributes = '', closed, plain] = match
    if (starting !== undefined) {
      stack.push(starting)
      open(starting, attributes, at)
    }
    const ended = closed === '/' ? starting : ending
    if (ended !== undefined) {
      const opened = stack.at(-1)
      if (opened !== ended) throw malformed(at, `</${ended}> closes ${opened === undefined ? 'nothing' : `<${opened}>`}`)
      stack.pop()
      close(ended, at)
    } else if (cdata !== undefined) text(cdata, at, '')
    else if (plain !== undefined) text(decode(plain), at, plain)
  }
  if (stack.length > 0) throw malformed(0, `<${stack.at(-1)}> is not closed`)
}

/** 1-based line of the file that offset `at` of the slice is on. */
export function lineAt({ xml, line }: Pick<Slice, 'xml' | 'line'>, at: number): number {
  let lines = line
  for (let feed = xml.indexOf('\n'); feed >= 0 && feed < at; feed = xml.indexOf('\n', feed + 1)) lines += 1
  return lines
}

/** The value of the first of `names` that stands in the attributes of a start tag. */
export function attribute(attributes: string, ...names: readonly string[]): string | undefined {
  if (attributes === '') return undefined
  for (const name of names) {
    const pattern = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
    const match = pattern.exec(attributes)
    if (match !== null) return decode(match[1] ?? match[2] ?? '')
  }
  return undefined
}

/** By name of the attribute. */
const patterns = new Map<string, RegExp>()

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own entities and character references; any other, which the file may have declared, stays as written. */
function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
