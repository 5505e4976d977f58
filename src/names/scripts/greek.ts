import { type Script, spell } from './script.ts'

const letters: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's',
  ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o',
} // biome-ignore format: a table reads better in rows

/** Two letters that write one sound. */
const pairs: Record<string, string> = {
  ου: 'u', μπ: 'b', ντ: 'nt', γκ: 'g', γγ: 'ng', γχ: 'nkh', τσ: 'ts', τζ: 'tz', αι: 'ai', ει: 'i', οι: 'i', υι: 'i', αυ: 'av', ευ: 'ev', γι: 'ji', γε: 'je', σσ: 's',
} // biome-ignore format: a table reads better in rows

/** Accents, breathings, the dialytika: they change no sound that a name is known by. */
const marks = /[\u0300\u0301\u0342-\u0345\u0308\u0313\u0314]/gu

export const greek: Script = {
  name: 'greek',
  blocks: [
    [0x0370, 0x03ff],
    [0x1f00, 0x1fff],
  ],
  capitals: true,
  spaces: true,
  romanize: (text) => spell(text.normalize('NFD').replace(marks, ''), letters, pairs),
}
