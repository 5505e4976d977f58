import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { foldHan } from './han.ts'
import { spellingsOfKana } from './romaji.ts'

/** The table of names, a line each in the order of their code units; a quarter of a million lines are looked up faster than taken apart. */
let table: string | undefined

/** Family and given readings of a name in kanji, in hiragana, as the table has them; undefined when it is none. */
function lineOf(name: string): readonly [family: string, given: string] | undefined {
  table ??= gunzipSync(readFileSync(new URL('../../../models/names/readings-ja.tsv.gz', import.meta.url))).toString('utf8')
  let low = table.indexOf('\n') + 1
  let high = table.length
  while (low < high) {
    const start = table.lastIndexOf('\n', (low + high) >>> 1) + 1
    const from = Math.max(start, low)
    const end = table.indexOf('\n', from)
    const cut = table.indexOf('\t', from)
    const known = table.slice(from, cut)
    if (known === name) {
      const [family = '', given = ''] = table.slice(cut + 1, end).split('\t')
      return [family, given]
    }
    if (known < name) low = end + 1
    else high = from
  }
  return undefined
}

/** Readings of a Japanese family or given name in kanji, old forms or new, in Latin letters, squeezed, in every usual spelling. */
export function spellingsOfKanji(text: string, part: 'family' | 'given'): readonly string[] {
  const [family = '', given = ''] = lineOf(foldHan(text)) ?? []
  // Kanji read like a given name are put in its place by mistake: 村上春木.
  const readings = part === 'family' || (given === '' && text.length > 1) ? family : given
  if (readings === '') return []
  return [...new Set(readings.split(',').flatMap(spellingsOfKana))]
}

/** Whether kanji are known as a Japanese given name. */
export function isKanjiGivenName(text: string): boolean {
  return (lineOf(foldHan(text))?.[1] ?? '') !== ''
}
