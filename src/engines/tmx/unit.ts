import type { Language } from '../../article.ts'
import { FileError } from '../../errors.ts'
import type { Slice, Wanted } from '../../files/xml/slices.ts'
import { attribute, lineAt, walk } from '../../files/xml/walk.ts'
import { parseLanguage } from '../../language.ts'

/** What says the same, by language. */
export type Unit = ReadonlyMap<Language, string>

/** The units of a TMX file. */
export const units: Wanted = { format: 'TMX', roots: ['tmx'], elements: ['tu'] }

/** TMX 1.4b, 2.3: inline elements that hold codes of the original's format, not text; `hi` holds text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])

/** @throws FileError when it is not well-formed, or has no language where it must. */
export function parseUnit(slice: Slice, file: string): Unit {
  const unit = new Map<Language, string>()
  const open: string[] = []
  let language: Language = ''
  let text = ''
  walk(slice, file, {
    open: (name, attributes, at) => {
      open.push(name)
      // `lang` is TMX 1.1, and still written.
      if (name === 'tuv') language = languageOf(attribute(attributes, 'xml:lang', 'lang') ?? '', file, lineAt(slice, at))
      else if (name === 'seg') text = ''
    },
    close: (name) => {
      open.pop()
      if (name !== 'seg' || open.length !== 2) return
      const folded = foldSpace(text)
      if (folded !== '') unit.set(language, folded)
    },
    text: (piece) => {
      if (open[1] === 'tuv' && open[2] === 'seg' && !open.some((name) => codes.has(name))) text += piece
    },
  })
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
