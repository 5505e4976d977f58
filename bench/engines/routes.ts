/**
 * Several engines as one. 1,000 sentences through a real apertium-apy in four pairs, beside asking it directly. And 20,000 over six pairs, two of
 * them by way of English, through a pool of two LibreTranslate servers that are away at random, a chat server that answers nonsense at random, and a
 * program: every sentence by the first that could, its record right, none lost and none shifted. `SYNOPTIC_DATA` has the sentences (detect-dev).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '../../src/article.ts'
import { apertiumServer } from '../../src/engines/apertium/index.ts'
import { openEngine } from '../../src/engines/index.ts'
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

async function routes(count: number): Promise<Record<string, unknown>> {
  await using one = await startMock({ slots: 8, textMs: 1 })
  await using two = await startMock({ slots: 8, textMs: 1 })
  await using chat = await startChat((chat, texts, asked) => {
    const to = /into .*?\((\w+)\)/u.exec(chat.messages[0]!.content)![1]
    // Twice in a row: once is asked again.
    return asked % 40 < 4 ? 'I would rather not.' : JSON.stringify({ translations: texts.map((text) => `${to}: ${text}`) })
  })
  await using engine = await openEngine({
    engines: ['libretranslate', 'openai', 'command'],
    routes: { 'en-es': ['openai', 'libretranslate', 'command'], 'en-fr': ['command'] },
    url: [one.url, two.url],
    openai: { url: chat.url, model: 'toy', pairs: ['de-en', 'es-en', 'en-es'] },
    command: { run: ['sed', 's/^/{to}: /'], pairs: ['de-en', 'es-en', 'en-es', 'en-fr'] },
  })
  const over = new AbortController()
  const outages = (async () => {
    // One of the two, or both.
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      await sleep(1500)
      const away = turn % 3 === 2 ? [one, two] : [turn % 2 === 0 ? one : two]
      await Promise.all(away.map((mock) => mock.down()))
      await sleep(1500)
      await Promise.all(away.map((mock) => mock.up()))
    }
  })()

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
  const lane = async (): Promise<void> => {
    for (let call = calls[next++]; call !== undefined; call = calls[next++]) {
      const { pair, texts } = call
      take(call, await engine.translator.translate(texts, pair.from, pair.to, { signal }).catch((thrown) => thrown.partial ?? []))
    }
  }
  await Promise.all(Array.from({ length: 32 }, lane))
  over.abort()
  await outages
  return { sentences: count, pairs: pairs.length, ...counts, by }
}

const [what = 'all', count = '20000'] = process.argv.slice(2)
const results = {
  ...(what !== 'routes' && { 'apertium beside asking it directly': await beside() }),
  ...(what !== 'apertium' && { 'several engines': await routes(Number(count)) }),
}
console.log(JSON.stringify(results, null, 2))
if (what === 'all') process.send?.({ results })
