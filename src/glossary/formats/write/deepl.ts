import type { Entry } from '../../entry.ts'
import { writtenParts } from '../../row.ts'
import type { Losses } from './losses.ts'
import type { WriteOptions } from './options.ts'
import { formatRow } from './table.ts'

/** The service's own limits (developers.deepl.com, "Managing glossaries"). */
const MOST_BYTES_A_TEXT = 1024
const MOST_BYTES = 10 * 1024 * 1024

/**
 * Pairs as DeepL takes them: source, target and their languages. Names and variants are sources, the name in `to` is the target. Cells are not
 * marked against formulas: the service would take the mark for text.
 */
export function* writeDeepl(entries: readonly Entry[], { from = '', to = '' }: WriteOptions, losses: Losses): Generator<string> {
  const targets = new Map<string, string>()
  let bytes = 0
  for (const entry of entries) {
    const target = entry.forms[to] ?? entry.canonical
    lossesOf(entry, from, to, losses)
    for (const source of [entry.forms[from] ?? entry.canonical, ...entry.variants]) {
      const known = targets.get(source)
      if (known === target) continue
      const line = formatRow([source, target, from, to])
      if (known !== undefined) losses.add('second translation of one source', entry, source)
      else if (Buffer.byteLength(source) > MOST_BYTES_A_TEXT || Buffer.byteLength(target) > MOST_BYTES_A_TEXT)
        losses.add(`text of more than ${MOST_BYTES_A_TEXT} bytes`, entry, source.slice(0, 40))
      else if (bytes + Buffer.byteLength(line) + 1 > MOST_BYTES) losses.add('more than 10 MB', entry, source)
      else {
        targets.set(source, target)
        bytes += Buffer.byteLength(line) + 1
        yield line
      }
    }
  }
}

function lossesOf(entry: Entry, from: string, to: string, losses: Losses): void {
  const { canonical, kind, not, note, forms } = entry
  const { given, family } = writtenParts(entry)
  if (forms[to] !== undefined && forms[to] !== canonical) losses.add(`canonical names other than those in '${to}'`, entry, canonical)
  if (kind !== 'term') losses.add('kinds', entry, kind)
  if (given !== '' || family !== '')
    losses.add('given and family names that cannot be told from the name', entry, `${entry.given}, ${entry.family}`)
  if (not.length > 0) losses.add("spellings under 'not'", entry, not[0]!)
  if (note !== '') losses.add('notes', entry, note.slice(0, 40))
  const other = Object.keys(forms).find((language) => language !== from && language !== to)
  if (other !== undefined) losses.add('forms in other languages', entry, forms[other]!)
}
