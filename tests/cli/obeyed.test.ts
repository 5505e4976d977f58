/** What people said of sentences, obeyed by the next run. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Aligned, RowJudgement, SentenceJudgement, TranslationJudgement } from '../../src/article.ts'
import { appendJudgements } from '../../src/glossary/index.ts'
import { type MarkingServer, startServer } from './server.ts'
import { folderOf, type Result, records, snapshot, synoptic } from './synoptic.ts'

const input = {
  'in/one.txt': 'Der alte Turm steht seit 1887 am Fluss. Die Glocke schlägt jede Stunde. Guten Morgen, sagte der Wächter zu allen.\n',
  'in/two.txt': 'Im Winter ist der Hafen leer und kalt. Guten Morgen, sagte der Wächter zu allen. Niemand hat ihn je gehört.\n',
  'in/story.de.txt': 'Das Schiff kam 1911 nach Bremen. Es hatte Kohle geladen. Die Leute standen am Ufer. Am Abend fuhr es weiter.\n',
  'in/story.en.txt': 'The ship came to Bremen in 1911. It carried coal. People stood on the shore. In the evening it sailed on.\n',
  'glossary/people.csv': 'canonical,kind\nLise Meitner,person\n',
}

interface Project {
  readonly cwd: string
  readonly server: MarkingServer
  readonly run: (...flags: string[]) => Promise<Result>
  readonly say: (...judgements: SentenceJudgement[]) => Promise<void>
  readonly article: (id: string) => Promise<Aligned>
  readonly rowsOf: (id: string) => Promise<readonly string[]>
  readonly read: (file: string) => Promise<string>
  /** All results but run.json, which tells the time. */
  readonly results: () => Promise<Record<string, string>>
  /** Articles that the last run translated; the others were taken over. */
  readonly done: () => Promise<number>
}

async function project(server: MarkingServer, settings: object = {}): Promise<Project> {
  const cwd = await folderOf({ ...input, 'synoptic.config.json': JSON.stringify({ jobs: 1, ...settings }) })
  const read = (file: string) => readFile(join(cwd, 'out', file), 'utf8')
  const article = async (id: string) => records<Aligned>(await read('corpus/00000.jsonl')).find((one) => one.id === id)!
  return {
    cwd,
    server,
    run: (...flags) => synoptic(['run', 'in', '-o', 'out', ...flags], { cwd, env: { LIBRETRANSLATE_URL: server.url } }),
    say: (...judgements) => appendJudgements(join(cwd, 'glossary', 'judgements.jsonl'), judgements),
    article,
    rowsOf: async (id) => (await article(id)).alignments[0]!.alignments.map(({ source, target }) => `${source}-${target}`),
    read,
    results: async () => ({ ...(await snapshot(join(cwd, 'out'))), 'run.json': '' }),
    done: async () =>
      (JSON.parse(await read('run.json')) as { stages: { translate?: { articles: number } } }).stages.translate?.articles ?? 0,
  }
}

const morning: TranslationJudgement = {
  judgement: 'translation',
  article: 'one',
  from: 'de',
  to: 'en',
  source: 'Guten Morgen, sagte der Wächter zu allen.',
  target: 'Good morning, everybody, said the watchman.',
}
const coal: RowJudgement = {
  judgement: 'aligned',
  article: 'story.de',
  language: 'en',
  source: [1],
  target: [2],
  sourceText: 'Es hatte Kohle geladen.',
  targetText: 'People stood on the shore.',
}

describe('a translation that a person wrote', () => {
  test('stands in its article from the next run on, is exported as theirs, and can be taken back; nothing is asked twice', async () => {
    await using server = await startServer()
    const { cwd, run, say, article, read, results, done } = await project(server)
    expect((await run()).code).toBe(0)
    const fresh = await results()
    const asked = server.asked.length

    await say(morning)
    expect((await run('--format', 'tmx', 'xliff', 'tsv')).code).toBe(0)
    expect(await done()).toBe(1)
    expect(server.asked).toHaveLength(asked)
    expect(await read('text/one.en.txt')).toContain('Good morning, everybody, said the watchman.')
    expect(await read('text/two.en.txt')).toContain('(en) Guten Morgen')
    const one = await article('one')
    expect(one.translations[0]!.segments.map(({ origin }) => origin)).toEqual(['engine', 'engine', 'person'])
    expect(one.translations[0]!.segments[2]!.checks).toEqual([])
    expect(one.judged).toEqual([morning])
    expect(one.warnings.filter(({ code }) => code === 'judgement-unmet')).toEqual([])
    expect(await read('aligned/de-en.tsv')).toMatch(/^one\t2\t2\t1\tperson\t\taligned\tGuten Morgen/mu)
    expect(await read('aligned/de-en.xlf')).toMatch(
      /<trans-unit id="2" approved="yes">\s*<source.*\s*<target xml:lang="en" state="final">Good morning/u,
    )
    const exported = (await synoptic(['memory', 'export', 'out'], { cwd })).stdout
    expect(exported).toMatch(
      /<prop type="x-origin">person<\/prop>\s*<tuv xml:lang="de"><seg>Guten Morgen.*\s*<tuv xml:lang="en"><seg>Good morning/u,
    )
    expect(exported.match(/x-origin/gu)).toHaveLength(1)
    expect(exported.lastIndexOf('Guten Morgen')).toBe(exported.indexOf('Guten Morgen', exported.indexOf('x-origin')))

    const again = await run('--format', 'tmx', 'xliff', 'tsv')
    expect(again.stderr).toContain('1 of 1 shards were done already')

    await say({ ...morning, target: null })
    expect((await run()).code).toBe(0)
    expect(await results()).toEqual(fresh)
  })

  test('without an article stands wherever the sentence does, and the engine is never asked for it', async () => {
    await using server = await startServer()
    const { run, say, read, done } = await project(server)
    const { article: _, ...everywhere } = morning
    await say(everywhere)
    expect((await run()).code).toBe(0)
    expect(server.asked).not.toContain(morning.source)
    for (const id of ['one', 'two']) expect(await read(`text/${id}.en.txt`)).toContain('Good morning, everybody')
    await say({ ...everywhere, target: 'Good morning to all, said the watchman.' })
    await run()
    expect(await done()).toBe(2)
    expect(await read('text/two.en.txt')).toContain('Good morning to all')
  })

  test('is told of when its sentence, its article or its language is gone, or was given', async () => {
    await using server = await startServer()
    const { run, say, article } = await project(server)
    await say(
      { ...morning, source: 'Guten Abend.' },
      { ...morning, to: 'fr' },
      { ...morning, article: 'story.de', source: 'Es hatte Kohle geladen.' },
      { ...morning, article: 'three' },
    )
    const { code, stderr } = await run()
    expect(code).toBe(0)
    expect(stderr).toContain("glossary/judgements.jsonl: what is said of sentences of 'three' has no effect: the input has no such article")
    const told = async (id: string) =>
      (await article(id)).warnings.filter(({ code }) => code === 'judgement-unmet').map(({ detail }) => detail)
    expect(await told('one')).toEqual([
      "en: translation of 'Guten Abend.': the sentence is no longer there",
      `fr: translation of '${morning.source}': there is no translation into this language`,
    ])
    expect(await told('story.de')).toEqual([
      "en: translation of 'Es hatte Kohle geladen.': the translation was given with the input, and is changed there",
    ])
  })
})

describe('a row that a person judged', () => {
  test('stands, or never comes back, from the next run on, on every thread, and can be taken back', async () => {
    await using server = await startServer()
    const { cwd, run, say, article, rowsOf, read, results, done } = await project(server)
    await run()
    const fresh = await results()
    expect(await rowsOf('story.de')).toEqual(['0-0', '1-1', '2-2', '3-3'])

    const apart: RowJudgement = {
      ...coal,
      judgement: 'apart',
      source: [3],
      target: [3],
      sourceText: 'Am Abend fuhr es weiter.',
      targetText: 'In the evening it sailed on.',
    }
    await say(coal, apart)
    expect((await run('--format', 'tmx', 'tsv', 'xliff')).code).toBe(0)
    expect(await done()).toBe(1)
    const rows = await rowsOf('story.de')
    expect(rows).toContain('1-2')
    expect(rows).not.toContain('3-3')
    expect((await article('story.de')).alignments[0]!.alignments).toContainEqual({ source: [1], target: [2], score: 1, judged: 'aligned' })
    expect(await read('aligned/de-en.tsv')).toMatch(/^story\.de\t1\t2\t1\tgiven\t\taligned\tEs hatte/mu)
    expect(await read('aligned/de-en.tmx')).toMatch(/<prop type="x-judged">aligned<\/prop>\s*<tuv xml:lang="de"><seg>Es hatte/u)
    expect(await read('aligned/de-en.xlf')).toMatch(/state="signed-off">People stood/u)

    const threads = await project(server, { jobs: 3, shardArticles: 1 })
    await writeFile(join(threads.cwd, 'glossary', 'judgements.jsonl'), await readFile(join(cwd, 'glossary', 'judgements.jsonl')))
    await threads.run('--format', 'tmx', 'tsv', 'xliff')
    expect(await threads.read('aligned/de-en.tsv')).toBe(await read('aligned/de-en.tsv'))

    await say({ ...coal, judgement: 'unjudged' }, { ...apart, judgement: 'unjudged' })
    await run()
    expect(await results()).toEqual(fresh)
  })

  test('follows its sentences when the article changes, and is told of when one is gone', async () => {
    await using server = await startServer()
    const { cwd, run, say, article, rowsOf } = await project(server)
    await say(coal)
    const file = join(cwd, 'in', 'story.de.txt')
    await writeFile(file, `Ein neuer Satz steht davor. ${input['in/story.de.txt']}`)
    await run()
    expect(await rowsOf('story.de')).toContain('2-2')
    await writeFile(file, input['in/story.de.txt'].replace('Kohle', 'Holz'))
    await run()
    expect((await article('story.de')).warnings).toContainEqual({
      stage: 'align',
      code: 'judgement-unmet',
      detail: "en: aligned: 'Es hatte Kohle geladen.' and 'People stood on the shore.': the sentence is no longer there",
    })
  })
})
