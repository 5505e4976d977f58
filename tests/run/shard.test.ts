import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startMock } from '../../bench/engines/server.ts'
import { parseConfig } from '../../src/config.ts'
import { run } from '../../src/run/index.ts'
import { folderOf } from '../cli/synoptic.ts'

const progress = { planned: () => {}, allPlanned: () => {}, done: () => {}, waiting: () => {}, assembling: () => {}, notice: () => {} }

const { signal } = new AbortController()

async function runIn(cwd: string, environment: Record<string, string>, more: Record<string, unknown> = {}) {
  const flags = { input: [join(cwd, 'in.jsonl')], output: join(cwd, 'out'), glossary: [], jobs: 1, wait: '0', ...more }
  return run(parseConfig({ flags, file: undefined, environment }), { signal, fresh: false, part: undefined, progress })
}

test('pending articles keep their work: a rerun begins with their translation, and ends there when nothing new came', async () => {
  const articles = Array.from({ length: 20 }, (_, at) =>
    JSON.stringify({ id: `a${at}`, language: 'de', text: `Das ist der Satz ${at} von vielen.` }),
  )
  const cwd = await folderOf({ 'in.jsonl': articles.join('\n') })
  const corpus = () => readFile(join(cwd, 'out/corpus/00000.jsonl'), 'utf8')
  expect((await runIn(cwd, {})).counts).toMatchObject({ written: 20, unfinished: 20 })
  const pending = await corpus()
  const again = await runIn(cwd, {})
  expect(again.counts).toMatchObject({ written: 20, unfinished: 20 })
  expect(Object.keys(again.stages)).toEqual(['translate'])
  expect(await corpus()).toBe(pending)

  await using mock = await startMock({})
  const filled = await runIn(cwd, { LIBRETRANSLATE_URL: mock.url })
  expect(filled.counts).toMatchObject({ written: 20, unfinished: 0 })
  expect(Object.keys(filled.stages)).toEqual(['translate', 'normalize', 'align'])
  const filledIn = await corpus()
  await rm(join(cwd, 'out'), { recursive: true })
  await runIn(cwd, { LIBRETRANSLATE_URL: mock.url })
  expect(await corpus()).toBe(filledIn)
})

test('a segment says that it is from the cache when another run had it made; one that goes on after a kill is the same run', async () => {
  await using mock = await startMock({})
  const text = 'Das ist ein Satz von vielen.'
  const cwd = await folderOf({
    'in.jsonl': JSON.stringify({ id: 'a', language: 'de', text }),
    'names.csv': 'canonical,kind\nUppsala,place\n',
  })
  const origins = async (): Promise<readonly string[]> => {
    const { translations } = JSON.parse(await readFile(join(cwd, 'out/corpus/00000.jsonl'), 'utf8'))
    return translations[0].segments.map(({ origin }: { origin: string }) => origin)
  }
  await runIn(cwd, { LIBRETRANSLATE_URL: mock.url })
  expect(await origins()).toEqual(['engine'])
  await rm(join(cwd, 'out/.synoptic/shards'), { recursive: true })
  await runIn(cwd, { LIBRETRANSLATE_URL: mock.url })
  expect(await origins()).toEqual(['engine'])
  await runIn(cwd, { LIBRETRANSLATE_URL: mock.url }, { glossary: [join(cwd, 'names.csv')] })
  expect(await origins()).toEqual(['cache'])
  expect(mock.seen.get(text)?.asked).toBe(1)
})

test('where the memory alone is asked, a rerun takes what is pending as it is', async () => {
  const cwd = await folderOf({ 'in.jsonl': '{"id":"a","language":"de","text":"Die Brücke wurde im Winter erneuert."}' })
  expect((await runIn(cwd, {}, { engines: ['memory'] })).shards).toEqual({ total: 1, skipped: 0 })
  const { counts, shards } = await runIn(cwd, {}, { engines: ['memory'] })
  expect({ counts, shards }).toMatchObject({ counts: { written: 1, unfinished: 1 }, shards: { total: 1, skipped: 1 } })
})

test('articles of a sentence keep a server of many slots busy', async () => {
  await using mock = await startMock({ slots: 40, textMs: 40 })
  const articles = Array.from({ length: 400 }, (_, at) =>
    JSON.stringify({ id: `a${at}`, language: 'de', text: `Das ist der Satz ${at} von vielen.` }),
  )
  const cwd = await folderOf({ 'in.jsonl': articles.join('\n') })
  const { counts } = await runIn(cwd, { LIBRETRANSLATE_URL: mock.url })
  expect(counts).toMatchObject({ written: 400, unfinished: 0 })
  expect(mock.mostAtOnce()).toBeGreaterThan(20)
})

test('what is rejected is told in the summary and in rejected.jsonl, and counted', async () => {
  const cwd = await folderOf({
    'in.jsonl': '{"id":"good","text":"The station was opened in 1871."}\n{"id": oops}\n{"id":"void","text":""}\n',
  })
  const { counts, rejections } = await runIn(cwd, {})
  expect(counts).toEqual({ read: 3, written: 1, rejected: 2, unfinished: 0 })
  expect(rejections).toEqual({ 'read/malformed': 1, 'read/empty': 1 })
  const lines = (await readFile(join(cwd, 'out/rejected.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).code).sort()).toEqual(['empty', 'malformed'])
})

test('another glossary of as many bytes redoes the articles', async () => {
  const cwd = await folderOf({
    'in.jsonl': '{"id":"a","text":"He lived in Upsala for years."}\n',
    'names.csv': 'canonical,variants\nUppsala,Upsala\n',
  })
  const flags = { input: [join(cwd, 'in.jsonl')], output: join(cwd, 'out'), glossary: [join(cwd, 'names.csv')], jobs: 1, wait: '0' }
  const again = () => run(parseConfig({ flags, file: undefined, environment: {} }), { progress })
  const corpus = () => readFile(join(cwd, 'out/corpus/00000.jsonl'), 'utf8')
  await again()
  expect(await corpus()).toContain('lived in Uppsala')
  await writeFile(join(cwd, 'names.csv'), 'canonical,variants\nUpsalla,Upsala\n')
  await again()
  expect(await corpus()).toContain('lived in Upsalla')
})

test('templates that were taken out are counted by name, most often first', async () => {
  const page = (id: number, text: string) =>
    `<page><title>P${id}</title><ns>0</ns><id>${id}</id><revision><text>${text}</text></revision></page>`
  const pages = page(1, 'A tower.{{Cn}} {{infobox tower|a}}') + page(2, 'A lamp.{{cn}} {{Lang|fr|bonjour}}')
  const cwd = await folderOf({ 'in.xml': `<mediawiki xml:lang="en">${pages}</mediawiki>` })
  const flags = { input: [join(cwd, 'in.xml')], output: join(cwd, 'out'), glossary: [], jobs: 1, wait: '0' }
  const options = { signal, fresh: false, part: undefined, progress }
  const counted = async () => Object.entries((await run(parseConfig({ flags, file: undefined, environment: {} }), options)).templates)
  expect(await counted()).toEqual([
    ['Cn', 2],
    ['Infobox tower', 1],
  ])
  // A rerun that finds everything done says the same.
  expect(await counted()).toEqual([
    ['Cn', 2],
    ['Infobox tower', 1],
  ])
})
