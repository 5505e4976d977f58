import { join } from 'node:path'
import { similarity } from '../../../../src/names/compare/distance.ts'
import { squeeze } from '../../../../src/names/compare/spelling.ts'
import { rowsOf } from '../../files.ts'

export type Random = () => number

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!
}

/** Less alike, two Latin spellings that another script writes as one are two names. */
const ALIKE = 0.6
/** Shares of what garbles a name that has spellings by others, by ear and by hand. */
const BY_OTHERS = 0.4
const BY_EAR = 0.75
/** Letters a slip of the hand makes two of. */
const TWO_SLIPS = 10

/**
 * How names come to be misspelt: as somebody else spells them (150,000 groups of spellings of one name), as they come back from another script
 * (pairs of transliteration, there and back), and by slips, whose letters are exchanged as often as those of the groups are.
 */
export class Noise {
  readonly #others = new Map<string, string[]>()
  readonly #sources = new Map<string, string[]>()
  readonly #latin = new Map<string, string[]>()
  /** Letter → letters that stand for it, each as often as it does. */
  readonly #exchanged = new Map<string, string[]>()

  constructor(folder: string) {
    for (const [, list = ''] of rowsOf(join(folder, 'given/equivalents.tsv.gz'))) {
      const latin = list.split('|').filter((form) => /^[\p{Script=Latin}'’-]{4,}$/u.test(form))
      for (const one of latin) for (const other of latin) if (one !== other) this.#learn(one, other)
    }
    for (const language of ['ru', 'ar', 'he', 'katakana']) {
      for (const [source = '', latin = '', count] of rowsOf(join(folder, `translit/${language}.tsv.gz`))) {
        if (Number(count) < 2) continue
        put(this.#latin, source, latin)
        put(this.#sources, latin, source)
      }
    }
  }

  #learn(one: string, other: string): void {
    if (!isOneName(one, other)) return
    put(this.#others, one, other)
    if (one.length !== other.length) return
    const at = [...one].findIndex((letter, at) => letter !== other[at])
    if (one.slice(at + 1) === other.slice(at + 1)) put(this.#exchanged, one[at]!, other[at]!)
  }

  /** Another spelling of a Latin word, with a capital where it has one; the word itself where none came out. */
  garble(word: string, random: Random): string {
    const lower = word.toLowerCase()
    const way = random()
    const others = way < BY_OTHERS ? this.#others.get(lower) : way < BY_EAR ? this.#byEar(lower, random) : undefined
    let out = others === undefined || others.length === 0 ? this.#slip(lower, random) : pick(others, random)
    if (others === undefined && lower.length >= TWO_SLIPS) out = this.#slip(out, random)
    return word === lower ? out : out.charAt(0).toUpperCase() + out.slice(1)
  }

  #byEar(word: string, random: Random): string[] | undefined {
    const sources = this.#sources.get(word)
    return sources === undefined ? undefined : this.#latin.get(pick(sources, random))!.filter((other) => isOneName(word, other))
  }

  #slip(word: string, random: Random): string {
    // The first letter is the last to be mistaken.
    const at = 1 + Math.floor(random() * (word.length - 1))
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    const way = random()
    if (way < 0.2 && after !== '') return before + after.charAt(0) + letter + after.slice(1)
    if (way < 0.4 && word.length > 4) return before + after
    if (way < 0.5) return before + letter + letter + after
    return before + pick(this.#exchanged.get(letter) ?? [letter], random) + after
  }
}

/** Whether two Latin spellings differ, and not as those of a woman and a man do. */
function isOneName(one: string, other: string): boolean {
  if (one === other || one.endsWith('a') !== other.endsWith('a')) return false
  return similarity(squeeze(one), squeeze(other), ALIKE) >= ALIKE
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
