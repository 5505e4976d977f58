import { isInitial } from '../../../glossary/entry.ts'
import { Role } from '../../../glossary/parts.ts'
import { hiragana, isSyllable, MOST_SYLLABLES, type Window, type Word } from '../../../names/text/words.ts'
import { particles } from '../../../names/words/particles.ts'
import type { Document } from '../document.ts'
import type { Piece } from './candidate.ts'

/** Which words beside a part of a name may belong to the same name. Words are told by their index. */
export class Neighbours {
  readonly #document: Document
  readonly #words: readonly Word[]
  /** Many entries have their names looked for at the same place. */
  readonly #windowsFrom = new Map<number, readonly Window[]>()
  readonly #windowsUpTo = new Map<number, readonly Window[]>()

  constructor(document: Document) {
    this.#document = document
    this.#words = document.words
  }

  /** Where the initials before word `at` start; `at` itself when there are none. */
  beforeInitials(at: number): number {
    let start = at
    while (start > 0 && this.#document.isInitial(start - 1) && this.#words[start]!.gap !== 'break' && at - start < 3) start--
    return start
  }

  afterInitials(at: number): number {
    let end = at
    while (end < this.#words.length && end - at < 3 && this.#document.isInitial(end) && this.adjoins(end)) end++
    return end
  }

  /** Where the initials after a family name and a comma end: 'Bach, J. S.'; `at` itself when there are none. */
  afterComma(at: number): number {
    if (this.#words[at]?.gap !== 'comma') return at
    let end = at
    while (end - at < 3 && isInitial(this.#words[end]?.text ?? '') && (end === at || this.#words[end]!.gap === 'stop')) {
      const next = this.#words[end + 1]?.gap
      // Without a full stop it is a word: 'Curie, I think'.
      if (next === 'space' || next === 'hyphen' || next === 'apostrophe') break
      end++
    }
    return end
  }

  /** A family name without its particle may stand in the text with one. */
  beforeParticles({ from, part }: Piece): number {
    let start = from
    while (part.role === Role.core && start > 0 && isParticle(this.#words[start - 1]!.text) && this.adjoins(start)) start--
    return start
  }

  /** Where the name word before word `end` starts; several Han characters, or an initial, are one. */
  nameBefore(end: number): number | undefined {
    const gap = this.#words[end]?.gap
    let at = end - 1
    while (at > 0 && isSyllable(this.#words[at]!.text) && this.#words[at]!.gap === 'joined') at--
    const word = this.#words[at]
    if (word === undefined || !word.nameLike || this.#document.isCommon(word)) return undefined
    const divided =
      gap === 'space' || (gap === 'hyphen' && this.#document.isForeign({ from: at, to: end })) || (gap === 'stop' && isInitial(word.text))
    return divided ? at : undefined
  }

  /** Stretches of at most `most` words that start at `from`, the shortest first: the same objects each time. */
  windowsFrom(from: number, most: number): readonly Window[] {
    return remembered(this.#windowsFrom, from * MOST_WORDS + most, () => this.#findFrom(from, most))
  }

  #findFrom(from: number, most: number): Window[] {
    const windows: Window[] = []
    for (let to = from + 1; to <= Math.min(from + this.#reach(from, most), this.#words.length); to++) {
      if (to > from + 1 && !this.adjoins(to - 1)) break
      windows.push({ from, to })
    }
    return windows
  }

  /** Stretches of at most `most` words that end before word `end`, the shortest first: the same objects each time. */
  windowsUpTo(end: number, most: number): readonly Window[] {
    return remembered(this.#windowsUpTo, end * MOST_WORDS + most, () => this.#findUpTo(end, most))
  }

  #findUpTo(end: number, most: number): Window[] {
    const windows: Window[] = []
    const next = this.#words[end]
    if (next !== undefined && !(next.gap === 'space' || next.gap === 'line' || next.gap === 'hyphen' || next.gap === 'joined'))
      return windows
    for (let from = end - 1; from >= Math.max(0, end - this.#reach(end - 1, most)); from--) {
      windows.push({ from, to: end })
      const { gap } = this.#words[from]!
      if (!(gap === 'space' || gap === 'hyphen' || gap === 'joined' || gap === 'apostrophe')) break
    }
    return windows
  }

  /** Han characters are words one by one. */
  #reach(at: number, most: number): number {
    return isSyllable(this.#words[at]?.text ?? '') ? MOST_SYLLABLES : most
  }

  /** Whether the word at `at` may belong to one name with the word before it. */
  adjoins(at: number): boolean {
    const word = this.#words[at]
    if (word === undefined) return false
    if (word.gap === 'stop') return isInitial(this.#words[at - 1]!.text) || this.#words[at - 1]!.text === ABBREVIATED_VON
    if (word.gap === 'joined') return !hiragana.test(word.text)
    return word.gap !== 'break' && word.gap !== 'comma'
  }
}

/** 'Otto v. Bismarck'. */
const ABBREVIATED_VON = 'v'

function isParticle(text: string): boolean {
  return particles.has(text.toLowerCase()) || text === ABBREVIATED_VON
}

/** More than any stretch is asked for. */
const MOST_WORDS = 16

function remembered<V>(known: Map<number, V>, key: number, make: () => V): V {
  let value = known.get(key)
  if (value === undefined) {
    value = make()
    known.set(key, value)
  }
  return value
}
