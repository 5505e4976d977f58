/** A hundred names judged by keys at the real server, which is killed in between: what was acknowledged is in the log, and the next run obeys it. */
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import type { NameJudgement } from '../../src/glossary/index.ts'
import { run } from '../../src/run/index.ts'
import { folderOf, records, start } from '../cli/synoptic.ts'
import { executablePath, launch, until } from './browser.ts'

const ENTRIES = 13
const SPELLINGS = 10

/** Words that are none, no two alike. */
const syllables = ['ba', 'dok', 'fen', 'gul', 'hir', 'jam', 'kos', 'lep', 'mun', 'nov', 'pir', 'rus', 'tav', 'wel', 'zor']
const words = Array.from({ length: ENTRIES * (SPELLINGS + 1) }, (_, at) => {
  const word = [at % 15, Math.floor(at / 15) + 2, at * 7 + 3].map((place) => syllables[place % 15]).join('')
  return word[0]!.toUpperCase() + word.slice(1)
})
const entries = Array.from({ length: ENTRIES }, (_, at) => words.slice(at * (SPELLINGS + 1), (at + 1) * (SPELLINGS + 1)))
const files = {
  'glossary/places.csv': `canonical,kind,variants\n${entries.map(([name, ...variants]) => `${name},place,${variants.join('|')}\n`).join('')}`,
  ...Object.fromEntries(
    entries.map(([, ...variants], at) => [
      `in/${at}.txt`,
      `${variants.map((variant, place) => `In the year ${1800 + place} they went to ${variant} by the old road.`).join(' ')}\n`,
    ]),
  ),
}

/** What the page was told, and what holds by it. */
class Told {
  readonly lines: NameJudgement[] = []
  readonly #said = new Map<string, string[]>()
  /** Sent, and perhaps written, but never acknowledged. */
  readonly unsure = new Set<string>()
  answered = 0

  constructor(page: Page) {
    page.on('requestfailed', (request) => {
      if (request.method() !== 'POST') return
      for (const { surface } of (request.postDataJSON() as { judgements: NameJudgement[] }).judgements) this.unsure.add(surface)
      this.answered += 1
    })
    page.on('response', (response) => void this.#hear(response))
  }

  /** 'right', 'wrong' or undefined. */
  verdict(surface: string): string | undefined {
    return this.#said.get(surface)?.at(-1)
  }

  get judged(): number {
    return [...this.#said.values()].filter(({ length }) => length > 0).length
  }

  async #hear(response: Response): Promise<void> {
    const request = response.request()
    if (request.method() !== 'POST') return
    if (response.ok()) {
      const isUndo = request.url().endsWith('/api/undo')
      const { judgements } = request.postDataJSON() as { judgements: NameJudgement[] }
      const { said } = isUndo ? ((await response.json()) as { said: NameJudgement[] }) : { said: judgements }
      for (const { surface, judgement } of said) {
        const known = this.#said.get(surface) ?? []
        if (isUndo) known.pop()
        else known.push(judgement)
        this.#said.set(surface, known)
      }
      if (!isUndo) this.lines.push(...said)
    }
    this.answered += 1
  }
}

describe.skipIf(executablePath === undefined)('a hundred judgements', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('by keys, five undone, one bulk with an exception, the server killed in the middle: none that was acknowledged is lost', async () => {
    const folder = await folderOf(files)
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const output = join(folder, 'out')
    const config = parseConfig({
      flags: { input: [join(folder, 'in')], output, glossary: [join(folder, 'glossary')], engines: ['memory'], jobs: 1 },
    })
    await run(config)
    const serve = async (port: string) => {
      const { child } = start(['serve', output, '--port', port, '--json'])
      onTestFinished(() => void child.kill('SIGKILL'))
      const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
      return { child, url: (JSON.parse(line) as { url: string }).url }
    }
    const first = await serve('0')
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    const told = new Told(page)
    let steps = 0
    const press = async (keys: string): Promise<void> => {
      steps += keys.replaceAll('x', '').length
      for (const key of keys) await page.keyboard.press(key === 'Y' ? 'Shift+Y' : key)
    }
    const settled = (): Promise<void> => until(() => told.answered === steps)
    const here = page.locator('.spelling[aria-current]')
    await page.goto(`${first.url}report/names.html`)
    await here.waitFor()
    expect(await page.locator('.spelling').count()).toBe(ENTRIES * SPELLINGS)

    await press('yny'.repeat(10))
    await settled()
    expect(told.judged).toBe(30)
    await press('uuuuu')
    await settled()
    expect(told.judged).toBe(25)
    // The rest of the third card but for one: it stands for itself.
    await press('nnnnn')
    const exception = (await here.locator('.surface').textContent())!
    await press('xY')
    await settled()
    expect([told.judged, told.verdict(exception)]).toEqual([30 + SPELLINGS - 1, undefined])

    // Killed while some are on their way, as soon as one of them has come through.
    const before = told.answered
    const pressed = press('yn'.repeat(12))
    await until(() => told.answered > before)
    first.child.kill('SIGKILL')
    await pressed
    await settled()
    await page.getByRole('alert').filter({ hasText: 'Not saved: ' }).waitFor()
    const acknowledged = told.judged
    expect(acknowledged).toBeGreaterThan(30 + SPELLINGS - 1)
    expect(acknowledged).toBeLessThan(30 + SPELLINGS - 1 + 24)

    await serve(new URL(first.url).port)
    await page.reload()
    await here.waitFor()
    // What was said last can be taken back by a page that did not say it.
    await press('u')
    await page.getByRole('status').filter({ hasText: 'Undone: ' }).waitFor()
    await settled()
    await until(async () => (await page.locator('.queue[aria-busy]').count()) === 0)
    while (told.judged < 100) {
      await press('n')
      await settled()
    }

    const lines = records<NameJudgement>(await readFile(join(folder, 'glossary', 'judgements.jsonl'), 'utf8'))
    let at = -1
    for (const judgement of told.lines) {
      at = lines.findIndex((line, place) => place > at && line.surface === judgement.surface && line.judgement === judgement.judgement)
      expect(at, `${judgement.surface} ${judgement.judgement}`).toBeGreaterThanOrEqual(0)
    }
    await run(config)
    const [head, ...rows] = (await readFile(join(output, 'names.tsv'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'))
    const cell = (row: readonly string[], name: string): string => row[head!.indexOf(name)]!
    expect(rows).toHaveLength(ENTRIES * SPELLINGS)
    for (const row of rows) {
      const verdict = told.verdict(cell(row, 'surface'))
      if (verdict === undefined && told.unsure.has(cell(row, 'surface'))) continue
      expect([cell(row, 'surface'), cell(row, 'judged'), cell(row, 'action')]).toEqual([
        cell(row, 'surface'),
        verdict === undefined ? '' : `${verdict} everywhere`,
        verdict === 'wrong' ? 'keep' : 'rewrite',
      ])
    }
  })
})
