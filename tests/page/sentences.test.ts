/** Rows and translations of an article, judged in a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { reportSink } from '../../src/write/report/index.ts'
import { build } from '../write/build.ts'
import { temporaryFolder } from '../write/folder.ts'
import { executablePath, launch, until, violations } from './browser.ts'
import { StandIn } from './standin.ts'

const names = [{ surface: 'Bekerel', replacement: 'Becquerel' }]
const article = build({ id: 'a', language: 'de', names, paragraphs: [['Bekerel kam.', 'Er ging.', 'Er', 'sprach.', 'Ende.']] }, [
  {
    language: 'en',
    names,
    paragraphs: [['Bekerel came.', 'He left.', 'He spoke.', 'End.']],
    alignments: [
      { source: [0], target: [0], score: 0.4 },
      { source: [1], target: [1], score: 1 },
      { source: [2, 3], target: [2], score: 0.3 },
      { source: [4], target: [3], score: 1 },
    ],
  },
  { language: 'fr', version: 'b', paragraphs: [['Il vint.', 'Il partit.', 'Il', 'parla.', 'Fin.']] },
])

describe.skipIf(executablePath === undefined)('the rows of an article', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function served(
    judged: readonly unknown[] = [],
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<{ page: Page; server: StandIn }> {
    const folder = await temporaryFolder()
    const sink = reportSink(folder)
    await sink.write(article)
    await sink.close()
    const server = new StandIn(folder, [], judged)
    onTestFinished(() => server[Symbol.asyncDispose]())
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, colorScheme })
    onTestFinished(() => page.close())
    await page.goto(`${await server.listen()}articles/a.html`)
    await page.getByRole('complementary', { name: 'Judging' }).waitFor()
    return { page, server }
  }

  const verdicts = (page: Page): Promise<unknown> =>
    page.evaluate('[...document.querySelectorAll("[data-row][data-language=en]")].map((row) => row.dataset.verdict ?? null)')

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
    // A row is called as the grid counts, not as the text does.
    await page.locator('#en-3').click()
    await page.keyboard.press('y')
    await page.getByRole('status').filter({ hasText: 'Row 4, English: belongs together' }).waitFor()
  })

  it('take a translation in place, as it is to be with its names, and give it back', async () => {
    const { page, server } = await served()
    await page.locator('#en-0').click({ position: { x: 120, y: 10 } })
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
    await page.getByText('Fin.').click()
    await page.keyboard.press('e')
    await page.getByRole('status').filter({ hasText: 'given' }).waitFor()
    await page.getByText('He spoke.').click()
    await page.keyboard.press('e')
    await page.getByRole('status').filter({ hasText: 'Only one sentence' }).waitFor()
    expect(server.log).toEqual([])
  })

  it('keep a translation that was begun, when the page is left or the server refuses it', async () => {
    const { page, server } = await served()
    await page.getByText('He left.').click()
    await page.keyboard.press('e')
    const area = page.getByRole('textbox', { name: 'Translation into English' })
    await area.fill('He went away')
    await page.reload()
    await page.getByText('What you began before; not saved yet.').waitFor()
    expect(await area.inputValue()).toBe('He went away')
    server.refuses = true
    await area.press('Control+Enter')
    await page.getByRole('alert').filter({ hasText: 'Not saved: ' }).waitFor()
    await page.keyboard.press('e')
    expect(await area.inputValue()).toBe('He went away')
    server.refuses = false
    await area.press('Control+Enter')
    await until(() => server.log.length === 1)
    await page.getByRole('status').filter({ hasText: 'your translation' }).waitFor()
    await page.reload()
    await page.getByRole('complementary', { name: 'Judging' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('textarea').count()).toBe(0)
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

  it.each(['light', 'dark'] as const)('have nothing that axe minds, in %s colours', async (colorScheme) => {
    const { page } = await served([], colorScheme)
    for (const key of ['j', 'y', 'n', 'j']) await page.keyboard.press(key)
    for (const width of [360, 800, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await violations(page), `${width}`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
    await page.locator('#en-1').click()
    await page.keyboard.press('e')
    expect(await violations(page), 'the editor').toEqual([])
  })
})
