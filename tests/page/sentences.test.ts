/** Rows and translations of an article, judged in a real browser. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { reportSink } from '../../src/write/report/index.ts'
import { build } from '../write/build.ts'
import { temporaryFolder } from '../write/folder.ts'
import { executablePath, launch } from './browser.ts'
import { StandIn } from './standin.ts'

const pair = (source: string, target: string, words: string, more = ''): string =>
  `<td><div data-row data-language="en" data-source="${source}" data-target="${target}" data-score="0.4" ${more}>${words}</div></td>`
const mention = `<span class="mention" tabindex="0" data-surface="Bekerel"><ins>Becquerel</ins><del>Bekerel</del></span>`

/** As the report has it: a row, its sentence, and what stands beside it. */
const grid = `<div class="grid"><table><tbody>
<tr><td><span class="s" id="de-0" lang="de">${mention} kam.</span></td>${pair('0', '0', `<span class="s" id="en-0" lang="en">${mention} came.</span>`, 'data-doubtful')}</tr>
<tr><td><span class="s" id="de-1" lang="de">Er ging.</span></td>${pair('1', '1', '<span class="s" id="en-1" lang="en">He left.</span>')}</tr>
<tr><td><span class="s" id="de-2" lang="de">Er</span> <span class="s" id="de-3" lang="de">sprach.</span></td>${pair('2 3', '2', '<span class="s" id="en-2" lang="en">He spoke.</span>', 'data-doubtful')}</tr>
<tr><td><span class="s" id="de-4" lang="de">Ende.</span></td>${pair('4', '3', '<span class="s" id="en-3" lang="en">End.</span>', 'data-given')}</tr>
</tbody></table></div>`

describe.skipIf(executablePath === undefined)('the rows of an article', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function served(judged: readonly unknown[] = []): Promise<{ page: Page; server: StandIn }> {
    const folder = await temporaryFolder()
    const sink = reportSink(folder)
    await sink.write(build({ id: 'a', language: 'de', paragraphs: [['Eins.']] }))
    await sink.close()
    mkdirSync(join(folder, 'articles'), { recursive: true })
    const head = '<link rel="stylesheet" href="../style.css"><script defer src="../report.js"></script>'
    const html = `<!doctype html><html lang="en"><head><title>A</title>${head}</head><body data-view="article" data-article="a"><main><h1>A</h1>${grid}</main></body></html>`
    writeFileSync(join(folder, 'articles', 'a.html'), html)
    const server = new StandIn(folder, [], judged)
    onTestFinished(() => server[Symbol.asyncDispose]())
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
    onTestFinished(() => page.close())
    await page.goto(`${await server.listen()}articles/a.html`)
    await page.getByRole('complementary', { name: 'Judging' }).waitFor()
    return { page, server }
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
  }

  const verdicts = (page: Page): Promise<unknown> =>
    page.evaluate('[...document.querySelectorAll("[data-row]")].map((row) => row.dataset.verdict ?? null)')

  it('are confirmed and taken apart by keys, the doubtful ones one after the other, and that is undone', async () => {
    const { page, server } = await served()
    for (const key of ['j', 'y', 'n']) await page.keyboard.press(key)
    await until(() => server.log.length === 2)
    expect(server.log).toEqual([
      {
        judgement: 'aligned',
        article: 'a',
        language: 'en',
        source: [0],
        target: [0],
        sourceText: 'Bekerel kam.',
        targetText: 'Bekerel came.',
      },
      { judgement: 'apart', article: 'a', language: 'en', source: [2, 3], target: [2], sourceText: 'Er sprach.', targetText: 'He spoke.' },
    ])
    expect(await verdicts(page)).toEqual(['right', null, 'wrong', null])
    await page.keyboard.press('u')
    await until(() => server.undone.length === 1)
    expect(await verdicts(page)).toEqual(['right', null, null, null])
    expect(await page.locator('[aria-current]').getAttribute('data-source')).toBe('2 3')
  })

  it('take a translation in place, as it is to be with its names, and give it back', async () => {
    const { page, server } = await served()
    await page.getByText('came.').click()
    await page.keyboard.press('e')
    const area = page.getByRole('textbox', { name: 'Translation into English' })
    expect(await area.inputValue()).toBe('Becquerel came.')
    await area.fill('Becquerel arrived, <b>yes</b>.')
    await page.keyboard.press('Control+Enter')
    await until(() => server.log.length === 1)
    const said = { judgement: 'translation', article: 'a', from: 'de', to: 'en', source: 'Bekerel kam.' }
    expect(server.log).toEqual([{ ...said, target: 'Becquerel arrived, <b>yes</b>.' }])
    expect(await page.getByText('Becquerel arrived, <b>yes</b>.').count()).toBe(1)
    expect(await page.locator('#en-0').isVisible()).toBe(false)
    await page.keyboard.press('o')
    await until(() => server.log.length === 2)
    expect(server.log[1]).toEqual({ ...said, target: null })
    expect(await page.locator('#en-0').isVisible()).toBe(true)
    for (let at = 0; at < 2; at += 1) await page.keyboard.press('u')
    await until(() => server.undone.length === 2)
    expect(await page.locator('#en-0').isVisible()).toBe(true)
    expect(await page.locator('.own:visible').count()).toBe(0)
  })

  it('leave alone what was left with Escape, was given, or is more than a sentence', async () => {
    const { page, server } = await served()
    await page.getByText('He left.').click()
    await page.getByRole('button', { name: 'Translate anew' }).click()
    await page.keyboard.type('other')
    await page.keyboard.press('Escape')
    expect(await page.locator('textarea').count()).toBe(0)
    await page.getByText('End.').click()
    await page.keyboard.press('e')
    await page.getByRole('status').filter({ hasText: 'given' }).waitFor()
    await page.getByText('He spoke.').click()
    await page.keyboard.press('e')
    await page.getByRole('status').filter({ hasText: 'Only one sentence' }).waitFor()
    expect(server.log).toEqual([])
  })

  it('show what was said before, and take a mark back that was not written', async () => {
    const { page, server } = await served([
      { judgement: 'apart', article: 'a', language: 'en', source: [0], target: [0], sourceText: '', targetText: '' },
      { judgement: 'translation', article: 'a', from: 'de', to: 'en', source: 'Er ging.', target: 'He went.' },
    ])
    await page.getByText('He went.').waitFor()
    expect(await verdicts(page)).toEqual(['wrong', null, null, null])
    server.refuses = true
    await page.getByText('He went.').click()
    await page.keyboard.press('y')
    await page.getByRole('alert').filter({ hasText: 'Not saved: Row 2, English: belongs together. a run is going on' }).waitFor()
    expect(await verdicts(page)).toEqual(['wrong', null, null, null])
  })
})
