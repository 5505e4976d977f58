import { Role } from '../../../../glossary/parts.ts'
import { hasEndings } from '../../../../names/inflect/endings.ts'
import { isHan } from '../../../../names/text/words.ts'
import { areDifferent, isOtherName } from '../../../../names/words/given-names.ts'
import { isKnown, isWord } from '../../../../names/words/lexicon.ts'
import { knownName } from '../../../../names/words/persons.ts'
import type { Piece, Shape } from '../../assemble/candidate.ts'
import type { Situation } from '../situation.ts'
import type { Feature } from './feature.ts'

/** Alike but for diacritics. */
const SAME = 0.99

/** Given names less alike, and known as names, are others: Marian, Marie. */
const SIMILAR_GIVEN = 0.95

const shape = (wanted: Shape): Feature => ({ name: wanted, of: ({ candidate }) => Number(candidate.shape === wanted) })

/** Tenths of a name that differ; of what is written in the script of the glossary. */
const unlike = ({ alike, heard }: Situation) => (heard ? 0 : 10 * (1 - alike))
const heardUnlike = ({ alike, heard }: Situation) => (heard ? 10 * (1 - alike) : 0)
const inexact = ({ alike, heard }: Situation) => !heard && alike < SAME
/** 0..1: how few letters a name has, of eight. */
const shortness = (letters: number) => Math.max(0, 8 - letters) / 8

/** How the words are spelt beside what the glossary has. */
export const spelling: readonly Feature[] = [
  ...(['initial', 'family', 'given', 'word', 'whole', 'alias'] as const).map(shape),
  { name: 'variant as listed', prior: 3, of: ({ candidate: { shape }, alike }) => Number(shape === 'alias' && alike === 1) },
  { name: 'no person', of: ({ entry }) => Number(entry.kind !== 'person') },
  { name: 'unlike', of: unlike },
  { name: 'unlike by more than a tenth', of: (situation) => Math.max(0, unlike(situation) - 1) },
  { name: 'not as in the glossary', of: (situation) => Number(inexact(situation)) },
  { name: 'unlike, a part alone', of: (situation) => (situation.single ? unlike(situation) : 0) },
  { name: 'letters that differ', of: ({ alike, letters, heard }) => (heard ? 0 : Math.min(3, (1 - alike) * letters)) },
  { name: 'weaker part', of: ({ alike, weakest, heard }) => (heard ? 0 : 10 * (alike - weakest)) },
  { name: 'short, a part alone', of: ({ letters, lone }) => (lone ? shortness(letters) : 0) },
  { name: 'short and unlike', of: (situation) => (inexact(situation) ? shortness(shortestOf(situation)) : 0) },
  {
    name: 'short part, another name',
    prior: -3,
    of: (situation) => Number(!situation.heard && situation.candidate.pieces.some(isOtherShort)),
  },
  // One word may be like another by chance, not two.
  { name: 'part of several words, all alike', prior: 1.5, of: (s) => Number(inexact(s) && s.lone && isOfSeveralWords(s)) },
  { name: 'long, not as in the glossary', prior: 1, of: (s) => (inexact(s) && s.single ? Math.min(2, Math.max(0, s.letters - 8) / 4) : 0) },
  { name: 'long, unlike', of: (s) => (inexact(s) && s.single ? Math.min(2, Math.max(0, s.letters - 8) / 4) * unlike(s) : 0) },
  { name: 'heard', of: ({ heard }) => Number(heard) },
  { name: 'heard, unlike', of: heardUnlike },
  { name: 'heard, unlike by more than a tenth', of: (situation) => Math.max(0, heardUnlike(situation) - 1) },
  { name: 'heard, a part alone', of: ({ heard, single }) => Number(heard && single) },
  { name: 'heard, unlike, a part alone', of: (situation) => (situation.single ? heardUnlike(situation) : 0) },
  { name: 'heard, weaker part', of: ({ alike, weakest, heard }) => (heard ? 10 * (alike - weakest) : 0) },
  { name: 'heard, short', of: ({ letters, heard }) => (heard ? shortness(letters) : 0) },
  { name: 'heard among words without capitals', of: ({ heard, candidate, document }) => Number(heard && !document.tellsNames(candidate)) },
  { name: 'heard among words without capitals, alone', of: (s) => Number(s.heard && s.single && !s.document.tellsNames(s.candidate)) },
  // Any few words sound somewhat like Hu Shih.
  {
    name: 'heard among words without capitals, a whole name, unlike',
    of: (s) => (s.candidate.shape === 'whole' && !s.document.tellsNames(s.candidate) ? heardUnlike(s) : 0),
  },
  {
    name: 'heard among words without capitals, a whole name, short',
    of: (s) => (s.heard && s.candidate.shape === 'whole' && !s.document.tellsNames(s.candidate) ? shortness(s.letters) : 0),
  },
  { name: 'heard, short, a part alone', of: ({ heard, lone, letters }) => (heard && lone ? shortness(letters) : 0) },
  {
    name: 'three Han characters',
    of: ({ candidate, document }) => Number(isHan(document.words[candidate.from]!.text) && candidate.to - candidate.from > 2),
  },
  { name: 'short form or translated', of: ({ candidate }) => Number(candidate.pieces.some(({ kept }) => kept)) },
  { name: 'ending taken off', of: ({ candidate }) => Number(candidate.pieces.some(({ lemma }) => lemma.ending !== '')) },
  { name: 'ending taken off and unlike', of: (s) => (s.candidate.pieces.some(({ lemma }) => lemma.ending !== '') ? unlike(s) : 0) },
  // A garbled ending is easily taken for a garbled name, and the other way round.
  {
    name: 'not as in the glossary, a part alone where names are inflected',
    of: (s) => Number(inexact(s) && s.single && hasEndings(s.document.language)),
  },
  { name: 'small word written on it', of: ({ candidate }) => Number(candidate.pieces.some(({ lemma }) => lemma.prefix !== '')) },
  { name: 'half of a given name, garbled', prior: -4, of: ({ candidate }) => Number(candidate.pieces.some(isHalfGiven)) },
  { name: 'another given name', prior: -4, of: (situation) => Number(situation.candidate.pieces.some(isOtherGiven)) },
  {
    name: 'garbled given name that is a different one, unlike',
    prior: -2,
    of: ({ candidate }) => Math.max(0, ...candidate.pieces.filter(isDifferentGiven).map(({ similarity }) => 10 * (1 - similarity) - 1)),
  },
  { name: 'garbled given name known as a name', of: (situation) => Number(situation.candidate.pieces.some(isKnownGiven)) },
  {
    name: 'garbled word of a family name',
    of: ({ candidate }) => Number(candidate.pieces.some(({ part, similarity }) => part.role === Role.familyWord && similarity < 0.9)),
  },
  { name: 'known word or name', of: (situation) => Number(inexact(situation) && isOneWord(situation) && isKnown(textOf(situation))) },
  { name: 'garbled family name that others bear', of: (situation) => Number(situation.candidate.pieces.some(isOthersFamily)) },
  {
    name: 'word in lower case',
    of: (situation) => Number(inexact(situation) && isOneWord(situation) && isWord(textOf(situation), situation.document.language)),
  },
]

/** Too many names are near one of four letters. */
function isOtherShort({ part, similarity, kept }: Piece): boolean {
  return part.key.length <= 4 && similarity < 0.905 && !kept
}

function isOfSeveralWords({ candidate: { from, to, pieces } }: Situation): boolean {
  return to - from > 1 && pieces[0]!.part.words === to - from
}

function shortestOf({ candidate }: Situation): number {
  return Math.min(...candidate.pieces.filter(({ similarity }) => similarity < SAME).map(({ part }) => part.key.length))
}

function isOneWord({ single, candidate: { from, to } }: Situation): boolean {
  return single && to - from === 1
}

/** The first word. */
function textOf({ candidate, document }: Situation): string {
  return document.words[candidate.from]!.text
}

/** 'Kim Jong' is no half of Kim Dae-jung. */
function isHalfGiven({ part, similarity }: Piece): boolean {
  return part.role === Role.givenWord && similarity < 1
}

function isGivenInexact({ part, similarity, kept, heard, from, to }: Piece): boolean {
  return (part.role === Role.given || part.role === Role.givenWord) && !kept && !heard && similarity < SIMILAR_GIVEN && to - from === 1
}

/** Alfred is no misspelling of Albert. */
function isOtherGiven(piece: Piece): boolean {
  return isGivenInexact(piece) && isOtherName(piece.lemma.text, piece.part.text)
}

/** No misspelling of Isaac is Jessica, however alike. */
function isDifferentGiven(piece: Piece): boolean {
  return isGivenInexact(piece) && areDifferent(piece.lemma.text, piece.part.text)
}

function isKnownGiven(piece: Piece): boolean {
  return isGivenInexact(piece) && (isKnown(piece.lemma.text) || knownName(piece.lemma.text).given)
}

/** Hofmann is a name as Hoffmann is. */
function isOthersFamily({ part, similarity, kept, heard, lemma }: Piece): boolean {
  const family = part.role === Role.family || part.role === Role.core || part.role === Role.familyWord
  return family && !kept && !heard && similarity < SAME && knownName(lemma.text).family
}
