/** Whether a translation is that of the sentence beside: told by what two languages write alike, names and numbers above all. */

/** A neighbour must have so much more in common with the translation than the sentence it stands beside: parts of the shorter one's grams. */
const MORE = 0.09

/** A translation with this much in common with its source is its own. */
const OWN = 0.06

/** @param neighbours the sentences before and after `source` */
export function isNeighbours(source: string, target: string, neighbours: readonly string[]): boolean {
  // Two scripts have no grams in common but numbers, which say too little.
  if (/[^\P{L}\p{Script=Latin}]/u.test(source) !== /[^\P{L}\p{Script=Latin}]/u.test(target)) return false
  const made = gramsOf(target)
  const own = shared(gramsOf(source), made)
  return own < OWN && neighbours.some((neighbour) => shared(gramsOf(neighbour), made) > own + MORE)
}

/** Part of the smaller set that both have, 0..1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const gram of a) if (b.has(gram)) both += 1
  return both / Math.max(1, Math.min(a.size, b.size))
}

/** Four letters in a row of words of four letters and more, without diacritics; numbers whole. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const letters = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    if (/^\p{N}+$/u.test(letters)) grams.add(letters)
    for (let at = 0; at + 4 <= letters.length; at += 1) grams.add(letters.slice(at, at + 4))
  }
  return grams
}
