/** The measures of the benchmarks that the sets come from. */

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let start = 0; start === 0 || start + 4 <= words.length; start += 1) {
    const shingle = words.slice(start, start + 4).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** Shingles of four words in common (article-extraction-benchmark). */
export function scoreBody(expected: string, actual: string): Score {
  const [want, have] = [shingles(expected), shingles(actual)]
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)
  const common = [...want].reduce((total, [shingle, count]) => total + Math.min(count, have.get(shingle) ?? 0), 0)
  const ratio = (whole: number) => (whole === 0 ? Number(want.size === have.size) : common / whole)
  const [precision, recall] = [ratio(sum(have)), ratio(sum(want))]
  return { precision, recall, f1: harmonic(precision, recall) }
}

/** Of all pages together: means of precision and recall, as the benchmark has it. */
export function mean(scores: readonly Score[]): Score {
  const average = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0) / scores.length
  const [precision, recall] = [average((score) => score.precision), average((score) => score.recall)]
  return { precision, recall, f1: harmonic(precision, recall) }
}

export interface SnippetCounts {
  readonly found: number
  readonly missed: number
  readonly wrong: number
}

/** Snippets found that must be there, missed, and found that must not be there (trafilatura's evaluation). */
export function countSnippets(wanted: readonly string[], unwanted: readonly string[], text: string): SnippetCounts {
  const found = wanted.filter((snippet) => text.includes(snippet)).length
  return { found, missed: wanted.length - found, wrong: unwanted.filter((snippet) => text.includes(snippet)).length }
}

export function scoreSnippets(counts: readonly SnippetCounts[]): Score {
  const sum = (pick: (count: SnippetCounts) => number) => counts.reduce((total, count) => total + pick(count), 0)
  const found = sum((count) => count.found)
  const precision = found / (found + sum((count) => count.wrong))
  const recall = found / (found + sum((count) => count.missed))
  return { precision, recall, f1: harmonic(precision, recall) }
}

export interface Found {
  readonly text: string
  readonly title: string | undefined
  readonly author: string | undefined
  readonly date: string | undefined
}

type Claims = Omit<Found, 'text'>

/** What two writings of a title or name have in common. */
function fold(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Several authors are the same in any order. */
function foldNames(text: string | undefined): string {
  return (text ?? '')
    .split(/[,;&]|\b(?:and|und|et)\b/)
    .map(fold)
    .filter((name) => name !== '')
    .sort()
    .join(';')
}

/** Shares of the pages on which each is known that have it right, punctuation and letter case aside; and that have no date. */
export function scoreMetadata(pages: readonly { readonly gold: Claims; readonly found: Claims }[]) {
  const share = (known: keyof Claims, isRight: (gold: Claims, found: Claims) => boolean) => {
    const asked = pages.filter(({ gold }) => gold[known] !== undefined)
    return asked.filter(({ gold, found }) => isRight(gold, found)).length / asked.length
  }
  return {
    titles: share('title', (gold, found) => fold(gold.title) === fold(found.title)),
    authors: share('author', (gold, found) => foldNames(gold.author) === foldNames(found.author)),
    dates: share('date', (gold, found) => gold.date === found.date?.slice(0, 10)),
    noDate: share('date', (_, found) => found.date === undefined),
  }
}
