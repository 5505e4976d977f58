import type { Language } from '../../article.ts'
import { transcribed } from '../../glossary/han.ts'
import type { Glossary } from '../../glossary/index.ts'
import { squeeze } from '../../glossary/spelling.ts'
import type { Document } from './context.ts'
import { hasEndings, type Lemma, lemmas, withoutProclitics } from './endings.ts'
import { isHan, type Window, type Word, windowsFrom } from './find.ts'
import { exactMatch, type Match, matches } from './lookup.ts'

/** A stretch of words that is like a part of some name in the glossary. */
export interface Sighting extends Window {
  readonly match: Match
  readonly spelling: Spelling
}

/** How a stretch of words may be read. */
export interface Spelling {
  /** Squeezed: the words run together, without endings. */
  readonly key: string
  /** Of the last word. */
  readonly lemma: Lemma
  /** Whether words before the last are inflected too; such a reading counts only letter by letter. */
  readonly inner: boolean
  /** Whether the stretch is in another script than Latin: it writes down how a Latin name sounds. */
  readonly heard: boolean
}

/** A name of fewer letters is taken only as it is written: most words are one letter from some short name. */
export const SHORTEST_GARBLED = 4
/** The same, of a name in another script. */
export const SHORTEST_HEARD = 3

/** All stretches that are like a part of a name. */
export function sight(document: Document, glossary: Glossary): readonly Sighting[] {
  const { words, language } = document
  const { index } = glossary
  const found: Sighting[] = []
  for (let from = 0; from < words.length; from++) {
    for (const window of windowsFrom(words, from, index)) {
      const exactOnly = window.to - window.from === 1 && document.isCommon(words[from]!)
      for (const spelling of spellings(words, window, language)) {
        const { key, inner, heard } = spelling
        if (exactOnly || inner || key.length < (heard ? SHORTEST_HEARD : SHORTEST_GARBLED)) {
          const match = exactMatch(glossary, key)
          if (match !== undefined) found.push({ ...window, match, spelling })
        } else {
          for (const match of matches(glossary, key, heard)) found.push({ ...window, match, spelling })
        }
      }
    }
  }
  return found
}

const read = new Map<string, readonly Spelling[]>()
/** Readings remembered: texts repeat themselves. */
const REMEMBERED = 100_000

/** The words run together, as written and without each ending the last one may have; then without those of the words before it. */
export function spellings(words: readonly Word[], window: Window, language: Language): readonly Spelling[] {
  let question = language
  for (let at = window.from; at < window.to; at++) question += ` ${words[at]!.text}`
  let answer = read.get(question)
  if (answer === undefined) {
    answer = readAll(words, window, language)
    if (read.size >= REMEMBERED) read.clear()
    read.set(question, answer)
  }
  return answer
}

function readAll(words: readonly Word[], { from, to }: Window, language: Language): Spelling[] {
  let head = ''
  for (let at = from; at < to - 1; at++) head += words[at]!.text
  if (isHan(words[from]!.text)) return readHan(words, { from, to })
  const heard = !/^\p{Script=Latin}/u.test(words[to - 1]!.text)
  const last = lemmas(words[to - 1]!.text, language)
  const found = last.map((lemma) => ({ key: squeeze(head + lemma.text), lemma, inner: false, heard }))
  for (const { prefix, rest } of withoutProclitics(words[from]!.text, language)) {
    const key = squeeze(to - from === 1 ? rest : rest + head.slice(words[from]!.text.length) + words[to - 1]!.text)
    found.push({ key, lemma: { ...last[0]!, prefix }, inner: false, heard })
  }
  if (to - from > 1 && to - from <= MOST_INFLECTED && hasEndings(language)) {
    for (const stem of stems(words, from, to - 1, language)) {
      if (stem !== head) for (const lemma of last) found.push({ key: squeeze(stem + lemma.text), lemma, inner: true, heard })
    }
  }
  return found
}

/** Han characters as a name of their own language, which is found letter by letter, and as the transcription of another. */
function readHan(words: readonly Word[], { from, to }: Window): Spelling[] {
  let text = ''
  for (let at = from; at < to; at++) text += words[at]!.text
  const [lemma] = lemmas(text, 'zh')
  const found = [{ key: squeeze(text), lemma: lemma!, inner: true, heard: false }]
  const isOne = words.slice(from + 1, to).every(({ gap }) => gap === 'joined')
  const foreign = isOne && to > from + 1 ? transcribed(text) : undefined
  if (foreign !== undefined) found.push({ key: foreign, lemma: lemma!, inner: false, heard: true })
  return found
}

/** More words than that are inflected one by one in no name. */
const MOST_INFLECTED = 3

/** The words [from, to) run together, with and without the endings each may have. */
function stems(words: readonly Word[], from: number, to: number, language: Language): string[] {
  let all = ['']
  for (let at = from; at < to; at++) {
    const forms = lemmas(words[at]!.text, language)
    all = all.flatMap((head) => forms.map(({ text }) => head + text))
  }
  return all
}
