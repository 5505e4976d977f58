import { Memo } from '../memo.ts'
import { consonantKey, lettersOf, plain } from './spelling.ts'

/** A squeezed name with what is asked again and again when it is compared with others. */
export class SpeltForm {
  readonly key: string
  /** Without diacritics. */
  readonly plain: string
  /** Which letters it has, from `lettersOf`. */
  readonly letters: number
  /** Whether it has none of the letters that only a romanization adds, and so its letters say what was written. */
  readonly isLatin: boolean
  /** Whether it ends as women's names do: in a, or in a silent h after it. */
  readonly endsInA: boolean
  #syllables = -1
  #consonants: string | undefined

  constructor(key: string) {
    this.key = key
    this.plain = plain(key)
    this.letters = lettersOf(this.plain)
    this.isLatin = latin.test(key)
    this.endsInA = /ah?$/u.test(this.plain)
  }

  /** A last e is silent. */
  get syllables(): number {
    if (this.#syllables < 0) this.#syllables = this.plain.replace(/e$/u, '').match(/[aeiouy]+/gu)?.length ?? 0
    return this.#syllables
  }

  get consonants(): string {
    this.#consonants ??= consonantKey(this.plain)
    return this.#consonants
  }
}

const latin = /^[a-zà-öø-ÿąćčďęěğłńňőřśšşťůűźżž]*$/u

/** Names of a glossary and words of texts. */
const MOST_FORMS = 100_000

const forms = new Memo((key: string) => new SpeltForm(key), MOST_FORMS)

/** @param key squeezed */
export function formOf(key: string): SpeltForm {
  return forms.of(key)
}
