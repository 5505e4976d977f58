/** The file that judgements are kept in: a line each, only ever added to. */
import { type FileHandle, mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { FileError, messageOf } from '../errors.ts'
import { parseLanguage } from '../language.ts'
import { kinds } from './entry.ts'
import type { Judgement, LoggedJudgement } from './judgement.ts'

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
const sentence = z.string().regex(/\S/u, 'expected a sentence')
const tag = z.string().transform((given, { addIssue }) => {
  const language = parseLanguage(given)
  if (language === undefined) addIssue(`expected a BCP 47 tag, got '${given}'`)
  return language ?? z.NEVER
})
const segments = z
  .array(z.int().min(0))
  .min(1)
  .refine((numbers) => numbers.every((number, at) => at === 0 || number > numbers[at - 1]!), 'expected numbers that rise')
/** A line of the log. */
export const judgementSchema: z.ZodType<Judgement> = z.discriminatedUnion('judgement', [
  z.strictObject({ judgement: z.enum(['wrong', 'right', 'open']), canonical: text, surface: text, article: text.optional() }),
  z.strictObject({
    judgement: z.enum(['accepted', 'refused', 'undecided']),
    canonical: text,
    kind: z.enum(kinds as [(typeof kinds)[number], ...(typeof kinds)[number][]]).optional(),
    given: z.string().optional(),
    family: z.string().optional(),
    variants: z.array(text),
  }),
  z.strictObject({
    judgement: z.enum(['aligned', 'apart', 'unjudged']),
    article: text,
    language: tag,
    source: segments,
    target: segments,
    sourceText: sentence,
    targetText: sentence,
  }),
  z.strictObject({
    judgement: z.literal('translation'),
    article: text.optional(),
    from: tag,
    to: tag,
    source: sentence,
    target: sentence.nullable(),
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
  const expected = 'expected a judgement, such as {"judgement": "wrong", "canonical": …, "surface": …, "article": …}'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (thrown) {
    throw new FileError(path, number, `${expected}: ${messageOf(thrown)}`)
  }
  const result = judgementSchema.safeParse(value)
  if (result.success) return result.data
  throw new FileError(path, number, `${expected}: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`)
}

/**
 * Adds judgements at the end of the log in one write, on the disk before it returns. What a kill left of a last line is cut off first. Of the log
 * no more is read than its last line.
 */
export async function appendJudgements(path: string, judgements: readonly Judgement[]): Promise<void> {
  if (judgements.length === 0) return
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    const last = await lastLineOf(file, size)
    const isTorn = !isWhole(last.toString())
    if (isTorn) await file.truncate(size - last.length)
    const lineEnd = !isTorn && last.length > 0 ? '\n' : ''
    await file.appendFile(lineEnd + judgements.map((judgement) => `${JSON.stringify(judgement)}\n`).join(''))
    await file.sync()
    if (size === 0) await syncFolder(dirname(path))
  } finally {
    await file.close()
  }
}

/** Bytes read at a time from the end. */
const TAIL = 4096

/** What stands after the last line end. */
async function lastLineOf(file: FileHandle, size: number): Promise<Buffer> {
  for (let length = Math.min(TAIL, size); ; length = Math.min(4 * length, size)) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    const lineEnd = buffer.subarray(0, bytesRead).lastIndexOf('\n')
    if (lineEnd >= 0 || length === size) return buffer.subarray(lineEnd + 1, bytesRead)
  }
}

/** So that a new file is still there after the power failed; where folders cannot be opened, as on Windows, the system sees to it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
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
