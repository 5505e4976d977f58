import type { Language } from '../../article.ts'
import type { RawRow } from '../../files/delimited.ts'
import { emptyRow } from '../row.ts'
import type { Layout } from './layout.ts'
import type { ReadContext } from './reader.ts'
import { knownLanguage } from './termsets.ts'

const SOURCE = 0
const TARGET = 1
const FROM = 2
const TO = 3

/**
 * Pairs without a header: source, target and, in DeepL's CSV, the languages of both (developers.deepl.com, "Managing glossaries"); Google's
 * unidirectional glossaries are the same without languages. Targets are the canonical names; the first source of a target is its form in
 * that language, further ones are variants. Undefined when `first` is no such row, or nobody says its languages.
 */
export function pairs({ cells }: RawRow, { from, to, fault }: ReadContext): Layout | undefined {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const saysLanguages = width === 4 && knownLanguage(cells[FROM]!) !== undefined && knownLanguage(cells[TO]!) !== undefined
  if (!saysLanguages && (width !== 2 || from === undefined || to === undefined)) return undefined

  const languageOf = ({ cells, line }: RawRow, at: number): Language | undefined => {
    const language = knownLanguage(cells[at] ?? '')
    if (language === undefined)
      fault(line, at + 1, 'language', `expected a BCP 47 tag, got '${cells[at] ?? ''}'`, 'write the language of the pair')
    return language
  }
  /** Targets that have their form in a language already. */
  const named = new Set<string>()

  return {
    header: false,
    width: saysLanguages ? 4 : 2,
    columnOf: (what) => (what === 'canonical' ? TARGET : SOURCE) + 1,
    rowOf: (raw) => {
      const sourceLanguage = saysLanguages ? languageOf(raw, FROM) : from
      const targetLanguage = saysLanguages ? languageOf(raw, TO) : to
      if (sourceLanguage === undefined || targetLanguage === undefined) return undefined
      const source = raw.cells[SOURCE]!.trim()
      const target = (raw.cells[TARGET] ?? '').trim()
      const key = `${sourceLanguage}\n${target}`
      const isForm = !named.has(key) && sourceLanguage !== targetLanguage
      named.add(key)
      const row = { ...emptyRow, canonical: target }
      if (source === target || source === '') return row
      return isForm ? { ...row, forms: { [sourceLanguage]: source } } : { ...row, variants: [source] }
    },
  }
}
