/** Numbers in words: 2 to 20 and the tens, by language, from CLDR (models/numbers/README.md). */
import { readFileSync } from 'node:fs'
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

export interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  /** Words in the longest of them. */
  readonly longest: number
}

/** Rows of the table by language, read when the first is asked for. */
let rows: Map<string, string[][]> | undefined
const known = new Map<Language, NumberWords | undefined>()

/** undefined for a language that the table does not have. */
export function numberWords(language: Language): NumberWords | undefined {
  if (!known.has(language)) known.set(language, wordsOf(language))
  return known.get(language)
}

function wordsOf(language: Language): NumberWords | undefined {
  rows ??= readRows()
  // 'zh-Hant' has rows of its own, 'de-AT' has those of 'de'; Norwegian is 'no'.
  const base = baseLanguage(language)
  const own = rows.get(language) ?? rows.get(base) ?? (base === 'nb' ? rows.get('no') : undefined)
  if (own === undefined) return undefined
  const [cardinals, ordinals] = ['cardinal', 'ordinal'].map(
    (kind) =>
      new Map(
        own
          .filter((row) => row[1] === kind)
          .flatMap(([, , value, words = '']) => words.split('|').map((word) => [foldWords(word), Number(value)] as const)),
      ),
  ) as [Map<string, number>, Map<string, number>]
  const longest = Math.max(...[...cardinals.keys(), ...ordinals.keys()].map((words) => words.split(' ').length))
  return { cardinals, ordinals, longest }
}

function readRows(): Map<string, string[][]> {
  const text = readFileSync(new URL('../../../models/numbers/words.tsv', import.meta.url), 'utf8')
  const byLanguage = new Map<string, string[][]>()
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const row = line.split('\t')
    const own = byLanguage.get(row[0]!)
    if (own === undefined) byLanguage.set(row[0]!, [row])
    else own.push(row)
  }
  return byLanguage
}

/** As words are compared: small, without hyphens, `ё` as `е`. */
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[-‐‑\s]+/gu, ' ')
}
