/** The file that judgements are kept in: a line each, only ever added to. */
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { FileError, messageOf } from '../errors.ts'
import { kinds } from './entry.ts'
import type { Judgement, LoggedJudgement } from './judgements.ts'

/** The log's name. It lies with the glossary, not with the results: results come and go. */
export const LOG = 'judgements.jsonl'

/** What a log says. */
export interface JudgementLog {
  readonly path: string
  readonly lines: readonly LoggedJudgement[]
  /** A last line that was cut off in the middle, as by a kill: it says nothing. */
  readonly torn?: { readonly line: number; readonly text: string }
}

const text = z.string().min(1)
const schema: z.ZodType<Judgement> = z.discriminatedUnion('judgement', [
  z.strictObject({ judgement: z.enum(['wrong', 'right', 'open']), canonical: text, surface: text, article: text.optional() }),
  z.strictObject({
    judgement: z.enum(['accepted', 'refused']),
    canonical: text,
    kind: z.enum(kinds as [(typeof kinds)[number], ...(typeof kinds)[number][]]).optional(),
    given: z.string().optional(),
    family: z.string().optional(),
    variants: z.array(text),
  }),
])

/** Where the log of a glossary lies: in its first folder, or beside its first file. */
export async function logOf(paths: readonly string[]): Promise<string | undefined> {
  const [first] = paths
  if (first === undefined) return undefined
  const isFile = await stat(first).then(
    (found) => found.isFile(),
    () => false,
  )
  return join(isFile ? dirname(first) : first, LOG)
}

/** The log of a glossary; an empty one when there is no glossary. @throws FileError when a line is no judgement */
export async function readLogOf(paths: readonly string[]): Promise<JudgementLog> {
  const path = await logOf(paths)
  return path === undefined ? { path: '', lines: [] } : readJudgements(path)
}

/**
 * Reads the log; a log that is not there is an empty one. A last line that was cut off, as by a kill, is left out.
 * @throws FileError when a line is no judgement
 */
export async function readJudgements(path: string): Promise<JudgementLog> {
  const content = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return ''
    throw new FileError(path, 0, `cannot be read: ${messageOf(thrown)}`, 0, { cause: thrown })
  })
  const lines = content.replace(/^\ufeff/, '').split('\n')
  const last = { line: lines.length, text: lines.at(-1)! }
  const isTorn = !isWhole(last.text)
  const judgements = lines
    .slice(0, isTorn ? -1 : undefined)
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ judgement: parse(line, path, at + 1), line: at + 1 }]))
  return { path, lines: judgements, ...(isTorn && { torn: last }) }
}

function parse(line: string, path: string, number: number): Judgement {
  const expected = 'expected a judgement, {"judgement": "wrong", "canonical": …, "surface": …, "article": …}'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (thrown) {
    throw new FileError(path, number, `${expected}: ${messageOf(thrown)}`)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new FileError(path, number, `${expected}: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`)
}

/** Adds judgements at the end of the log, on the disk before it returns. What a kill left of a last line is cut off first. */
export async function appendJudgements(path: string, judgements: readonly Judgement[]): Promise<void> {
  if (judgements.length === 0) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+')
  try {
    const content = await file.readFile()
    const start = content.lastIndexOf('\n') + 1
    const last = content.toString('utf8', start)
    if (!isWhole(last)) await file.truncate(start)
    const lineEnd = isWhole(last) && last !== '' ? '\n' : ''
    await file.appendFile(lineEnd + judgements.map((judgement) => `${JSON.stringify(judgement)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether a last line without an end is whole. */
function isWhole(line: string): boolean {
  if (line.trim() === '') return true
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
