import type { Entry } from '../../entry.ts'
import { writtenParts } from '../../row.ts'
import type { Losses } from './losses.ts'
import type { WriteOptions } from './options.ts'
import { formatRow, languagesOf } from './table.ts'

/**
 * Equivalent term sets as Google Cloud Translation takes them: a column a language, that of the canonical names first, and their description.
 * Cells are not marked against formulas: the service would take the mark for text.
 */
export function* writeGoogle(entries: readonly Entry[], { to = '' }: WriteOptions, losses: Losses): Generator<string> {
  const languages = [to, ...languagesOf(entries).filter((language) => language !== to)]
  const hasNotes = entries.some(({ note }) => note !== '')
  yield formatRow([...languages, ...(hasNotes ? ['description'] : [])])
  for (const entry of entries) {
    lossesOf(entry, to, losses)
    const terms = languages.map((language) => entry.forms[language] ?? (language === to ? entry.canonical : ''))
    yield formatRow([...terms, ...(hasNotes ? [entry.note] : [])])
  }
}

function lossesOf(entry: Entry, to: string, losses: Losses): void {
  const { canonical, kind, variants, not, forms } = entry
  const { given, family } = writtenParts(entry)
  if (forms[to] !== undefined && forms[to] !== canonical) losses.add(`canonical names other than those in '${to}'`, entry, canonical)
  if (kind !== 'term') losses.add('kinds', entry, kind)
  if (given !== '' || family !== '')
    losses.add('given and family names that cannot be told from the name', entry, `${entry.given}, ${entry.family}`)
  if (variants.length > 0) losses.add('variants', entry, variants[0]!)
  if (not.length > 0) losses.add("spellings under 'not'", entry, not[0]!)
}
