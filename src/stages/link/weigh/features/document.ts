import { consonantKey, plain, squeeze } from '../../../../names/compare/spelling.ts'
import { isWord } from '../../../../names/words/lexicon.ts'
import { knownName } from '../../../../names/words/persons.ts'
import type { Candidate, Piece } from '../../assemble/candidate.ts'
import type { Situation } from '../situation.ts'
import type { Feature } from './feature.ts'

/** As near as makes no difference between two entries. */
const AS_GOOD = 0.02

/** What the document, and the sentence it translates, say of who is meant. */
export const document: readonly Feature[] = [
  // Read alike, other characters are another name: 阿部 is no 安倍.
  {
    name: 'characters of another name',
    prior: -5,
    of: (s) => Number(isRead(s) && s.support !== 'expected' && !s.referents.isWritten(s.candidate)),
  },
  { name: 'characters that run into a name', prior: -5, of: (s) => Number(isRead(s) && s.document.runsIntoName(s.candidate)) },
  { name: 'named in full here', of: ({ support, single }) => Number(single && support === 'anchored') },
  {
    name: 'spelt as where it is named in full',
    prior: 2,
    of: ({ support, single, alike, referents, candidate }) =>
      Number(single && alike < 1 && support === 'anchored' && referents.isSpelt(candidate)),
  },
  { name: 'named in the sentence this translates', prior: 2, of: ({ support }) => Number(support === 'expected') },
  { name: 'named in the sentence this translates, unlike', of: ({ support, alike }) => (support === 'expected' ? 10 * (1 - alike) : 0) },
  { name: 'named nowhere, unlike', of: ({ support, single, alike }) => (single && support === 'none' ? 10 * (1 - alike) : 0) },
  { name: 'named nowhere, given name', of: ({ support, candidate }) => Number(support === 'none' && isGiven(candidate)) },
  { name: 'named nowhere, short', of: ({ support, lone, letters }) => (lone && support === 'none' ? Math.max(0, 8 - letters) / 8 : 0) },
  // Gebrich beside Joseph Gabrish: what differs is how somebody wrote what he heard.
  { name: 'sounds like the family name of somebody named in full here', prior: 2, of: (situation) => Number(soundsLikeNamed(situation)) },
  {
    name: 'given name of somebody named in full here',
    prior: 2,
    of: ({ support, candidate, alike }) => Number(support !== 'none' && isGiven(candidate) && alike === 1),
  },
  {
    name: 'part of a name in full that is there',
    prior: -3,
    of: ({ lone, rivals, candidate }) => Number(lone && rivals.isWithin(candidate)),
  },
  {
    name: 'rival as good',
    of: (situation) => Number(!situation.single && rivalOf(situation) >= Math.max(AS_GOOD, situation.alike - AS_GOOD)),
  },
  { name: 'rival as good, named since', prior: -4, of: (situation) => Number(hasRivalSince(situation)) },
  { name: 'rival spelt better', of: (situation) => Math.max(0, 10 * (rivalOf(situation) - situation.alike)) },
  {
    name: 'rival named in full',
    of: ({ support, rivals, referents, candidate }) =>
      Number(support === 'none' && rivals.best(candidate, ({ entry }) => referents.isAnchored(entry)) > 0),
  },
  {
    name: 'name of a stranger named since',
    prior: -3,
    of: ({ referents, document, candidate: { pieces, entry, from }, single, alike }) =>
      Number(single && alike < 1 && referents.belongsToStranger(document.spelling(pieces[0]!), entry, from)),
  },
]

/** Fewer letters sound like too many names. */
const ENOUGH_LETTERS = 6

/** 'ch' is k in one language and a sibilant in another. */
function softened(name: string): string {
  return name.replaceAll('ch', 'sh')
}

/** Whether a family name in the script of the glossary is misspelt, with the consonants of one that is borne by somebody named before it. */
function soundsLikeNamed(situation: Situation): boolean {
  const { candidate, support, alike, heard, letters, document, referents } = situation
  if (candidate.shape !== 'family' || support !== 'anchored' || alike === 1 || heard || letters < ENOUGH_LETTERS || isNamedLater(situation))
    return false
  const [piece] = candidate.pieces as [Piece]
  if (referents.belongsToStranger(document.spelling(piece), candidate.entry, candidate.from)) return false
  if (knownName(piece.lemma.text).family || isWord(piece.lemma.text, document.language)) return false
  const [written, known] = [plain(squeeze(document.spelling(piece))), plain(piece.part.key)]
  return consonantKey(written) === consonantKey(known) || consonantKey(softened(written)) === consonantKey(softened(known))
}

function isGiven({ shape }: Candidate): boolean {
  return shape === 'given' || shape === 'word'
}

function isNamedLater({ support, referents, candidate, single }: Situation): boolean {
  return single && support === 'anchored' && referents.distanceBack(candidate.entry, candidate.from) === Number.POSITIVE_INFINITY
}

/** How alike the best other entry is that is spoken of as much as this one. */
function rivalOf({ support, referents, rivals, candidate }: Situation): number {
  return rivals.best(candidate, ({ entry }) => support === 'none' || referents.isAnchored(entry))
}

/** Whether another entry that is spelt as well was named later than this one, or as lately. */
function hasRivalSince({ support, referents, rivals, candidate, alike, single }: Situation): boolean {
  if (!single || support === 'none') return false
  const back = (entry: number) => referents.distanceBack(entry, candidate.from)
  const own = back(candidate.entry)
  return rivals.best(candidate, ({ entry }) => referents.isAnchored(entry) && back(entry) < own) >= alike - AS_GOOD
}

/** Whether it is part of a name by the reading of its characters. */
function isRead({ lone, candidate }: Situation): boolean {
  return lone && candidate.pieces[0]!.read !== undefined
}
