import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Language } from '../../article.ts'
import { FileError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import type { Slice } from './slices.ts'

/** What says the same, by language. */
export type Unit = ReadonlyMap<Language, string>

/** Entities stay as they are: the file's own are not to be followed, and XML's five are decoded below. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  processEntities: false,
  parseTagValue: false,
})

/** TMX 1.4b, 2.3: inline elements that hold codes of the original's format, not text; only `hi` holds text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])

type Node = Readonly<Record<string, unknown>>

/** @throws FileError when it is not well-formed, or has no language where it must. */
export function parseUnit({ xml, line }: Slice, file: string): Unit {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new FileError(file, line + valid.err.line - 1, `malformed <tu>: ${valid.err.msg}`)
  const unit = new Map<Language, string>()
  for (const variant of childrenOf(childrenOf(parser.parse(xml) as Node[], 'tu')[0], 'tuv')) {
    const attributes = (variant[':@'] ?? {}) as Record<string, string | undefined>
    // `lang` is TMX 1.1, and still written.
    const tag = attributes['xml:lang'] ?? attributes.lang ?? ''
    const language = parseLanguage(tag)
    if (language === undefined) throw new FileError(file, line, `expected a <tuv> with xml:lang and a BCP 47 tag, got '${tag}'`)
    const segment = childrenOf(variant, 'seg')[0]
    if (segment === undefined) throw new FileError(file, line, `the <tuv> in ${language} has no <seg>`)
    const text = foldSpace(textOf(segment.seg))
    if (text !== '') unit.set(language, text)
  }
  return unit
}

/** NFC, white space folded: how texts of a memory are written and compared. */
export function foldSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

function childrenOf(parent: readonly Node[] | Node | undefined, name: string): readonly Node[] {
  if (parent === undefined) return []
  const nodes = Array.isArray(parent) ? (parent as Node[]) : (Object.entries(parent as Node).find(([key]) => key !== ':@')?.[1] as Node[])
  return nodes.filter((node) => name in node)
}

function textOf(nodes: unknown): string {
  return (nodes as Node[])
    .map((node) => {
      const name = Object.keys(node).find((key) => key !== ':@') ?? ''
      if (name === '#text') return decode(String(node[name]))
      return codes.has(name) ? '' : textOf(node[name])
    })
    .join('')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own entities and character references; any other stays as written. */
function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
