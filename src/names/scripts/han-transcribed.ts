import { learnedCosts } from '../compare/learned.ts'
import { commonReading } from './han.ts'

/** Initials of pinyin, as what they transcribe. See alphabet.ts for the letters. */
const initials: Record<string, string> = {
  zh: 'ž', ch: 'č', sh: 'š', b: 'b', p: 'p', m: 'm', f: 'f', d: 'd', t: 't', n: 'n', l: 'ŕ', g: 'g', k: 'k', h: 'ḥ', j: 'ǰ', q: 'č', x: 'š', r: 'r',
  z: 'z', c: 'ts', s: 's', y: 'j', w: 'v',
} // biome-ignore format: a table reads better in rows

const finals: Record<string, string> = {
  ao: 'au',
  iao: 'iau',
  ian: 'ien',
  uo: 'o',
  iu: 'iu',
  ie: 'ie',
  ve: 'ue',
  v: 'u',
  e: 'ŭ',
  ong: 'ung',
}

/** Syllables without an initial, and those that differ from it. */
const whole: Record<string, string> = {
  er: 'ĺ', yi: 'i', ya: 'ia', yin: 'in', ying: 'ing', yan: 'ien', ye: 'je', you: 'iu', yu: 'u', yue: 'io', wu: 'u', e: 'ŭ', wei: 'vi',
} // biome-ignore format: a table reads better in rows

/** Most often only a consonant. */
const consonants: Record<string, string> = {
  斯: 's', 絲: 's', 尔: 'ĺ', 爾: 'ĺ', 德: 'd', 特: 't', 克: 'k', 夫: 'f', 弗: 'f', 姆: 'm', 普: 'p', 格: 'g', 布: 'b', 兹: 'z', 茲: 'z', 茨: 'ts', 奇: 'č', 什: 'š',
  恩: 'n', 日: 'ž', 勒: 'ŕ', 赫: 'ḥ', 穆: 'm', 耳: 'ĺ', 汗: 'n', 士: 's', 堡: 'bĺg', 伯格: 'bĺg',
} // biome-ignore format: a table reads better in rows

/** How likely foreign name is spelt in Latin letters that Han characters transcribe; undefined when they transcribe none. */
export function transcribed(text: string): string | undefined {
  let out = ''
  for (const character of text) {
    const syllable = isTranscribing(character) ? commonReading(character) : undefined
    if (syllable === undefined) return undefined
    const consonant = consonants[character]
    out += consonant === undefined ? soundsOf(syllable) : consonant + (/[nĺs]/u.test(consonant) ? '' : 'ŭ')
  }
  return out
}

/** Whether foreign names are transcribed with the character: some of the pairs that costs were learned from are. */
function isTranscribing(character: string): boolean {
  return (learnedCosts('han')?.source(character) ?? 0) > 0
}

function soundsOf(syllable: string): string {
  const known = whole[syllable]
  if (known !== undefined) return known
  const [, initial = '', final = ''] = /^([zcs]h|[^aeiouv])?(.*)$/u.exec(syllable) ?? []
  const consonant = initials[initial] ?? ''
  // zhi, chi, shi, ri, zi, ci, si have no vowel to speak of.
  if (final === 'i' && /^[zcsr]/u.test(initial)) return `${consonant}ŭ`
  return consonant + (finals[final] ?? final)
}
