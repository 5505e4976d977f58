import type { Language } from '../../../article.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { Memo, once } from '../../../names/memo.ts'
import { type Window, type Word, windowsFrom } from '../../../names/text/words.ts'
import { particles } from '../../../names/words/particles.ts'
import type { Document } from '../document.ts'
import { exactMatch, type Match, matches, matchesAlone } from './lookup.ts'
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

/** How a stretch is looked up: a word of the language letter by letter; one with no name beside it for what it can be alone. */
type Company = 'common' | 'alone' | 'beside'

/** All stretches that are like a part of a name: cut out, read in every way they may be inflected, and looked up in the index. */
export function spot(document: Document, glossary: Glossary): readonly Sighting[] {
  const { words, language } = document
  const likenesses = likenessesIn(glossary)
  const memos = {
    common: likenesses.of(language, 'common'),
    alone: likenesses.of(language, 'alone'),
    beside: likenesses.of(language, 'beside'),
  }
  const found: Sighting[] = []
  for (let from = 0; from < words.length; from++) {
    for (const window of windowsFrom(words, from, glossary.index)) {
      const { to } = window
      const company = document.areCommon(window) ? 'common' : isAlone(words, window) ? 'alone' : 'beside'
      for (const { match, spelling } of memos[company].of(writtenAs(words, window))) found.push({ from, to, match, spelling })
    }
  }
  return found
}

/** A given name and what stands between it and the family name begin no further before it; nothing stands between them after it. */
const REACH = 3

/** Whether no word beside the stretch can belong to the same name. */
function isAlone(words: readonly Word[], { from, to }: Window): boolean {
  const next = words[to]
  if (next !== undefined && next.gap !== 'break' && mayBelong(next)) return false
  for (let at = from; at > 0 && at > from - REACH && words[at]!.gap !== 'break'; at--) if (mayBelong(words[at - 1]!)) return false
  return true
}

function mayBelong({ nameLike, text }: Word): boolean {
  return nameLike || particles.has(text.toLowerCase())
}

/** What a stretch of words is like, read in one way. */
type Likeness = Omit<Sighting, keyof Window>

/** Stretches remembered, in each of so many languages. */
const MOST_STRETCHES = 100_000
const MOST_LANGUAGES = 12

const likenessesIn = once((glossary: Glossary) => {
  const inCompany = (language: Language, company: Company) =>
    new Memo((written: string) => likenessesOf(spellingsOf(written, language), glossary, company), MOST_STRETCHES)
  return new Memo(inCompany, 3 * MOST_LANGUAGES)
})

/** Most stretches are like nothing: they share it. */
const none: readonly Likeness[] = []

function likenessesOf(spellings: readonly Spelling[], glossary: Glossary, company: Company): readonly Likeness[] {
  const found: Likeness[] = []
  for (const spelling of spellings) {
    const { key, inner, heard } = spelling
    if (company === 'common' || inner || key.length < (heard !== '' ? SHORTEST_HEARD : SHORTEST_GARBLED)) {
      const match = exactMatch(glossary, key)
      if (match !== undefined) found.push({ match, spelling })
    } else {
      const alike = company === 'alone' && heard === '' ? matchesAlone(glossary, key) : matches(glossary, key, heard)
      for (const match of alike) found.push({ match, spelling })
    }
  }
  return found.length === 0 ? none : found
}
