import { squeeze } from '../compare/spelling.ts'
import { readTable } from '../table.ts'

/** Latin spellings of each family name of Korea, squeezed; read when a Korean word or a person's name is first met: 50 lines. */
let table: ReadonlyMap<string, readonly string[]> | undefined
let latin: ReadonlySet<string> | undefined

function surnames(): ReadonlyMap<string, readonly string[]> {
  table ??= new Map(readTable('surnames-ko.tsv').map(([written = '', spelt = '']) => [written, spelt.split(' ')]))
  return table
}

/** Syllables of the longest given name. */
const LONGEST_GIVEN = 2

/** How the name of a Korean in Hangul, family name first, may be spelt, squeezed: '이승만' begins with 'lee', 'yi' or 'rhee'. A family name alone too. */
export function koreanSpellings(text: string): readonly string[] {
  const given = text.slice(1)
  if (given.length > LONGEST_GIVEN) return []
  const spelt = squeeze(given)
  return (surnames().get(text.charAt(0)) ?? []).map((family) => family + spelt)
}

/** Whether a family name in Latin letters is one of Korea. */
export function isKoreanSurname(name: string): boolean {
  latin ??= new Set([...surnames().values()].flat())
  return latin.has(squeeze(name))
}
