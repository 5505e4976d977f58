/** The view of names in a real browser: read from disk, judged at a server, by keys alone. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Card } from '../../src/write/clusters/card.ts'
import { reportSink } from '../../src/write/report/index.ts'
import { build } from '../write/build.ts'
import { temporaryFolder } from '../write/folder.ts'
import { executablePath, launch, until, violations } from './browser.ts'
import { card, context, hostile, spelling } from './cards.ts'
import { StandIn } from './standin.ts'

const unbroken = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(4)

/** What is asked about everything that looks can get wrong. */
const varied: readonly Card[] = [
  card('Henri Becquerel', ['Bekerel', 'Bequerel', 'Bäckerel'], { why: ['‘Bekerel’ is short.', 'No article names him in full.'] }),
  card('Marie Curie', ['Kiri'], {
    spellings: [
      spelling('كوري', {
        language: 'ar',
        action: 'suggest',
        contexts: [context({ language: 'ar', left: 'قالت ', right: ' إن', beside: { language: 'zh', text: '居里说' } })],
      }),
    ],
  }),
  card('Lise Meitner', ['Maitner'], {
    spellings: [spelling('Maitner', { action: 'keep', judged: { verdict: 'wrong', everywhere: true } })],
  }),
  card('Sorbonne', [], {
    proposal: { canonical: 'Sorbonne', kind: 'organization', variants: ['Sorbona'] },
    spellings: [spelling('Sorbona')],
  }),
  card(unbroken, [unbroken, hostile], { why: [unbroken] }),
]

/** Cards whose rows are all open. */
const many = Array.from({ length: 120 }, (_, at) => card(`Name ${at}`, [`Naame${at}`, `Nahme${at}`]))

it('weighs at most 40 KB on its way to a browser', () => {
  expect(gzipSync(readFileSync('dist/page/report.js')).length).toBeLessThanOrEqual(40_000)
})

describe.skipIf(executablePath === undefined)('the view of names', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function report(): Promise<string> {
    const folder = await temporaryFolder()
    const sink = reportSink(folder)
    await sink.write(build({ id: 'a', language: 'de', paragraphs: [['Eins.', 'Zwei.', 'Drei.']] }))
    await sink.close()
    return folder
  }

  async function fromDisk(cards: readonly Card[], options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const folder = await report()
    mkdirSync(join(folder, 'data'), { recursive: true })
    const pages = Math.ceil(cards.length / 50)
    for (let at = 0; at < Math.max(1, pages); at += 1) {
      const value = { total: cards.length, pages, rows: cards.slice(at * 50, (at + 1) * 50) }
      writeFileSync(join(folder, 'data', `names-00${at}.js`), `synoptic.data("names", ${at}, ${JSON.stringify(value)})`)
    }
    const page = await opened(options)
    await page.goto(pathToFileURL(join(folder, 'names.html')).href)
    await page.locator('.queue:not([aria-busy]) > p').first().waitFor()
    return page
  }

  async function served(cards: readonly Card[], options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; server: StandIn }> {
    const server = new StandIn(await report(), cards)
    onTestFinished(() => server[Symbol.asyncDispose]())
    const page = await opened(options)
    await page.goto(`${await server.listen()}names.html`)
    await page.locator('.spelling[aria-current]').waitFor()
    return { page, server }
  }

  async function opened(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options)
    onTestFinished(() => page.close())
    return page
  }

  const current = (page: Page): Promise<string | null> => page.locator('.spelling[aria-current] .surface').textContent()

  it('has one hundred judged by keys alone, five of them undone', async () => {
    const { page, server } = await served(many)
    for (let at = 0; at < 100; at += 1) await page.keyboard.press(at % 3 === 0 ? 'n' : 'y')
    await until(() => server.log.length === 100)
    expect(server.log.slice(0, 2)).toEqual([
      { judgement: 'wrong', canonical: 'Name 0', surface: 'Naame0' },
      { judgement: 'right', canonical: 'Name 0', surface: 'Nahme0' },
    ])
    for (let at = 0; at < 5; at += 1) await page.keyboard.press('u')
    await until(() => server.undone.length === 5)
    expect(server.undone).toEqual(['100', '99', '98', '97', '96'])
  })

  it('says when there is no name to decide about, without what would judge it', async () => {
    const page = await fromDisk([])
    await page.getByText('No name was rewritten or proposed.').waitFor()
    await until(async () => !(await page.getByText('To judge these').isVisible()))
    expect(await page.getByLabel('Name or spelling').isVisible()).toBe(false)
  })

  it('shows the page from its top, though a card is longer than a phone', async () => {
    const long = card('Name', ['Naame'], { spellings: [spelling('Naame', { contexts: Array.from({ length: 5 }, () => context()) })] })
    const { page } = await served([long], { viewport: { width: 360, height: 500 } })
    expect(await page.evaluate('scrollY')).toBe(0)
  })

  it('shows what is said of a spelling on each of its rows, and takes it back on each', async () => {
    const twice = card('Henri Becquerel', [], {
      spellings: [spelling('Bekerel', { action: 'suggest' }), spelling('Bekerel'), spelling('Bequerel')],
    })
    const { page, server } = await served([twice])
    const verdicts = () => page.locator('.spelling').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-verdict')))
    await page.keyboard.press('n')
    await until(() => server.log.length === 1)
    expect(await verdicts()).toEqual(['wrong', 'wrong', null])
    expect(await current(page)).toBe('Bequerel')
    await page.keyboard.press('u')
    await until(() => server.undone.length === 1)
    expect(await verdicts()).toEqual([null, null, null])
  })

  it('takes the rest of a card at once, except what was unticked, and undoes it at once', async () => {
    const { page, server } = await served(varied)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+Y')
    await until(() => server.said.length === 1)
    expect(server.said[0]).toEqual(
      ['Bekerel', 'Bäckerel'].map((surface) => ({ judgement: 'right', canonical: 'Henri Becquerel', surface })),
    )
    const marks = page.locator('.spelling[data-verdict=right]')
    expect(await marks.count()).toBe(2)
    expect(await marks.first().textContent()).toContain('right everywhere, from the next run on')
    expect(await current(page)).toBe('كوري')
    await page.keyboard.press('u')
    expect(await marks.count()).toBe(0)
    expect(await current(page)).toBe('Bekerel')
    await until(() => server.undone.length === 1)
  })

  it('says it of one article when asked to, one article after the other', async () => {
    const { page, server } = await served(varied)
    await page.keyboard.press('a')
    await page.keyboard.press('n')
    expect(await current(page)).toBe('Bekerel')
    await page.keyboard.press('y')
    expect(await current(page)).toBe('Bequerel')
    await until(() => server.log.length === 2)
    const of = { canonical: 'Henri Becquerel', surface: 'Bekerel' }
    expect(server.log).toEqual([
      { judgement: 'wrong', ...of, article: 'a' },
      { judgement: 'right', ...of, article: 'b' },
    ])
    expect(await page.locator('.context[data-verdict]').count()).toBe(2)
  })

  it('takes the mark back when it was not written, and says so', async () => {
    const { page, server } = await served(varied)
    server.refuses = true
    await page.keyboard.press('y')
    await page.getByRole('alert').filter({ hasText: 'Not saved: Bekerel is Henri Becquerel, everywhere. a run is going on' }).waitFor()
    expect(await page.locator('.spelling').first().getAttribute('data-verdict')).toBeNull()
    server.refuses = false
    await page.keyboard.press('u')
    await page.getByRole('alert').filter({ hasText: 'Nothing to undo: ' }).waitFor()
    expect(server.undone).toEqual([])
  })

  it('asks of a suggested entry too, opens again what was judged, and passes over what is for later', async () => {
    const { page, server } = await served(varied)
    for (let at = 0; at < 4; at += 1) await page.keyboard.press('j')
    expect(await current(page)).toBe('Maitner')
    await page.keyboard.press('o')
    await page.keyboard.press('y')
    await until(() => server.log.length === 2)
    expect(server.log).toEqual([
      { judgement: 'open', canonical: 'Lise Meitner', surface: 'Maitner' },
      { judgement: 'accepted', canonical: 'Sorbonne', kind: 'organization', variants: ['Sorbona'] },
    ])
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await page.keyboard.press(' ')
    expect(await page.locator('.spelling[data-verdict=later]').count()).toBe(1)
    expect(server.log.length).toBe(2)
  })

  it('goes on to the next page, and to the sentence and back', async () => {
    const { page } = await served(many)
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.locator('.spelling[aria-current]', { hasText: 'Naame50' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/articles/a.html#de-2')
    await page.goBack()
    await page.locator('.spelling[aria-current]', { hasText: 'Nahme50' }).waitFor()
  })

  it('goes on where the list has moved up, and is never on a page that is no more', async () => {
    const { page } = await served(Array.from({ length: 51 }, (_, at) => card(`Name ${at}`, [`Naame${at}`])))
    const rows = page.locator('.queue:not([aria-busy]) .spelling')
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.locator('.spelling[aria-current]', { hasText: 'Naame50' }).waitFor()
    await page.keyboard.press('y')
    await page.locator('.spelling[aria-current]', { hasText: 'Naame0' }).waitFor()
    expect(await rows.count()).toBe(50)
    expect(await current(page)).toBe('Naame0')
    for (let at = 0; at < 49; at += 1) await page.keyboard.press('j')
    await page.keyboard.press('n')
    await page.getByText('49 cards, page 1 of 1.').waitFor()
    expect(await rows.count()).toBe(49)
  })

  it('searches, lists its keys, and listens to none when asked not to', async () => {
    const { page, server } = await served(many)
    await page.keyboard.press('/')
    await page.keyboard.type('name 77')
    await page.keyboard.press('Enter')
    await page.locator('.card', { hasText: 'Name 77' }).waitFor()
    expect(await page.locator('.card').count()).toBe(1)
    await page.getByRole('button', { name: 'Keys' }).click()
    const help = page.getByRole('dialog', { name: 'Keys' })
    expect(await help.getByRole('row').count()).toBe(14)
    await help.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await page.locator('.spelling').first().focus()
    await page.keyboard.press('y')
    await page.getByRole('button', { name: 'Wrong: Naame77' }).press('Enter')
    await until(() => server.log.length > 0)
    expect(server.log).toEqual([{ judgement: 'wrong', canonical: 'Name 77', surface: 'Naame77' }])
  })

  it('counts what the next run has to do, and runs', async () => {
    const { page, server } = await served(varied)
    await page.keyboard.press('y')
    await page.getByText('1 judgement for the next run, in 2 articles.').waitFor()
    await page.getByRole('button', { name: 'Run again' }).click()
    await until(() => server.runs === 1)
  })

  it('is a tree of names for a screen reader', async () => {
    const { page } = await served(varied)
    const cards = page.getByRole('region')
    expect(await cards.count()).toBe(varied.length)
    const first = page.getByRole('region', { name: 'Henri Becquerel' })
    expect(await first.getByRole('heading', { level: 2 }).count()).toBe(1)
    expect(await first.getByRole('list', { name: 'Spellings' }).getByRole('listitem').count()).toBeGreaterThan(2)
    expect(await first.getByRole('img', { name: /^Spellings: Bekerel 33 %, / }).count()).toBe(1)
    for (const name of ['Right: Bequerel', 'Wrong: Bequerel']) expect(await first.getByRole('button', { name }).count()).toBe(1)
    expect(await first.getByRole('checkbox', { name: 'Bequerel: goes with the rest of the card' }).isChecked()).toBe(true)
  })

  it('is read from disk, page by page, and says how to judge', async () => {
    const page = await fromDisk(many)
    expect(await page.getByText('synoptic serve').count()).toBe(1)
    expect(await page.locator('button[data-act=right], input[type=checkbox]:visible').count()).toBe(0)
    await page.keyboard.press('y')
    expect(await page.locator('[data-verdict]').count()).toBe(0)
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.locator('.card', { hasText: 'Name 99' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('nahme119')
    await page.keyboard.press('Enter')
    await page.getByText('1 card, page 1 of 1.').waitFor()
    expect(await current(page)).toBe('Naame119')
  })

  it('runs nothing that a card holds, and fits it into 360 pixels', async () => {
    const page = await fromDisk(varied, { viewport: { width: 360, height: 800 } })
    expect(await page.title()).toBe('Synoptic: names')
    expect(await page.locator('.card img, .card script').count()).toBe(0)
    for (let at = 0; at < 8; at += 1) {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
      const outside = `[...document.querySelectorAll('.queue *')].filter((cell) => { const { left, right } = cell.getBoundingClientRect(); return left < 0 || right > 360 }).map((cell) => cell.outerHTML.slice(0, 80))`
      expect(await page.evaluate(outside)).toEqual([])
      await page.keyboard.press('j')
    }
  })

  it.each(['light', 'dark'] as const)('has nothing that axe minds, in %s colours', async (colorScheme) => {
    const { page } = await served(varied, { colorScheme })
    await page.keyboard.press('y')
    await page.keyboard.press('n')
    for (const width of [360, 800, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await violations(page), `${width}`).toEqual([])
    }
    await page.keyboard.press('?')
    expect(await violations(page), 'the keys').toEqual([])
  })
})
