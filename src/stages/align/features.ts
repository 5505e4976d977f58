/** Scripts written without spaces: their words cannot be seen, so characters and pairs of characters stand for them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Hangul}'
/** Runs without spaces, numbers, words, marks. */
const TOKEN = new RegExp(`[${UNSPACED}ー]+|\\p{Nd}+|(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+|[!?:;()"%&]`, 'gu')
const isUnspaced = new RegExp(`^[${UNSPACED}ー]`, 'u')
const isNumber = /^\p{Nd}/u
const isMark = /^[!?:;()"%&]/

const WORD = 1
const PREFIX = 0.7
const TRIGRAM = 0.25
const NUMBER = 3
const MARK = 0.5

/** Features, by their numbers, and how much each counts before its rarity does; one may come up several times. */
export interface Said {
  readonly features: Int32Array
  readonly weights: Float64Array
}

/** Numbers of features that are remembered from one pair of texts to the next, with the words they are of: about 15 MB a thread. */
const MOST = 100_000
/** UTF-16 code units of a token that is remembered. */
const LONGEST = 32

/** Numbers for what lines say, and what the words say that came up already: texts repeat theirs. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #said = new Map<string, Said>()

  /** Features that have a number: those below this one. */
  get size(): number {
    return this.#numbers.size
  }

  /** Before a pair of texts: what is too much to remember is forgotten, and numbers begin anew. */
  begin(): void {
    if (this.#numbers.size < MOST && this.#said.size < MOST) return
    this.#numbers.clear()
    this.#said.clear()
  }

  /** What a line says, token by token. */
  tokensOf(line: string): Said[] {
    return fold(line).match(TOKEN)?.map(this.#saidBy) ?? []
  }

  readonly #saidBy = (token: string): Said => {
    const known = this.#said.get(token)
    if (known !== undefined) return known
    const said = this.#read(token)
    if (token.length <= LONGEST) this.#said.set(token, said)
    return said
  }

  #read(token: string): Said {
    const features: number[] = []
    const weights: number[] = []
    const add = (feature: string, weight: number): void => {
      const number = this.#numbers.get(feature) ?? this.#numbers.size
      this.#numbers.set(feature, number)
      features.push(number)
      weights.push(weight)
    }
    if (isUnspaced.test(token)) readRun(token, add)
    else if (isNumber.test(token)) add(`#${token}`, NUMBER)
    else if (isMark.test(token)) add(`.${token}`, MARK)
    else readWord(token, add)
    return { features: Int32Array.from(features), weights: Float64Array.from(weights) }
  }
}

function readWord(word: string, add: (feature: string, weight: number) => void): void {
  add(`w${word}`, WORD)
  add(`p${word.slice(0, 4)}`, PREFIX)
  const padded = `^${word}$`
  for (let at = 0; at + 3 <= padded.length; at++) add(padded.slice(at, at + 3), TRIGRAM)
}

function readRun(run: string, add: (feature: string, weight: number) => void): void {
  let before: string | undefined
  for (const character of run) {
    add(`c${character}`, PREFIX)
    if (before !== undefined) add(`d${before}${character}`, WORD)
    before = character
  }
}

/** Lower case, without the accents of Latin, Greek and Cyrillic letters: MT and typists drop them. */
function fold(line: string): string {
  return line
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
