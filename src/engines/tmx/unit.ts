import type { Language } from '../../article.ts'
import { FileError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import type { Slice } from './slices.ts'

/** What says the same, by language. */
export type Unit = ReadonlyMap<Language, string>

/**
 * What a unit is written with: a comment, CDATA (1), an instruction, an end tag (2), a start tag (3) with attributes (4), closed at once
 * or not (5), and text (6). A memory has a unit for each sentence; a tree of objects for each takes five times as long as this.
 */
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y

/** TMX 1.4b, 2.3: inline elements that hold codes of the original's format, not text; `hi` holds text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])

/** @throws FileError when it is not well-formed, or has no language where it must. */
export function parseUnit({ xml, line }: Slice, file: string): Unit {
  const unit = new Map<Language, string>()
  const open: string[] = []
  let language: Language = ''
  let text = ''
  const lineAt = (at: number): number => line + xml.slice(0, at).split('\n').length - 1
  const isText = (): boolean => open[1] === 'tuv' && open[2] === 'seg' && !open.some((name) => codes.has(name))

  const begin = (name: string, attributes: string, at: number): void => {
    open.push(name)
    if (name === 'tuv') {
      // `lang` is TMX 1.1, and still written.
      const tag = /\s(?:xml:)?lang\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes)
      language = languageOf(tag?.[1] ?? tag?.[2] ?? '', file, lineAt(at))
    } else if (name === 'seg') {
      text = ''
    }
  }
  const end = (name: string, at: number): void => {
    const opened = open.pop()
    if (opened !== name)
      throw new FileError(file, lineAt(at), `malformed <tu>: </${name}> closes ${opened === undefined ? 'nothing' : `<${opened}>`}`)
    if (name !== 'seg' || open.length !== 2) return
    const folded = foldSpace(text)
    if (folded !== '') unit.set(language, folded)
  }

  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(xml)
    if (match === null)
      throw new FileError(file, lineAt(at), `malformed <tu>: expected markup or text, got ${JSON.stringify(xml.slice(at, at + 20))}`)
    const [, cdata, ending, starting, attributes = '', closed, plain] = match
    if (ending !== undefined) end(ending, at)
    else if (starting !== undefined) {
      begin(starting, attributes, at)
      if (closed === '/') end(starting, at)
    } else if (isText()) text += cdata ?? decode(plain ?? '')
  }
  if (open.length > 0) throw new FileError(file, line, `malformed <tu>: <${open.at(-1)}> is not closed`)
  return unit
}

function languageOf(tag: string, file: string, line: number): Language {
  const language = parseLanguage(tag)
  if (language === undefined) throw new FileError(file, line, `expected a <tuv> with xml:lang and a BCP 47 tag, got '${tag}'`)
  return language
}

/** NFC, white space folded: how texts of a memory are written and compared. */
export function foldSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

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
