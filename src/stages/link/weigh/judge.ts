import type { Glossary } from '../../../glossary/index.ts'
import { Role } from '../../../glossary/parts.ts'
import { isHan, type Window } from '../../../names/text/words.ts'
import { generations } from '../../../names/words/cues.ts'
import { isOtherName } from '../../../names/words/given-names.ts'
import { isKnown, isWord } from '../../../names/words/lexicon.ts'
import { type Candidate, isHeardOnly, type Piece, type Shape, similarityOf } from '../assemble/candidate.ts'
import type { Document } from '../document.ts'
import { FLOOR } from '../spot/lookup.ts'
import { confidenceOf, evidenceOf, type Support } from './confidence.ts'
import type { Referents } from './referents.ts'

/** Names this alike differ by how a language spells a sound: Prokofieff, Prokofiev. */
const CERTAIN = 0.985
/** The same, of what was heard. */
const CERTAIN_HEARD = 0.88

/** In German most capitals are those of nouns. */
const NOUN = 0.015

const DOUBT_FULL = 0.05
const DOUBT_ALONE = 0.07
/** Three characters that transcribe names side by side are seldom anything else. */
const DOUBT_HAN = 0.02

/** Given names this alike are spellings of one: Henri, Henry. */
const SAME_GIVEN = 0.95
/** Less alike, and known as a name, it is another: Marian, Marie. */
const SIMILAR_GIVEN = 0.88

/** A name of as few letters in full must be spelt almost as in the glossary: too many others are near. */
const SHORT_NAME = 4
const SHORT_ALIKE = 0.905

/** Weighs a candidate against its surroundings. */
export class Judge {
  readonly #document: Document
  readonly #glossary: Glossary
  readonly #referents: Referents

  constructor(document: Document, glossary: Glossary, referents: Referents) {
    this.#document = document
    this.#glossary = glossary
    this.#referents = referents
  }

  /** 0..1; 0 when something contradicts the candidate: a contradiction is worse than an omission. */
  confidence(candidate: Candidate, support: Support, suffix: string): number {
    if (this.#document.mixesScripts(candidate)) return 0
    const person = this.#glossary.entry(candidate.entry).kind === 'person'
    if (person && (this.#document.isThing(candidate, suffix) || this.#isRelative(candidate) || this.#document.runsTogether(candidate)))
      return 0
    const alike = similarityOf(candidate.pieces) - this.#doubt(candidate)
    const letters = candidate.pieces.reduce((sum, { part }) => sum + part.key.length, 0)
    if (candidate.shape === 'full') return this.#full(candidate, alike, letters, support)
    if (candidate.shape === 'whole' || candidate.shape === 'alias') return this.#whole(candidate, alike, letters, support)
    // Read alike, other characters are another name: 阿部 is no 安倍.
    if (candidate.pieces[0]!.read !== undefined) {
      if (support !== 'expected' && !this.#referents.isWritten(candidate)) return 0
      if (this.#document.runsIntoName(candidate)) return 0
    }
    if (this.#contradicted(candidate, suffix) || this.#document.isOneSyllable(candidate)) return 0
    if (alike < CERTAIN && this.#isKnownOtherwise(candidate, support)) return 0
    if (support === 'none' && this.#document.words[candidate.from]!.opens && this.#isEnglishWord(candidate)) return 0
    const compound = this.#document.compoundAfter(candidate)
    const common = this.#isCommon(candidate)
    if ((compound || common) && (alike < 1 || support === 'none')) return 0
    const confidence = this.weigh(candidate, candidate.shape, alike, letters, support)
    return compound || (common && this.#document.words[candidate.from]!.opens) ? Math.min(confidence, 0.8) : confidence
  }

  /** The confidence that what is measured of a candidate gives it, were there nothing beside it. */
  weigh(candidate: Candidate, shape: Shape, alike: number, letters: number, support: Support): number {
    return confidenceOf(evidenceOf(shape, alike, letters, support, isHeardOnly(candidate)))
  }

  /** What is taken off the similarity of a name that was heard in a script where any word may be a name. */
  #doubt(candidate: Candidate): number {
    if (!isHeardOnly(candidate) || this.#document.tellsNames(candidate)) return 0
    if (candidate.shape === 'full') return DOUBT_FULL
    return isHan(this.#document.words[candidate.from]!.text) && candidate.to - candidate.from > 2 ? DOUBT_HAN : DOUBT_ALONE
  }

  #full(candidate: Candidate, alike: number, letters: number, support: Support): number {
    if (this.#document.compoundAfter(candidate)) return alike === 1 ? 0.8 : 0
    const last = candidate.pieces.at(-1)!
    // 'Kim Jong' is no half of Kim Dae-jung.
    if (last.part.role === Role.givenWord && last.similarity < 1) return 0
    if (candidate.pieces.some((piece) => this.#document.isForeign(piece) !== this.#document.isForeign(candidate))) return 0
    if (this.#document.isCompoundOfNames(candidate) || candidate.pieces.some((piece) => this.#isOtherGiven(piece))) return 0
    const confidence = this.weigh(candidate, 'full', alike, letters, support)
    // A given name that fits says little when the family name does not.
    const weakest = Math.min(...candidate.pieces.map(({ similarity }) => similarity))
    if (support !== 'expected' && !isHeardOnly(candidate)) {
      if (candidate.pieces.some((piece) => piece.part.key.length <= SHORT_NAME && piece.similarity < SHORT_ALIKE && !piece.kept)) return 0
      if (candidate.pieces.some((piece) => piece.similarity < 0.95 && this.#isCommon(piece))) return 0
      if (weakest < 0.9 && candidate.pieces.some(({ part }) => part.role === Role.familyWord)) return 0
      if (weakest < 0.8) return Math.min(confidence, 0.85)
    }
    if (isHeardOnly(candidate)) return weakest < FLOOR ? 0 : confidence
    return weakest < (support === 'none' ? 0.8 : 0.75) && support !== 'expected' ? 0 : confidence
  }

  /** Whether a given name that is not the entry's is known as another one: Alfred is no misspelling of Albert, nor 'Jong' of 'Jong-il' one of Jung. */
  #isOtherGiven({ from, to, part, similarity, kept, heard, lemma }: Piece): boolean {
    if (part.role !== Role.given && part.role !== Role.givenWord) return false
    const { words } = this.#document
    if (part.role === Role.givenWord && similarity < 1 && (words[to]?.gap === 'hyphen' || words[from]!.gap === 'hyphen')) return true
    if (kept || similarity >= SAME_GIVEN || to - from > 1 || heard) return false
    return isOtherName(lemma.text, part.text) || (similarity < SIMILAR_GIVEN && isKnown(lemma.text))
  }

  /** A place, an organization, a term, a person of one name; or a listed variant. */
  #whole(candidate: Candidate, alike: number, letters: number, support: Support): number {
    const { given } = this.#glossary.entry(candidate.entry)
    if (given !== '' && candidate.shape === 'whole' && alike < (isHeardOnly(candidate) ? CERTAIN_HEARD : CERTAIN)) return 0
    const single = candidate.to - candidate.from === 1 || isHeardOnly(candidate)
    if (!single) return this.weigh(candidate, 'full', alike, letters, support)
    if (this.#isCommon(candidate) && !this.#isAcronym(candidate)) return 0
    if (this.#isNamesake(candidate)) return 0
    if (alike < CERTAIN && this.#isKnownOtherwise(candidate, support)) return 0
    if (alike < 1 && (this.#document.strangerBefore(candidate) || this.#document.compoundAfter(candidate))) return 0
    if (alike === 1) return 0.97
    const noun = this.#document.language === 'de' && support === 'none' ? NOUN : 0
    return this.weigh(candidate, 'whole', alike - noun, letters, support)
  }

  /** Whether a word of the language is written in the capitals of a listed acronym: WHO. */
  #isAcronym({ from, pieces }: Candidate): boolean {
    const { text } = this.#document.words[from]!
    return text.length > 1 && text === text.toUpperCase() && text === pieces[0]!.part.text
  }

  /** Whether another given name stands before a person who is known by one name, or by initials that it does not begin with. */
  #isNamesake(candidate: Candidate): boolean {
    const { kind, canonical, given } = this.#glossary.entry(candidate.entry)
    if (kind !== 'person' || given !== '' || !this.#document.strangerBefore(candidate)) return false
    const before = this.#document.words[candidate.from - 1]!.text
    return !/^\p{Lu}\./u.test(canonical) || before.charAt(0) !== canonical.charAt(0) || candidate.shape !== 'whole'
  }

  #contradicted(candidate: Candidate, suffix: string): boolean {
    const { entry, from, shape, pieces } = candidate
    if (shape === 'given') {
      if (this.#document.words[from]!.gap === 'hyphen' || this.#document.compoundAfter(candidate)) return true
      if (!/^(?:['’ʼ].*|s)$/u.test(suffix) && this.#document.strangerAfter(candidate)) return true
      return this.#referents.belongsToStranger(this.#document.spelling(pieces[0]!), pieces[0]!.part.text, entry, from)
    }
    if (shape !== 'initial' && this.#document.strangerBefore(candidate, pieces[0]!.lemma.ending)) return true
    if (suffix === '' && this.#document.namesakeAfter(candidate)) return true
    if (suffix === '' && this.#isFamilyFirst(candidate) && this.#document.strangerAfter(candidate)) return true
    return this.#referents.belongsToStranger(this.#document.spelling(pieces[0]!), pieces[0]!.part.text, entry, from)
  }

  /** Whether the name of a father or a son of the same name is meant. */
  #isRelative(candidate: Candidate): boolean {
    const told = this.#document.generation(candidate)
    if (told === undefined) return false
    const { canonical } = this.#glossary.entry(candidate.entry)
    const last = canonical
      .split(/[\s,]+/u)
      .at(-1)!
      .toLowerCase()
      .replaceAll('.', '')
    if (generations[told].has(last)) return false
    return told === 'younger' || generations.younger.has(last)
  }

  /** A name after a family name contradicts it where the family name stands first, and makes a badly spelt one doubtful. */
  #isFamilyFirst({ entry, pieces }: Candidate): boolean {
    const { canonical, family } = this.#glossary.entry(entry)
    return (
      this.#document.language === 'hu' || canonical.startsWith(`${family} `) || family.length <= SHORT_NAME || similarityOf(pieces) < 0.95
    )
  }

  /** Whether the spelling is a word, or is known as another name, unless the sentence it translates speaks of the entry. */
  #isKnownOtherwise({ from, to }: Candidate, support: Support): boolean {
    if (to - from > 1) return false
    const { text } = this.#document.words[from]!
    return support === 'expected' ? isWord(text, 'en') : isKnown(text)
  }

  #isEnglishWord({ from, to }: Candidate): boolean {
    return to - from === 1 && isWord(this.#document.words[from]!.text, this.#document.language)
  }

  #isCommon({ from, to }: Window): boolean {
    return to - from === 1 && this.#document.isCommon(this.#document.words[from]!)
  }
}
