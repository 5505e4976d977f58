/** Disjoint sets of texts (Tarjan 1975), each known by its smallest member. */
export class Clusters {
  readonly #parent: Int32Array
  readonly #members = new Map<number, number[]>()

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, text) => text)
  }

  of(text: number): number {
    let root = text
    while (this.#parent[root] !== root) root = this.#parent[root]!
    while (this.#parent[text] !== root) [text, this.#parent[text]] = [this.#parent[text]!, root]
    return root
  }

  /** Rising. */
  members(text: number): readonly number[] {
    const root = this.of(text)
    return this.#members.get(root) ?? [root]
  }

  join(a: number, b: number): void {
    const [low, high] = [this.of(a), this.of(b)].sort((x, y) => x - y) as [number, number]
    if (low === high) return
    const members = [...this.members(low), ...this.members(high)].sort((x, y) => x - y)
    this.#parent[high] = low
    this.#members.delete(high)
    this.#members.set(low, members)
  }

  /** Those of more than one member, in the order of their first. */
  get groups(): readonly (readonly number[])[] {
    return [...this.#members.values()].sort(([a], [b]) => a! - b!)
  }
}
