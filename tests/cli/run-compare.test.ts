import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startServer } from './server.ts'
import { folderOf, synoptic } from './synoptic.ts'

/** Translates by putting something before each line. */
const program = [
  process.execPath,
  '-e',
  'process.stdin.setEncoding("utf8"); let all = ""; process.stdin.on("data", (text) => { all += text }).on("end", () => process.stdout.write(all.replace(/^(?=.)/gm, "en: ")))',
]
const german = 'Der Bahnhof wurde im Jahr 1871 eröffnet. Er steht noch heute am Rand der Stadt, und viele Reisende kennen ihn gut.'

function files(articles: number) {
  return {
    'dump.jsonl': Array.from({ length: articles }, (_, at) =>
      JSON.stringify({ id: `a${at}`, text: `Artikel ${at}. ${german}`, language: 'de' }),
    ).join('\n'),
    'synoptic.config.json': JSON.stringify({ command: { run: program, pairs: ['de-en'] } }),
  }
}

const flags = ['run', 'dump.jsonl', '-o', 'out', '--engine', 'libretranslate', 'command', '--compare', '--wait', '0']

describe('run --compare', () => {
  test('sets the engines side by side on sentences of the whole corpus, asking for nothing that the run has', async () => {
    await using server = await startServer()
    const cwd = await folderOf(files(500))
    const env = { LIBRETRANSLATE_URL: server.url }
    const { code, stderr } = await synoptic(flags, { cwd, env })
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('de-en: libretranslate, command compared on 1000 of 1,500 sentences: out/report/engines/de-en.html'),
    ])
    const { systems, order } = JSON.parse(await readFile(join(cwd, 'out/compare/de-en.json'), 'utf8'))
    expect(systems.map(({ name, segments }: { name: string; segments: unknown[] }) => [name, segments.length])).toEqual([
      ['libretranslate', 1000],
      ['command', 1000],
    ])
    expect(systems[0].segments[0].text).toMatch(/^\(en\) /)
    expect(systems[1].segments[0].text).toMatch(/^en: /)
    expect(order).toHaveLength(1000)
    const table = (await readFile(join(cwd, 'out/compare/de-en.tsv'), 'utf8')).trimEnd().split('\n')
    expect(table).toHaveLength(1 + 2 * 1000)
    expect(await readFile(join(cwd, 'out/report/engines/de-en.html'), 'utf8')).toContain('<h1>2 translations of 1,000 sentences</h1>')
    expect(await readFile(join(cwd, 'out/report/engines/index.html'), 'utf8')).toContain('href="de-en.html"')
    const overview = join(cwd, 'out/report/index.html')
    expect(await readFile(overview, 'utf8')).toContain('href="engines/index.html"')
    const { ino } = await stat(overview)
    // From the first article to the last.
    expect(table.some((row) => /Artikel (0|1)\./.test(row)) && table.some((row) => /Artikel 49[89]\./.test(row))).toBe(true)
    const asked = server.asked.length
    // 502 sentences are different: what the run has translated, the comparison does not ask for.
    expect(asked).toBeLessThan(600)

    await synoptic(flags, { cwd, env })
    expect(server.asked).toHaveLength(asked)
    // The pages of the comparison are part of the results, which stand.
    expect((await stat(overview)).ino).toBe(ino)
  })

  test('an engine that is away is left out and told, and one alone is no comparison', async () => {
    const cwd = await folderOf(files(2))
    const { code, stderr } = await synoptic(flags, { cwd, env: { LIBRETRANSLATE_URL: 'http://127.0.0.1:9' } })
    expect(code).toBe(0)
    expect(stderr).toMatch(/de-en: libretranslate is not compared: .*127\.0\.0\.1:9/)
    expect(stderr).toContain('de-en: nothing to compare, only command translated it')
  })

  test.each([
    [['--engine', 'command'], 'expected two or more'],
    [['--engine', 'memory', 'command'], 'got command'],
    [['--engine', 'libretranslate', 'command', '--shard', '1/2'], 'leave it out with --shard'],
  ])('%j is refused at once', async (more, message) => {
    const cwd = await folderOf(files(1))
    const env = { LIBRETRANSLATE_URL: 'http://127.0.0.1:9' }
    const { code, stderr } = await synoptic(['run', 'dump.jsonl', '-o', 'out', '--compare', ...more], { cwd, env })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
