import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startMock } from '../../bench/engines/server.ts'
import { parseConfig } from '../../src/config.ts'
import { run } from '../../src/run/index.ts'
import { folderOf } from '../cli/synoptic.ts'

const progress = { planned: () => {}, allPlanned: () => {}, done: () => {}, waiting: () => {}, assembling: () => {}, notice: () => {} }

test('articles of a sentence keep a server of many slots busy', async () => {
  await using mock = await startMock({ slots: 40, textMs: 40 })
  const articles = Array.from({ length: 400 }, (_, at) =>
    JSON.stringify({ id: `a${at}`, language: 'de', text: `Das ist der Satz ${at} von vielen.` }),
  )
  const cwd = await folderOf({ 'in.jsonl': articles.join('\n') })
  const flags = { input: [join(cwd, 'in.jsonl')], output: join(cwd, 'out'), glossary: [], jobs: 1 }
  const config = parseConfig({ flags, file: undefined, environment: { LIBRETRANSLATE_URL: mock.url } })
  const { counts } = await run(config, { signal: new AbortController().signal, fresh: false, part: undefined, progress })
  expect(counts).toMatchObject({ written: 400, unfinished: 0 })
  expect(mock.mostAtOnce()).toBeGreaterThan(20)
}, 60_000)
