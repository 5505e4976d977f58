/** What is commonly written around a translator, and servers to try it on. */
import pLimit from 'p-limit'
import type { Clock } from '../../src/engines/clock.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import type { Translator } from '../../src/engines/translator.ts'

const { signal } = new AbortController()
const ask = (translator: Translator, texts: readonly string[]) => translator.translate(texts, 'de', 'en', { signal })

/** A loop takes its time: so many of the texts tell as much. */
export const LOOPED = 60

/** @returns how many of the texts it translated, if not all */
export type Client = (translator: Translator, texts: readonly string[], clock?: Clock) => Promise<unknown>

export const clients: Readonly<Record<string, Client>> = {
  synoptic: (translator, texts, clock) => ask(traffic(translator, clock === undefined ? {} : { clock }), texts),
  sequential: async (translator, texts) => {
    for (const text of texts.slice(0, LOOPED)) await ask(translator, [text])
    return LOOPED
  },
  'p-limit(5)': (translator, texts) => {
    const limit = pLimit(5)
    return Promise.all(texts.map((text) => limit(() => ask(translator, [text]))))
  },
  'batches of 50': async (translator, texts) => {
    for (let at = 0; at < texts.length; at += 50) await ask(translator, texts.slice(at, at + 50))
  },
}

interface Case {
  /** Requests the server works on at once. */
  readonly slots: number
  readonly requestMs: number
  readonly textMs: number
  readonly texts: number
}

export const cases: readonly Case[] = [
  ...[1, 4, 16, 32].map((slots) => ({ slots, requestMs: 0, textMs: 50, texts: 150 + 60 * slots })),
  ...[1, 8].map((slots) => ({ slots, requestMs: 100, textMs: 3, texts: 400 })),
]

/** Part of the server's capacity that was used, or, where requests themselves cost, the time. @param took milliseconds for `done` texts */
export function usedOf({ slots, requestMs, textMs, texts }: Case, took: number, done: unknown): string {
  const whole = typeof done === 'number' ? (took * texts) / done : took
  return requestMs > 0 ? `${(whole / 1000).toFixed(1)} s` : `${Math.round(((texts * textMs) / slots / whole) * 100)} %`
}

export function nameOf({ slots, requestMs, textMs }: Case): string {
  return `${slots} slots, ${requestMs} ms a request + ${textMs} ms a text`
}
