/**
 * Ids: stable from run to run, unique in a run, safe as a file name on every system.
 */
import { createHash } from 'node:crypto'

/** Longest id, in UTF-16 code units and in UTF-8 bytes: with a language tag and a suffix it stays under the 255 bytes file systems allow. */
const MAX_LENGTH = 100
const MAX_BYTES = 200

/** Separators, characters Windows forbids, controls, private use, surrogates, and every white space but the plain one. */
const unsafe = /[/\\:*?"<>|\p{C}]|(?! )\s/gu
/** Names Windows keeps for devices, whatever follows the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** `raw` when it is a safe file name; else what is left of it, and a hash of it, so that two different ids never become one. */
export function safeId(raw: string): string {
  let id = raw
    .normalize('NFC')
    .replace(unsafe, '-')
    .replace(/^[-. ]+/, '')
  while (id.endsWith('.') || id.endsWith(' ')) id = id.slice(0, -1)
  if (reserved.test(id)) id = `_${id}`
  if (id === raw.normalize('NFC') && id !== '' && id.length <= MAX_LENGTH && Buffer.byteLength(id) <= MAX_BYTES) return id
  return suffixed(id, raw)
}

/**
 * The id of a file by its path under the folder that was given: 'sub/story.de' → 'sub--story.de'.
 * Names that hold the joint themselves get a hash, so that 'a/b' and 'a--b' stay apart.
 */
export function pathId(steps: readonly string[]): string {
  const ambiguous = steps.length > 1 ? steps.some((step) => /--|^-|-$/.test(step)) : steps[0]?.includes('--')
  const joined = steps.join('--')
  return ambiguous ? suffixed(safeId(joined), steps.join('/')) : safeId(joined)
}

/** `id`, shortened as far as needed, and the first 32 bits of the hash of `what`. */
export function suffixed(id: string, what: string): string {
  const tail = `-${digest(what).toString('hex', 0, 4)}`
  let head = id
  if (head.length > MAX_LENGTH - tail.length || Buffer.byteLength(head) > MAX_BYTES - tail.length) {
    head = ''
    for (const char of id) {
      if (head.length + char.length > MAX_LENGTH - tail.length || Buffer.byteLength(head + char) > MAX_BYTES - tail.length) break
      head += char
    }
  }
  return (head === '' ? 'article' : head) + tail
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * The ids given so far, as 52-bit hashes in an open-addressing table: 16 bytes an id or so, where a Set of strings takes a hundred.
 * Two ids meet by chance once in 4.5·10¹⁵ pairs; then one of them gets a suffix it did not need.
 */
export class IdSet {
  #slots = new Float64Array(1024)
  #size = 0

  /** False when it was there already. Ids that differ in case alone are one: they are one file name on Windows and macOS. */
  add(id: string): boolean {
    const bytes = digest(id.toLowerCase())
    // 0 marks a free slot.
    const key = bytes.readUIntBE(0, 6) * 16 + (bytes[6]! & 15) + 1
    const slot = this.#find(key)
    if (this.#slots[slot] === key) return false
    this.#slots[slot] = key
    this.#size += 1
    if (this.#size * 2 > this.#slots.length) this.#grow()
    return true
  }

  #find(key: number): number {
    let slot = key % this.#slots.length
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== key) slot = (slot + 1) % this.#slots.length
    return slot
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    for (const key of old) if (key !== 0) this.#slots[this.#find(key)] = key
  }
}
