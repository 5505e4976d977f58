/**
 * Names that one letter changed, lost or added turns into each other, among a million, without comparing each with each.
 *
 * Two such names become equal when the letter is left out of both, or of the longer one (symmetric deletion, after Garbe's SymSpell). So
 * every name is filed under the hashes of itself and of itself without each of its letters, and only those that meet are compared.
 */

/** How many others are named of one. */
const MOST_OTHERS = 5

/**
 * For each name the lower indexes of up to `MOST_OTHERS` names at most one letter from it, rising.
 * @param names '' is passed over
 */
export function oneLetterApart(names: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const drawers = 2 ** Math.min(24, Math.ceil(Math.log2(16 + names.length * 16)))
  const from = new Uint32Array(drawers + 1)
  const eachHash = (visit: (drawer: number, name: number) => void) => {
    for (let name = 0; name < names.length; name++) forEachHash(names[name]!, (hash) => visit(hash & (drawers - 1), name))
  }
  eachHash((drawer) => {
    from[drawer + 1]!++
  })
  for (let drawer = 0; drawer < drawers; drawer++) from[drawer + 1]! += from[drawer]!
  const filed = new Uint32Array(from[drawers]!)
  const next = from.slice(0, drawers)
  eachHash((drawer, name) => {
    filed[next[drawer]!++] = name
  })

  const apart = new Map<number, number[]>()
  for (let drawer = 0; drawer < drawers; drawer++) {
    for (let second = from[drawer]! + 1; second < from[drawer + 1]!; second++) {
      const name = filed[second]!
      for (let first = from[drawer]!; first < second; first++) {
        const other = filed[first]!
        if (other !== name && isNearlySame(names[other]!, names[name]!)) put(apart, name, other)
      }
    }
  }
  return apart
}

/** Keeps the lowest: those that come first in the files. */
function put(apart: Map<number, number[]>, name: number, other: number): void {
  const others = apart.get(name) ?? []
  if (others.includes(other)) return
  others.push(other)
  others.sort((a, b) => a - b)
  if (others.length > MOST_OTHERS) others.pop()
  apart.set(name, others)
}

const BASE = 0x01000193

/** Hashes of a name, and of it without each of its letters: polynomials, so that each takes one step. */
function forEachHash(name: string, visit: (hash: number) => void): void {
  if (name === '') return
  let whole = 0
  for (let at = 0; at < name.length; at++) whole = (Math.imul(whole, BASE) + name.charCodeAt(at)) | 0
  visit(mix(whole))
  // `before` of the letter, `after` it: whole = before·BASE^(length−at) + letter·BASE^(length−at−1) + after.
  let after = 0
  let power = 1
  let rest = whole
  for (let at = name.length - 1; at >= 0; at--) {
    const letter = name.charCodeAt(at)
    // rest = before·BASE + letter, in the ring of 32-bit integers; BASE is odd, so `before` comes back exactly.
    const before = Math.imul((rest - letter) | 0, INVERSE)
    // Leaving out either of two equal neighbours gives the same name.
    if (at === 0 || name.charCodeAt(at - 1) !== letter) visit(mix((Math.imul(before, power) + after) | 0))
    after = (after + Math.imul(letter, power)) | 0
    power = Math.imul(power, BASE)
    rest = before
  }
}

/** BASE · INVERSE = 1 modulo 2³², by Newton's iteration. */
const INVERSE = (() => {
  let inverse = BASE
  for (let step = 0; step < 5; step++) inverse = Math.imul(inverse, (2 - Math.imul(BASE, inverse)) | 0)
  return inverse
})()

/** So that the low bits depend on all. */
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

/** Whether at most one letter changed, lost or added makes `b` of `a`. */
function isNearlySame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
