/**
 * Brute force, done well: the optimal string alignment distance of a run of words to every name of the glossary, bit-parallel (Hyyrö 2003,
 * "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"), given up at a bound, names of impossible lengths not
 * looked at. So do rapidfuzz's `extractOne` with `score_cutoff`.
 */

/** Bits of a number of JavaScript: longer runs of words are cut off, for a name is rarely longer. */
const MOST = 31

/** By UTF-16 code unit, where the pattern has it. */
const places = new Uint32Array(65_536)

/** @returns the distance of `pattern` and `text`; above `bound`, any number above it */
export function distance(pattern, text, bound) {
  const length = pattern.length
  let positive = 2 ** length - 1
  let negative = 0
  let diagonal = 0
  let before = 0
  let score = length
  const last = 1 << (length - 1)
  for (let at = 0; at < text.length; at++) {
    const place = places[text.charCodeAt(at)]
    const swapped = ((~diagonal & place) << 1) & before
    diagonal = (((place & positive) + positive) ^ positive) | place | negative | swapped
    let up = negative | ~(diagonal | positive)
    const down = diagonal & positive
    if ((up & last) !== 0) score++
    if ((down & last) !== 0) score--
    if (score - (text.length - at - 1) > bound) return score
    up = (up << 1) | 1
    positive = (down << 1) | ~(diagonal | up)
    negative = up & diagonal
    before = place
  }
  return score
}

/** The name most like `run`, when at least `least` of the longer of the two is shared. */
export function extractOne(run, names, least) {
  const pattern = run.slice(0, MOST)
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)] |= 1 << at
  let best
  let cutoff = least
  for (const name of names) {
    const longer = Math.max(pattern.length, name.length)
    const bound = Math.floor((1 - cutoff) * longer)
    if (Math.abs(pattern.length - name.length) > bound) continue
    const share = 1 - distance(pattern, name, bound) / longer
    if (share < cutoff || (share === cutoff && best !== undefined)) continue
    cutoff = share
    best = name
  }
  for (let at = 0; at < pattern.length; at++) places[pattern.charCodeAt(at)] = 0
  return best
}
