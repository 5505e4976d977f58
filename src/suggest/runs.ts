import type { Language, Span } from '../article.ts'
import { splitWords, type Word } from '../names/text/words.ts'
import { cuesOf } from '../names/words/cues.ts'
import { isGivenName } from '../names/words/given-names.ts'
import { Document } from '../stages/link/document.ts'
import { isArticle, isDate, isPlacePreposition } from './beside.ts'

/** A run of capitalized words that may be a name. */
export interface NameRun {
  /** As written, without initials; a compound is one word. */
  readonly words: readonly string[]
  /** Whether it opens a sentence, a line or a quotation, where the capital of its first word says nothing. */
  readonly opens: boolean
  /** What the word right before it says of it. */
  readonly before: 'title' | 'article' | 'place' | 'nothing'
}

/** Words inside names. Fewer than a name of the glossary may have: 'as' and 'y' stand between names as often as in them. */
export const particles: ReadonlySet<string> = new Set(
  'van von vom zu zur den der de del della di da dos du ibn bin ben al el ten ter af av ван фон дер де'.split(' '),
)

/** Those that stand in names alone; the others also between a thing and whose it is: 'Remparts de Québec', 'Rand der Insel'. */
const onlyInNames: ReadonlySet<string> = new Set('van ibn bin ben ten ter ван фон'.split(' '))

/** Of all languages: a corpus has many. */
const { title: titles } = cuesOf('und')

/** Words of a longer run are a headline. */
const LONGEST_RUN = 6

/**
 * The runs of name words in a text, in order, and the words that stand there in lower case, as often as they do. Initials, and titles before a
 * name, are left out: 'Judge Anna B. Fischer' gives Anna Fischer. Only scripts with capitals show which words may be names.
 * @param isTaken whether a span is known to be something else
 */
export function nameRuns(text: string, language: Language, isTaken: (span: Span) => boolean): { runs: NameRun[]; lower: string[] } {
  const words = splitWords(text)
  const document = new Document(words, language)
  const mayBeName = words.map((word, at) => isNameWord(word, words[at + 1], document, isTaken))
  const runs: NameRun[] = []
  const lower: string[] = []
  for (let at = 0; at < words.length; at++) {
    if (!words[at]!.nameLike) lower.push(words[at]!.text)
    if (!mayBeName[at]) continue
    const { found, to } = runFrom(at, words, mayBeName, document)
    if (found.length <= LONGEST_RUN) runs.push({ words: found, opens: words[at]!.opens, before: before(at, document) })
    at = to - 1
  }
  return { runs, lower }
}

function isNameWord(word: Word, next: Word | undefined, document: Document, isTaken: (span: Span) => boolean): boolean {
  const lower = word.text.toLowerCase()
  if (isElided(word, next)) return true
  if (!word.nameLike || !/^\p{Lu}\p{Ll}/u.test(word.text) || document.isCommon(word)) return false
  if (isDate(lower)) return isGivenName(lower) && next?.gap === 'space' && next.nameLike && /^\p{Lu}\p{Ll}/u.test(next.text)
  return !titles.has(lower) && !particles.has(lower) && !isTaken(word)
}

/** The O of O’Connor, the D of D’Angelo. */
function isElided({ text }: Word, next: Word | undefined): boolean {
  return (text === 'O' || text === 'D') && next?.gap === 'apostrophe' && /^\p{Lu}\p{Ll}/u.test(next.text)
}

/** The run that starts at word `at`: name words beside each other, with initials and particles between them. */
function runFrom(at: number, words: readonly Word[], mayBeName: readonly boolean[], document: Document): { found: string[]; to: number } {
  const found = [words[at]!.text]
  const isPerson = isGivenName(found[0]!)
  let to = at + 1
  for (let next = at + 1; next < words.length; next++) {
    const { text, gap } = words[next]!
    const afterInitial = gap === 'stop' && document.isInitial(next - 1)
    const elided = isElided(words[next - 1]!, words[next])
    if (!(gap === 'space' || gap === 'hyphen' || gap === 'joined' || afterInitial || elided)) break
    if (mayBeName[next]) {
      if (elided) found.push(`${found.pop()}’${text}`)
      else if (gap === 'hyphen') found.push(`${found.pop()}-${text}`)
      else if (gap === 'joined') found.push(`${found.pop()}${text}`)
      else found.push(...particlesBefore(words, next), text)
      to = next + 1
    } else if (!document.isInitial(next) && !(particles.has(text) && (isPerson || onlyInNames.has(text)))) break
  }
  return { found, to }
}

/** The particles right before word `at`. */
function particlesBefore(words: readonly Word[], at: number): string[] {
  let start = at
  while (particles.has(words[start - 1]!.text)) start--
  return words.slice(start, at).map(({ text }) => text)
}

function before(at: number, document: Document): NameRun['before'] {
  const { words, language } = document
  const { gap } = words[at]!
  const word = words[at - 1]?.text.toLowerCase()
  if (word === undefined || (gap !== 'space' && gap !== 'apostrophe' && gap !== 'stop')) return 'nothing'
  // Initials as well: they stand before persons alone.
  if (titles.has(word) || (gap === 'stop' && document.isInitial(at - 1))) return 'title'
  if (gap === 'stop') return 'nothing'
  if (isArticle(word, language)) return 'article'
  return gap === 'space' && isPlacePreposition(word, language) ? 'place' : 'nothing'
}
