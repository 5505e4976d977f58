import { createRequire } from 'node:module'
import type { Mention } from '../../src/article.ts'
import type { Glossary } from '../../src/glossary/index.ts'

type Found = Pick<Mention, 'span' | 'canonical' | 'action'>

/** How alike two names are: 0..1. */
type Measure = (a: string, b: string) => number

const require = createRequire(import.meta.url)
// By their paths: the package's own entry loads database drivers.
export const jaroWinkler = require('natural/lib/natural/distance/jaro-winkler_distance') as Measure
const { DamerauLevenshteinDistance: damerauLevenshtein } = require('natural/lib/natural/distance/levenshtein_distance') as {
  DamerauLevenshteinDistance: Measure
}
const DoubleMetaphone = require('natural/lib/natural/phonetics/double_metaphone') as new () => {
  process: (word: string) => [string, string]
}
const doubleMetaphone = new DoubleMetaphone()

const metaphones = new Map<string, string>()
function metaphone(word: string): string {
  let key = metaphones.get(word)
  if (key === undefined) {
    key = word
      .split(' ')
      .map((part) => doubleMetaphone.process(part)[0])
      .join(' ')
    metaphones.set(word, key)
  }
  return key
}

/** What is commonly done: every run of one to four capitalized words becomes the name or family name most like it. */
export const baselines: readonly { readonly name: string; readonly measure: Measure; readonly least: number }[] = [
  { name: 'exact', measure: (a, b) => Number(a === b), least: 1 },
  { name: 'Jaro–Winkler ≥ .88', measure: jaroWinkler, least: 0.88 },
  { name: 'Double Metaphone', measure: (a, b) => Number(metaphone(a) === metaphone(b)), least: 1 },
  { name: 'Damerau–Levenshtein ≥ .70', measure: (a, b) => 1 - damerauLevenshtein(a, b) / Math.max(a.length, b.length), least: 0.7 },
]

export function findByMeasure(text: string, glossary: Glossary, measure: Measure, least: number): Found[] {
  const names = [...glossary.entries].flatMap(({ canonical, family }) =>
    [...new Set([canonical, family])].filter((name) => name !== '').map((name) => ({ canonical, name })),
  )
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
  const found: Found[] = []
  for (let from = 0; from < words.length; from++) {
    let best: { score: number; canonical: string; name: string; to: number } | undefined
    for (let to = from; to < Math.min(words.length, from + 4); to++) {
      const { start, end } = words[to]!
      if (!/^[\p{Lu}\p{Lo}]/u.test(text.slice(start, end)) || (to > from && text.slice(words[to - 1]!.end, start) !== ' ')) break
      const surface = text.slice(words[from]!.start, end)
      for (const { canonical, name } of names) {
        const score = measure(surface, name)
        if (score >= least && score >= (best?.score ?? 0)) best = { score, canonical, name, to }
      }
    }
    if (best === undefined) continue
    const span = { start: words[from]!.start, end: words[best.to]!.end }
    found.push({ span, canonical: best.canonical, action: text.slice(span.start, span.end) === best.name ? 'keep' : 'rewrite' })
    from = best.to
  }
  return found
}
