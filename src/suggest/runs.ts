import type { Language, Span } from '../article.ts'
import { dates, titles } from '../stages/link/company.ts'
import { Document } from '../stages/link/context.ts'
import { splitWords, type Word } from '../stages/link/find.ts'

/** A run of capitalized words that may be a name. */
export interface NameRun {
  /** As written, without initials; a compound is one word. */
  readonly words: readonly string[]
  readonly span: Span
  /** Whether it opens a sentence, a line or a quotation, where the capital of its first word says nothing. */
  readonly opens: boolean
}

/** Words inside names. Fewer than a name of the glossary may have: 'as' and 'y' stand between names as often as in them. */
export const particles: ReadonlySet<string> = new Set(
  'van von vom zu zur den der de del della di da dos du ibn bin ben al el ten ter af av ван фон дер де'.split(' '),
)

/** Words of a longer run are a headline. */
const LONGEST_RUN = 6

/**
 * The runs of name words in a text, in order, and the words that stand somewhere in lower case. Initials, and titles before a name, are left
 * out: 'Judge Anna B. Fischer' gives Anna Fischer. Only scripts with capitals show which words may be names.
 * @param isTaken whether a span is known to be something else
 */
export function nameRuns(text: string, language: Language, isTaken: (span: Span) => boolean): { runs: NameRun[]; lower: string[] } {
  const words = splitWords(text)
  const document = new Document(words, language)
  const runs: NameRun[] = []
  const lower: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!word.nameLike) lower.push(word.text)
    if (!mayBeName(word, document, isTaken)) continue
    const run = runFrom(at, words, document, isTaken)
    at = run.to - 1
    const first = words[run.from]!
    const span = { start: first.start, end: words[run.to - 1]!.end }
    if (run.words.length > 0 && run.words.length <= LONGEST_RUN) runs.push({ words: run.words, span, opens: first.opens })
  }
  return { runs, lower }
}

function mayBeName(word: Word, document: Document, isTaken: (span: Span) => boolean): boolean {
  const lower = word.text.toLowerCase()
  if (!word.nameLike || !/^\p{Lu}\p{Ll}/u.test(word.text) || document.isCommon(word)) return false
  return !titles.has(lower) && !dates.has(lower) && !particles.has(lower) && !isTaken(word)
}

/** The run that starts at word `at`: name words beside each other, with initials and particles between them. */
function runFrom(
  at: number,
  words: readonly Word[],
  document: Document,
  isTaken: (span: Span) => boolean,
): { words: string[]; from: number; to: number } {
  const found: string[] = []
  let to = at
  for (let next = at; next < words.length; next++) {
    const word = words[next]!
    const before = words[next - 1]
    const afterInitial = next > at && word.gap === 'stop' && document.isInitial(next - 1)
    const isBound = next === at || word.gap === 'space' || word.gap === 'hyphen' || word.gap === 'joined' || afterInitial
    if (!isBound) break
    if (mayBeName(word, document, isTaken)) {
      const particle = next > at && before !== undefined && particles.has(before.text) ? particlesBefore(words, next) : ''
      if (word.gap === 'hyphen' && found.length > 0) found[found.length - 1] += `-${word.text}`
      else if (word.gap === 'joined' && found.length > 0) found[found.length - 1] += word.text
      else found.push(...particle.split(' ').filter((piece) => piece !== ''), word.text)
      to = next + 1
    } else if (!(next > at && document.isInitial(next)) && !particles.has(word.text)) break
  }
  return { words: found, from: at, to }
}

/** The particles right before word `at`, a space between them. */
function particlesBefore(words: readonly Word[], at: number): string {
  let start = at
  while (start > 0 && particles.has(words[start - 1]!.text)) start--
  return words
    .slice(start, at)
    .map(({ text }) => text)
    .join(' ')
}
