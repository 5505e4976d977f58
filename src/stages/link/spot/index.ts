import type { Language } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { squeeze } from '../../../names/compare/spelling.ts'
import { hasEndings, type Lemma, lemmas, withoutProclitics } from '../../../names/inflect/endings.ts'
import { transcribed } from '../../../names/scripts/han.ts'
import { isHan, type Window, type Word, windowsFrom } from '../../../names/text/words.ts'
import type { Document } from '../document.ts'
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
  const memory = memoryOf(glossary, language)
  const found: Sighting[] = []
  for (let from = 0; from < words.length; from++) {
    for (const window of windowsFrom(words, from, index)) {
      const isCommon = window.to - window.from === 1 && document.isCommon(words[from]!)
      const known = isCommon ? memory.common : memory.seen
      const text = textOf(words, window)
      let likenesses = known.get(text)
      if (likenesses === undefined) {
        likenesses = likenessesOf(spellings(words, window, language), glossary, isCommon)
        if (known.size >= REMEMBERED) known.clear()
        known.set(text, likenesses)
      }
      for (const likeness of likenesses) found.push({ ...window, ...likeness })
    }
  }
  return found
}

/** What a stretch of words is like, read in one way. */
type Likeness = Omit<Sighting, keyof Window>

function likenessesOf(spellings: readonly Spelling[], glossary: Glossary, isCommon: boolean): Likeness[] {
  const found: Likeness[] = []
  for (const spelling of spellings) {
    const { key, inner, heard } = spelling
    if (isCommon || inner || key.length < (heard ? SHORTEST_HEARD : SHORTEST_GARBLED)) {
      const match = exactMatch(glossary, key)
      if (match !== undefined) found.push({ match, spelling })
    } else {
      for (const match of matches(glossary, key, heard)) found.push({ match, spelling })
    }
  }
  return found
}

/** Stretches remembered: texts repeat themselves. */
const REMEMBERED = 100_000

interface Memory {
  readonly seen: Map<string, readonly Likeness[]>
  /** Of single words that are words of the language, which are compared letter by letter alone. */
  readonly common: Map<string, readonly Likeness[]>
}

const memories = new WeakMap<Glossary, Map<Language, Memory>>()

function memoryOf(glossary: Glossary, language: Language): Memory {
  const byLanguage = memories.get(glossary) ?? new Map<Language, Memory>()
  memories.set(glossary, byLanguage)
  const memory = byLanguage.get(language) ?? { seen: new Map(), common: new Map() }
  byLanguage.set(language, memory)
  return memory
}

/** The words of a stretch; a single one is looked up as it is, which is what happens most. */
function textOf(words: readonly Word[], { from, to }: Window): string {
  let text = words[from]!.text
  for (let at = from + 1; at < to; at++) text += ` ${words[at]!.text}`
  return text
}

const read = new Map<Language, Map<string, readonly Spelling[]>>()

/** The words run together, as written and without each ending the last one may have; then without those of the words before it. */
export function spellings(words: readonly Word[], window: Window, language: Language): readonly Spelling[] {
  let known = read.get(language)
  if (known === undefined) {
    known = new Map()
    read.set(language, known)
  }
  const text = textOf(words, window)
  let answer = known.get(text)
  if (answer === undefined) {
    answer = readAll(words, window, language)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text, answer)
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
