/**
 * Brackets and quotation marks that belong together. What stands between them stays in one segment,
 * so that an aside or a quotation is not torn from the sentence it is part of.
 */
import type { Span } from '../../article.ts'
import { isLetter, isSpace, Kind, kindAt, Mark } from './characters.ts'

/** Longer stretches are split inside: a speech in quotation marks is many sentences. UTF-16 code units. */
const longest = 400

/** How many open brackets and quotation marks are looked through for a partner; bounds the work on hostile text. */
const depth = 8

const partners: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '［': '］',
  '｛': '｝',
  '【': '】',
  '〔': '〕',
  '〖': '〗',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '｢': '｣',
  '"': '"',
  // Plain typewriters close with '"' what word processors opened, and German closes with “ or ".
  '“': '”"',
  '”': '”',
  '„': '“”"„',
  '‟': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  "'": "'",
  '`': "'`",
  '´': '´',
  '‘': '’',
  '’': '’',
  '‚': '‘’',
  '‛': '’',
}

interface Open {
  readonly at: number
  readonly closers: string
}

/** Collects pairs while a scanner walks over a text from left to right. */
export class Pairs {
  readonly #text: string
  readonly #start: number
  readonly #end: number
  #open: Open[] = []
  readonly #spans: Span[] = []

  constructor(text: string, start: number, end: number) {
    this.#text = text
    this.#start = start
    this.#end = end
  }

  /** Takes in the bracket or quotation mark at `index`. */
  add(index: number, mark: Mark): void {
    const character = this.#text[index]!
    if (mark === Mark.open) this.#push(index, character)
    else if (mark === Mark.close) this.#close(index, character)
    else if (!(this.#mayClose(index, character) && this.#close(index, character)) && this.#mayOpen(index)) this.#push(index, character)
  }

  /** The outermost pairs in order, each from its opening to its closing character. */
  spans(): Span[] {
    const sorted = this.#spans.sort((a, b) => a.start - b.start)
    const outermost: Span[] = []
    let end = -1
    for (const span of sorted) {
      if (span.end <= end) continue
      outermost.push(span)
      end = span.end
    }
    return outermost
  }

  #push(index: number, character: string): void {
    this.#open.push({ at: index, closers: partners[character] ?? '' })
    // What was opened too long ago can no longer be closed.
    if (this.#open.length > 4 * depth) this.#open = this.#open.slice(-depth)
  }

  #close(index: number, character: string): boolean {
    for (let i = this.#open.length - 1; i >= Math.max(0, this.#open.length - depth); i--) {
      const open = this.#open[i]!
      if (!open.closers.includes(character)) continue
      this.#open.length = i
      if (index - open.at <= longest) this.#spans.push({ start: open.at, end: index + 1 })
      return true
    }
    return false
  }

  /** Before it a gap, an opening character or a dash, after it none: `("Yes` but not `isn't` or `6"`. */
  #mayOpen(index: number): boolean {
    const character = this.#text[index]!
    if (character === '«') return true
    if (this.#isGap(index + 1)) return false
    // The '90s
    if ("'’".includes(character) && kindAt(this.#text, index + 1) === Kind.digit) return false
    if (index === this.#start) return true
    const before = kindAt(this.#text, index - 1)
    // Chinese has no space before “.
    if (character === '“' || character === '‘') return before !== Kind.lower && before !== Kind.upper && before !== Kind.digit
    return (
      before === Kind.space ||
      before === Kind.format ||
      (before === Kind.other && /[([{“„«‘‚"'¿¡—–:/\-（「『,，。：、！？]/.test(this.#text[index - 1]!))
    )
  }

  /** An apostrophe inside a word closes nothing; nor does a mark that touches the following word only. */
  #mayClose(index: number, character: string): boolean {
    const next = kindAt(this.#text, index + 1)
    const inWord = index + 1 < this.#end && (isLetter(next) || next === Kind.digit)
    if (character === '»' || character === '”') return true
    // Chinese and Korean go on without a space.
    if (character === '"' && next === Kind.letter) return !isSpace(this.#text, index - 1)
    if (inWord && /["'’`´]/.test(character)) return false
    return !(inWord && isSpace(this.#text, index - 1))
  }

  #isGap(index: number): boolean {
    return index >= this.#end || isSpace(this.#text, index)
  }
}
