import type { Language } from '../../../article.ts'
import { ownLetters } from '../../../names/compare/own-letters.ts'
import { squeeze } from '../../../names/compare/spelling.ts'
import { hasEndings, type Lemma, lemmas, withoutProclitics } from '../../../names/inflect/endings.ts'
import { Memo } from '../../../names/memo.ts'
import { spellingsOfHan } from '../../../names/scripts/han.ts'
import { transcribed } from '../../../names/scripts/han-transcribed.ts'
import { spellingsOfKanji } from '../../../names/scripts/kanji.ts'
import { respelled } from '../../../names/scripts/respelling.ts'
import { isHan, type Window, type Word } from '../../../names/text/words.ts'
import { establishedNames } from '../../../names/words/established.ts'
import { koreanSpellings } from '../../../names/words/surnames.ts'
import { transcribedNames } from '../../../names/words/transcriptions.ts'

/** What Han characters are read as: a family name, a given name, or a whole in Mandarin. */
export type NamePart = 'family' | 'given' | 'whole'

/** How a stretch of words may be read. */
export interface Spelling {
  /** Squeezed: the words run together, without endings. */
  readonly key: string
  /** Of the last word. */
  readonly lemma: Lemma
  /** Whether words before the last are inflected too; such a reading counts only letter by letter. */
  readonly inner: boolean
  /** `ownLetters` of a stretch in another script than Latin, which writes down how a Latin name sounds; else empty. */
  readonly heard: string
  /** Whether the language writes a foreign name so, as it sounds: such a name is right as it is. */
  readonly respelt?: true
  /** Of Han characters, which say nothing of how they are read: the part of a name that is read so. */
  readonly as?: NamePart
}

/** Divides the words of a stretch; no word has either. */
const APART = ' '
const TOGETHER = '+'
/** Between the words of a foreign name in Han characters: 賈西亞·馬奎斯. */
const DOTTED = '·'

/** All that is read of a stretch: its words, and which of them run into each other, as Han characters do also over the end of a line. */
export function writtenAs(words: readonly Word[], { from, to }: Window): string {
  let text = words[from]!.text
  for (let at = from + 1; at < to; at++) {
    const { gap, text: next } = words[at]!
    const together = gap === 'joined' || (gap === 'line' && isHan(next))
    text += (together ? TOGETHER : gap === 'hyphen' && isHan(next) ? DOTTED : APART) + next
  }
  return text
}

const readings = new Memo(readAll)

/** The words run together, as written and without each ending the last one may have; then without those of the words before it. */
export function spellings(words: readonly Word[], window: Window, language: Language): readonly Spelling[] {
  return readings.of(language, writtenAs(words, window))
}

/** The same, of a stretch as `writtenAs` has it. */
export function spellingsOf(written: string, language: Language): readonly Spelling[] {
  return readings.of(language, written)
}

function readAll(language: Language, written: string): Spelling[] {
  const words = written.split(/[ +·]/u)
  if (isHan(words[0]!)) {
    const runsOn = words.length > 1 && !written.includes(APART)
    return readHan(words.join(''), runsOn && !written.includes(DOTTED), runsOn)
  }
  const head = words.slice(0, -1).join('')
  const end = words.at(-1)!
  const isLatin = /^\p{Script=Latin}/u.test(end)
  const spelling = (text: string, lemma: Lemma, inner: boolean) => ({
    key: squeeze(text),
    lemma,
    inner,
    heard: isLatin ? '' : ownLetters(text),
  })
  const last = lemmas(end, language)
  const found: Spelling[] = last.map((lemma) => spelling(head + lemma.text, lemma, false))
  for (const { prefix, rest } of withoutProclitics(words[0]!, language)) {
    const text = words.length === 1 ? rest : rest + head.slice(words[0]!.length) + end
    found.push(spelling(text, { ...last[0]!, prefix }, false))
  }
  if (words.length > 1 && words.length <= MOST_INFLECTED && hasEndings(language)) {
    for (const stem of stems(words.slice(0, -1), language)) {
      if (stem !== head) for (const lemma of last) found.push(spelling(stem + lemma.text, lemma, true))
    }
  }
  for (const lemma of last)
    for (const key of establishedNames(head + lemma.text, language))
      found.push({ key, lemma, inner: true, heard: isLatin ? '' : ownLetters(key) })
  if (isLatin) {
    for (const lemma of last) {
      const sounds = respelled(head + lemma.text, language)
      if (sounds !== '') found.push({ key: squeeze(sounds), lemma, inner: false, heard: ownLetters(sounds), respelt: true })
    }
  } else {
    for (const lemma of last) found.push(...known(head + lemma.text, lemma))
    if (words.length === 1)
      for (const { prefix, rest } of withoutProclitics(end, language)) found.push(...known(rest, { ...last[0]!, prefix }))
  }
  return found
}

/** The names that are known to be written so in another script, which count letter by letter; and those of Koreans. */
function known(text: string, lemma: Lemma): Spelling[] {
  const heard = ownLetters(text)
  if (hangul.test(text)) {
    const inner = text.length === 1
    return [
      ...transcribedNames(text).map((key) => ({ key, lemma, inner: true, heard })),
      ...koreanSpellings(text).map((key) => ({ key, lemma, inner, heard })),
    ]
  }
  return transcribedNames(text).map((key) => ({ key, lemma, inner: true, heard }))
}

/** Han characters as a name of their own language, which is found letter by letter, in Mandarin or as either part of it may be read; and, when nothing divides them, as the transcription of another. */
function readHan(text: string, isOne: boolean, mayBeForeign: boolean): Spelling[] {
  const [lemma] = lemmas(text, 'zh')
  const found: Spelling[] = [{ key: squeeze(text), lemma: lemma!, inner: true, heard: '', as: 'whole' }]
  if (isOne || text.length === 1) {
    for (const as of ['family', 'given'] as const) {
      const keys = new Set([...spellingsOfHan(text, as), ...spellingsOfKanji(text, as)])
      for (const key of keys) found.push({ key, lemma: lemma!, inner: true, heard: '', as })
    }
  }
  const foreign = mayBeForeign ? transcribed(text) : undefined
  if (foreign !== undefined) found.push({ key: foreign, lemma: lemma!, inner: false, heard: ownLetters(text) })
  if (isOne) found.push(...known(text, lemma!))
  return found
}

/** A Korean is called by three syllables, seldom two or four. */
const hangul = /^[가-힣]{1,4}$/u

/** More words than that are inflected one by one in no name. */
const MOST_INFLECTED = 3

/** The words run together, with and without the endings each may have. */
function stems(words: readonly string[], language: Language): string[] {
  let all = ['']
  for (const word of words) {
    const forms = lemmas(word, language)
    all = all.flatMap((head) => forms.map(({ text }) => head + text))
  }
  return all
}
