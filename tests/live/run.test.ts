/** The whole pipeline against a real LibreTranslate server. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Aligned } from '../../src/article.ts'
import { folderOf, records, start, synoptic } from '../cli/synoptic.ts'
import { skipLive, start as startServer } from './server.ts'

const german = `Der Bahnhof wurde im Jahr 1871 eröffnet. Das Haus ist alt.

Wilhelm Rentgen kam am Abend. Der Hund von Rentgen war klein.`

async function corpusOf(output: string): Promise<Aligned[]> {
  return records<Aligned>(await readFile(join(output, 'corpus/00000.jsonl'), 'utf8'))
}

describe.skipIf(skipLive)('run with a LibreTranslate server', () => {
  test('a German article stands segment by segment beside its translation, names canonical in both; with the server stopped it is pending, and a later run fills it in', async () => {
    await using server = await startServer()
    const cwd = await folderOf({
      'in/bericht.txt': german,
      'in/report.txt': 'The station was opened in the year 1871. It still stands at the edge of the town.',
      'names.csv': 'canonical,kind\nWilhelm Röntgen,person\n',
    })
    const env = { LIBRETRANSLATE_URL: server.url }
    const run = () => synoptic(['run', 'in', '-o', 'out', '--glossary', 'names.csv', '--wait', '0'], { cwd, env })

    await server.kill()
    const without = await run()
    expect(without.code).toBe(1)
    const [pending] = await corpusOf(join(cwd, 'out'))
    expect(pending?.translations[0]?.status).toBe('pending')
    expect(pending?.normalized.source.text).toContain('Wilhelm Röntgen kam am Abend. Der Hund von Röntgen war klein.')

    await server.restart()
    const withServer = await run()
    expect(withServer.stderr).toContain('read 2 = written 2 (0 pending) + rejected 0')
    expect(withServer.code).toBe(0)
    const [filled, report] = await corpusOf(join(cwd, 'out'))
    expect(filled?.translations[0]).toMatchObject({ language: 'en', engine: expect.stringMatching(/^libretranslate \d/), status: 'done' })
    expect(filled?.alignments[0]?.alignments.map(({ source, target }) => [source, target])).toEqual([0, 1, 2, 3].map((at) => [[at], [at]]))
    expect(filled?.normalized.translations[0]?.text).toContain('Röntgen')
    expect(filled?.normalized.translations[0]?.text).not.toContain('Rentgen')
    expect(report?.translations).toEqual([])
  })

  test('a server that is restarted in mid-run loses nothing', async () => {
    await using server = await startServer()
    const articles = Array.from({ length: 60 }, (_, at) =>
      JSON.stringify({
        id: `a${at}`,
        text: `Der Bahnhof Nummer ${at} ist alt. Am Abend kamen ${at + 2} Hunde in das Haus.`,
        language: 'de',
      }),
    )
    const cwd = await folderOf({ 'dump.jsonl': articles.join('\n') })
    const { result } = start(['run', 'dump.jsonl', '-o', 'out'], { cwd, env: { LIBRETRANSLATE_URL: server.url } })
    await sleep(1500)
    await server.kill()
    await sleep(300)
    await server.restart()
    const { code, stderr } = await result
    expect(stderr).toContain('read 60 = written 60 (0 pending) + rejected 0')
    expect(code).toBe(0)
    for (const { translations } of await corpusOf(join(cwd, 'out'))) {
      expect(translations[0]?.segments.map(({ origin }) => origin)).toEqual(['engine', 'engine'])
    }
  })
})
