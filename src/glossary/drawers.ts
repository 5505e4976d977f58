import { consonantKey, soundKey } from '../names/compare/spelling.ts'
import { sharedNumbers } from './buffers.ts'

/** Values by group, and where each group starts. */
export interface Groups {
  readonly values: Uint32Array
  /** One more than there are groups. */
  readonly from: Uint32Array
}

/** `visit` is called twice, to count and to fill, and must put the same both times. */
export function group(groups: number, visit: (put: (group: number, value: number) => void) => void): Groups {
  const from = sharedNumbers(groups + 1)
  visit((group) => {
    from[group + 1]!++
  })
  for (let at = 0; at < groups; at++) from[at + 1]! += from[at]!
  const values = sharedNumbers(from[groups]!)
  const next = new Uint32Array(from)
  visit((group, value) => {
    values[next[group]!++] = value
  })
  return { values, from }
}

/** Hashes of the keys a plain name is filed under. */
export function forEachKey(name: string, visit: (hash: number) => void): void {
  forConsonants(consonantKey(name), visit)
  withDeletions(soundKey(name), 29, visit)
}

/** Those of a consonant key alone. */
export function forConsonants(key: string, visit: (hash: number) => void): void {
  withDeletions(key, 17, visit)
}

/** Letters of a key with which a letter may be missing. No name has more, and a 'word' of a million letters would be looked up a million times. */
const LONGEST_GARBLED = 100

function withDeletions(key: string, seed: number, visit: (hash: number) => void): void {
  visit(hashWithout(key, -1, seed))
  if (key.length < 3 || key.length > LONGEST_GARBLED) return
  for (let out = 0; out < key.length; out++) {
    // Leaving out either of two equal neighbours gives the same key.
    if (out > 0 && key.charCodeAt(out) === key.charCodeAt(out - 1)) continue
    visit(hashWithout(key, out, seed))
  }
}

/** FNV-1a with a last mix, so that the low bits differ. */
function hashWithout(key: string, out: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < key.length; at++) {
    if (at === out) continue
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
