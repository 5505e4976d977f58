/** A loopback server that speaks LibreTranslate's protocol, says what it was asked, and translates by marking the text. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

export interface MarkingServer extends AsyncDisposable {
  readonly url: string
  /** Every text it was asked for, in order. */
  readonly asked: string[]
  /** Answers no more once it was asked for so many texts; undefined: answers again. */
  holdAfter: number | undefined
}

const languages = ['de', 'en', 'fr', 'pl']

/** @param delay milliseconds before each answer */
export async function startServer(delay = 0): Promise<MarkingServer> {
  const asked: string[] = []
  const state: { holdAfter: number | undefined } = { holdAfter: undefined }
  const answers: Record<string, (body: { q: string | string[]; target: string }) => unknown> = {
    '/languages': () => languages.map((code) => ({ code, name: code, targets: languages })),
    '/frontend/settings': () => ({ charLimit: 5000, keyRequired: false }),
    '/translate': ({ q, target }) => {
      const texts = [q].flat()
      asked.push(...texts)
      const marked = texts.map((text) => `(${target}) ${text}`)
      return { translatedText: Array.isArray(q) ? marked : marked[0] }
    },
  }
  const server = createServer(async (request, response) => {
    const answer = answers[request.url ?? '']
    const body = request.method === 'POST' ? ((await json(request)) as { q: string | string[]; target: string }) : { q: [], target: '' }
    await sleep(delay)
    if (asked.length >= (state.holdAfter ?? Number.POSITIVE_INFINITY)) return
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer?.(body) ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    set holdAfter(texts: number | undefined) {
      state.holdAfter = texts
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
