import { likeness, type Stretch } from './names.ts'

/** How like each other stretches of two sentences are: what is spelt the same is compared once, in a text that says one name a hundred times. */
export class StretchLikenesses {
  readonly #numbers = new Map<string, number>()
  readonly #numberOf = new Map<Stretch, number>()
  readonly #known = new Map<number, number>()

  /** 0..1, 0 up to `floor`, which is the same each time. */
  of(source: Stretch, target: Stretch, floor: number): number {
    const pair = this.#number(source) * 2 ** 26 + this.#number(target)
    const known = this.#known.get(pair)
    if (known !== undefined) return known
    const like = likeness(source, target, floor)
    this.#known.set(pair, like)
    return like
  }

  #number(stretch: Stretch): number {
    const known = this.#numberOf.get(stretch)
    if (known !== undefined) return known
    const spelt = [stretch.text, ...stretch.keys].join('\n')
    const number = this.#numbers.get(spelt) ?? this.#numbers.size
    this.#numbers.set(spelt, number)
    this.#numberOf.set(stretch, number)
    return number
  }
}
