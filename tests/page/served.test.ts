/** What is judged in a real browser, at the real server: in the log when it is said to be, and obeyed by the next run. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { records } from '../cli/synoptic.ts'
import { project, serve } from '../review/served.ts'
import { executablePath, launch, until } from './browser.ts'

describe.skipIf(executablePath === undefined)('synoptic serve in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('takes judgements by keys, undoes them, and has the next run obey', async () => {
    const { output, log, run } = await project()
    const { url } = await serve(output)
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on(
      'console',
      (message) => message.type() === 'error' && !message.location().url.endsWith('favicon.ico') && errors.push(message.text()),
    )
    await page.goto(url)
    await page.goto(`${url}report/names.html`)
    const first = page.locator('.spelling[aria-current] .surface')
    await first.waitFor()
    const [surface] = await first.allTextContents()
    const status = page.getByRole('status')

    await page.keyboard.press('n')
    await status.filter({ hasText: `${surface} is not ` }).waitFor()
    await page.keyboard.press('y')
    await status.filter({ hasNotText: `${surface} is not ` }).waitFor()
    await page.keyboard.press('u')
    await status.filter({ hasText: 'Undone: ' }).waitFor()
    const said = records<{ judgement: string; surface: string }>(await readFile(log, 'utf8'))
    expect(said.map(({ judgement }) => judgement)).toEqual(['wrong', 'right', 'open'])
    expect(said[0]!.surface).toBe(surface)
    await page.getByText('1 judgement for the next run').waitFor()

    await run()
    const table = (await readFile(join(output, 'names.tsv'), 'utf8')).split('\n').filter((line) => line.includes(surface!))
    expect(table.length).toBeGreaterThan(0)
    for (const line of table) expect(line).toContain('judged wrong')
    await page.reload()
    await page.getByText('Every judgement is applied.').waitFor()
    await page.getByLabel('Show').selectOption('judged')
    await page.locator('.spelling[data-verdict=wrong] .surface', { hasText: surface! }).waitFor()
    expect(errors).toEqual([])
  })

  it('leads from a spelling to its sentence, in view', async () => {
    const { output } = await project()
    const { url } = await serve(output)
    const page = await browser.newPage({ viewport: { width: 800, height: 300 } })
    onTestFinished(() => page.close())
    await page.goto(`${url}report/names.html`)
    await page.locator('.spelling[aria-current]').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/articles\/.*#en-\d+$/)
    const target = page.locator(':target')
    expect(await target.count()).toBe(1)
    await until(async () => {
      const box = await target.boundingBox()
      return box !== null && box.y >= 0 && box.y + box.height <= 300
    })
  })
})
