/** Plain text in, lines out. */
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { FileError, messageOf, UsageError } from '../errors.ts'
import { parseLanguage } from '../language.ts'

/** The text of a UTF-8 file, without a byte order mark; '-' is standard input. @throws FileError with the line that is wrong */
export async function readText(path: string): Promise<string> {
  const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path).catch((thrown) => unreadable(path, thrown))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (thrown) {
    throw new FileError(path, badLine(bytes), 'is not UTF-8; convert it first, for example with iconv -t UTF-8', 0, { cause: thrown })
  }
}

function unreadable(path: string, thrown: unknown): never {
  throw new FileError(path, 0, `cannot be read: ${messageOf(thrown)}`, 0, { cause: thrown })
}

/** 1-based line of the first byte sequence that is not UTF-8. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
  }
  return line
}

/** The lines of a text; a newline at the end does not start another one. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Writes a line on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line on standard error, where progress and messages go. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** @throws UsageError when the tag is no BCP 47 tag */
export function languageFlag(flag: string, tag: string): string {
  const language = parseLanguage(tag)
  if (language !== undefined) return language
  throw new UsageError(`${flag}: expected a BCP 47 tag such as 'de' or 'pt-BR', got '${tag}'`)
}
