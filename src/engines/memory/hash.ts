/** 32-bit hashes, unsigned; the mixing is that of MurmurHash3 (Appleby, public domain). */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0xcc9e2d51)
  h ^= h >>> 15
  return Math.imul(h, 0x1b873593)
}

export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export function hashOf(text: string, seed = 0): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at))
  return finish(hash ^ text.length)
}

export function hashOfBytes(bytes: Uint8Array): number {
  let hash = 0
  for (let at = 0; at < bytes.length; at += 1) hash = mix(hash, bytes[at]!)
  return finish(hash ^ bytes.length)
}
