/** How many articles the judgements concern that no run has obeyed yet. */
import type { Judgement } from '../glossary/index.ts'
import { aboutOf } from './book.ts'
import type { NamesIndex } from './names.ts'

/** Counted as judgements come and go: of hundreds that wait, only the one that is new is looked up. */
export class Concerned {
  readonly #names: NamesIndex
  /** The articles of each thing that is judged, by what it is: places in the index, or ids of articles that are not in it. */
  readonly #articlesOf = new Map<string, readonly (number | string)[]>()
  /** How many of these things each article has. */
  readonly #things = new Map<number | string, number>()

  constructor(names: NamesIndex) {
    this.#names = names
  }

  /** @param changes all that wait now */
  async count(changes: readonly Judgement[]): Promise<number> {
    const now = new Map(changes.map((judgement) => [aboutOf(judgement), judgement]))
    for (const [about, articles] of this.#articlesOf) {
      if (now.has(about)) continue
      this.#articlesOf.delete(about)
      for (const article of articles) this.#add(article, -1)
    }
    for (const [about, judgement] of now) {
      if (this.#articlesOf.has(about)) continue
      const articles = await this.#articles(judgement)
      this.#articlesOf.set(about, articles)
      for (const article of articles) this.#add(article, 1)
    }
    return this.#things.size
  }

  #add(article: number | string, by: number): void {
    const things = (this.#things.get(article) ?? 0) + by
    if (things > 0) this.#things.set(article, things)
    else this.#things.delete(article)
  }

  async #articles(judgement: Judgement): Promise<readonly (number | string)[]> {
    if ('article' in judgement && judgement.article !== undefined)
      return [(await this.#names.placeOf(judgement.article)) ?? judgement.article]
    return 'surface' in judgement ? [...new Set(this.#names.articlesOf(judgement.canonical, judgement.surface))] : []
  }
}
