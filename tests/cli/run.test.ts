import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Aligned } from '../../src/article.ts'
import type { RunSummary } from '../../src/run/summary.ts'
import { diskOf, mayMount } from './disk.ts'
import { type MarkingServer, startServer } from './server.ts'
import { folderOf, records, root, snapshot, start, synoptic } from './synoptic.ts'

async function summaryOf(output: string): Promise<RunSummary> {
  return JSON.parse(await readFile(join(output, 'run.json'), 'utf8')) as RunSummary
}

async function corpusOf(output: string): Promise<Aligned[]> {
  const files = await snapshot(output)
  return Object.keys(files)
    .filter((path) => path.startsWith('corpus/'))
    .sort()
    .flatMap((path) => records<Aligned>(files[path] ?? ''))
}

const german = 'Der Bahnhof wurde im Jahr 1871 eröffnet. Er steht noch heute am Rand der Stadt, und viele Reisende kennen ihn gut.'
const english = 'The station was opened in the year 1871. It still stands at the edge of the town, and many travellers know it well.'

describe('run on the sample', () => {
  test('does the whole job with no server: everything is written, translated and aligned, and the counts add up', async () => {
    const output = join(await folderOf({}), 'out')
    const { code, stderr } = await synoptic(['run', 'input', '-o', output])
    expect(stderr).toContain('read 14 = written 14 (0 pending) + rejected 0')
    expect(code).toBe(0)
    const { counts } = await summaryOf(output)
    expect(counts).toEqual({ read: 14, written: 14, rejected: 0, unfinished: 0 })

    const files = Object.keys(await snapshot(output))
    for (const file of ['names.tsv', 'rejected.jsonl', 'run.json', 'report/index.html', 'corpus/00000.jsonl']) expect(files).toContain(file)
    for (const pair of ['de-en', 'es-en', 'fr-en', 'pl-en', 'ru-en'])
      expect(files).toEqual(expect.arrayContaining([`aligned/${pair}.tmx`, `aligned/${pair}.tsv`]))
    const articles = await corpusOf(output)
    for (const { id, language } of articles) expect(files).toContain(`text/${id}.${language}.txt`)
    for (const { language, translations } of articles)
      expect(translations.map(({ status }) => status)).toEqual(language === 'en' ? [] : ['done'])
  })

  test('the same bytes from one thread and from three, in one shard and in many; a rerun skips all of it', async () => {
    const cwd = await folderOf({ 'synoptic.config.json': JSON.stringify({ shardArticles: 2 }) })
    const flags = ['run', join(root, 'input'), '--glossary', join(root, 'glossary')]
    const one = await synoptic([...flags, '-o', 'one', '--jobs', '1'], { cwd })
    const three = await synoptic([...flags, '-o', 'three', '--jobs', '3'], { cwd })
    expect([one.code, three.code]).toEqual([0, 0])
    const { 'run.json': _one, ...first } = await snapshot(join(cwd, 'one'))
    const { 'run.json': _three, ...second } = await snapshot(join(cwd, 'three'))
    expect(Object.keys(first).filter((path) => path.startsWith('corpus/'))).toHaveLength(7)
    expect(second).toEqual(first)

    const again = await synoptic([...flags, '-o', 'three', '--jobs', '3'], { cwd })
    expect(again.stderr).toContain('7 of 7 shards were done already')
    const { 'run.json': _again, ...third } = await snapshot(join(cwd, 'three'))
    expect(third).toEqual(first)

    // Of several shards, each has a folder for its texts; what is missing there is made again.
    const texts = Object.keys(first).filter((path) => path.startsWith('text/'))
    expect(new Set(texts.map((path) => path.split('/')[1]))).toEqual(new Set(Array.from({ length: 7 }, (_, shard) => `0000${shard}`)))
    const inode = async () => (await stat(join(cwd, 'three', texts[1]!))).ino
    const before = await inode()
    await synoptic([...flags, '-o', 'three', '--jobs', '3'], { cwd })
    expect(await inode()).toBe(before)
    await rm(join(cwd, 'three', texts[0]!))
    await synoptic([...flags, '-o', 'three', '--jobs', '3'], { cwd })
    const { 'run.json': _healed, ...fourth } = await snapshot(join(cwd, 'three'))
    expect(fourth).toEqual(first)
  })
})

describe('a compressed corpus', () => {
  test('says what one that is not says, in a fifth of the bytes, and is read by what reads a corpus', async () => {
    const cwd = await folderOf({ 'synoptic.config.json': JSON.stringify({ shardArticles: 4 }) })
    const flags = ['run', join(root, 'input'), '--glossary', join(root, 'glossary')]
    await synoptic([...flags, '-o', 'plain'], { cwd })
    await synoptic([...flags, '-o', 'small', '--compress'], { cwd })
    const sizes = { plain: 0, small: 0 }
    for (const shard of [0, 1, 2, 3].map((index) => `corpus/0000${index}.jsonl`)) {
      const plain = await readFile(join(cwd, 'plain', shard))
      const small = await readFile(join(cwd, 'small', `${shard}.gz`))
      expect(gunzipSync(small).equals(plain)).toBe(true)
      sizes.plain += plain.length
      sizes.small += small.length
    }
    expect(sizes.small).toBeLessThan(0.3 * sizes.plain)
    const { 'run.json': _plain, ...plain } = await snapshot(join(cwd, 'plain'))
    const { 'run.json': _small, ...small } = await snapshot(join(cwd, 'small'))
    const others = (files: Record<string, string>) => Object.entries(files).filter(([path]) => !path.startsWith('corpus/'))
    expect(others(small)).toEqual(others(plain))

    const again = await synoptic([...flags, '-o', 'small', '--compress'], { cwd })
    expect(again.stderr).toContain('4 of 4 shards were done already')
    const suggested = await Promise.all(
      ['plain', 'small'].map((output) =>
        synoptic(['glossary', 'suggest', output, '--json', '--glossary', join(root, 'glossary')], { cwd }),
      ),
    )
    expect(suggested.map(({ code }) => code)).toEqual([0, 0])
    expect(suggested[1]!.stdout).toBe(suggested[0]!.stdout)

    // Nothing is done again for it: what is finished is written anew.
    const back = await synoptic([...flags, '-o', 'small'], { cwd })
    expect(back.stderr).toContain('4 of 4 shards were done already')
    const { 'run.json': _back, ...third } = await snapshot(join(cwd, 'small'))
    expect(third).toEqual(plain)
  })
})

describe('run without a server, then with one', () => {
  test('what nobody can translate is pending, and a later run fills in exactly that', async () => {
    const cwd = await folderOf({ 'in/bahnhof.txt': german, 'in/station.txt': english })
    const first = await synoptic(['run', 'in', '-o', 'out'], { cwd })
    expect(first.code).toBe(1)
    expect(first.stderr).toContain('1 wait for a translation')
    expect((await corpusOf(join(cwd, 'out'))).find(({ id }) => id === 'bahnhof')?.translations[0]?.status).toBe('pending')

    await using server = await startServer()
    const env = { LIBRETRANSLATE_URL: server.url }
    const second = await synoptic(['run', 'in', '-o', 'out'], { cwd, env })
    expect(second.code).toBe(0)
    const asked = server.asked.sort()
    expect(asked).toEqual(['Der Bahnhof wurde im Jahr 1871 eröffnet.', expect.stringMatching(/^Er steht .* gut\.$/)])
    const [bahnhof, station] = await corpusOf(join(cwd, 'out'))
    expect(bahnhof?.translations[0]).toMatchObject({ status: 'done', engine: 'libretranslate' })
    expect(bahnhof?.translations[0]?.segments.map(({ text }) => text)).toEqual(asked.map((text) => `(en) ${text}`))
    expect(station?.translations).toEqual([])
  })

  test('a server that cannot be reached leaves the article pending, says so, and never shows the key', async () => {
    const cwd = await folderOf({ 'in/bahnhof.txt': german })
    const env = { LIBRETRANSLATE_URL: 'http://127.0.0.1:9', LIBRETRANSLATE_API_KEY: 'the-secret-key' }
    const { code, stderr, stdout } = await synoptic(['run', 'in', '-o', 'out', '--json', '--wait', '0'], { cwd, env })
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as RunSummary).counts).toEqual({ read: 1, written: 1, rejected: 0, unfinished: 1 })
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/written 1 \(1 pending: http:\/\/127\.0\.0\.1:9 cannot be reached \(.+\)\)/)
    expect(stderr + stdout + JSON.stringify(await snapshot(join(cwd, 'out')))).not.toContain('the-secret-key')
    expect((await corpusOf(join(cwd, 'out')))[0]?.warnings[0]?.detail).toContain('127.0.0.1:9')

    // It is away still: nothing is opened for what it would have to say, and that is told as before.
    const again = await synoptic(['run', 'in', '-o', 'out', '--json', '--wait', '0'], { cwd, env })
    expect(again.code).toBe(1)
    expect(JSON.parse(again.stdout) as RunSummary).toMatchObject({ counts: { unfinished: 1 }, shards: { total: 1, skipped: 1 } })
    expect(again.stderr.trimEnd().split('\n').at(-1)).toMatch(/written 1 \(1 pending: http:\/\/127\.0\.0\.1:9 cannot be reached \(.+\)\)/)
  })

  test('a new glossary redoes the articles, and asks the engine for nothing again', async () => {
    await using server = await startServer()
    const cwd = await folderOf({ 'in/bahnhof.txt': german, 'names.csv': 'canonical,kind\nUppsala,place\n' })
    const env = { LIBRETRANSLATE_URL: server.url }
    expect((await synoptic(['run', 'in', '-o', 'out'], { cwd, env })).code).toBe(0)
    const before = server.asked.length
    const again = await synoptic(['run', 'in', '-o', 'out', '--glossary', 'names.csv'], { cwd, env })
    expect(again.code).toBe(0)
    expect(again.stderr).not.toContain('done already')
    expect(server.asked.length).toBe(before)
    expect((await synoptic(['run', 'in', '-o', 'out', '--fresh'], { cwd, env })).code).toBe(0)
    expect(server.asked.length).toBe(2 * before)
  })
})

/** 300 articles of three sentences, no two alike. */
function dump(): string {
  const towns = ['Aachen', 'Bremen', 'Coburg', 'Dresden', 'Emden', 'Fulda', 'Gotha', 'Halle', 'Jena', 'Kassel']
  return Array.from({ length: 300 }, (_, at) => {
    const town = towns[at % towns.length]
    const text = `Der Bahnhof Nummer ${at} in ${town} wurde im Jahr ${1850 + (at % 60)} eröffnet. Am ersten Tag kamen ${at + 200} Reisende in die Stadt ${town}. Das Gebäude mit der Nummer ${at} steht noch heute.`
    return JSON.stringify({ id: `station-${at}`, title: '', text, language: 'de' })
  }).join('\n')
}

describe('a run in parts', () => {
  test.each([1, 3, 10])('%i parts, assembled, are byte for byte one run', async (count) => {
    const cwd = await folderOf({ 'synoptic.config.json': JSON.stringify({ shardArticles: 2 }) })
    const flags = ['run', join(root, 'input'), '--glossary', join(root, 'glossary'), '--jobs', '1']
    const parts = Array.from({ length: count }, (_, at) => `part-${at + 1}`)
    for (const [at, part] of parts.entries()) {
      const { code, stderr } = await synoptic([...flags, '--shard', `${at + 1}/${count}`, '-o', part], { cwd })
      expect([code, stderr]).toEqual([0, expect.stringContaining('synoptic assemble')])
    }
    const missing = await synoptic(['assemble', ...parts.slice(1), '-o', 'without'], { cwd })
    expect(missing.code).toBe(2)
    if (count > 1) expect(missing.stderr).toContain('shards are in none of these folders (1')
    const { code, stderr } = await synoptic(['assemble', ...parts, '-o', 'all'], { cwd })
    expect([code, stderr]).toEqual([0, expect.stringContaining('read 14 = written 14')])
    await synoptic([...flags, '-o', 'one'], { cwd })
    const { 'run.json': _all, ...all } = await snapshot(join(cwd, 'all'))
    const { 'run.json': _one, ...one } = await snapshot(join(cwd, 'one'))
    expect(all).toEqual(one)
    const again = await synoptic([...flags, '-o', 'all'], { cwd })
    expect(again.stderr).toContain('7 of 7 shards were done already')
  })

  test('parts of different runs are refused, and so is a part of nothing', async () => {
    const cwd = await folderOf({ 'a/a.txt': 'One text.', 'b/b.txt': 'Another text.' })
    for (const name of ['a', 'b']) await synoptic(['run', name, '--shard', '1/1', '-o', `out-${name}`], { cwd })
    const { code, stderr } = await synoptic(['assemble', 'out-a', 'out-b', '-o', 'out'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('out-a and out-b are not parts of one run')])
    expect((await synoptic(['run', 'a', '--shard', '4/3'], { cwd })).stderr).toContain(
      "expected I/N with I from 1 to N, such as 2/8, got '4/3'",
    )
    expect((await synoptic(['assemble', 'a', '-o', 'out'], { cwd })).stderr).toContain('a: no finished run is there')
  })
})

test('an article put in front of others does not redo them; where they were read from is put right', async () => {
  const lines = Array.from({ length: 6 }, (_, at) => JSON.stringify({ id: `x${at}`, text: `The station number ${at} was opened in 1871.` }))
  const cwd = await folderOf({ 'dump.jsonl': lines.join('\n') })
  const run = () => synoptic(['run', 'dump.jsonl', '-o', 'out', '--jobs', '1', '--json'], { cwd })
  await run()
  await writeFile(join(cwd, 'dump.jsonl'), ['', '', ...lines].join('\n'))
  const { stderr } = await run()
  expect(stderr).toContain('1 of 1 shards were done already')
  expect((await corpusOf(join(cwd, 'out'))).map(({ origin }) => origin.line)).toEqual([3, 4, 5, 6, 7, 8])
})

describe('a run that is stopped', () => {
  /** Whole lines of the journals and of the shards that are done: an article each. */
  async function finishedIn(cwd: string): Promise<string[]> {
    const journals = await snapshot(join(cwd, 'out/.synoptic/shards')).catch(() => ({}))
    return Object.entries<string>(journals).flatMap(([path, text]) =>
      /\.(journal|jsonl)$/.test(path) ? text.split('\n').slice(0, -1) : [],
    )
  }

  async function stopped(
    server: MarkingServer,
    signal: NodeJS.Signals,
  ): Promise<{ cwd: string; env: Record<string, string>; code: number | null }> {
    const cwd = await folderOf({ 'dump.jsonl': dump(), 'synoptic.config.json': JSON.stringify({ shardArticles: 100 }) })
    const env = { LIBRETRANSLATE_URL: server.url }
    // The server falls silent in the middle, so that the run is under way when it is stopped, however busy the machine is.
    server.holdAfter = 700
    const { child, result } = start(['run', 'dump.jsonl', '-o', 'out', '--jobs', '2'], { cwd, env })
    while ((await finishedIn(cwd)).length < 60) await sleep(50)
    child.kill(signal)
    const { code } = await result
    server.holdAfter = undefined
    return { cwd, env, code }
  }

  test('kill -9: every article once, none lost, what was finished is not translated again', async () => {
    await using server = await startServer(20)
    const { cwd, env } = await stopped(server, 'SIGKILL')
    const finished = (await finishedIn(cwd)).map((line) => JSON.parse(line.slice(line.lastIndexOf('\t') + 1)) as Aligned)
    expect(server.asked.splice(0).length).toBeLessThan(900)

    const again = await synoptic(['run', 'dump.jsonl', '-o', 'out', '--jobs', '2'], { cwd, env })
    expect(again.code).toBe(0)
    const ids = (await corpusOf(join(cwd, 'out'))).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 300 }, (_, at) => `station-${at}`))
    const askedAgain = new Set(server.asked)
    for (const { segments } of finished) for (const { text } of segments) expect(askedAgain).not.toContain(text)
    expect(askedAgain.size).toBe(server.asked.length)
  })

  test('Ctrl-C: exit code 130, and the same command goes on', async () => {
    await using server = await startServer(20)
    const { cwd, env, code } = await stopped(server, 'SIGINT')
    expect(code).toBe(130)
    expect((await synoptic(['run', 'dump.jsonl', '-o', 'out'], { cwd, env })).code).toBe(0)
    expect((await summaryOf(join(cwd, 'out'))).counts).toEqual({ read: 300, written: 300, rejected: 0, unfinished: 0 })
  })
})

describe('bad input', () => {
  test('each bad file is rejected with a reason and a place, and the rest is done', async () => {
    const cwd = await folderOf({
      'in/good.txt': english,
      'in/empty.txt': '',
      'in/binary.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]),
      'in/latin1.txt': Buffer.from(`${english}\nna\xefve\n`, 'latin1'),
      'in/records.jsonl': `{"id":"fine","text":${JSON.stringify(english)}}\n{"id": oops}\n{"title":"no text"}\n`,
    })
    const { code, stderr } = await synoptic(['run', 'in', '-o', 'out'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toContain('read 7 = written 2 (0 pending) + rejected 5')
    expect(stderr).toContain('out/rejected.jsonl tells why')
    const rejected = records<{ origin: { file: string; line: number }; code: string; detail: string }>(
      await readFile(join(cwd, 'out/rejected.jsonl'), 'utf8'),
    )
    const by = Object.fromEntries(rejected.map(({ origin, code: why }) => [`${origin.file}:${origin.line}`, why]))
    expect(by).toEqual({
      'in/binary.txt:1': 'binary',
      'in/empty.txt:1': 'empty',
      'in/latin1.txt:1': 'invalid-utf8',
      'in/records.jsonl:2': 'malformed',
      'in/records.jsonl:3': 'malformed',
    })
    expect(rejected.find((each) => each.code === 'invalid-utf8')?.detail).toMatch(/line 2\b.*--encoding/)
  })

  test.each([
    [['run', 'nowhere'], 'nowhere: no such file'],
    [['run', '--too', 'en'], "unknown option '--too'"],
    [['run', '--to', 'english'], "expected a BCP 47 tag such as 'de' or 'pt-BR', got 'english'"],
    [['run', '--engine', 'bing'], 'bing'],
    [['run', '--jobs', 'many'], '--jobs'],
    [['run', 'in', '-o', 'in/out'], 'may not stand inside each other'],
    [['run', 'in', '--glossary', 'none.csv'], 'none.csv: glossary cannot be read'],
    [['run', 'in', '--glossary', 'bad.csv'], 'bad.csv:1:2: expected'],
    [['frobnicate'], "unknown command 'frobnicate'"],
  ])('%j is wrong usage', async (args, message) => {
    const cwd = await folderOf({ 'in/good.txt': english, 'bad.csv': 'canonical,english\nUppsala,Upsala\n' })
    const { code, stderr } = await synoptic(args, { cwd })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  test('an output that is not ours is not replaced', async () => {
    const cwd = await folderOf({ 'in/good.txt': english, 'out/text/diary.txt': 'dear diary' })
    const { code, stderr } = await synoptic(['run', 'in', '-o', 'out'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('out/text is not of this program')
    expect(await readFile(join(cwd, 'out/text/diary.txt'), 'utf8')).toBe('dear diary')
  })
})

describe.skipIf(!mayMount)('a full disk', () => {
  test('is said in words, with a remedy; with space again the same command finishes', async () => {
    const cwd = await folderOf({ 'in/good.txt': english })
    await using disk = await diskOf(256, 240)
    const full = await synoptic(['run', 'in', '-o', join(disk.folder, 'out')], { cwd })
    expect(full.stderr).toMatch(/disk is full; free some space, or choose another folder with -o/)
    expect(full.code).toBe(2)
    await disk.empty()
    const again = await synoptic(['run', 'in', '-o', join(disk.folder, 'out')], { cwd })
    expect(again.stderr).toContain('read 1 = written 1')
    expect(again.code).toBe(0)
  })
})
