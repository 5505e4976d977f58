/** What is kept of an article to find its other versions: of each sentence how long it is, and hashes of its words and marks. */
import type { Language } from '../../article.ts'
import type { Text, Version } from '../version.ts'
import { marksOf, wordsOf } from './features.ts'

/** Hashes of a text's sentences, one sentence after the other (compressed sparse rows). */
export interface Rows {
  /** Sentence i's hashes stand at start[i] .. start[i + 1]. */
  readonly start: Uint32Array
  /** Distinct in each sentence, rising. */
  readonly hash: Uint32Array
}

/** A text that others in its language can be compared with, word by word. */
export interface View {
  readonly language: Language
  /** Of each sentence, UTF-16 code units, at least 1. */
  readonly lengths: Uint32Array
  readonly words: Rows
}

export interface Sketch {
  readonly id: string
  readonly given: readonly string[]
  /** First the article itself, then its translations. */
  readonly views: readonly [View, ...View[]]
  /** What the article's own sentences share with translations of them. */
  readonly marks: Rows
}

/** Of a longer text, neighbouring sentences are taken together: a sketch has a bounded size. */
const MOST_SENTENCES = 256
/** Hashes kept of a sentence: the smallest, so that the same are kept of another version. */
const MOST_HASHES = 96

export function sketch({ id, given, title, language, sentences, translations, names }: Version): Sketch {
  const own = title === '' ? sentences : [title, ...sentences]
  const named = title === '' ? names : [[], ...names]
  const marks = own.map((sentence, at) =>
    marksOf(
      sentence,
      language,
      named[at]?.map(({ entry }) => entry),
    ),
  )
  return {
    id,
    given,
    views: [viewOf({ language, sentences: own }), ...translations.filter(({ sentences }) => sentences.length > 0).map(viewOf)],
    marks: rowsOf(united(marks)),
  }
}

function viewOf({ language, sentences }: Text): View {
  return {
    language,
    lengths: Uint32Array.from(spread(sentences), (together) => together.reduce((sum, { length }) => sum + length + 1, 0)),
    words: rowsOf(united(sentences.map((sentence) => wordsOf(sentence, language)))),
  }
}

function united(sets: readonly Set<number>[]): Set<number>[] {
  return spread(sets).map((together) => (together.length === 1 ? together[0]! : new Set(together.flatMap((set) => [...set]))))
}

/** As few neighbours together as make MOST_SENTENCES. */
function spread<T>(items: readonly T[]): T[][] {
  const count = Math.min(items.length, MOST_SENTENCES)
  return Array.from({ length: count }, (_, at) =>
    items.slice(Math.floor((at * items.length) / count), Math.floor(((at + 1) * items.length) / count)),
  )
}

function rowsOf(sets: readonly Set<number>[]): Rows {
  const start = new Uint32Array(sets.length + 1)
  const kept = sets.map((set) => Uint32Array.from(set).sort().subarray(0, MOST_HASHES))
  for (const [at, row] of kept.entries()) start[at + 1] = start[at]! + row.length
  const hash = new Uint32Array(start[sets.length]!)
  for (const [at, row] of kept.entries()) hash.set(row, start[at])
  return { start, hash }
}
