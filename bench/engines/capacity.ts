/**
 * What part of a server's capacity a client uses, unconfigured, beside what is commonly written: a loop, p-limit(5), batches of 50. All in one
 * process with the server: on a busy machine none comes near 100 %, and what counts is which comes nearer.
 */
import pLimit from 'p-limit'
import { libreTranslate } from '../../src/engines/libretranslate.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { startMock } from './server.ts'

const { signal } = new AbortController()
const one = (translator: Translator, texts: readonly string[]) => translator.translate(texts, 'de', 'en', signal)

type Client = (url: string, texts: readonly string[]) => Promise<unknown>
const clients: Record<string, Client> = {
  synoptic: (url, texts) => one(traffic(libreTranslate({ url })), texts),
  sequential: async (url, texts) => {
    const translator = libreTranslate({ url })
    for (const text of texts) await one(translator, [text])
  },
  'p-limit(5)': (url, texts) => {
    const translator = libreTranslate({ url })
    const limit = pLimit(5)
    return Promise.all(texts.map((text) => limit(() => one(translator, [text]))))
  },
  'batches of 50': async (url, texts) => {
    const translator = libreTranslate({ url })
    for (let at = 0; at < texts.length; at += 50) await one(translator, texts.slice(at, at + 50))
  },
}

interface Case {
  readonly slots: number
  readonly requestMs: number
  readonly textMs: number
  readonly texts: number
}

const cases: readonly Case[] = [
  ...[1, 4, 16, 32].map((slots) => ({ slots, requestMs: 0, textMs: 50, texts: 150 + 60 * slots })),
  { slots: 8, requestMs: 100, textMs: 3, texts: 400 },
]

const results: Record<string, Record<string, string>> = {}
for (const { slots, requestMs, textMs, texts } of cases) {
  const name = `${slots} slots, ${requestMs} ms a request + ${textMs} ms a text`
  results[name] = {}
  for (const [client, run] of Object.entries(clients)) {
    await using mock = await startMock({ slots, requestMs, textMs })
    const started = performance.now()
    await run(
      mock.url,
      Array.from({ length: texts }, (_, index) => `Das ist der Satz ${index} von vielen.`),
    )
    const took = performance.now() - started
    results[name][client] = requestMs > 0 ? `${(took / 1000).toFixed(1)} s` : `${Math.round(((texts * textMs) / slots / took) * 100)} %`
  }
  console.log(name, results[name])
}
process.send?.({ results })
