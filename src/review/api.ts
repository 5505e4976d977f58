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

const page = z.coerce.number().int().min(0).max(1e9).default(0)
const query = z.string().max(1000).default('')
const states = ['open', 'judged', 'all'] as const satisfies readonly State[]
const asked = {
  names: z.object({ page, query, state: z.enum(states).default('all') }),
  articles: z.object({ page, query, filter: query }),
  article: z.object({ id: z.string().min(1) }),
  judgements: z.strictObject({ judgements: z.array(judgementSchema).min(1) }),
  undo: z.strictObject({ id: z.string() }),
}

type Answer = (desk: Desk, given: unknown) => Promise<unknown>

const reads: Readonly<Record<string, Answer>> = {
  names: async (desk, given) => {
    const { page, query, state } = checked(asked.names, given)
    const names = await desk.refresh()
    return names.page(page, { query, state }, desk.book.judgements)
  },
  articles: (desk, given) => {
    const { page, query, filter } = checked(asked.articles, given)
    return articles(desk.output, page, query, filter)
  },
  state: async (desk) => {
    await desk.refresh()
    const running = (await isLocked(desk.output)) ? { done: 0, total: 0, line: 'a run is going on' } : null
    return { judgements: desk.book.size, ...(await desk.notYetApplied()), running, canRun: false }
  },
}

const writes: Readonly<Record<string, Answer>> = {
  judgements: (desk, given) => desk.judge(checked(asked.judgements, given).judgements),
  undo: (desk, given) => desk.undo(checked(asked.undo, given).id),
}

/** @param name behind /api/ @throws Refusal */
export async function answerApi(desk: Desk, name: string, request: IncomingMessage, parameters: URLSearchParams): Promise<unknown> {
  const isWrite = request.method === 'POST'
  const answers = isWrite ? writes : reads
  if (!Object.hasOwn(answers, name)) throw new Refusal(404, `there is no ${request.method} /api/${name}`)
  return answers[name]!(desk, isWrite ? await bodyOf(request) : Object.fromEntries(parameters))
}

function checked<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new Refusal(400, z.prettifyError(result.error).replaceAll('\n', ' '))
}
