/** What pages ask: JSON in, JSON out. */
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { judgementSchema } from '../glossary/index.ts'
import { isLocked } from '../run/lock.ts'
import { Refusal } from './answer.ts'
import { articles } from './articles.ts'
import type { Desk } from './desk.ts'
import { bodyOf } from './guard.ts'
import type { State } from './names.ts'
import { matching } from './proposals.ts'
import type { Runner } from './runner.ts'

const page = z.coerce.number().int().min(0).max(1e9).default(0)
const query = z.string().max(1000).default('')
const states = ['open', 'judged', 'all'] as const satisfies readonly State[]
const asked = {
  names: z.object({ page, query, state: z.enum(states).default('all') }),
  articles: z.object({ page, query, filter: query }),
  article: z.object({ id: z.string().min(1) }),
  judgements: z.strictObject({ judgements: z.array(judgementSchema).min(1) }),
  undo: z.strictObject({ id: z.string().exactOptional() }),
}

export interface Office {
  readonly desk: Desk
  readonly runner: Runner
}

type Answer = (office: Office, given: unknown) => Promise<unknown>

const reads: Readonly<Record<string, Answer>> = {
  names: async ({ desk }, given) => {
    const { page, query, state } = checked(asked.names, given)
    const { names, book, proposals } = await desk.refresh()
    return names.page(page, { query, state }, book.judgements, matching(proposals, { query, state }, book.judgements))
  },
  articles: ({ desk }, given) => {
    const { page, query, filter } = checked(asked.articles, given)
    return articles(desk.output, page, query, filter)
  },
  article: async ({ desk }, given) => {
    const { id } = checked(asked.article, given)
    const { sentences } = (await desk.refresh()).book.judgements
    return { judged: [...sentences.ofArticle(id), ...sentences.ofArticle('')] }
  },
  state,
}

async function state({ desk, runner }: Office): Promise<unknown> {
  const { book } = await desk.refresh()
  const elsewhere = runner.running === null && (await isLocked(desk.output))
  const running = elsewhere ? { done: 0, total: 0, line: 'a run is going on in this output, started elsewhere' } : runner.running
  const why = await runner.whyNot()
  return {
    judgements: book.size,
    ...(await desk.notYetApplied()),
    running,
    canRun: running === null && why === undefined,
    ...(why !== undefined && { whyNot: why }),
    ...(runner.last !== undefined && { lastRun: runner.last }),
  }
}

const writes: Readonly<Record<string, Answer>> = {
  judgements: ({ desk }, given) => desk.judge(checked(asked.judgements, given).judgements),
  undo: ({ desk }, given) => desk.undo(checked(asked.undo, given).id),
  run: async (office) => {
    if (await isLocked(office.desk.output)) throw new Refusal(409, 'a run is going on already')
    await office.runner.start()
    return state(office)
  },
}

/** @param name behind /api/ @throws Refusal */
export async function answerApi(office: Office, name: string, request: IncomingMessage, parameters: URLSearchParams): Promise<unknown> {
  const isWrite = request.method === 'POST'
  const answers = isWrite ? writes : reads
  if (!Object.hasOwn(answers, name)) throw new Refusal(404, `there is no ${request.method} /api/${name}`)
  return answers[name]!(office, isWrite ? await bodyOf(request) : Object.fromEntries(parameters))
}

function checked<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new Refusal(400, z.prettifyError(result.error).replaceAll('\n', ' '))
}
