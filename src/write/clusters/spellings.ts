/** Spellings and what is counted of each, in tables of numbers: objects would take three times the memory. */
import type { Action, Judged, Kind, Language, Mention } from '../../article.ts'

/** Contexts kept of a spelling: the least sure. */
const CONTEXTS = 5

/** Rows of a table. */
const BLOCK = 1024
/** Columns of a row; then offset, length and confidence of each context. */
const column = { mentions: 0, articles: 1, lastArticle: 2, lone: 3, judged: 4, verdict: 5, least: 6, held: 7 }
const COUNTS = 8
const WIDTH = COUNTS + 3 * CONTEXTS

/** Where a context stands in the file they wait in. */
export interface Place {
  readonly offset: number
  readonly length: number
  readonly confidence: number
}

/** What is known of a spelling when all articles are counted. */
export interface Counted {
  readonly entry: string
  readonly canonical: string
  readonly kind: Kind
  readonly surface: string
  readonly replacement: string
  readonly language: Language
  readonly action: Action
  readonly mentions: number
  readonly articles: number
  /** Mentions in articles that never name the entry in full. */
  readonly lone: number
  /** 0..1: confidence of the mention that is the least sure. */
  readonly least: number
  /** What was said of every mention alike. */
  readonly judged: Judged | undefined
  /** The least sure first. */
  readonly places: readonly Place[]
}

type Known = Pick<Counted, 'entry' | 'canonical' | 'kind' | 'surface' | 'replacement' | 'language' | 'action'>

const verdicts: readonly (Judged | undefined)[] = [
  undefined,
  { verdict: 'right', everywhere: false },
  { verdict: 'right', everywhere: true },
  { verdict: 'wrong', everywhere: false },
  { verdict: 'wrong', everywhere: true },
]

export class Spellings {
  readonly #limit: number
  readonly #numbers = new Map<string, number>()
  readonly #known: Known[] = []
  readonly #blocks: Float64Array[] = []
  /** Mentions of spellings that came when there were as many as are kept. */
  leftOut = 0

  /** @param limit spellings kept; each takes about 400 bytes */
  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#known.length
  }

  /** The number of a mention's spelling, from 0; undefined when too many others came before. */
  numberOf(language: Language, { entry, canonical, kind, surface, replacement, action }: Mention): number | undefined {
    const key = `${action}\n${language}\n${entry}\n${surface}\n${replacement}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#known.length
    if (number === this.#limit) {
      this.leftOut += 1
      return undefined
    }
    this.#numbers.set(key, number)
    this.#known.push({ entry, canonical, kind, surface, replacement, language, action })
    if (number % BLOCK === 0) this.#blocks.push(new Float64Array(BLOCK * WIDTH))
    return number
  }

  /**
   * @param article from 1; articles come one after the other
   * @returns whether the article is the first of its mentions
   */
  count(number: number, article: number, { confidence, judged }: Mention, isLone: boolean): boolean {
    const row = this.#blocks[Math.floor(number / BLOCK)]!
    const at = (number % BLOCK) * WIDTH
    const isNew = row[at + column.lastArticle] !== article
    const verdict =
      judged === undefined ? 0 : verdicts.findIndex((each) => each?.verdict === judged.verdict && each.everywhere === judged.everywhere)
    if (row[at + column.mentions] === 0 || confidence < row[at + column.least]!) row[at + column.least] = confidence
    row[at + column.mentions]! += 1
    row[at + column.articles]! += isNew ? 1 : 0
    row[at + column.lastArticle] = article
    row[at + column.lone]! += isLone ? 1 : 0
    row[at + column.judged]! += verdict > 0 ? 1 : 0
    row[at + column.verdict] = verdict
    return isNew
  }

  /** Whether a mention of this confidence is among the least sure so far. */
  wants(number: number, confidence: number): boolean {
    const row = this.#blocks[Math.floor(number / BLOCK)]!
    const at = (number % BLOCK) * WIDTH
    return row[at + column.held]! < CONTEXTS || confidence < row[at + COUNTS + 3 * (CONTEXTS - 1) + 2]!
  }

  /** Keeps a context that is wanted, in its place; the surest goes when there are too many. */
  keep(number: number, { offset, length, confidence }: Place): void {
    const row = this.#blocks[Math.floor(number / BLOCK)]!
    const at = (number % BLOCK) * WIDTH
    let place = Math.min(row[at + column.held]!, CONTEXTS - 1)
    row[at + column.held] = Math.min(row[at + column.held]! + 1, CONTEXTS)
    const first = at + COUNTS
    for (; place > 0 && confidence < row[first + 3 * (place - 1) + 2]!; place--)
      row.copyWithin(first + 3 * place, first + 3 * (place - 1), first + 3 * place)
    row[first + 3 * place] = offset
    row[first + 3 * place + 1] = length
    row[first + 3 * place + 2] = confidence
  }

  known(number: number): Known {
    return this.#known[number]!
  }

  articlesOf(number: number): number {
    return this.#blocks[Math.floor(number / BLOCK)]![(number % BLOCK) * WIDTH + column.articles]!
  }

  at(number: number): Counted {
    const row = this.#blocks[Math.floor(number / BLOCK)]!
    const at = (number % BLOCK) * WIDTH
    const places: Place[] = []
    for (let place = at + COUNTS; places.length < row[at + column.held]!; place += 3)
      places.push({ offset: row[place]!, length: row[place + 1]!, confidence: row[place + 2]! })
    const mentions = row[at + column.mentions]!
    const { entry, canonical, kind, surface, replacement, language, action } = this.#known[number]!
    return {
      entry,
      canonical,
      kind,
      surface,
      replacement,
      language,
      action,
      mentions,
      articles: row[at + column.articles]!,
      lone: row[at + column.lone]!,
      least: row[at + column.least]!,
      judged: row[at + column.judged] === mentions ? verdicts[row[at + column.verdict]!] : undefined,
      places,
    }
  }
}
