/** The settings that are kept with an output make the same run again. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Config, parseConfig, type Settings } from '../../src/config.ts'
import { keepSettings, keptSettings, settingsOf } from '../../src/run/settings.ts'
import { temporaryFolder } from '../write/folder.ts'

const environment = { LIBRETRANSLATE_API_KEY: 'secret', OPENAI_API_KEY: 'secret' }
const given: readonly Settings[] = [
  {},
  { input: ['a', 'b'], to: ['fr', 'pt-BR'], engines: ['bergamot', 'memory'], wait: '2h', jobs: 3, minChars: 10, onlyLanguages: ['de'] },
  { engines: { 'es-ca': ['apertium'], '*': ['libretranslate'] }, apertium: { url: 'http://localhost:2737' }, compress: true },
  {
    openai: { url: 'http://localhost:11434/v1', model: 'm' },
    libretranslate: { url: ['http://localhost:5000', 'http://localhost:5001'], concurrency: 2 },
    fields: { text: 'content' },
    command: { run: ['cat'] },
    bergamot: { models: 'm', threads: 2 },
    encoding: 'windows-1251',
    limit: 5,
  },
]

test.each(given.map((settings) => [JSON.stringify(settings), settings]))('of %s', (_, settings) => {
  const config = parseConfig({ flags: settings as object, environment })
  expect(parseConfig({ flags: settingsOf(config) as object, environment })).toEqual(config satisfies Config)
})

test('hold no secret', async () => {
  const folder = await temporaryFolder()
  const config = parseConfig({
    flags: { libretranslate: { url: 'http://me:secret@localhost:5000' }, openai: { url: 'http://localhost:1/v1', model: 'm' } },
    environment,
  })
  await keepSettings(folder, config)
  expect(await readFile(join(folder, '.synoptic', 'settings.json'), 'utf8')).not.toContain('secret')
  expect(await keptSettings(folder)).toMatchObject({ folder: process.cwd(), settings: { to: ['en'] } })
  await keepSettings(folder, undefined)
  expect(await keptSettings(folder)).toBeUndefined()
})
