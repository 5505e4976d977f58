import type { Glossary } from '../../glossary/index.ts'
import { type Candidate, similarityOf } from './candidate.ts'
import { confidenceOf, type Support } from './confidence.ts'
import type { Bearers, Document } from './context.ts'

/** Weighs a candidate against its surroundings. */
export class Judge {
  readonly #document: Document
  readonly #glossary: Glossary
  readonly #bearers: Bearers

  constructor(document: Document, glossary: Glossary, bearers: Bearers) {
    this.#document = document
    this.#glossary = glossary
    this.#bearers = bearers
  }

  /** 0..1; 0 when something contradicts the candidate: a contradiction is worse than an omission. */
  confidence(candidate: Candidate, support: Support, suffix: string): number {
    const person = this.#glossary.entries[candidate.entry]!.kind === 'person'
    if (person && this.#document.isThing(candidate, suffix)) return 0
    const alike = similarityOf(candidate.pieces)
    const letters = candidate.pieces.reduce((sum, { part }) => sum + part.key.length, 0)
    if (candidate.shape === 'full') return this.#full(candidate, alike, letters, support)
    if (candidate.shape === 'whole' || candidate.shape === 'alias') return this.#whole(candidate, alike, letters, support)
    if (this.#contradicted(candidate)) return 0
    const compound = this.#document.compoundAfter(candidate)
    const common = this.#isCommon(candidate)
    if ((compound || common) && (alike < 1 || support === 'none')) return 0
    const confidence = confidenceOf(candidate.shape, alike, letters, support)
    return compound || (common && this.#document.words[candidate.from]!.opens) ? Math.min(confidence, 0.8) : confidence
  }

  #full(candidate: Candidate, alike: number, letters: number, support: Support): number {
    if (this.#document.compoundAfter(candidate)) return alike === 1 ? 0.8 : 0
    const confidence = confidenceOf('full', alike, letters, support)
    // A given name that fits says little when the family name does not.
    const weakest = Math.min(...candidate.pieces.map(({ similarity }) => similarity))
    return weakest < 0.8 && support !== 'expected' ? Math.min(confidence, 0.85) : confidence
  }

  /** A place, an organization, a term, a person of one name; or a listed variant. */
  #whole(candidate: Candidate, alike: number, letters: number, support: Support): number {
    const single = candidate.to - candidate.from === 1
    if (!single) return confidenceOf('full', alike, letters, support)
    if (this.#isCommon(candidate)) return 0
    if (alike < 1 && (this.#document.strangerBefore(candidate) || this.#document.compoundAfter(candidate))) return 0
    return alike === 1 ? 0.97 : confidenceOf('whole', alike, letters, support)
  }

  #contradicted(candidate: Candidate): boolean {
    const { entry, from, shape, pieces } = candidate
    if (shape === 'given')
      return (
        this.#document.words[from]!.gap === 'hyphen' || this.#document.compoundAfter(candidate) || this.#document.strangerAfter(candidate)
      )
    if (shape !== 'initial' && this.#document.strangerBefore(candidate)) return true
    const piece = pieces[0]!
    return this.#bearers.belongsToStranger(piece.lemma.text, piece.part.text, entry, from)
  }

  #isCommon({ from, to }: Candidate): boolean {
    return to - from === 1 && this.#document.isCommon(this.#document.words[from]!)
  }
}
