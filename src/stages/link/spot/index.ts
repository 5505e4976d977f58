import type { Language } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { Memo, once } from '../../../names/memo.ts'
import { type Window, windowsFrom } from '../../../names/text/words.ts'
import type { Document } from '../document.ts'
import { exactMatch, type Match, matches } from './lookup.ts'
import { type Spelling, spellingsOf, writtenAs } from './readings.ts'

export { type Spelling, spellings } from './readings.ts'

/** A stretch of words that is like a part of some name in the glossary. */
export interface Sighting extends Window {
  readonly match: Match
  readonly spelling: Spelling
}

/** A name of fewer letters is taken only as it is written: most words are one letter from some short name. */
export const SHORTEST_GARBLED = 4
/** The same, of a name in another script. */
export const SHORTEST_HEARD = 3

/** All stretches that are like a part of a name: cut out, read in every way they may be inflected, and looked up in the index. */
export function spot(document: Document, glossary: Glossary): readonly Sighting[] {
  const { words, language } = document
  const likenesses = likenessesIn(glossary)
  const found: Sighting[] = []
  for (let from = 0; from < words.length; from++) {
    for (const window of windowsFrom(words, from, glossary.index)) {
      const isCommon = document.areCommon(window)
      for (const likeness of likenesses.of(language, isCommon, writtenAs(words, window))) found.push({ ...window, ...likeness })
    }
  }
  return found
}

/** What a stretch of words is like, read in one way. */
type Likeness = Omit<Sighting, keyof Window>

const likenessesIn = once(
  (glossary: Glossary) =>
    new Memo((language: Language, isCommon: boolean, written: string) => likenessesOf(spellingsOf(written, language), glossary, isCommon)),
)

/** @param isCommon whether it is a word of the language, which is compared letter by letter alone */
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
