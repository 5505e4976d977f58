/**
 * What part of a server's capacity a client uses, unconfigured, beside what is commonly written: a loop, p-limit(5), batches of 50, and the npm
 * client `translate`. All in one process with the server: on a busy machine none comes near 100 %, and what counts is which comes nearer.
 */
import pLimit from 'p-limit'
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { startMock } from './server.ts'

const { signal } = new AbortController()
const one = (translator: Translator, texts: readonly string[]) => translator.translate(texts, 'de', 'en', { signal })

/** Of the package `translate`; by a name that is no literal, so that types are checked where it is not installed. */
const npmClient = 'translate'
const { Translate } = (await import(npmClient)) as {
  readonly Translate: (options: { engine: 'libre'; url: string; from: string; to: string }) => (text: string) => Promise<string>
}
const translateAt = (url: string) => Translate({ engine: 'libre', url: `${url}/translate`, from: 'de', to: 'en' })

/** A loop takes its time: so many of the texts tell as much. */
const LOOPED = 60

/** @returns how many of the texts it translated, if not all */
type Client = (url: string, texts: readonly string[]) => Promise<number | unknown>
const clients: Record<string, Client> = {
  synoptic: (url, texts) => one(traffic(libreTranslate({ url })), texts),
  sequential: async (url, texts) => {
    const translator = libreTranslate({ url })
    for (const text of texts.slice(0, LOOPED)) await one(translator, [text])
    return LOOPED
  },
  'translate, in a loop': async (url, texts) => {
    const translate = translateAt(url)
    for (const text of texts.slice(0, LOOPED)) await translate(text)
    return LOOPED
  },
  'translate, all at once': (url, texts) => {
    const translate = translateAt(url)
    return Promise.all(texts.map((text) => translate(text)))
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
    const done = await run(
      mock.url,
      Array.from({ length: texts }, (_, index) => `Das ist der Satz ${index} von vielen.`),
    )
    const share = typeof done === 'number' ? done / texts : 1
    const took = (performance.now() - started) / share
    results[name][client] = requestMs > 0 ? `${(took / 1000).toFixed(1)} s` : `${Math.round(((texts * textMs) / slots / took) * 100)} %`
  }
  console.log(name, results[name])
}
process.send?.({ results })
