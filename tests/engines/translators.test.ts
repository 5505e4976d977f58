import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { openCache } from '../../src/engines/cache.ts'
import { cached } from '../../src/engines/cached.ts'
import { openEngine } from '../../src/engines/index.ts'
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { remoteTranslator, serveTranslator } from '../../src/engines/remote.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { EngineError } from '../../src/errors.ts'
import { contract } from './contract.ts'
import { fakeServer, fakeTranslator, translated } from './fakes.ts'

/** Takes a moment for each answer, as engines do. */
function engine(): Translator {
  return fakeTranslator(async (texts, from, to, signal) => {
    if (from === 'fr') throw new EngineError('unsupported-pair', 'no French')
    await new Promise((resolve) => setTimeout(resolve, 2))
    signal.throwIfAborted()
    return texts.map((text) => translated(text, to))
  })
}

const wrappers: Record<string, (translator: Translator) => Translator> = {
  'a fake engine': (translator) => translator,
  traffic: (translator) => traffic(translator),
}
for (const [name, wrap] of Object.entries(wrappers)) {
  contract(name, async () => ({ translator: wrap(engine()), [Symbol.asyncDispose]: async () => {} }))
}

contract('cached', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  const cache = await openCache(join(folder, 'cache'))
  return {
    translator: cached(engine(), cache),
    [Symbol.asyncDispose]: async () => {
      await cache[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
})

contract('remote', async () => {
  const { port1, port2 } = new MessageChannel()
  serveTranslator(port1, engine())
  return { translator: remoteTranslator(port2, { name: 'fake' }), [Symbol.asyncDispose]: async () => port1.close() }
})

contract('libretranslate', async () => {
  const server = await fakeServer()
  return { translator: libreTranslate({ url: server.url }), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
})

contract('the engine as it is opened for a run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  const server = await fakeServer()
  const opened = await openEngine({
    engines: ['auto'],
    url: server.url,
    apiKey: undefined,
    timeoutMs: 5000,
    cache: { path: join(folder, 'cache'), fresh: false },
  })
  return {
    translator: opened.translator,
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
})
