import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Judged } from '../article.ts'
import { FileError, messageOf } from '../errors.ts'
import { kinds } from './entry.ts'

/** What a person said of a rewrite or a suggestion, or took back: the spelling is this name, or is not. Without `article`, everywhere. */
export interface NameJudgement {
  readonly judgement: 'wrong' | 'right' | 'open'
  readonly canonical: string
  readonly surface: string
  readonly article?: string | undefined
}

/** What a person said of a proposed entry: take it, or never propose it again. */
export interface ProposalJudgement {
  readonly judgement: 'accepted' | 'refused'
  readonly canonical: string
  readonly kind?: (typeof kinds)[number] | undefined
  readonly given?: string | undefined
  readonly family?: string | undefined
  readonly variants: readonly string[]
}

export type Judgement = NameJudgement | ProposalJudgement

/** The log's name. It lies with the glossary, not with the results: results come and go. */
export const LOG = 'judgements.jsonl'

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

/** A judgement, and the line of the log where it stands. */
export interface LoggedJudgement {
  readonly judgement: Judgement
  /** 1-based. */
  readonly line: number
}

/** The judgements in force: of several about the same thing, the last. */
export class Judgements {
  /** By article ('' for everywhere), canonical name and surface. */
  readonly #names = new Map<string, NameJudgement>()
  readonly #proposals = new Map<string, LoggedJudgement & { readonly judgement: ProposalJudgement }>()
  /** Keys of those in force in an article; '' for everywhere. */
  readonly #byArticle = new Map<string, Set<string>>()

  constructor(log: readonly LoggedJudgement[] = []) {
    for (const { judgement, line } of log) {
      if ('surface' in judgement) this.#judgeName(judgement)
      else this.#proposals.set(judgement.canonical, { judgement, line })
    }
  }

  #judgeName(judgement: NameJudgement): void {
    const { canonical, surface, article = '' } = judgement
    const key = keyOf(article, canonical, surface)
    const keys = this.#byArticle.get(article) ?? new Set()
    this.#byArticle.set(article, keys)
    if (judgement.judgement === 'open') {
      this.#names.delete(key)
      keys.delete(key)
    } else {
      this.#names.set(key, judgement)
      keys.add(key)
    }
  }

  /** What was said of `surface` as a mention of the entry; in this article, or else everywhere. */
  ofMention(canonical: string, surface: string, article = ''): Judged | undefined {
    if (this.#names.size === 0) return undefined
    for (const place of article === '' ? [''] : [article, '']) {
      const verdict = this.#names.get(keyOf(place, canonical, surface))?.judgement
      if (verdict === 'wrong' || verdict === 'right') return { verdict, everywhere: place === '' }
    }
    return undefined
  }

  /** All that was said of names in this article, or everywhere, as text: an article whose text this changes must be done again. */
  concerning(article: string): readonly string[] {
    return ['', article].flatMap((place) =>
      [...(this.#byArticle.get(place) ?? [])].map((key) => JSON.stringify(this.#names.get(key))).sort(),
    )
  }

  /** Proposals that were accepted, in the order of the log. */
  get accepted(): readonly (LoggedJudgement & { readonly judgement: ProposalJudgement })[] {
    return [...this.#proposals.values()].filter(({ judgement }) => judgement.judgement === 'accepted')
  }

  /** What was said of a proposal with that canonical name. */
  ofProposal(canonical: string): ProposalJudgement | undefined {
    return this.#proposals.get(canonical)?.judgement
  }

  /** Canonical names and variants of the proposals refused. */
  get refused(): readonly ProposalJudgement[] {
    return [...this.#proposals.values()].map(({ judgement }) => judgement).filter(({ judgement }) => judgement === 'refused')
  }
}

function keyOf(article: string, canonical: string, surface: string): string {
  return `${article}\n${canonical}\n${surface}`
}

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

/**
 * Reads the log; a log that is not there is an empty one. A last line that was cut off, as by a kill, is left out.
 * @throws FileError when a line is no judgement
 */
export async function readJudgements(path: string): Promise<LoggedJudgement[]> {
  const content = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return ''
    throw new FileError(path, 0, `cannot be read: ${messageOf(thrown)}`, 0, { cause: thrown })
  })
  const lines = content.split('\n')
  const isTorn = !isJson(lines.at(-1)!)
  return lines
    .slice(0, isTorn ? -1 : undefined)
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ judgement: parse(line, path, at + 1), line: at + 1 }]))
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
    const content = await file.readFile('utf8')
    const last = content.slice(content.lastIndexOf('\n') + 1)
    if (!isJson(last)) await file.truncate(Buffer.byteLength(content) - Buffer.byteLength(last))
    const start = last !== '' && isJson(last) ? '\n' : ''
    await file.appendFile(start + judgements.map((judgement) => `${JSON.stringify(judgement)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether a last line without an end is whole. */
function isJson(line: string): boolean {
  if (line === '') return true
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
