import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCache } from '../../src/engines/cache.ts'
import { type CacheKey, cached, type TranslationStore } from '../../src/engines/cached.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { EngineError, UsageError } from '../../src/errors.ts'
import { fakeTranslator, said } from './fakes.ts'

const { signal } = new AbortController()
let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  path = join(folder, 'deep', 'cache')
})
afterEach(() => rm(folder, { recursive: true }))

/** An entry of the store. */
const entry = (of: CacheKey, text: string) => ({ key: of, answer: { text, engine: 'fake' }, run: '' })

const key = (text: string, more: Partial<CacheKey> = {}): CacheKey => ({ source: 'fake', from: 'de', to: 'en', text, ...more })

describe('a cached translator', () => {
  test('asks for each text once, in this run and in the next', async () => {
    const engine = fakeTranslator()
    {
      await using cache = await openCache(path)
      const translator = cached(engine, cache)
      expect(await said(translator, ['Haus', 'Hund', 'Haus'], 'de', 'en', signal)).toEqual(['en: Haus', 'en: Hund', 'en: Haus'])
      await said(translator, ['Hund', 'Katze'], 'de', 'en', signal)
    }
    await using cache = await openCache(path)
    expect(await said(cached(engine, cache), ['Katze', 'Haus'], 'de', 'en', signal)).toEqual(['en: Katze', 'en: Haus'])
    expect(engine.calls.flat()).toEqual(['Haus', 'Hund', 'Katze'])
  })

  test('keeps engines and languages apart, and texts with odd characters', async () => {
    await using cache = await openCache(path)
    const keys = [
      key('a'),
      key('a', { source: 'other' }),
      key('a', { from: 'fr' }),
      key('a', { to: 'de' }),
      key('","a'),
      key('\0\ud800'),
      key(''),
    ]
    await cache.put(keys.map((each, index) => entry(each, `${index}`)))
    expect((await cache.get([...keys, key('b')])).map((stored) => stored?.answer.text)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      undefined,
    ])
  })

  test('keeps what came back of a call that failed', async () => {
    await using cache = await openCache(path)
    const engine = fakeTranslator(async (texts) => {
      if (texts.includes('bad')) throw new EngineError('refused-text', 'no')
      return texts.map((text) => `en: ${text}`)
    })
    const translator = cached(engine, cache)
    const expected = { code: 'refused-text', partial: ['en: a', undefined, 'en: b', undefined] }
    await expect(said(translator, ['a', 'bad', 'b', 'bad'], 'de', 'en', signal)).rejects.toMatchObject(expected)
    await expect(said(translator, ['a', 'bad', 'b', 'bad'], 'de', 'en', signal)).rejects.toMatchObject(expected)
    expect(engine.calls.flat()).toEqual(['a', 'bad', 'b', 'bad'])
    await expect(said(translator, ['b', 'a'], 'de', 'en', signal)).resolves.toEqual(['en: b', 'en: a'])
  })
})

describe('an answer', () => {
  test('says when it is of another run; one that was killed and goes on is the same', async () => {
    await using cache = await openCache(path)
    const engine = fakeTranslator()
    const ask = (run: string, text: string) => cached(engine, cache, run).translate([text], 'de', 'en', { signal })
    expect(await ask('one', 'Haus')).toEqual([{ text: 'en: Haus', engine: 'fake' }])
    expect(await ask('one', 'Haus')).toEqual([{ text: 'en: Haus', engine: 'fake' }])
    expect(await ask('two', 'Haus')).toEqual([{ text: 'en: Haus', engine: 'fake', isStored: true }])
    expect(engine.calls.flat()).toEqual(['Haus'])
  })

  test('is kept for the edition that gave it; while that cannot be told, it is the last known', async () => {
    await using cache = await openCache(path)
    let edition: string | undefined = 'fake 1'
    const engine: Translator & { readonly calls: (readonly string[])[] } = {
      ...fakeTranslator(),
      edition: async () => {
        if (edition === undefined) throw new EngineError('unreachable', 'away')
        return edition
      },
    }
    const ask = (text: string) => cached(engine, cache).translate([text], 'de', 'en', { signal })
    await ask('Haus')
    edition = undefined
    await ask('Haus')
    expect(engine.calls.flat()).toEqual(['Haus'])
    edition = 'fake 2'
    await ask('Haus')
    await ask('Haus')
    expect(engine.calls.flat()).toEqual(['Haus', 'Haus'])
  })

  test('is kept under the edition that the server has when it comes back', async () => {
    await using cache = await openCache(path)
    let edition: string | undefined
    const engine: Translator & { readonly calls: (readonly string[])[] } = {
      ...fakeTranslator(async (texts) => {
        edition = 'fake 2'
        return texts
      }),
      edition: async () => {
        if (edition === undefined) throw new EngineError('unreachable', 'away')
        return edition
      },
    }
    const ask = () => cached(engine, cache).translate(['Haus'], 'de', 'en', { signal })
    await ask()
    await ask()
    expect(engine.calls.flat()).toEqual(['Haus'])
  })
})

describe('a store that fails', () => {
  const broken: TranslationStore = {
    get: async () => {
      throw new Error('corrupted block')
    },
    put: async () => {
      throw new Error('disk full')
    },
  }

  test('is as good as none', async () => {
    expect(await said(cached(fakeTranslator(), broken), ['Haus'], 'de', 'en', signal)).toEqual(['en: Haus'])
  })
})

test('a text that two articles ask for at once is asked once; if the first gives up, the other gets it all the same', async () => {
  await using cache = await openCache(path)
  const engine = fakeTranslator(async (texts, _from, to, asked) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    asked.throwIfAborted()
    return texts.map((text) => `${to}: ${text}`)
  })
  const translator = cached(engine, cache)
  const both = await Promise.all([said(translator, ['Haus'], 'de', 'en', signal), said(translator, ['Haus'], 'de', 'en', signal)])
  expect([both, engine.calls.length]).toEqual([[['en: Haus'], ['en: Haus']], 1])
  const controller = new AbortController()
  const first = said(translator, ['Hund'], 'de', 'en', controller.signal)
  const second = said(translator, ['Hund'], 'de', 'en', signal)
  setTimeout(() => controller.abort(new Error('enough')), 5)
  await expect(first).rejects.toThrow('enough')
  expect(await second).toEqual(['en: Hund'])
})

describe('the cache', () => {
  test('takes entries that are damaged for not there', async () => {
    {
      await using cache = await openCache(path)
      await cache.put(Array.from({ length: 500 }, (_, n) => entry(key(`text ${n}`), `${n} `.repeat(200))))
    }
    // Opened once more, the log is written into a table.
    await (await openCache(path))[Symbol.asyncDispose]()
    for (const name of await readdir(path)) {
      if (!/\.(ldb|log)$/.test(name)) continue
      const bytes = await readFile(join(path, name))
      for (let at = 100; at < bytes.length - 100; at += 1500) bytes[at] = bytes[at]! ^ 0xff
      await writeFile(join(path, name), bytes)
    }
    await using cache = await openCache(path)
    const engine = fakeTranslator()
    expect(await said(cached(engine, cache), ['text 3', 'text 77'], 'de', 'en', signal)).toHaveLength(2)
  })

  test('forgets when it is told to', async () => {
    {
      await using cache = await openCache(path)
      await cache.put([entry(key('a'), 'x')])
    }
    await using cache = await openCache(path, true)
    expect(await cache.get([key('a')])).toEqual([undefined])
  })

  test('is not opened twice', async () => {
    await using _cache = await openCache(path)
    await expect(openCache(path)).rejects.toThrow(UsageError)
    await expect(openCache(path)).rejects.toThrow(/in use by another run/)
  })

  test('is made anew when it is damaged', async () => {
    {
      await using cache = await openCache(path)
      await cache.put([entry(key('a'), 'x')])
    }
    for (const name of await readdir(path)) if (/MANIFEST|CURRENT/.test(name)) await writeFile(join(path, name), 'garbage')
    await using cache = await openCache(path)
    await cache.put([entry(key('b'), 'y')])
    expect(await cache.get([key('b')])).toEqual([{ answer: { text: 'y', engine: 'fake' }, run: '' }])
  })

  test('survives a process that is killed while it writes', async () => {
    const script = `
      import { ClassicLevel } from 'classic-level'
      const level = new ClassicLevel(process.argv[1])
      for (let n = 0; ; n += 1) {
        await level.batch([{ type: 'put', key: 'k' + n, value: 'v'.repeat(500) + n }])
        if (n % 100 === 0) process.stdout.write(n + '\\n')
      }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, join(folder, 'level')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let acknowledged = -1
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        acknowledged = Number(data.toString().trim().split('\n').at(-1))
        if (acknowledged >= 1000) child.kill('SIGKILL')
      })
      child.once('exit', () => resolve())
    })
    const { ClassicLevel } = await import('classic-level')
    const level = new ClassicLevel<string, string>(join(folder, 'level'))
    for (const n of [0, 500, acknowledged]) expect(await level.get(`k${n}`)).toBe('v'.repeat(500) + n)
    await level.close()
  })
})
