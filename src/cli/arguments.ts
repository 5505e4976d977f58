/** Flags that take a list: `--to en fr`, `--to en,fr` and `--to en --to fr` say the same. */
import { existsSync } from 'node:fs'
import { parseLanguage } from '../language.ts'

/**
 * Whether a word after a list flag's value plainly is one more value, and not an input: `run --to en fr dump.jsonl` names two
 * languages and a file.
 */
const belongs: Record<string, (word: string) => boolean | Promise<boolean>> = {
  '--to': isLanguage,
  '--only': isLanguage,
  '--only-language': isLanguage,
  // What knows these words is loaded when it is asked: `--version` need not wait for the glossary's readers.
  '--glossary': async (word) =>
    (await import('../glossary/index.ts')).isGlossary(word) || (await import('../engines/memory/files.ts')).isMemory(word),
  '--engine': async (word) => ((await import('../config.ts')).engineNames as readonly string[]).includes(word),
  '--format': async (word) => ((await import('../config.ts')).formatNames as readonly string[]).includes(word),
}

function isLanguage(word: string): boolean {
  return parseLanguage(word) !== undefined && !existsSync(word)
}

/** Where the models of the built-in engine are, and come from: the same in every command that uses it. */
export const modelFlags = {
  folder: ['--model-dir <folder>', "where models of the built-in engine are kept (default: the user's cache folder)"],
  mirror: ['--model-mirror <url>', "a copy of Mozilla's models (default: Mozilla's own)"],
} as const

/** Repeats a list flag before each of its values, which commander understands without doubt. */
export async function spreadLists(words: readonly string[]): Promise<string[]> {
  const spread: string[] = []
  let flag: string | undefined
  let values = 0
  for (const [at, word] of words.entries()) {
    if (word === '--') return [...spread, ...words.slice(at)]
    if (word.startsWith('-') && word !== '-') {
      flag = word in belongs ? word : undefined
      values = 0
    } else if (flag !== undefined) {
      values += 1
      if (values > 1) {
        if (await belongs[flag]?.(word)) spread.push(flag)
        else flag = undefined
      }
    }
    spread.push(word)
  }
  return spread
}

/** For commander: adds to the list, and takes commas as separators. */
export function list(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), ...value.split(',').filter((part) => part !== '')]
}

/** For commander: adds to the list; a path may hold a comma. */
export function paths(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** Like wholeOr, of a number that need not be whole. */
export function scoreOr(text: string): number {
  return /^\d*\.?\d+$/u.test(text) ? Number(text) : (text as unknown as number)
}

/** The number that `text` is; what is none is for the check to complain of. */
export function wholeOr(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d+$/u.test(text) ? Number(text) : (text as unknown as number)
}
