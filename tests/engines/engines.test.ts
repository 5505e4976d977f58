import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeEngines, openEngine } from '../../src/engines/index.ts'
import { UsageError } from '../../src/errors.ts'
import { cpuMilliseconds } from '../cpu.ts'
import { fakeServer, html, json, said } from './fakes.ts'

const { signal } = new AbortController()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
})
afterAll(() => rm(folder, { recursive: true }))

const settings = {
  bergamot: { models: '/nowhere' },
  url: undefined as string | undefined,
  apiKey: undefined,
  timeoutMs: 1000,
  waitMs: 0,
}

describe('openEngine', () => {
  test('without a server translates nothing', async () => {
    await using engine = await openEngine({ ...settings, engines: ['auto'] })
    expect(await said(engine.translator, ['', ''], 'de', 'en', signal)).toEqual(['', ''])
    await expect(said(engine.translator, ['Haus'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'not-set-up' })
  })

  test('with the memory alone asks no server', async () => {
    await using server = await fakeServer()
    await using engine = await openEngine({ ...settings, url: server.url, engines: ['memory'] })
    await expect(said(engine.translator, ['Haus'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'not-set-up' })
    expect(server.asked).toEqual([])
  })

  test('refuses a server that was asked for by name and has no address, or a wrong one', async () => {
    await expect(openEngine({ ...settings, engines: ['libretranslate'] })).rejects.toThrow(UsageError)
    await expect(openEngine({ ...settings, url: 'nonsense', engines: ['auto'] })).rejects.toThrow(UsageError)
  })

  test('keeps translations from one opening to the next', async () => {
    await using server = await fakeServer()
    const options = {
      ...settings,
      url: server.url,
      engines: ['memory', 'auto'] as const,
      cache: { path: join(folder, 'cache'), fresh: false },
    }
    for (const _ of ['first', 'second']) {
      await using engine = await openEngine(options)
      expect(await said(engine.translator, ['Haus'], 'de', 'en', signal)).toEqual(['en: Haus'])
    }
    expect(server.asked).toHaveLength(1)
  })

  test('makes a thousand calls fail fast where nobody listens', async () => {
    const server = await fakeServer()
    await server[Symbol.asyncDispose]()
    await using engine = await openEngine({ ...settings, url: server.url, engines: ['auto'] })
    const started = cpuMilliseconds()
    const calls = Array.from({ length: 1000 }, (_, index) => said(engine.translator, [`Haus ${index}`], 'de', 'en', signal))
    const outcomes = await Promise.allSettled(calls)
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason.code === 'unreachable')).toBe(true)
    expect(cpuMilliseconds() - started).toBeLessThan(8000)
  })
})

describe('describeEngines', () => {
  test('lists what is served', async () => {
    await using server = await fakeServer()
    const memory = join(folder, 'a.tmx')
    await writeFile(memory, '<tmx><body><tu><tuv xml:lang="de"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu></body></tmx>')
    expect(await describeEngines({ ...settings, url: server.url, memory: [memory] }, signal)).toMatchObject([
      {
        name: 'memory',
        available: true,
        pairs: [
          { from: 'de', to: 'fr' },
          { from: 'fr', to: 'de' },
        ],
      },
      { name: 'libretranslate', available: true, pairs: expect.arrayContaining([{ from: 'de', to: 'en' }]) },
      { name: 'bergamot', available: false },
    ])
  })

  test('proves the key: a server tells its languages to anybody', async () => {
    await using server = await fakeServer({
      settings: { apiKeys: true },
      answer: ({ body }, response) => (body.api_key === 'right' ? false : json(response, body.api_key === undefined ? 400 : 403, {})),
    })
    const describe = async (apiKey: string) => (await describeEngines({ ...settings, url: server.url, apiKey, memory: [] }, signal))[1]
    expect(await describe('right')).toMatchObject({ available: true })
    expect(await describe('wrong')).toMatchObject({ available: false, remedy: expect.stringContaining('LIBRETRANSLATE_API_KEY') })
  })

  test('tells why not, and what to do', async () => {
    await using server = await fakeServer({ settings: { keyRequired: true } })
    const engines = await describeEngines({ ...settings, url: server.url, memory: [] }, signal)
    expect(engines).toMatchObject([
      { name: 'memory', available: false, pairs: [], remedy: expect.stringContaining('.tmx') },
      {
        name: 'libretranslate',
        available: false,
        pairs: [],
        reason: expect.stringContaining('API key'),
        remedy: expect.stringContaining('LIBRETRANSLATE_API_KEY'),
      },
      { name: 'bergamot', available: false, pairs: [], reason: 'no model is here', remedy: expect.stringContaining('models fetch') },
    ])
    const [, none] = await describeEngines({ ...settings, memory: [] }, signal)
    expect(none).toMatchObject({ available: false, remedy: expect.stringContaining('LIBRETRANSLATE_URL') })
    await using other = await fakeServer({ answer: (_, response) => html(response, 200) })
    const [, wrong] = await describeEngines({ ...settings, url: `${other.url}/elsewhere`, memory: [] }, signal)
    expect(wrong).toMatchObject({ available: false, reason: expect.stringContaining('LibreTranslate server') })
  })
})
