/** A LibreTranslate of which everything is known: what each text costs, what it refuses, when it fails, what it was asked how often. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Fault, fail, faults } from './faults.ts'

export interface MockOptions {
  /** Requests worked on at once; the others wait their turn. @defaultValue without end */
  readonly slots?: number
  /** Milliseconds a request, and a text in it, takes. @defaultValue 0 */
  readonly requestMs?: number
  readonly textMs?: number
  /** Part of the requests, 0..1, that go wrong, each in one of `kinds` by turns. @defaultValue 0 */
  readonly faulty?: number
  readonly kinds?: readonly Fault[]
  /** As `--req-limit` and `--req-flood-threshold`: texts in any window, and violations of which one more shuts the client out. */
  readonly limit?: { readonly texts: number; readonly windowMs: number; readonly violations: number; readonly retryAfter?: boolean }
}

export interface Mock extends AsyncDisposable {
  readonly url: string
  /** By text: how often it was asked, and how often a right answer was sent back. */
  readonly seen: Map<string, { asked: number; answered: number; askedAfterAnswer: number }>
  /** Requests to /translate. */
  readonly requests: () => number
  readonly refusals: () => number
  /** Texts of requests under way at once, at most. */
  readonly mostAtOnce: () => number
  /** Stops listening, and breaks off what is under way. */
  readonly down: () => Promise<void>
  /** Listens again, at the same address. */
  readonly up: () => Promise<void>
}

const languages = ['en', 'de', 'es', 'zh-Hans']

/** What the mock makes of a text: every word of it, so that checks have nothing to say. */
export function mocked(text: string, target: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? `${target}: ${text}` : text
}

export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { slots = Number.POSITIVE_INFINITY, requestMs = 0, textMs = 0, faulty = 0, kinds = faults, limit } = options
  const seen: Mock['seen'] = new Map()
  const accepted: { readonly at: number; readonly texts: number }[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let textsUnderWay = 0
  let mostAtOnce = 0
  let requests = 0
  let refusals = 0
  let chance = 0
  let turn = 0

  const isFaulty = (): boolean => {
    chance += faulty
    if (chance < 1) return false
    chance -= 1
    return true
  }

  const isOverLimit = (texts: number): boolean => {
    if (limit === undefined) return false
    const now = performance.now()
    const used = accepted.reduce((sum, each) => (each.at + limit.windowMs > now ? sum + each.texts : sum), 0)
    if (used + texts > limit.texts) return true
    accepted.push({ at: now, texts })
    return false
  }

  const work = async (texts: number): Promise<void> => {
    textsUnderWay += texts
    mostAtOnce = Math.max(mostAtOnce, textsUnderWay)
    if (busy >= slots) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
    await sleep(requestMs + textMs * texts)
    busy -= 1
    textsUnderWay -= texts
    waiting.shift()?.()
  }

  const translate = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { q, target } = JSON.parse(body) as { q?: string | string[]; target: string }
    if (q === undefined) return json(response, 400, { error: 'Invalid request: missing q parameter' })
    const texts = Array.isArray(q) ? q : [q]
    requests += 1
    for (const text of texts) {
      const known = seen.get(text) ?? { asked: 0, answered: 0, askedAfterAnswer: 0 }
      seen.set(text, { ...known, asked: known.asked + 1, askedAfterAnswer: known.askedAfterAnswer + (known.answered > 0 ? 1 : 0) })
    }
    if (limit !== undefined && refusals > limit.violations) return json(response, 403, { error: 'Too many request limits violations' })
    if (isOverLimit(texts.length)) {
      refusals += 1
      const oldest = accepted.find(({ at }) => at + limit!.windowMs > performance.now())?.at ?? 0
      const free = Math.ceil((oldest + limit!.windowMs - performance.now()) / 1000)
      return json(
        response,
        429,
        { error: 'Slowdown: 100 per 1 minute' },
        limit!.retryAfter ? { 'retry-after': String(Math.max(1, free)) } : {},
      )
    }
    const answers = texts.map((text) => mocked(text, target))
    if (isFaulty()) {
      turn += 1
      return fail(kinds[turn % kinds.length]!, response, answers)
    }
    await work(texts.length)
    if (response.destroyed) return
    // What was written as the connection was cut never left: that is no answer.
    response.on('finish', () => {
      for (const text of texts) seen.get(text)!.answered += 1
    })
    json(response, 200, { translatedText: Array.isArray(q) ? answers : answers[0] })
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/languages')
      return json(
        response,
        200,
        languages.map((code) => ({ code, name: code, targets: languages })),
      )
    if (request.url === '/frontend/settings') return json(response, 200, { charLimit: -1, apiKeys: false, keyRequired: false })
    if (request.url === '/translate') return translate(request, response)
    response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>404</title>')
  }

  let port = 0
  let server: Server | undefined
  const up = async (): Promise<void> => {
    server = createServer((request, response) => void handle(request, response))
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  const down = async (): Promise<void> => {
    const running = server
    server = undefined
    running?.closeAllConnections()
    await new Promise((resolve) => (running === undefined ? resolve(undefined) : running.close(resolve)))
  }
  await up()
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    requests: () => requests,
    refusals: () => refusals,
    mostAtOnce: () => mostAtOnce,
    down,
    up,
    [Symbol.asyncDispose]: down,
  }
}

function json(response: ServerResponse, status: number, content: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content))
}
