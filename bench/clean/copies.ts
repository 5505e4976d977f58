import { readFileSync } from 'node:fs'
import type { Cleaned } from '../../src/article.ts'
import { clean } from '../../src/stages/clean/index.ts'
import type { Copied, Decision } from './score.ts'

/** Sets of copies, each by another hand. 'sets/third' has no half that is held back. */
export const hands = ['copies', 'sets/blind', 'sets/third'] as const
export type Hand = (typeof hands)[number]

export function readCopies(half: 'tune' | 'held', hand: Hand = 'copies'): readonly Copied[] {
  return readFileSync(new URL(`${hand}-${half}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Copied)
}

/** What cleaning as it is done makes of each line, by the id of the copy. */
export async function cleanCopies(copies: readonly Copied[]): Promise<ReadonlyMap<string, readonly Decision[]>> {
  const found = new Map<string, readonly Decision[]>()
  for (const copy of copies) found.set(copy.id, decisions(copy, await cleaned(copy)))
  return found
}

async function cleaned({ id, lines }: Copied): Promise<Cleaned | undefined> {
  const body = lines.map(({ text }) => text).join('\n\n')
  const article = { id, origin: { file: id, line: 1 }, title: '', body, format: 'text' as const, metadata: {}, versions: [], warnings: [] }
  try {
    return await clean().run(article, { signal: new AbortController().signal, warn: () => {} })
  } catch {
    return undefined
  }
}

/** Rules that take a line out of the text to keep it as a field. */
const fields = new Set(['title', 'byline', 'dateline', 'metadata'])

function decisions({ lines }: Copied, result: Cleaned | undefined): readonly Decision[] {
  if (result === undefined) return lines.map(() => 'removed')
  const { text, blocks, title, removed } = result
  const kept = blocks.map(({ start, end }) => text.slice(start, end))
  const asFields = new Set([title, ...removed.filter(({ rule }) => fields.has(rule)).map((piece) => piece.text)])
  let next = 0
  return lines.map((line): Decision => {
    const own = line.text.replace(/\s+/gu, ' ').trim().normalize('NFC')
    if (kept[next] === own) {
      next += 1
      return 'kept'
    }
    return asFields.has(own) ? 'kept' : 'removed'
  })
}
