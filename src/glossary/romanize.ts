/**
 * Other scripts in Latin letters, one letter or digraph a sound. Not a standard's transliteration for people to read: the letters are those
 * that `sounds` of the distance knows how other languages spell (щ → šč, which is near 'shch', 'schtsch', 'chtch' and 'szcz'), so that all
 * romanization schemes are compared at once.
 */

const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'jo', є: 'je', ж: 'ž', з: 'z', и: 'i', і: 'i', ї: 'ji', й: 'j', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'č', ш: 'š', щ: 'šč', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'ju', я: 'ja', ђ: 'đ', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ć', џ: 'dž', ѓ: 'gj', ќ: 'kj', ѕ: 'dz', ә: 'a', ғ: 'g', қ: 'k', ң: 'ng', ө: 'o', ұ: 'u',
  ү: 'u', һ: 'h', ѣ: 'e', ѳ: 'f', ѵ: 'i',
} // biome-ignore format: a table reads better in rows

const greek: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's',
  ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o',
} // biome-ignore format: a table reads better in rows

/** Two Greek letters that write one sound. */
const greekPairs: Record<string, string> = {
  ου: 'u', μπ: 'b', ντ: 'nt', γκ: 'g', γγ: 'ng', γχ: 'nkh', τσ: 'ts', τζ: 'tz', αι: 'ai', ει: 'i', οι: 'i', υι: 'i', αυ: 'av', ευ: 'ev', σσ: 's',
} // biome-ignore format: a table reads better in rows

const scripts: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\p{Script=Cyrillic}/u, (text) => spell(text, cyrillic)],
  [
    /\p{Script=Greek}/u,
    (text) => spell(text.normalize('NFD').replace(/[\u0300\u0301\u0342-\u0345\u0308\u0313\u0314]/gu, ''), greek, greekPairs),
  ],
]

function spell(text: string, letters: Record<string, string>, pairs: Record<string, string> = {}): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const pair = pairs[text.slice(at, at + 2)]
    if (pair !== undefined) {
      out += pair
      at++
    } else {
      const letter = text.charAt(at)
      out += letters[letter] ?? letter
    }
  }
  return out
}

/** `text`, in lower case, with every letter of a script known here in Latin letters; other characters stay. */
export function romanize(text: string): string {
  for (const [script, write] of scripts) if (script.test(text)) return write(text)
  return text
}
