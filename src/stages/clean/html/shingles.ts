/**
 * Whether one text holds another, whatever punctuation, white space and markup did to either.
 */

/** Lower case, letters and digits only, single spaces. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const SIZE = 4
const wide = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const word = new RegExp(`[${wide}]|[^\\s${wide}]+`, 'gu')

/** Runs of four words; of scripts without spaces, of four characters. A text shorter than that is one. */
function* shingles(text: string): Generator<string> {
  const words = foldText(text).match(word) ?? []
  for (let at = 0; at === 0 || at + SIZE <= words.length; at += 1) yield words.slice(at, at + SIZE).join(' ')
}

export class Shingles {
  readonly #known: ReadonlySet<string>

  constructor(text: string) {
    this.#known = new Set(shingles(text))
    if (text.trim() === '') this.#known = new Set()
  }

  get size(): number {
    return this.#known.size
  }

  /** The share of its shingles that are here, 0..1; undefined for a text too short to tell. */
  share(text: string): number | undefined {
    let [found, count] = [0, 0]
    let shortest = ''
    for (const shingle of shingles(text)) {
      found += Number(this.#known.has(shingle))
      count += 1
      shortest = shingle
    }
    return count === 1 && shortest.split(' ').length < SIZE ? undefined : found / count
  }
}
