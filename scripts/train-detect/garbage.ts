import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is in no language: encoded data, keys struck at random, addresses, and this project's own code. */
export function garbage(random: () => number): string[] {
  const below = (limit: number): number => Math.floor(limit * random())
  const many = (count: number, make: () => string, joint = ''): string => Array.from({ length: count }, make).join(joint)
  const letter = (): string => String.fromCharCode(0x61 + below(26))
  const hexDigit = (): string => below(16).toString(16)
  const word = (): string => many(2 + below(9), letter)
  const bytes = (): Buffer => Buffer.from(Array.from({ length: 12 + below(80) }, () => below(256)))
  const anyCase = (): string => (random() < 0.5 ? letter() : letter().toUpperCase())
  const cyrillic = (): string => many(2 + below(9), () => String.fromCharCode(0x430 + below(32)))
  const kinds: (() => string)[] = [
    () => bytes().toString('base64'),
    () => bytes().toString('base64url'),
    () => many(16 + below(48), hexDigit),
    () => many(4 + below(12), () => many(8, hexDigit), ' '),
    () => many(3 + below(12), word, ' '),
    () => many(10 + below(50), letter),
    () => many(3 + below(12), () => many(2 + below(9), anyCase), ' '),
    () => many(3 + below(12), cyrillic, ' '),
    () => `https://${word()}.${word()}.com/${many(1 + below(4), word, '/')}?${word()}=${below(1000)}&${word()}=${word()}`,
    () => [8, 4, 4, 4, 12].map((size) => many(size, hexDigit)).join('-'),
  ]
  const code = codeLines()
  return [
    ...kinds.flatMap((kind) => Array.from({ length: 300 }, kind)),
    ...Array.from({ length: 1200 }, () => codeAt(code, below(code.length), 1 + below(4))),
  ]
}

/** One to four lines of code in a row. */
function codeAt(lines: readonly string[], start: number, count: number): string {
  return lines.slice(start, start + count).join('\n')
}

/** The project's own code without its comments, which are English. */
function codeLines(): string[] {
  const root = new URL('../../src/', import.meta.url).pathname
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files
    .sort()
    .flatMap((name) => readFileSync(join(root, name), 'utf8').split('\n'))
    .filter((line) => line.trim().length > 12 && !/^\s*(\/?\*|\/\/)/.test(line) && !/'[^']* [^']* [^']*'|`.* .*`/.test(line))
}
