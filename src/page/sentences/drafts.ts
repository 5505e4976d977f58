/** Translations begun and not saved, kept in the browser: a page that is left, or a browser that is closed, loses none. */
import { sameSentence } from './row.ts'

/** Of the sentence, wherever it stands in its article. */
export class Draft {
  readonly #key: string

  constructor(article: string, to: string, source: string) {
    this.#key = `synoptic-draft ${article} ${to} ${sameSentence(source)}`
  }

  /** undefined where nothing was begun. */
  get text(): string | undefined {
    return localStorage.getItem(this.#key) ?? undefined
  }

  keep(text: string): void {
    localStorage.setItem(this.#key, text)
  }

  drop(): void {
    localStorage.removeItem(this.#key)
  }
}
