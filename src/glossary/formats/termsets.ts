import type { Language } from '../../article.ts'
import type { RawRow } from '../../files/delimited.ts'
import { parseLanguage } from '../../language.ts'
import { emptyRow } from '../row.ts'
import type { Layout } from './layout.ts'
import { isNoun, type ReadContext } from './reader.ts'

/**
 * Equivalent term sets, as Google Cloud Translation takes them (docs: "Creating and using glossaries"): a header of language tags, and of
 * 'pos' and 'description'; a row for each term, in each language. Canonical names are those in `to`, else those of the first language.
 * Undefined when `first` is no such header.
 */
export function termSets(first: RawRow, { to, fault, skip }: ReadContext): Layout | undefined {
  const places = new Map<string, number>()
  const languages: (readonly [language: Language, at: number])[] = []
  const width = first.cells.findLastIndex((cell) => cell.trim() !== '') + 1
  for (const [at, cell] of first.cells.slice(0, width).entries()) {
    const name = cell.trim()
    const language = knownLanguage(name)
    const what = language ?? others[name.toLowerCase()]
    // The same twice is a pair whose words could be tags: 'no,no,en,de'.
    if (what === undefined || places.has(what)) return undefined
    if (language !== undefined) languages.push([language, at])
    places.set(what, at + 1)
  }
  const main = languages.find(([language]) => language === to) ?? languages[0]
  if (main === undefined) return undefined
  if (to !== undefined && main[0] !== to)
    fault(first.line, 0, 'header', `expected a column '${to}', the language of the canonical names`, 'name one of the columns with --to')
  const rest = languages.filter((each) => each !== main)
  const noteAt = (places.get('note') ?? 0) - 1
  const posAt = (places.get('pos') ?? 0) - 1

  return {
    header: true,
    width,
    columnOf: (what) => (what === 'canonical' ? main[1] + 1 : (places.get(what) ?? 0)),
    rowOf: ({ cells }) => {
      const forms: { [language: Language]: string } = {}
      for (const [language, at] of rest) if (cells[at]?.trim()) forms[language] = cells[at]
      if (!isNoun(cells[posAt] ?? '')) skip('pos')
      // A set without a term in the main language is named by its first one.
      const canonical = cells[main[1]]?.trim() ? cells[main[1]]! : (Object.values(forms)[0] ?? '')
      return { ...emptyRow, canonical, note: cells[noteAt] ?? '', forms }
    },
  }
}

/** Columns that are no languages, and what they hold. */
const others: { readonly [name: string]: string } = { pos: 'pos', description: 'note' }

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** The tag, when it is written like one and its language has a name: 'To' is a word; 'red' and 'rot' are no languages of any table. */
export function knownLanguage(tag: string): Language | undefined {
  const language = /^\s*(?:[a-z]{2,3}|[A-Z]{2,3})(?![A-Za-z])/.test(tag) ? parseLanguage(tag) : undefined
  return language !== undefined && languageNames.of(language) !== undefined ? language : undefined
}
