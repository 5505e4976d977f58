/** Numbers in words: 2 to 20 and the tens, by language, from CLDR (models/numbers/README.md). */
import { readFileSync } from 'node:fs'
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

export interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  /** Words in the longest of them. */
  readonly longest: number
  /** The words that they begin with. */
  readonly heads: ReadonlySet<string>
  /** What is looked for inside words, by its first three letters, in the order of the table. */
  readonly inside: ReadonlyMap<string, readonly NumberWord[]>
}

/** A cardinal or an ordinal of three letters and more. */
export interface NumberWord {
  readonly word: string
  readonly value: number
  readonly cardinal: boolean
  readonly place: number
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
  const all = [...cardinals.keys(), ...ordinals.keys()]
  return { cardinals, ordinals, longest, heads: new Set(all.map((words) => words.split(' ')[0]!)), inside: insideOf(cardinals, ordinals) }
}

function insideOf(cardinals: ReadonlyMap<string, number>, ordinals: ReadonlyMap<string, number>): Map<string, NumberWord[]> {
  const inside = new Map<string, NumberWord[]>()
  let place = 0
  for (const words of [cardinals, ordinals]) {
    for (const [word, value] of words) {
      const head = word.slice(0, HEAD)
      if (head.length < HEAD) continue
      inside.set(head, [...(inside.get(head) ?? []), { word, value, cardinal: words === cardinals, place: place++ }])
    }
  }
  return inside
}

/** The numbers that may be in `token`, in the order of the table. */
export function candidatesIn(token: string, { inside }: NumberWords): readonly NumberWord[] {
  const found = new Set<NumberWord>()
  for (let at = 0; at + HEAD <= token.length; at++) for (const one of inside.get(token.slice(at, at + HEAD)) ?? []) found.add(one)
  return found.size < 2 ? [...found] : [...found].sort((a, b) => a.place - b.place)
}

/** Letters of the shortest number that is looked for inside words. */
const HEAD = 3

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
