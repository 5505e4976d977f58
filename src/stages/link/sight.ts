import type { Language } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { squeeze } from '../../glossary/spelling.ts'
import { type Lemma, lemmas } from './endings.ts'
import { type Window, type Word, windowsFrom } from './find.ts'
import { exactMatch, type Match, matches } from './lookup.ts'

/** A stretch of words that is like a part of some name in the glossary. */
export interface Sighting extends Window {
  readonly match: Match
  readonly lemma: Lemma
}

/** A name of fewer letters is taken only as it is written: most words are one letter from some short name. */
const SHORTEST_GARBLED = 4

/** All stretches that are like a part of a name. `isCommon` tells words of the language, which are no garbled names. */
export function sight(
  words: readonly Word[],
  language: Language,
  glossary: Glossary,
  isCommon: (word: Word) => boolean,
): readonly Sighting[] {
  const found: Sighting[] = []
  for (let from = 0; from < words.length; from++) {
    for (const window of windowsFrom(words, from, language)) {
      const single = window.to - window.from === 1
      const exactOnly = single && isCommon(words[from]!)
      for (const { lemma, key } of keysOf(words, window, language)) {
        if (exactOnly || key.length < SHORTEST_GARBLED) {
          const match = exactMatch(glossary, key)
          if (match !== undefined) found.push({ ...window, match, lemma })
        } else {
          for (const match of matches(glossary, key)) found.push({ ...window, match, lemma })
        }
      }
    }
  }
  return found
}

/** What a stretch is looked up by: its words run together, the last one as written and without each ending it may have. */
export function keysOf(words: readonly Word[], { from, to }: Window, language: Language): { lemma: Lemma; key: string }[] {
  let head = ''
  for (let at = from; at < to - 1; at++) head += words[at]!.text
  return lemmas(words[to - 1]!.text, language).map((lemma) => ({ lemma, key: squeeze(head + lemma.text) }))
}

/** What a sighting was looked up by. */
export function keyOf(words: readonly Word[], { from, to, lemma }: Window & { readonly lemma: Lemma }): string {
  let head = ''
  for (let at = from; at < to - 1; at++) head += words[at]!.text
  return squeeze(head + lemma.text)
}
