/** Letters before an ending that a row may ask for. */
const BEFORE = 3
/** Pairs of a shorter suffix that weigh as much as those counted. */
const SMOOTHING = 4
/** What the readings of a suffix must differ from those of the shorter one, in all, to have rows. */
const TELLING = 0.3

/** What takes the place of the end of a word. */
export interface Rule {
  /** The end that goes. */
  readonly end: string
  /** What comes in its place. */
  readonly lemma: string
}

/** Common beginnings of two words end here. */
function sharedLength(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

export function ruleOf(from: string, to: string): Rule {
  const same = sharedLength(from, to)
  return { end: from.slice(same), lemma: to.slice(same) }
}

/** How often each rule holds of words with each suffix. */
export class Counts {
  readonly bySuffix = new Map<string, Map<string, number>>()

  add(word: string, { end, lemma }: Rule, count: number): void {
    const name = `${end} ${lemma}`
    for (let length = end.length; length <= Math.min(end.length + BEFORE, word.length - 1); length++) {
      const suffix = word.slice(word.length - length)
      const rules = this.bySuffix.get(suffix) ?? new Map<string, number>()
      this.bySuffix.set(suffix, rules)
      rules.set(name, (rules.get(name) ?? 0) + count)
    }
  }

  /** Rules with what is added from shorter suffixes, whose rules hold of the longer ones too. */
  smoothed(fewest: number): Map<string, Map<string, number>> {
    const answer = new Map<string, Map<string, number>>()
    const total = (suffix: string) => [...(this.bySuffix.get(suffix)?.values() ?? [])].reduce((sum, count) => sum + count, 0)
    for (const suffix of [...this.bySuffix.keys()].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const all = total(suffix)
      const rules = this.bySuffix.get(suffix)!
      if (all < fewest || ![...rules.values()].some((count) => count >= fewest)) continue
      const shorter = this.nearest(answer, suffix)
      const shares = new Map<string, number>()
      for (const name of new Set([...rules.keys(), ...(shorter?.keys() ?? [])])) {
        const count = rules.get(name) ?? 0
        // Once is a slip, unless a shorter suffix knows it.
        const seen = count >= fewest || shorter?.has(name) ? count : 0
        const share = (seen + SMOOTHING * (shorter?.get(name) ?? 0)) / (all + SMOOTHING)
        if (share > 0) shares.set(name, share)
      }
      if (shorter === undefined || differ(shares, shorter) >= TELLING) answer.set(suffix, shares)
    }
    return answer
  }

  /** The rules of the longest shorter suffix. */
  nearest(answer: ReadonlyMap<string, Map<string, number>>, suffix: string): Map<string, number> | undefined {
    for (let from = 1; from <= suffix.length; from++) {
      const known = answer.get(suffix.slice(from))
      if (known !== undefined) return known
    }
    return undefined
  }
}

function differ(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const name of new Set([...a.keys(), ...b.keys()])) sum += Math.abs((a.get(name) ?? 0) - (b.get(name) ?? 0))
  return sum
}
