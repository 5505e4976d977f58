import type { Language, Mention } from '../article.ts'
import type { Entry } from '../glossary/entry.ts'
import { squeeze } from '../names/compare/spelling.ts'
import type { SurveyedText } from './survey.ts'

/** A spelling that a name was met in. */
export interface Form {
  readonly surface: string
  readonly count: number
  /** The least sure of its mentions, 0..1. */
  readonly confidence: number
}

/** What a corpus says of a name. */
export interface Attestation {
  readonly entry: Entry
  readonly count: number
  readonly documents: number
  /** Mentions by language, the most frequent first. */
  readonly languages: readonly (readonly [language: Language, count: number])[]
  /** All spellings, the most frequent first. */
  readonly spellings: readonly Form[]
  /** Those of them that are garbled: neither the entry's own, nor inflected, nor in another script. */
  readonly variants: readonly string[]
  /** Stretches of text around mentions. */
  readonly contexts: readonly string[]
}

/** A name to add, or an entry with spellings to add. */
export interface Proposal extends Attestation {
  /** Whether the entry is in the glossary already, and only variants are new. */
  readonly known: boolean
}

/** Spellings and contexts kept for a name, and the code units on either side of a mention. */
const MOST_SPELLINGS = 200
const CONTEXTS = 2
const AROUND = 40

/** Collects what the mentions of one name say. */
export class Attesting {
  readonly entry: Entry
  readonly #own: ReadonlySet<string>
  readonly #spellings = new Map<string, { count: number; confidence: number; isVariant: boolean }>()
  readonly #languages = new Map<Language, number>()
  readonly #contexts: string[] = []
  #count = 0
  #documents = 0
  #last = ''

  constructor(entry: Entry) {
    this.entry = entry
    const { canonical, given, family, variants, forms } = entry
    this.#own = new Set([canonical, given, family, ...variants, ...Object.values(forms)].map(squeeze))
  }

  /** Whether the spelling is the entry's own. */
  owns(surface: string): boolean {
    return this.#own.has(squeeze(surface))
  }

  add({ span, surface, confidence, action }: Mention, { id, language, text }: SurveyedText): void {
    this.#count++
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1)
    if (this.#last !== id) {
      this.#documents++
      if (this.#contexts.length < CONTEXTS) this.#contexts.push(contextOf(text, span.start, span.end))
    }
    this.#last = id
    const known = this.#spellings.get(surface)
    if (known !== undefined) {
      known.count++
      known.confidence = Math.min(known.confidence, confidence)
    } else if (this.#spellings.size < MOST_SPELLINGS) {
      this.#spellings.set(surface, { count: 1, confidence, isVariant: action !== 'keep' && !this.owns(surface) })
    }
  }

  result(): Attestation {
    const spellings = [...this.#spellings].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    return {
      entry: this.entry,
      count: this.#count,
      documents: this.#documents,
      languages: [...this.#languages].sort(byCount),
      spellings: spellings.map(([surface, { count, confidence }]) => ({ surface, count, confidence })),
      variants: spellings.flatMap(([surface, { isVariant }]) => (isVariant ? [surface] : [])),
      contexts: this.#contexts,
    }
  }
}

function byCount([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return countB - countA || (a < b ? -1 : 1)
}

function contextOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const around = text.slice(from, to).toWellFormed().replace(/\s+/gu, ' ').trim()
  return `${from > 0 ? '…' : ''}${around}${to < text.length ? '…' : ''}`
}
