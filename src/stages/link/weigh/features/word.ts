import { isWord } from '../../../../names/words/lexicon.ts'
import type { Situation } from '../situation.ts'
import type { Feature } from './feature.ts'

/** What kind of words they are, whatever the glossary has. */
export const word: readonly Feature[] = [
  { name: 'word of the language', of: (situation) => Number(situation.single && isCommon(situation) && !isAcronym(situation)) },
  { name: 'word of the language, not as in the glossary', of: (s) => Number(s.single && s.alike < 1 && isCommon(s)) },
  { name: 'word of the language, named nowhere', of: (s) => Number(s.single && s.support === 'none' && isCommon(s) && !isAcronym(s)) },
  { name: 'word of the language in a name', of: (s) => Number(!s.heard && s.candidate.pieces.length > 1 && hasCommonPiece(s)) },
  { name: 'opens a sentence', of: (s) => Number(s.single && opens(s)) },
  { name: 'opens a sentence, word of the language', of: (s) => Number(s.single && opens(s) && isCommon(s)) },
  {
    name: 'opens a sentence, may be a word, named nowhere',
    of: (s) => Number(s.support === 'none' && s.single && opens(s) && isDictionaryWord(s)),
  },
  { name: 'acronym without its capitals', prior: -4, of: (situation) => Number(isAcronymInLowerCase(situation)) },
  { name: 'one syllable', prior: -4, of: ({ document, candidate, single }) => Number(single && document.isOneSyllable(candidate)) },
  { name: 'runs on in Thai', prior: -4, of: ({ document, candidate }) => Number(document.runsTogether(candidate)) },
  { name: 'two scripts', prior: -6, of: (situation) => Number(mixesScripts(situation)) },
  { name: 'no capital', of: ({ document, candidate: { from } }) => Number(!document.words[from]!.nameLike) },
  { name: 'German noun', of: ({ document, single, support }) => Number(document.language === 'de' && single && support === 'none') },
]

function isCommon({ document, candidate: { from, to } }: Situation): boolean {
  return to - from === 1 && document.isCommon(document.words[from]!)
}

function hasCommonPiece({ document, candidate }: Situation): boolean {
  return candidate.pieces.some(
    ({ from, to, similarity }) => similarity < 0.95 && to - from === 1 && document.isCommon(document.words[from]!),
  )
}

/** Whether a word of the language is written in the capitals of a listed acronym: WHO. */
function isAcronym({ document, candidate: { from, pieces } }: Situation): boolean {
  const { text } = document.words[from]!
  return text.length > 1 && text === text.toUpperCase() && text === pieces[0]!.part.text
}

/** 'Who' is not the WHO. */
function isAcronymInLowerCase({ document, candidate: { from, to, pieces } }: Situation): boolean {
  const { text } = pieces[0]!.part
  const isAcronym = text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
  return isAcronym && to - from === 1 && document.words[from]!.text !== document.words[from]!.text.toUpperCase()
}

function opens({ document, candidate }: Situation): boolean {
  return document.words[candidate.from]!.opens
}

function isDictionaryWord({ document, candidate: { from, to } }: Situation): boolean {
  return to - from === 1 && isWord(document.words[from]!.text, document.language)
}

/** Whether the words are of two scripts: a name is in one. */
function mixesScripts({ document, candidate }: Situation): boolean {
  return document.mixesScripts(candidate) || candidate.pieces.some((piece) => document.isForeign(piece) !== document.isForeign(candidate))
}
