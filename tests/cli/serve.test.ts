/** The built `serve`, as a user starts it: killed, and running the run again. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Browser, browse } from '../review/served.ts'
import { folderOf, records, start, synoptic } from './synoptic.ts'

const surfaces = Array.from({ length: 40 }, (_, at) => `Maitne${'aeiou'[at % 5]}${'bcdfghkl'[Math.floor(at / 5)]}`)

async function project(): Promise<string> {
  const articles = surfaces.map((surface, at) => [
    `in/${at}.txt`,
    `Lise Meitner left Berlin in 1938. The letters of ${surface} were read in the hall, page ${at}.\n`,
  ])
  const folder = await folderOf({
    ...Object.fromEntries(articles),
    'glossary/people.csv': `canonical,kind,variants\nLise Meitner,person,${surfaces.join('|')}\n`,
    'synoptic.config.json': JSON.stringify({ jobs: 1, engines: ['memory'] }),
  })
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  expect((await synoptic(['run', 'in', '-o', 'out'], { cwd: folder })).code).toBe(0)
  return folder
}

async function served(cwd: string): Promise<Browser & { readonly child: ChildProcess }> {
  const { child } = start(['serve', 'out', '--port', '0', '--json'], { cwd })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const { value: line } = await createInterface({ input: child.stdout! })[Symbol.asyncIterator]().next()
  return { ...(await browse((JSON.parse(line) as { url: string }).url)), child }
}

const wrong = (surface: string) => ({ judgement: 'wrong', canonical: 'Lise Meitner', surface })

describe('serve', () => {
  test('killed while it writes has lost nothing that it answered, goes on, and the next run obeys all', async () => {
    const cwd = await project()
    const log = join(cwd, 'glossary', 'judgements.jsonl')
    const { post, child } = await served(cwd)
    const answered: string[] = []
    // All at once: some are answered, some are not when it dies.
    await Promise.all(
      surfaces.slice(0, 30).map(async (surface) => {
        const { status } = await post('judgements', { judgements: [wrong(surface)] }).catch(() => ({ status: 0 }))
        if (status === 200) answered.push(surface)
        if (answered.length === 10) child.kill('SIGKILL')
      }),
    )
    await once(child, 'exit').catch(() => {})
    expect(answered.length).toBeGreaterThanOrEqual(10)
    const said = (await readFile(log, 'utf8')).split('\n').filter((line) => line.endsWith('}'))
    for (const surface of answered) expect(said).toContain(JSON.stringify(wrong(surface)))

    await appendFile(log, '{"judgement":"wrong","canonical":"Lise M')
    const again = await served(cwd)
    const undone = (await again.post('judgements', { judgements: [wrong(surfaces[38]!)] })).json
    await again.post('judgements', { judgements: [wrong(surfaces[39]!)] })
    await again.post('undo', { id: undone.id })
    again.child.kill('SIGTERM')
    await once(again.child, 'exit')
    const verdicts = new Map(
      records<{ surface: string; judgement: string }>(await readFile(log, 'utf8')).map((each) => [each.surface, each.judgement]),
    )

    expect((await synoptic(['run', 'in', '-o', 'out'], { cwd })).stderr).not.toContain('not whole')
    const rows = (await readFile(join(cwd, 'out', 'names.tsv'), 'utf8')).split('\n').map((line) => line.split('\t'))
    const columns = rows[0]!
    const cell = (row: readonly string[], column: string): string | undefined => row[columns.indexOf(column)]
    for (const surface of surfaces) {
      const row = rows.find((each) => cell(each, 'surface') === surface)!
      const isWrong = verdicts.get(surface) === 'wrong'
      expect([surface, cell(row, 'wrong'), cell(row, 'action')]).toEqual([surface, isWrong ? 'all' : '', isWrong ? 'keep' : 'rewrite'])
    }
    expect(verdicts.get(surfaces[38]!)).toBe('open')
    expect(verdicts.get(surfaces[39]!)).toBe('wrong')
  })

  test('runs again with the settings of the run, tells how far it is, and then shows the new pages', async () => {
    const cwd = await project()
    const { get, post } = await served(cwd)
    expect((await get('/api/state')).json).toMatchObject({ running: null, canRun: true, notYetApplied: 0 })
    await post('judgements', { judgements: surfaces.slice(0, 3).map(wrong) })
    expect((await get('/api/state')).json).toMatchObject({ notYetApplied: 3, articlesConcerned: 3 })
    const before = (await get('/text/0.en.txt')).body
    expect(before).not.toContain(surfaces[0])
    const begun = await post('run', {})
    expect(begun.json).toMatchObject({ running: { done: 0, line: expect.any(String) }, canRun: false })
    expect((await post('run', {})).status).toBe(409)
    let state = begun.json
    while (state.running !== null) {
      await pause(20)
      state = (await get('/api/state')).json
    }
    expect(state).toMatchObject({ notYetApplied: 0, canRun: true, lastRun: '40 articles written, 0 of them pending, 0 rejected' })
    expect((await get('/text/0.en.txt')).body).toContain(`letters of ${surfaces[0]} were`)
    expect((await get('/api/names?state=judged')).json.total).toBe(1)
  })

  test('says what is wrong, and what to do', async () => {
    const cwd = await project()
    const nowhere = await synoptic(['serve', 'nowhere'], { cwd })
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('nowhere: no finished run is there; name the folder') })
    expect((await synoptic(['serve', 'out', '--port', 'x'], { cwd })).stderr).toContain(
      "--port: expected a number from 0 to 65535, got 'x'",
    )
    const { url } = await served(cwd)
    const taken = await synoptic(['serve', 'out', '--port', new URL(url).port], { cwd })
    expect(taken).toMatchObject({ code: 2, stderr: expect.stringContaining('is taken; choose another with --port') })
  })
})
