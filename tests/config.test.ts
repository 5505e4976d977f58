import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseConfig, readConfigFile } from '../src/config.ts'
import { UsageError } from '../src/errors.ts'

const nothing = { flags: {}, environment: {} }

describe('parseConfig', () => {
  test('the defaults', () => {
    expect(parseConfig(nothing)).toMatchObject({
      input: ['input'],
      output: 'output',
      glossary: ['glossary'],
      to: ['en'],
      engines: ['auto'],
    })
  })

  test('flags win over the file, the file over the environment', () => {
    const file = { path: 'synoptic.config.json', content: { to: ['fr'], output: 'from-file', libretranslate: { url: 'http://file:5000' } } }
    const environment = { LIBRETRANSLATE_URL: 'http://environment:5000', LIBRETRANSLATE_API_KEY: 'secret' }
    const config = parseConfig({ flags: { to: ['de'], output: undefined }, file, environment })
    expect(config.to).toEqual(['de'])
    expect(config.output).toBe('from-file')
    expect(config.libretranslate).toMatchObject({ url: 'http://file:5000', apiKey: 'secret' })
    expect(parseConfig({ flags: {}, environment }).libretranslate.url).toBe('http://environment:5000')
  })

  test('tags are made canonical, and repeats dropped', () => {
    expect(parseConfig({ flags: { to: ['EN', 'zh-TW', 'en'] }, environment: {} }).to).toEqual(['en', 'zh-Hant'])
  })

  test.each([
    [{ to: ['english'] }, "--to: expected a BCP 47 tag such as 'de' or 'pt-BR', got 'english'"],
    [{ to: ['zz-ZZ'] }, "got 'zz-ZZ': no language has the code 'zz'"],
    [{ jobs: 'abc' }, "--jobs: expected a whole number from 1 to 256, got 'abc'"],
    [{ jobs: 0 }, '--jobs'],
    [{ engines: ['bing'] }, "--engine: expected auto, memory, libretranslate, bergamot, apertium, openai, command, got 'bing'"],
  ])('%j is refused', (flags, message) => {
    expect(() => parseConfig({ flags: flags as never, environment: {} })).toThrow(message)
  })

  test('an unknown setting in the file is an error that says which there are', () => {
    const file = { path: 'c.json', content: { glosary: ['x'] } }
    expect(() => parseConfig({ ...nothing, file })).toThrow(/c\.json: glosary: no such setting; there are .*glossary/)
  })

  test.each([
    [{ bergamot: { thread: 2 } }, /c\.json: bergamot\.thread: no such setting; there are [^$]*threads/],
    [{ engines: { den: ['bergamot'] } }, /c\.json: engines: expected a pair such as 'es-ca', .* got 'den'/],
    [{ engines: { 'de-en': 'bergamot' } }, /c\.json: engines\.de-en: expected a list of engines such as \["bergamot"\], got "bergamot"/],
  ])('%j is refused where it is wrong', (content, message) => {
    expect(() => parseConfig({ ...nothing, file: { path: 'c.json', content } })).toThrow(message)
  })

  test('all problems are named at once', () => {
    const file = { path: 'c.json', content: { jobs: -1, to: ['english'] } }
    expect(() => parseConfig({ ...nothing, file })).toThrow(/to: [\s\S]*jobs: |jobs: [\s\S]*to: /)
  })

  test('a server that is no URL is refused where it was given', () => {
    expect(() => parseConfig({ flags: {}, environment: { LIBRETRANSLATE_URL: 'localhost:5000' } })).toThrow(
      "LIBRETRANSLATE_URL: expected an http(s) URL, got 'localhost:5000'",
    )
  })
})

test.each([
  ['0', 0],
  ['90s', 90_000],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['45', 45_000],
])('a wait of %s is %i ms', (wait, expected) => {
  expect(parseConfig({ flags: { wait }, environment: {} }).waitMs).toBe(expected)
})

test.each(['soon', '-1s', '1.5h', ''])('a wait of %j is refused', (wait) => {
  expect(() => parseConfig({ flags: { wait }, environment: {} })).toThrow(/--wait: expected a time such as 90s, 10m, 2h or 0/)
})

describe('readConfigFile', () => {
  test('a file that is not there is no error, unless it was asked for', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'config-')), 'none.json')
    await expect(readConfigFile(path)).rejects.toThrow(UsageError)
  })

  test('broken JSON is named by file and line', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'config-')), 'c.json')
    await writeFile(path, '{\n  "to": ["en"],\n  oops\n}')
    await expect(readConfigFile(path)).rejects.toThrow(`${path}:3: is not JSON`)
  })
})
