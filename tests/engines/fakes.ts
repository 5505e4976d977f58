/** Stand-ins for what tests of the engines need: a server that misbehaves on demand, a clock, translators. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../src/engines/clock.ts'
import { answersOf, type Translator } from '../../src/engines/translator.ts'
import { EngineError } from '../../src/errors.ts'

/** `text` as every fake translates it: tagged with the language asked for. */
export function translated(text: string, to: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? `${to}: ${text}` : text
}

/** Translates at once, and remembers what it was asked. */
export function fakeTranslator(
  translate?: (texts: readonly string[], from: string, to: string, signal: AbortSignal) => Promise<readonly string[]>,
): Translator & { readonly calls: (readonly string[])[] } {
  const calls: (readonly string[])[] = []
  return {
    calls,
    name: 'fake',
    languages: async () => [
      { from: 'de', to: 'en' },
      { from: 'en', to: 'de' },
    ],
    translate: async (texts, from, to, { signal }) => {
      calls.push(texts)
      signal.throwIfAborted()
      return answersOf(
        'fake',
        translate === undefined ? texts.map((text) => translated(text, to)) : await translate(texts, from, to, signal),
      )
    },
  }
}

/** What `translator` says, without who says it; of an EngineError's partial answers too. */
export async function said(
  translator: Translator,
  texts: readonly string[],
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return (await translator.translate(texts, from, to, { signal })).map(({ text }) => text)
  } catch (thrown) {
    if (thrown instanceof EngineError) Object.assign(thrown, { partial: thrown.partial?.map((answer) => answer?.text) })
    throw thrown
  }
}

/** Time passes only by sleeping; chance always takes the longest wait. */
export function fakeClock(): Clock & { readonly waits: number[]; readonly pass: (milliseconds: number) => void } {
  const waits: number[] = []
  let time = 0
  return {
    waits,
    pass: (milliseconds) => {
      time += milliseconds
    },
    now: () => time,
    random: () => 1,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted()
      waits.push(milliseconds)
      time += milliseconds
    },
  }
}

export interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: {
    readonly q?: string | string[]
    readonly source?: string
    readonly target?: string
    readonly format?: string
    readonly api_key?: string
  }
}

export interface FakeServer extends AsyncDisposable {
  readonly url: string
  /** Requests to /translate, in order. */
  readonly asked: Asked[]
}

export interface FakeOptions {
  /** Of GET /languages. */
  readonly languages?: unknown
  /** Of GET /frontend/settings. */
  readonly settings?: unknown
  /** Told by GET /spec; without it there is no such page. */
  readonly version?: string
  /** Answers POST /translate in place of the server's own way, unless it returns false. */
  readonly answer?: (asked: Asked, response: ServerResponse, count: number) => false | undefined | Promise<false | undefined>
}

const defaultLanguages = [
  { code: 'en', name: 'English', targets: ['de', 'en', 'zh-Hans'] },
  { code: 'de', name: 'German', targets: ['de', 'en'] },
  { code: 'zh-Hans', name: 'Chinese', targets: ['en'] },
]

export async function fakeServer({
  languages = defaultLanguages,
  settings = { charLimit: -1, apiKeys: false, keyRequired: false },
  version,
  answer,
}: FakeOptions = {}): Promise<FakeServer> {
  const asked: Asked[] = []
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? ''
    if (path === '/languages') return json(response, 200, languages)
    if (path === '/frontend/settings') return json(response, 200, settings)
    if (path === '/spec' && version !== undefined) return json(response, 200, { info: { title: 'LibreTranslate', version } })
    if (path !== '/translate') return html(response, 404)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const question: Asked = { path, headers: request.headers, body: JSON.parse(body) }
    asked.push(question)
    if (answer !== undefined && (await answer(question, response, asked.length)) !== false) return
    const { q = '', target = '' } = question.body
    json(response, 200, { translatedText: Array.isArray(q) ? q.map((text) => translated(text, target)) : translated(q, target) })
  }
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function json(response: ServerResponse, status: number, content: unknown, headers: Record<string, string> = {}): undefined {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content))
}

export function html(response: ServerResponse, status: number): undefined {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><title>?</title>')
}
