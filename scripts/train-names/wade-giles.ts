/** Initials of pinyin that Wade and Giles write otherwise; apostrophes and marks are left out, as most do. */
const initials: Readonly<Record<string, string>> = {
  zh: 'ch', b: 'p', d: 't', g: 'k', j: 'ch', q: 'ch', x: 'hs', z: 'ts', c: 'ts', r: 'j',
} // biome-ignore format: a table reads better in rows

/** Finals of pinyin that they write otherwise; those after an initial alone are marked by it. */
const finals: readonly (readonly [pinyin: RegExp, written: string])[] = [
  [/^(zh|ch|sh|r)i$/u, '$1ih'],
  [/^([zc])i$/u, 'tzu'],
  [/^si$/u, 'ssu'],
  [/^([gk])e$/u, '$1o'],
  [/^he$/u, 'ho'],
  [/^er$/u, 'erh'],
  [/^([dtnlzcsr]|zh|ch)uo$/u, '$1o'],
  [/^you$/u, 'yu'],
  [/^yan$/u, 'yen'],
  [/^yi$/u, 'i'],
  [/^(.*)ong$/u, '$1ung'],
  [/^(.*)ian$/u, '$1ien'],
  [/(ie|ye|ue)$/u, '$1h'],
]

/** A syllable of pinyin as Wade and Giles write it, without tone, marks and apostrophes: 'xue' → 'hsueh'. */
export function wadeGiles(pinyin: string): string {
  let spelt = pinyin
  for (const [final, written] of finals) {
    if (!final.test(spelt)) continue
    spelt = spelt.replace(final, written)
    break
  }
  return spelt.replace(/^(?:zh|[bdgjqxzcr])(?!h?$)/u, (initial) => (spelt.startsWith('tz') ? initial : (initials[initial] ?? initial)))
}
