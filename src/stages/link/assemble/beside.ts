import type { Language } from '../../../article.ts'
import { formOf, type SpeltForm } from '../../../names/compare/spelt-form.ts'
import type { Window, Word } from '../../../names/text/words.ts'
import { particles } from '../../../names/words/particles.ts'
import { type Spelling, spellings } from '../spot/index.ts'
import { type Translating, translatingOf } from './part-similarity.ts'

/** A spelling of a stretch that may stand beside another part of a name, with what is asked of it for each entry. */
export class Beside {
  readonly spelling: Spelling
  readonly form: SpeltForm
  readonly #language: Language
  #translating: { readonly found: Translating | undefined } | undefined

  constructor(spelling: Spelling, language: Language) {
    this.spelling = spelling
    this.form = formOf(spelling.key)
    this.#language = language
  }

  /** What names it may be a translation of, if any. */
  get translating(): Translating | undefined {
    this.#translating ??= { found: translatingOf(this.spelling.lemma, this.#language) }
    return this.#translating.found
  }
}

/** How stretches of a text may be read: found once, for many entries are looked for in the same place. */
export class Stretches {
  readonly #words: readonly Word[]
  readonly #language: Language
  readonly #known = new Map<Window, readonly Beside[]>()

  constructor(words: readonly Word[], language: Language) {
    this.#words = words
    this.#language = language
  }

  /** Nothing for one that does not begin as a name. */
  of(window: Window): readonly Beside[] {
    let found = this.#known.get(window)
    if (found === undefined) {
      const { nameLike, text } = this.#words[window.from]!
      const read = nameLike || particles.has(text) ? spellings(this.#words, window, this.#language) : []
      found = read.map((spelling) => new Beside(spelling, this.#language))
      this.#known.set(window, found)
    }
    return found
  }
}
