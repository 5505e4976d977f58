import type { Mention } from '../../src/article.ts'
import type { Glossary } from '../../src/glossary/index.ts'
import type { TestSet } from './sets.ts'

type Found = Pick<Mention, 'span' | 'canonical' | 'action'>
/** Whatever finds mentions. */
export type Finder = (text: string, language: string, glossary: Glossary) => readonly Found[]

export interface Score {
  readonly f1: number
  readonly misspelt: number
  /** Per 1,000 words. */
  readonly falseRewrites: number
  /** Of all rewrites, how many are right. */
  readonly precision: number
  /** Of processor time; what is looked up for the first time is built on the way. */
  readonly wordsPerSecond: number
}

export function score({ passages, glossary }: TestSet, find: Finder): Score {
  const count = { right: 0, wrong: 0, missed: 0, misspeltRight: 0, misspeltMissed: 0, rewrites: 0, falseRewrites: 0, words: 0 }
  const before = process.cpuUsage().user
  for (const { text, language, gold } of passages) {
    count.words += text.split(/\s+/u).length
    const left = [...gold]
    for (const { span, canonical, action } of find(text, language, glossary)) {
      const at = left.findIndex((one) => one.start === span.start && one.end === span.end && one.canonical === canonical)
      const [hit] = at < 0 ? [] : left.splice(at, 1)
      if (action === 'rewrite') count.rewrites++
      if (hit !== undefined) {
        count.right++
        if (hit.misspelt) count.misspeltRight++
      } else {
        count.wrong++
        if (action === 'rewrite') count.falseRewrites++
      }
    }
    count.missed += left.length
    count.misspeltMissed += left.filter(({ misspelt }) => misspelt).length
  }
  const f1 = (right: number, wrong: number, missed: number) => (right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed))
  return {
    f1: f1(count.right, count.wrong, count.missed),
    misspelt: f1(count.misspeltRight, count.wrong, count.misspeltMissed),
    falseRewrites: (count.falseRewrites / count.words) * 1000,
    wordsPerSecond: (1e6 * count.words) / (process.cpuUsage().user - before),
    precision: count.rewrites === 0 ? 1 : 1 - count.falseRewrites / count.rewrites,
  }
}
