/**
 * Several engines as one. 1,000 sentences through a real apertium-apy in four pairs, beside asking it directly. And 20,000 over six pairs, two of
 * them by way of English, through a pool of two LibreTranslate servers that are away at random, a chat server that answers nonsense at random, and a
 * program: every sentence by the first that could, its record right, none lost and none shifted. `SYNOPTIC_DATA` has the sentences (detect-dev).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '../../src/article.ts'
import { apertiumServer } from '../../src/engines/apertium/index.ts'
import { type Clock, systemClock } from '../../src/engines/clock.ts'
import { openNamed } from '../../src/engines/open.ts'
import { routed } from '../../src/engines/routed.ts'
import { startApertium, startChat } from '../../tests/engines/local.ts'
import { startMock } from './server.ts'

const { signal } = new AbortController()
const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA is not set')
const linesOf = (language: string): string[] =>
  readFileSync(join(data, 'detect-dev', `${language}.txt`), 'utf8')
    .trimEnd()
    .split('\n')

/** Words that two texts have both, of those of the longer one. */
function shared(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)))
  return [...left!].filter((word) => right!.has(word)).length / Math.max(left!.size, right!.size, 1)
}

async function beside(): Promise<Record<string, unknown>> {
  await using server = await startApertium()
  // What it makes of a sentence depends on those it has read before: each has a server that has read none.
  await using other = await startApertium()
  const translator = apertiumServer({ url: server.url }, {})
  const results: Record<string, unknown> = {}
  for (const [from, to, code] of [
    ['en', 'es', 'eng|spa'],
    ['es', 'ca', 'spa|cat'],
    ['sv', 'da', 'swe|dan'],
    ['nb', 'nn', 'nob|nno'],
  ] as const) {
    const texts = linesOf(from).slice(0, 250)
    const answers = await translator.translate(texts, from, to, { signal })
    const directly = async (text: string): Promise<string> => {
      const query = new URLSearchParams({ langpair: code, q: text, markUnknown: 'no', format: 'txt' })
      const said = (await (await fetch(`${other.url}/translate?${query}`)).json()) as { responseData: { translatedText: string } }
      return said.responseData.translatedText
    }
    const alone: string[] = []
    for (const text of texts) alone.push(await directly(text))
    const again: string[] = []
    for (const text of texts) again.push(await directly(text))
    const sameAs = (others: readonly string[]): number => answers.filter(({ text }, at) => text === others[at]).length
    const ofAnother = answers.filter(({ text }, at) =>
      alone.some((other, index) => index !== at && shared(text, other) > shared(text, alone[at]!)),
    )
    results[`${from}-${to}`] = {
      sentences: texts.length,
      answered: answers.length,
      'equal to asking it directly': sameAs(alone),
      'asking it directly, and directly once more: equal': alone.filter((text, at) => text === again[at]).length,
      'more like the answer to another sentence': ofAnother.length,
    }
  }
  return results
}

/** Every pair, and the engines that may translate it, in their order; two pairs nobody has. */
const pairs = [
  { from: 'de', to: 'en', by: ['libretranslate', 'openai', 'command'] },
  { from: 'es', to: 'en', by: ['libretranslate', 'openai', 'command'] },
  { from: 'en', to: 'es', by: ['openai', 'libretranslate', 'command'] },
  { from: 'en', to: 'fr', by: ['command'] },
  { from: 'de', to: 'fr', by: [], between: 'en' },
  { from: 'es', to: 'fr', by: [], between: 'en' },
] as const

/** Calls between which it is drawn anew who is away. */
const TURN = 10

/** An engine that was given up is tried anew after 30 seconds: here there are more of them in a second. */
const HASTE = 300
const hasty: Clock = {
  ...systemClock,
  now: () => systemClock.now() * HASTE,
  sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / HASTE, signal),
}

/** 0..1, the same in each run (Park and Miller 1988). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

async function routes(count: number): Promise<Record<string, unknown>> {
  await using one = await startMock({ slots: 8, textMs: 1 })
  await using two = await startMock({ slots: 8, textMs: 1 })
  let isChatAway = false
  await using chat = await startChat((chat, texts) => {
    const to = /into .*?\((\w+)\)/u.exec(chat.messages[0]!.content)![1]
    return isChatAway ? 'I would rather not.' : JSON.stringify({ translations: texts.map((text) => `${to}: ${text}`) })
  })
  const settings = {
    url: [one.url, two.url],
    openai: { url: chat.url, model: 'toy', pairs: ['de-en', 'es-en', 'en-es'] },
    command: { run: ['sed', 's/^/{to}: /'], pairs: ['de-en', 'es-en', 'en-es', 'en-fr'] },
  }
  const order = ['libretranslate', 'openai', 'command'] as const
  const translator = routed({
    engines: new Map(order.map((name) => [name, openNamed(name, settings, { clock: hasty, waitMs: 0 }).translator])),
    order,
    routes: { 'en-es': ['openai', 'libretranslate', 'command'], 'en-fr': ['command'] },
  })
  // By calls, not by the clock: on a machine of any speed as many texts meet an outage.
  const random = randomOf(7)
  const away = new Set<typeof one>()
  const turn = async (): Promise<void> => {
    isChatAway = random() < 0.3
    for (const mock of [one, two]) {
      const isAway = random() < 0.4
      if (isAway && !away.has(mock)) await mock.down()
      if (!isAway && away.has(mock)) await mock.up()
      if (isAway) away.add(mock)
      else away.delete(mock)
    }
  }

  const CALL = 25
  const calls = Array.from({ length: count / CALL }, (_, at) => ({
    pair: pairs[at % pairs.length]!,
    texts: Array.from({ length: CALL }, (_, text) => `Satz ${at * CALL + text} von vielen.`),
  }))
  const counts = { answered: 0, shifted: 0, lost: 0, 'record wrong': 0, 'passed over': 0 }
  const by: Record<string, number> = {}
  const take = ({ pair, texts }: (typeof calls)[number], answers: readonly (Answer | undefined)[]): void => {
    for (const [at, text] of texts.entries()) {
      const answer = answers[at]
      if (answer === undefined) {
        counts.lost += 1
        continue
      }
      counts.answered += 1
      by[answer.engine] = (by[answer.engine] ?? 0) + 1
      const passed = (answer.passed ?? []).map(({ engine }) => engine)
      counts['passed over'] += passed.length > 0 ? 1 : 0
      const wanted = 'between' in pair ? `${pair.to}: ${pair.between}: ${text}` : `${pair.to}: ${text}`
      if (answer.text !== wanted) counts.shifted += 1
      // Who is named is the first that did not say why not.
      const first = (pair.by as readonly string[]).find((name) => !passed.includes(name))
      const isRight = 'between' in pair ? answer.version?.includes(`by way of ${pair.between}`) : answer.engine === first
      if (!isRight) counts['record wrong'] += 1
    }
  }
  let next = 0
  let turned: Promise<void> = Promise.resolve()
  const lane = async (): Promise<void> => {
    for (let call = calls[next++]; call !== undefined; call = calls[next++]) {
      if (next % TURN === 0) turned = turned.then(turn)
      await turned
      const { pair, texts } = call
      take(call, await translator.translate(texts, pair.from, pair.to, { signal }).catch((thrown) => thrown.partial ?? []))
    }
  }
  await Promise.all(Array.from({ length: 32 }, lane))
  // What is away cannot be closed.
  for (const mock of away) await mock.up()
  return { sentences: count, pairs: pairs.length, ...counts, by }
}

const [what = 'all', count = '20000'] = process.argv.slice(2)
const results = {
  ...(what !== 'routes' && { 'apertium beside asking it directly': await beside() }),
  ...(what !== 'apertium' && { 'several engines': await routes(Number(count)) }),
}
console.log(JSON.stringify(results, null, 2))
if (what === 'all') process.send?.({ results })
