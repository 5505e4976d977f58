import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bergamot, bergamot } from '../../../src/engines/bergamot/index.ts'
import { Library } from '../../../src/engines/bergamot/library.ts'
import { Pool } from '../../../src/engines/bergamot/pool.ts'
import { contract } from '../contract.ts'
import { said } from '../fakes.ts'
import { type Mirror, startMirror } from './mirror.ts'

const { signal } = new AbortController()
/** Threads run what was built. */
const worker = new URL('../../../dist/engines/bergamot/worker.js', import.meta.url)
const pairs = ['de-en', 'en-de', 'en-fr', 'en-es', 'it-en', 'pl-en', 'sv-en']
let folder: string
let mirror: Mirror
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  mirror = await startMirror(pairs)
  const library = new Library({ models: folder, mirror: mirror.url })
  await library.fetch(await library.listed(signal), signal)
})
afterAll(async () => {
  await mirror[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const open = (threads: number, timeoutMs = 60_000): Bergamot =>
  bergamot({ models: folder, mirror: mirror.url, agree: async () => true, threads, timeoutMs, worker })

contract('bergamot, its real WebAssembly', async () => {
  const engine = open(2)
  return { translator: engine.translator, numbered: false, [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]() }
})

const words = ['Haus', 'Hund', 'Katze', 'Buch', 'Fluss', 'Brücke', 'Stadt', 'Garten', 'Wasser', 'Licht', 'Zeit']
const sentences = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${words[index % words.length]} ${index} ist alt, ${words[(index * 7) % words.length]} auch.`)

describe('bergamot', () => {
  test('says the same whatever the threads and the batches, and of each text its own', async () => {
    await using one = open(1)
    await using three = open(3)
    const texts = sentences(60)
    const alone: string[] = []
    for (const text of texts) alone.push(...(await said(one.translator, [text], 'de', 'en', signal)))
    expect(await said(three.translator, texts, 'de', 'en', signal)).toEqual(alone)
    expect(new Set(alone).size).toBeGreaterThan(8)
  })

  test('goes by way of English, and says by which models', async () => {
    await using engine = open(1)
    const [answer] = await engine.translator.translate(['Das Haus ist alt.'], 'de', 'fr', { signal })
    expect(answer).toMatchObject({
      engine: 'bergamot',
      version: expect.stringMatching(/^de-en tiny [0-9a-f]{12} \+ en-fr tiny [0-9a-f]{12}$/u),
    })
    const [english] = await said(engine.translator, ['Das Haus ist alt.'], 'de', 'en', signal)
    expect([answer!.text]).toEqual(await said(engine.translator, [english!], 'en', 'fr', signal))
  })

  test('takes any number of pairs in turn on one thread', async () => {
    await using engine = open(1)
    const all = pairs.map((pair) => pair.split('-') as [string, string])
    const asked = await Promise.all(
      Array.from({ length: 4 }, () => all)
        .flat()
        .map(([from, to]) => said(engine.translator, sentences(5), from, to, signal)),
    )
    expect(asked.every((answers) => answers.length === 5)).toBe(true)
    expect(asked.slice(0, all.length)).toEqual(asked.slice(-all.length))
  })

  test('refuses a text that takes too long, and goes on with the others', async () => {
    await using engine = open(1)
    await said(engine.translator, ['Haus'], 'de', 'en', signal)
    await using hasty = open(1, 1)
    await expect(said(hasty.translator, sentences(3), 'de', 'en', signal)).rejects.toMatchObject({
      code: 'refused-text',
      message: expect.stringContaining('1 ms'),
    })
  })

  test('takes lines, markup, and what is in no language', async () => {
    await using engine = open(1)
    const odd = ['<b>Haus', 'Haus\nund\n\nHof', '😀', '  ', '\u0000\ud800', 'a'.repeat(2000), '名'.repeat(1000)]
    const answers = await said(engine.translator, odd, 'de', 'en', signal)
    expect(answers).toHaveLength(odd.length)
    expect(answers.slice(2, 4)).toEqual(['😀', '  '])
  })
})

test('threads are given as much each of what is asked for in one go', async () => {
  const counting = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ texts }) =>
        parentPort.postMessage({ kind: 'done', texts: texts.map(() => String(texts.length)), heap: 0 }))`)}`,
  )
  await using pool = new Pool({ threads: 2, timeoutMs: 60_000, worker: counting })
  const texts = Array.from({ length: 90 }, (_, index) => `text ${index}`)
  expect(new Set(await Promise.all(texts.map((text) => pool.translate(text, [], signal))))).toEqual(new Set(['45']))
})

describe('a thread that dies', () => {
  const dying = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ texts }) => {
        for (let at = 0; at < texts.length; at += 4) {
          parentPort.postMessage({ kind: 'begin', at: texts.slice(at, at + 4).map((_, index) => at + index) })
          if (texts.slice(at, at + 4).includes('poison')) process.exit(1)
        }
        parentPort.postMessage({ kind: 'done', texts: texts.map((text) => 'en: ' + text), heap: texts.includes('full') ? 2e9 : 0 })
      })`)}`,
  )

  test('takes down only the text that kills it', async () => {
    await using pool = new Pool({ threads: 2, timeoutMs: 5000, worker: dying })
    const texts = Array.from({ length: 200 }, (_, index) => (index === 77 ? 'poison' : index === 120 ? 'full' : `text ${index}`))
    const outcomes = await Promise.allSettled(texts.map((text) => pool.translate(text, [], signal)))
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.code))).toEqual(
      texts.map((text) => (text === 'poison' ? 'refused-text' : `en: ${text}`)),
    )
  })
})
