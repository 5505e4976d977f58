import type { Language } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { squeeze } from '../../names/compare/spelling.ts'
import { once, Recent } from '../../names/memo.ts'
import { splitWords, type Word } from '../../names/text/words.ts'
import { type Candidate, preferenceOf } from './assemble/candidate.ts'
import { Assembly } from './assemble/index.ts'
import { Document } from './document.ts'
import { type Sighting, spot } from './spot/index.ts'

/** Code units of the texts whose readings are kept: those of an article are asked for by two stages, with other articles between. */
const KEPT = 200_000

/** What can be read in a text whatever is known from elsewhere: its words, and what may name whom. */
export class Reading {
  readonly words: readonly Word[]
  readonly document: Document
  readonly #glossary: Glossary
  #sightings: readonly Sighting[] | undefined
  #candidates: { readonly allowed: readonly Candidate[]; readonly refused: readonly Candidate[] } | undefined

  constructor(text: string, language: Language, glossary: Glossary) {
    this.words = splitWords(text)
    this.document = new Document(this.words, language)
    this.#glossary = glossary
  }

  /** In the order of their words. */
  get sightings(): readonly Sighting[] {
    this.#sightings ??= spot(this.document, this.#glossary)
    return this.#sightings
  }

  /** All candidates that the sightings make, and those among them that the glossary forbids. */
  get candidates(): { readonly allowed: readonly Candidate[]; readonly refused: readonly Candidate[] } {
    this.#candidates ??= this.#assembled()
    return this.#candidates
  }

  #assembled() {
    const assembly = new Assembly(this.document, this.#glossary, this.sightings)
    const all = distinct(this.sightings.flatMap((sighting) => assembly.candidatesOf(sighting)))
    return partition(all, (candidate) => !isRefused(candidate, this.document.words, this.#glossary))
  }
}

const readings = once((glossary: Glossary) => new Recent((language: Language, text: string) => new Reading(text, language, glossary), KEPT))

/** The reading of a text, made anew unless it was made a moment ago. */
export function readingOf(text: string, language: Language, glossary: Glossary): Reading {
  return readings(glossary).of(language, text)
}

/** Candidates without those that say the same of the same words; the best reading of them stays. */
export function distinct(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, { candidate: Candidate; preference: number }>()
  for (const candidate of candidates) {
    const key = `${candidate.from} ${candidate.to} ${candidate.entry} ${candidate.shape}`
    const known = best.get(key)
    const preferred = preferenceOf(candidate.pieces)
    if (known === undefined || preferred > known.preference) best.set(key, { candidate, preference: preferred })
  }
  return [...best.values()].map(({ candidate }) => candidate)
}

export function partition(candidates: readonly Candidate[], may: (candidate: Candidate) => boolean) {
  const allowed: Candidate[] = []
  const refused: Candidate[] = []
  for (const candidate of candidates) (may(candidate) ? allowed : refused).push(candidate)
  return { allowed, refused }
}

/** Whether the glossary says that this spelling never means this entry; a longer spelling forbids what lies in it. */
export function isRefused({ entry, from, to }: Candidate, words: readonly Word[], glossary: Glossary): boolean {
  const { not } = glossary.entry(entry)
  if (not.length === 0) return false
  for (const spelling of not) {
    const key = squeeze(spelling)
    for (let start = Math.max(0, to - 6); start <= from; start++) {
      let run = ''
      for (let end = start; end < Math.min(words.length, from + 6); end++) {
        run += squeeze(words[end]!.text)
        if (end >= to - 1 && run === key) return true
        if (run.length > key.length) break
      }
    }
  }
  return false
}
