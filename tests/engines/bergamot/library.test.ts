import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Library, type Offer } from '../../../src/engines/bergamot/library.ts'
import { parseRegistry } from '../../../src/engines/bergamot/registry.ts'
import { installedIn, remove } from '../../../src/engines/bergamot/store.ts'
import { parsePair } from '../../../src/engines/pairs.ts'
import { type Mirror, startMirror } from './mirror.ts'

const { signal } = new AbortController()
let folder: string
let mirror: Mirror
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  mirror = await startMirror(['de-en', 'en-fr'])
})
afterEach(async () => {
  await mirror[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const library = (agree: ((offer: Offer) => Promise<boolean>) | undefined = async () => true) =>
  new Library({ models: folder, mirror: mirror.url, agree })
const model = '/models/de-en/exported/model.de-en.intgemm.alphas.bin.gz'

describe('a model that is not here', () => {
  test('is fetched once it is agreed, and is there for the next run', async () => {
    const offers: Offer[] = []
    const agreeing = library(async (offer) => {
      offers.push(offer)
      return true
    })
    const [installed] = await agreeing.chain('de', 'en', signal)
    expect(installed).toMatchObject({ from: 'de', to: 'en', architecture: 'tiny', licence: 'MPL-2.0' })
    expect(offers).toMatchObject([{ bytes: 115_712, licence: 'MPL-2.0', host: mirror.url.slice('http://'.length), folder }])
    mirror.asked.length = 0
    expect(await library(undefined).chain('de-AT', 'en', signal)).toEqual([installed])
    expect(mirror.asked).toEqual([])
  })

  test('is asked for once, whoever asks, and two lead by way of English', async () => {
    let questions = 0
    const asking = library(async ({ models }) => {
      questions += 1
      return models.length === 2
    })
    const chains = await Promise.all([1, 2, 3].map(() => asking.chain('de', 'fr', signal)))
    expect(chains.map((chain) => chain.map(({ from, to }) => `${from}-${to}`))).toEqual(Array(3).fill(['de-en', 'en-fr']))
    expect(questions).toBe(1)
  })

  test('is not fetched, nor its list, where nobody can be asked', async () => {
    await expect(new Library({ models: folder, mirror: mirror.url }).chain('de', 'en', signal)).rejects.toMatchObject({
      code: 'not-set-up',
    })
    expect(mirror.asked).toEqual([])
  })

  test('is not asked for again after a no', async () => {
    let questions = 0
    const refusing = library(async () => {
      questions += 1
      return false
    })
    for (const _ of [1, 2]) await expect(refusing.chain('de', 'en', signal)).rejects.toMatchObject({ code: 'not-set-up' })
    expect(questions).toBe(1)
    expect(await readdir(folder)).toEqual([])
  })

  test('and is nowhere is told so', async () => {
    await expect(library().chain('ja', 'en', signal)).rejects.toMatchObject({ code: 'unsupported-pair' })
  })
})

describe('a fetch that fails leaves nothing half installed:', () => {
  const fails = async (code: string, message: RegExp): Promise<void> => {
    await expect(library().chain('de', 'en', signal)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    expect(await installedIn(folder)).toEqual([])
    expect(existsSync(join(folder, 'de-en'))).toBe(false)
  }

  test('a wrong checksum', async () => {
    const files = mirror.list.models['de-en']![0]!.files as { model: { uncompressedHash: string } }
    files.model.uncompressedHash = '0'.repeat(64)
    await fails('bad-answer', /sha256/u)
  })

  test('a file that is shorter than it should be', async () => {
    const files = mirror.list.models['de-en']![0]!.files as { model: { uncompressedSize: number } }
    files.model.uncompressedSize += 1
    await fails('bad-answer', /115712 bytes, and should have 115713/u)
  })

  test('a file that is cut for good', async () => {
    mirror.files.set(model, mirror.files.get(model)!.subarray(0, 20_000))
    await fails('bad-answer', /cannot be unpacked/u)
  })

  test('a file that is not there', async () => {
    mirror.files.delete(model)
    await fails('bad-answer', /404/u)
  })

  test('no network', async () => {
    await mirror[Symbol.asyncDispose]()
    await fails('unreachable', /ECONNREFUSED/u)
    mirror = await startMirror([])
  })

  test('a folder that cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const blocked = new Library({ models: join(folder, 'file', 'models'), mirror: mirror.url, agree: async () => true })
    await expect(blocked.chain('de', 'en', signal)).rejects.toMatchObject({ message: expect.stringContaining('file') })
  })

  test('a model too large for the disk', async () => {
    const files = mirror.list.models['de-en']![0]!.files as { model: { uncompressedSize: number } }
    files.model.uncompressedSize = 1e15
    await fails('not-set-up', /MB are free/u)
  })

  test('a list that is none', async () => {
    mirror.list.models = 'nonsense' as never
    await fails('bad-answer', /not a list of models/u)
  })
})

test('a fetch that is cut goes on where it was, in the same run and in the next', async () => {
  const whole = mirror.files.get(model)!.length
  mirror.cutAfter = Math.floor(whole / 2)
  await library().chain('de', 'en', signal)
  expect(mirror.asked).toContain(`${model} from ${Math.floor(whole / 2)}`)
  await remove(folder, { from: 'de', to: 'en' })

  const controller = new AbortController()
  const cut = new Library({
    models: folder,
    mirror: mirror.url,
    agree: async () => true,
    onFetch: () => controller.abort(new Error('enough')),
  })
  await expect(cut.chain('de', 'en', controller.signal)).rejects.toThrow('enough')
  expect(await installedIn(folder)).toEqual([])
  mirror.cutAfter = undefined
  expect(await library().chain('de', 'en', signal)).toHaveLength(1)
})

test('a damaged model is told, and fetched anew', async () => {
  const [installed] = await library().chain('de', 'en', signal)
  await truncate(installed!.model, 1000)
  const notices: string[] = []
  expect(await installedIn(folder, (message) => notices.push(message))).toEqual([])
  expect(notices).toEqual([expect.stringMatching(/model\.bin has 1000 bytes, and should have 115712.*models fetch de-en/u)])
  expect(await library().chain('de', 'en', signal)).toEqual([installed])
})

test('models that were put there by hand are used as they are', async () => {
  const [installed] = await library().chain('de', 'en', signal)
  await rm(join(installed!.folder, 'model.json'))
  expect(await installedIn(folder)).toMatchObject([{ from: 'de', to: 'en', architecture: 'unknown', sha256: undefined }])
})

describe('the list of models', () => {
  const file = { path: 'a.gz' }
  const entry = (architecture: string, releaseStatus: string, more: object = {}) => ({
    architecture,
    releaseStatus,
    sourceLanguage: 'de',
    targetLanguage: 'en',
    files: { model: file, lexicalShortlist: file, vocab: file },
    ...more,
  })
  const bestOf = (...entries: object[]) =>
    parseRegistry({ models: { 'de-en': entries } }, 'the list').map(({ architecture }) => architecture)

  test('gives the best released model of a pair', () => {
    expect(bestOf(entry('tiny', 'Release'), entry('base', 'Nightly'), entry('base-memory', 'Release'))).toEqual(['base-memory'])
    expect(bestOf(entry('base', 'Nightly'))).toEqual([])
    expect(bestOf({ nonsense: true }, entry('tiny', 'Release Android'))).toEqual(['tiny'])
  })

  test('takes the next best where files of the best are not listed, and what else Mozilla tells', () => {
    const bare = entry('base', 'Release', { files: { model: file } })
    const told = entry('tiny', 'Release', { modelStatistics: { parameters: 1 }, metrics: { 'flores200-plus': { bleu: 30 } } })
    expect(bestOf(bare, told, { ...entry('base-memory', ''), releaseStatus: null })).toEqual(['tiny'])
  })

  test('knows two vocabularies, and codes of its own', () => {
    const files = { model: file, lexicalShortlist: file, srcVocab: file, trgVocab: file }
    const [listed] = parseRegistry({ models: { 'zh-en': [entry('base', 'Release', { sourceLanguage: 'zh', files })] } }, 'the list')
    expect(listed).toMatchObject({ from: 'zh-Hans', to: 'en' })
    expect(listed!.files.map(({ name }) => name)).toEqual(['model.bin', 'lex.bin', 'srcvocab.spm', 'trgvocab.spm'])
  })
})

test.each([
  ['de-en', 'de', 'en'],
  ['en-zh-Hans', 'en', 'zh-Hans'],
  ['zh-Hant-en', 'zh-Hant', 'en'],
  ['pt-BR-en', 'pt-BR', 'en'],
])('%s is a pair', (name, from, to) => {
  expect(parsePair(name)).toEqual({ from, to })
})

test('a file of a model says where it came from', async () => {
  const [installed] = await library().chain('de', 'en', signal)
  expect(JSON.parse(await readFile(join(installed!.folder, 'model.json'), 'utf8'))).toMatchObject({
    source: mirror.url,
    licence: 'MPL-2.0',
  })
})
