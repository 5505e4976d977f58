/** Judgements from a page: in the log when they are answered, taken back by an undo, obeyed by the next run. */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { review } from '../../src/review/index.ts'
import { lock } from '../../src/run/lock.ts'
import { records } from '../cli/synoptic.ts'
import { browse, project, serve } from './served.ts'

const wrong = { judgement: 'wrong', canonical: 'Lise Meitner', surface: 'Maitner' }
const right = { judgement: 'right', canonical: 'Emmy Noether', surface: 'Nöther' }

interface Shown {
  readonly canonical: string
  readonly spellings: readonly {
    readonly surface: string
    readonly judged?: unknown
    readonly contexts: readonly Record<string, unknown>[]
  }[]
}

const spelling = (rows: readonly Shown[], surface: string) =>
  rows.flatMap(({ spellings }) => spellings).find((each) => each.surface === surface)

describe('names', () => {
  test('come on cards with contexts, found by name and by state', async () => {
    const { get } = await serve((await project()).output)
    const all = (await get('/api/names')).json
    expect(all).toMatchObject({ total: 2, pages: 1 })
    expect(spelling(all.rows, 'Maitner')).toMatchObject({
      replacement: 'Meitner',
      language: 'en',
      mentions: 2,
      articles: 2,
      action: 'rewrite',
    })
    const [context] = spelling(all.rows, 'Maitner')!.contexts
    expect(context).toMatchObject({ where: 'text', segment: 1, page: true, right: expect.stringContaining(' ') })
    expect((await get('/api/names?query=n%C3%B6ther')).json.rows.map(({ canonical }: Shown) => canonical)).toEqual(['Emmy Noether'])
    expect((await get('/api/names?query=MEITNER&state=open')).json.total).toBe(1)
    expect((await get('/api/names?query=nobody')).json).toEqual({ total: 0, pages: 0, rows: [] })
    expect((await get('/api/names?page=7')).json).toMatchObject({ total: 2, rows: [] })
    expect((await get('/api/names?page=-1')).status).toBe(400)
  })
})

describe('entries that are suggested', () => {
  test('stand before the names, are judged, and open again by an undo', async () => {
    const { output, log } = await project()
    const { get, post } = await serve(output)
    const rows = [
      'Emil Bode,person,Emil,Bode,Emil Bohde,"12 in 3 documents (de 12); Bohde 2 (0.91)"',
      'Harz,place,,,,4 in 4 documents (de 4)',
    ]
    await writeFile(
      join(output, 'proposals.csv'),
      ['judgement,canonical,kind,given,family,variants,note', ...rows.map((row) => `,${row}`), 'refuse,Montag,term,,,,'].join('\n'),
    )
    const all = (await get('/api/names')).json
    expect(all.total).toBe(4)
    const bode = { canonical: 'Emil Bode', kind: 'person', given: 'Emil', family: 'Bode', variants: ['Emil Bohde'] }
    expect(all.rows[0]).toMatchObject({ proposal: bode, mentions: 12, articles: 3, spellings: [] })
    expect((await get('/api/names?query=bohde')).json.total).toBe(1)
    const { id } = (await post('judgements', { judgements: [{ judgement: 'accepted', ...bode }] })).json
    expect((await get('/api/names?state=open')).json.total).toBe(3)
    expect((await get('/api/names?state=judged')).json.rows).toMatchObject([{ canonical: 'Emil Bode' }])
    expect((await post('undo', { id })).json).toMatchObject({ notYetApplied: 0 })
    expect((await get('/api/names?state=open')).json.total).toBe(4)
    expect(records(await readFile(log, 'utf8')).at(-1)).toEqual({ judgement: 'undecided', ...bode })
  })
})

describe('a judgement', () => {
  test('is in the log when it is answered, shown at once, counted, and obeyed by the next run', async () => {
    const { output, log, run } = await project()
    const { get, post } = await serve(output)
    const answer = await post('judgements', { judgements: [wrong] })
    expect(answer.json).toEqual({ id: expect.any(String), applied: 'next run', notYetApplied: 1, articlesConcerned: 2 })
    expect(records(await readFile(log, 'utf8'))).toEqual([wrong])
    expect(spelling((await get('/api/names')).json.rows, 'Maitner')?.judged).toEqual({ verdict: 'wrong', everywhere: true })
    expect((await get('/api/names?state=open')).json.rows.map(({ canonical }: Shown) => canonical)).toEqual(['Emmy Noether'])
    expect((await get('/api/names?state=judged')).json.total).toBe(1)
    // Said of one of them again: no article more.
    expect((await post('judgements', { judgements: [{ ...wrong, article: 'two' }] })).json).toMatchObject({
      notYetApplied: 2,
      articlesConcerned: 2,
    })
    expect((await get('/api/state')).json).toMatchObject({ judgements: 2, notYetApplied: 2, articlesConcerned: 2, running: null })

    await run()
    expect(await readFile(join(output, 'text', 'one.en.txt'), 'utf8')).toContain('letters of Maitner were')
    expect(await readFile(join(output, 'names.tsv'), 'utf8')).toMatch(/^one\ten\tall\t\twrong everywhere\tkeep\t/mu)
    expect((await get('/api/state')).json).toMatchObject({ judgements: 2, notYetApplied: 0, articlesConcerned: 0 })
    expect(spelling((await get('/api/names?state=judged')).json.rows, 'Maitner')).toMatchObject({ action: 'keep' })
  })

  test('in one article leaves the others open', async () => {
    const { get, post } = await serve((await project()).output)
    await post('judgements', { judgements: [{ ...wrong, article: 'one' }] })
    const found = spelling((await get('/api/names?state=open')).json.rows, 'Maitner')!
    expect(found.judged).toBeUndefined()
    expect(found.contexts.map(({ article, judged }) => [article, judged])).toContainEqual(['one', { verdict: 'wrong', everywhere: false }])
    await post('judgements', { judgements: [{ ...wrong, article: 'two' }] })
    expect(spelling((await get('/api/names?state=judged')).json.rows, 'Maitner')?.judged).toMatchObject({ everywhere: false })
  })

  test('is undone by restoring what was said before, all of a request at once, and the undo too', async () => {
    const { output, log } = await project()
    const { get, post } = await serve(output)
    await post('judgements', { judgements: [{ ...wrong, judgement: 'right' }] })
    const { id } = (await post('judgements', { judgements: [wrong, right] })).json
    const undone = (await post('undo', { id })).json
    expect(undone).toMatchObject({ notYetApplied: 1, articlesConcerned: 2 })
    expect(records(await readFile(log, 'utf8')).slice(-2)).toEqual([
      { ...wrong, judgement: 'right' },
      { ...right, judgement: 'open' },
    ])
    expect((await get('/api/names?state=open')).json.rows.map(({ canonical }: Shown) => canonical)).toEqual(['Emmy Noether'])
    expect((await post('undo', { id })).status).toBe(404)
    await post('undo', { id: undone.id })
    expect((await get('/api/names?state=open')).json.total).toBe(0)
  })

  test('is undone after the server was started again too, the last first, and by whoever asks', async () => {
    const { output, log } = await project()
    const first = await review(output)
    const before = await browse(first.url)
    await before.post('judgements', { judgements: [{ ...wrong, judgement: 'right' }] })
    await before.post('judgements', { judgements: [wrong, right] })
    await first[Symbol.asyncDispose]()
    const { get, post } = await serve(output)
    expect((await post('undo', {})).json).toMatchObject({ said: [wrong, right], notYetApplied: 1 })
    expect((await post('undo', {})).json).toMatchObject({ said: [{ ...wrong, judgement: 'right' }], notYetApplied: 0 })
    expect(records(await readFile(log, 'utf8')).slice(-3)).toEqual([
      { ...wrong, judgement: 'right' },
      { ...right, judgement: 'open' },
      { ...wrong, judgement: 'open' },
    ])
    expect((await get('/api/names?state=judged')).json.total).toBe(0)
    const refused = await post('undo', {})
    expect([refused.status, refused.json.error]).toEqual([404, 'nothing was said that can be undone'])
  })

  test('is not undone over what was said later', async () => {
    const { post } = await serve((await project()).output)
    const { id } = (await post('judgements', { judgements: [wrong] })).json
    await post('judgements', { judgements: [{ ...wrong, judgement: 'right' }] })
    const refused = await post('undo', { id })
    expect(refused.status).toBe(409)
    expect(refused.json.error).toContain('something else was said')
  })

  test('is refused while a run goes on, and nothing is written', async () => {
    const { output, log } = await project()
    const { get, post } = await serve(output)
    const held = await lock(output)
    const refused = await post('judgements', { judgements: [wrong] })
    expect(refused.status).toBe(409)
    expect(refused.json.error).toContain('a run is going on')
    expect((await get('/api/state')).json.running).not.toBeNull()
    await held[Symbol.asyncDispose]()
    await expect(readFile(log)).rejects.toThrow('ENOENT')
    expect((await post('judgements', { judgements: [wrong] })).status).toBe(200)
  })

  test('of somebody else, in the log meanwhile, is seen', async () => {
    const { output, log } = await project()
    const { get, post } = await serve(output)
    await post('judgements', { judgements: [right] })
    await appendFile(log, `${JSON.stringify(wrong)}\n`)
    expect((await get('/api/names?state=open')).json.total).toBe(0)
    expect((await get('/api/state')).json.notYetApplied).toBe(2)
  })

  test('of sentences is kept and undone as those of names are', async () => {
    const { output, log } = await project()
    const { get, post } = await serve(output)
    const texts = { sourceText: 'Ein Satz.', targetText: 'A sentence.' }
    const row = { judgement: 'apart', article: 'three', language: 'en', source: [0], target: [1], ...texts }
    const translation = { judgement: 'translation', article: 'three', from: 'de', to: 'en', source: 'Ein Satz.', target: 'One sentence.' }
    const first = (await post('judgements', { judgements: [row] })).json
    expect(first).toMatchObject({ notYetApplied: 1, articlesConcerned: 1 })
    const second = (await post('judgements', { judgements: [translation, { ...wrong, article: 'three' }] })).json
    expect(second).toMatchObject({ notYetApplied: 3, articlesConcerned: 1 })
    expect((await get('/api/article?id=three')).json).toEqual({ judged: [row, translation] })
    expect((await get('/api/article?id=one')).json).toEqual({ judged: [] })
    expect((await post('undo', { id: second.id })).json).toMatchObject({ notYetApplied: 1, articlesConcerned: 1 })
    expect((await post('undo', { id: first.id })).json).toMatchObject({ notYetApplied: 0, articlesConcerned: 0 })
    expect((await get('/api/article?id=three')).json).toEqual({ judged: [] })
    expect(records(await readFile(log, 'utf8'))).toHaveLength(6)
    expect((await get('/api/article')).status).toBe(400)
  })

  test('that is none is refused with what was expected', async () => {
    const { output, log } = await project()
    const { post } = await serve(output)
    for (const judgements of [[], [{ ...wrong, judgement: 'maybe' }], [wrong, { ...wrong, surface: '' }], 'x'])
      expect((await post('judgements', { judgements })).status, JSON.stringify(judgements)).toBe(400)
    await expect(readFile(log)).rejects.toThrow('ENOENT')
  })
})
