import { readTable } from '../table.ts'
import type { Script } from './script.ts'

/** What `made` makes, when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const syllables = lazily(
  () => new Map(readTable('readings-zh.tsv').flatMap(([syllable = '', all = '']) => [...all].map((one) => [one, syllable] as const))),
)

/** The commonest reading of a character in Mandarin, without tone and with v for ü; undefined when none is known. */
export function commonReading(character: string): string | undefined {
  return syllables().get(character)
}

const variants = lazily(() => new Map(readTable('han-variants.tsv').map(([character = '', folded = '']) => [character, folded] as const)))

/** Traditional, simplified and Japanese forms as one: '澤', '沢' and '泽' are '泽'. For comparing alone: names stay as written. */
export function foldHan(text: string): string {
  let out = ''
  for (const character of text) out += variants().get(character) ?? character
  return out
}

interface Spellings {
  readonly isFamily: boolean
  readonly spellings: readonly string[]
}

const characters = lazily(
  () =>
    new Map(
      readTable('readings-han.tsv').map(([character = '', family = '', spellings = '']): [string, Spellings] => [
        character,
        { isFamily: family === 'f', spellings: spellings.split(',') },
      ]),
    ),
)

/** Names of one language are of one reading each; so many combinations are tried of several. */
const MOST_SPELLINGS = 400
/** Characters of the longest given name of China, Korea and Vietnam. */
const LONGEST_GIVEN = 2

/**
 * How a part of a name of China, Korea or Vietnam is spelt in Latin letters, squeezed, in any romanization: '耀' → 'yao', 'yew', 'yiu'.
 * A family name only of characters that are some.
 */
export function spellingsOfHan(text: string, part: 'family' | 'given'): readonly string[] {
  const all = [...foldHan(text)].map((character) => characters().get(character))
  if (all.length > LONGEST_GIVEN || all.includes(undefined)) return []
  if (part === 'family' && !all.every((one) => one!.isFamily)) return []
  let spelt = ['']
  for (const one of all) spelt = spelt.flatMap((head) => one!.spellings.map((spelling) => head + spelling)).slice(0, MOST_SPELLINGS)
  return spelt
}

function pinyin(text: string): string {
  let out = ''
  for (const character of text) out += commonReading(character)?.replace('v', 'u') ?? character
  return out
}

export const han: Script = {
  name: 'han',
  blocks: [
    [0x2e80, 0x2fdf],
    [0x3005, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
    [0x20000, 0x323af],
  ],
  capitals: false,
  spaces: false,
  romanize: pinyin,
}
