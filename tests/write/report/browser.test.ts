/** The report in a real browser, from disk: what only layout, a script and a person's keys can tell. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Comparison, compareTranslations, comparisonList, comparisonPage } from '../../../src/compare/index.ts'
import type { Story } from '../../../src/story.ts'
import { reportSink } from '../../../src/write/report/index.ts'
import { executablePath, launch } from '../../page/browser.ts'
import { build } from '../build.ts'

const unbroken = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)
const hostile = `"><script>document.title = 'run'</script><img src="http://127.0.0.1:9/x" onerror="document.title = 'run'">`
const turned = 'evil\u202etxt.exe \u0007 bell'
const hostileArticle = build(
  {
    id: 'a',
    language: 'de',
    title: `Bekerel ${unbroken}`,
    names: [{ surface: 'Bekerel', replacement: 'Becquerel', reason: unbroken }],
    paragraphs: [[`Bekerel kam. ${unbroken}`, hostile, turned, ...Array.from({ length: 6 }, (_, at) => `Allein ${at}.`)]],
    removed: [{ rule: 'share-call', text: unbroken }],
    warnings: [{ stage: 'detect', code: 'language-mismatch', detail: unbroken }],
    metadata: { url: `javascript:document.title='run'` },
  },
  [
    {
      language: 'ar',
      title: 'عنوان',
      paragraphs: [['جاء بيكريل إلى باريس.', unbroken, '天地玄黃。'.repeat(50)]],
      checks: ['number-missing'],
      alignments: [0, 1, 2]
        .map((at) => ({ source: [at], target: [at], score: 0.4 }))
        .concat([3, 4, 5, 6, 7, 8].map((at) => ({ source: [at], target: [], score: 0 })) as never),
    },
  ],
)
/** Names in two translations, and enough rows for the last to be out of view. */
const sentences = Array.from({ length: 30 }, (_, at) => `Herr Bekerel\u00a0las  Satz ${at}.`)
const long = build(
  { id: 'b', language: 'de', title: 'Lange Rede', names: [{ surface: 'Bekerel', replacement: 'Becquerel' }], paragraphs: [sentences] },
  ['en', 'fr'].map((language) => ({
    language,
    names: [{ surface: 'Bekerell', replacement: 'Becquerel', weighed: { 'unlike, a part alone': -1.2, family: 0.85 } }],
    paragraphs: [sentences.map((_, at) => `Bekerell ${language} ${at}.`)],
  })),
)

const cells = (...texts: string[]) => texts.map((text, at) => ({ sentences: text === '' ? [] : [at], text }))
const story: Story = {
  id: 'b',
  base: 'b',
  versions: ['b', 'c', 'd'].map((id) => ({
    id,
    language: id === 'd' ? 'de' : 'en',
    title: id === 'b' ? hostile : '',
    deviations: 0,
    adds: [],
    leavesOut: [],
  })),
  pairs: [],
  rows: [
    {
      cells: cells('The cat sat here.', 'The dog sat here.', 'Die Katze saß hier.'),
      facts: [],
      differences: [{ version: 'c', kind: 'replaced', base: { start: 4, end: 7, text: 'cat' }, here: { start: 4, end: 7, text: 'dog' } }],
    },
    { cells: cells('All agree.', 'All agree.', 'Alle sind einig.'), facts: [], differences: [] },
    { cells: cells(unbroken, '', unbroken), facts: [{ kind: 'number', value: '7', versions: ['b'] }], differences: [] },
  ],
  names: [{ canonical: 'Henri Becquerel', entry: 'e', spellings: [{ spelling: 'Bekerel', versions: ['b'] }] }],
  consensus: { language: 'en', text: `All agree.\n${unbroken}` },
}

const comparison: Comparison = {
  source: ['Die Katze saß im Jahr 1911 hier.', unbroken, 'Der Hund schlief auf dem alten Stuhl.'],
  systems: [
    { name: 'one', lines: ['The cat sat here in 1911.', hostile, 'The dog slept on the old chair.'] },
    { name: 'two', lines: ['The cat sat here.', 'جاء بيكريل إلى باريس.', 'The dog slept on the old chair.'] },
    { name: hostile, lines: ['The dog sat here in 1911.', '', 'The dog slept on the old chair.'] },
  ],
  from: 'de',
  to: 'en',
}

/** A paragraph of a megabyte, in segments as the pipeline makes them. */
const wall = build({
  id: 'wall',
  language: 'en',
  title: 'Wall',
  paragraphs: [Array.from({ length: 200 }, (_, at) => `${at} `.padEnd(5000, 'word '))],
})

const views = [
  'index.html',
  'names.html',
  'list/000.html',
  'list/doubtful-000.html',
  'list/checks-000.html',
  'list/rejected-000.html',
  'list/skipped-000.html',
  'articles/a.html',
  'articles/b.html',
  'stories/b.html',
  'engines/de-en.html',
  'engines/index.html',
] as const

describe.skipIf(executablePath === undefined)('the report in a browser', () => {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'))
    const sink = reportSink(folder, { engines: true })
    sink.tell(story)
    for (const article of [hostileArticle, long, wall, build({ id: 'c', language: 'en', title: turned, paragraphs: [['One.']] })])
      await sink.write(article)
    sink.reject({ id: unbroken, origin: { file: unbroken, line: 1 }, stage: 'read', code: 'binary', detail: unbroken })
    sink.skip({ file: unbroken, reason: unbroken, count: 1 })
    await sink.close()
    const compared = compareTranslations(comparison)
    await mkdir(join(folder, 'engines'))
    await writeFile(join(folder, 'engines', 'de-en.html'), comparisonPage(comparison, compared, true))
    await writeFile(join(folder, 'engines', 'index.html'), comparisonList([{ from: 'de', to: 'en', sentences: 3, compared }]))
    browser = await launch()
  })
  afterAll(() => browser?.close())

  interface Options {
    readonly width?: number
    readonly colorScheme?: 'light' | 'dark'
    readonly javaScriptEnabled?: boolean
  }
  async function open(name: string, { width = 1280, colorScheme = 'light', javaScriptEnabled = true }: Options = {}) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const [file, hash] = name.split('#')
    await page.goto(pathToFileURL(join(folder, file!)).href + (hash === undefined ? '' : `#${hash}`))
    return { page, requests }
  }

  it.each([320, 360, 800, 1440])('never scrolls sideways at %i pixels, whatever the words', async (width) => {
    const { page } = await open('index.html', { width })
    for (const name of views) {
      await page.goto(pathToFileURL(join(folder, name)).href)
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width)
    }
    await page.close()
  })

  it.each([
    ['light', 360],
    ['light', 800],
    ['light', 1440],
    ['dark', 360],
    ['dark', 800],
    ['dark', 1440],
  ] as const)('has nothing that axe finds wrong, in its %s colours at %i pixels', async (colorScheme, width) => {
    const { page } = await open('index.html', { width, colorScheme })
    for (const name of views) {
      await page.goto(pathToFileURL(join(folder, name)).href)
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
      expect(
        violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`),
        name,
      ).toEqual([])
    }
    await page.close()
  })

  it('puts a sentence and its translation side by side where there is room, else one below the other', async () => {
    for (const [width, sideBySide] of [
      [1280, true],
      [390, false],
    ] as const) {
      const { page } = await open('articles/a.html', { width })
      const row = page.locator('.grid tr.begins').first()
      const [source, target] = [await row.locator('.s[lang=de]').first().boundingBox(), await row.locator('.s[lang=ar]').boundingBox()]
      expect(Math.abs(source!.y - target!.y) < 20).toBe(sideBySide)
      expect(target!.x >= source!.x + source!.width).toBe(sideBySide)
      await page.close()
    }
  })

  it.each(views)('asks for its own files only, and runs nothing that a text holds: %s', async (name) => {
    const { page, requests } = await open(name)
    const root = pathToFileURL(folder).href
    for (const request of requests) expect(request.startsWith(`${root}/`), request).toBe(true)
    expect(await page.title()).not.toBe('run')
    expect(await page.locator('img').count()).toBe(0)
    for (const href of await page.locator('a').evaluateAll((links) => (links as unknown as { href: string }[]).map(({ href }) => href))) {
      expect(href).toMatch(/^file:|^https?:/u)
    }
    await page.close()
  })

  /** What a person who selects `selector` copies. */
  const copied = (page: Page, selector: string): Promise<string> =>
    page.evaluate(
      `(() => { const selection = getSelection(); selection.selectAllChildren(document.querySelector(${JSON.stringify(selector)})); return selection.toString() })()`,
    ) as Promise<string>

  it.each([true, false])(
    'copies a sentence as it is in its file, byte for byte, and finds it in the page (script: %s)',
    async (javaScriptEnabled) => {
      const { page } = await open('articles/b.html', { javaScriptEnabled })
      const written = long.segments[3]!.text
      const rewritten = long.normalized.source.segments[3]!.text
      const cell = 'tr:has([id="de-3"]) td:nth-child(2)'
      if (!javaScriptEnabled) {
        // Nobody can ask the page without a script for its selection; what is displayed is the same.
        // biome-ignore lint/performance/useDomNodeTextContent: what is displayed is what is asked
        expect(await page.locator(cell).innerText()).toBe(rewritten)
        return page.close()
      }
      for (const [mode, text] of [
        ['rewritten', rewritten],
        ['written', written],
        ['both', rewritten],
      ] as const) {
        await page.locator(`#mode-${mode}`).check()
        expect(await copied(page, cell), mode).toBe(text)
        expect(await page.evaluate(`getSelection().removeAllRanges() ?? find(${JSON.stringify(text)})`), mode).toBe(true)
      }
      await page.close()
    },
  )

  it('lands on the row that a link names, in view and below what stays on top', async () => {
    const { page } = await open('articles/b.html#fr-29')
    const inView = () =>
      page.evaluate(
        `(() => { const { top, bottom } = document.getElementById('fr-29').getBoundingClientRect(); return top > 30 && bottom < innerHeight })()`,
      )
    expect(await inView()).toBe(true)
    const links = page.locator('.places a')
    expect(await links.last().getAttribute('href')).toBe('#fr-11')
    // A person is told the number that stands before the row.
    expect(await links.last().textContent()).toBe('12')
    expect(
      await page
        .getByRole('row', { name: /^row 12 / })
        .locator('[id="fr-11"]')
        .count(),
    ).toBe(1)
    await links.last().click()
    expect(
      await page.evaluate(
        `(() => { const { top, bottom } = document.getElementById('fr-11').getBoundingClientRect(); return top > 30 && bottom < innerHeight })()`,
      ),
    ).toBe(true)
    // A row that is folded away is unfolded.
    const folded = await open('articles/a.html#de-5')
    expect(await folded.page.locator('[id="de-5"]').isVisible()).toBe(true)
    await folded.page.close()
    await page.close()
  })

  it('shows all of a paragraph of a megabyte, and lands within it', async () => {
    const { page } = await open('articles/wall.html#en-150')
    expect(await page.locator('.s').count()).toBe(201)
    const top = (await page.locator('[id="en-150"]').boundingBox())!.y
    expect(top).toBeGreaterThan(30)
    expect(top).toBeLessThan(900)
    await page.close()
  })

  it.each(['index.html', 'list/000.html', 'articles/a.html', 'stories/b.html'])('is read without a script: %s', async (name) => {
    const { page } = await open(name, { javaScriptEnabled: false })
    expect(await page.locator('h1').isVisible()).toBe(true)
    if (name.endsWith('0.html') || name === 'index.html') {
      await page.getByRole('link', { name: /Lange Rede/ }).click()
      expect(await page.getByRole('cell', { name: /Satz 29/ }).count()).toBe(1)
      await page.getByLabel('as written').check()
      // biome-ignore lint/performance/useDomNodeTextContent: what is displayed is what is asked
      expect(await page.locator('[id="de-3"]').innerText()).toContain('Bekerel')
    }
    await page.close()
  })

  it.each([390, 1440])('shows every score of an engine and its checks at %i pixels, without scrolling aside', async (width) => {
    const { page } = await open('engines/index.html', { width })
    const outside = `[...document.querySelectorAll('.scores tbody :is(th, td, .chip)')].filter((cell) => { const { left, right } = cell.getBoundingClientRect(); return left < 0 || right > innerWidth }).length`
    expect(await page.locator('.scores .chip').count()).toBeGreaterThan(0)
    expect(await page.evaluate(outside)).toBe(0)
    await page.close()
  })

  it('says in the tree of a screen reader what is what', async () => {
    const { page } = await open('articles/b.html')
    expect(await page.getByRole('columnheader', { name: 'French, translated by memory' }).count()).toBe(1)
    expect(
      await page
        .getByRole('row', { name: /^row 4 / })
        .getByRole('cell')
        .count(),
    ).toBe(3)
    expect(await page.getByRole('button', { name: /Becquerel/ }).count()).toBe(90)
    expect(await page.getByRole('img', { name: 'French beside the original: 30 pairs' }).count()).toBe(1)
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    expect(await page.getByRole('table', { name: 'All articles' }).getByRole('row').count()).toBe(5)
    expect(await page.getByRole('link', { name: /Failed checks/ }).count()).toBe(1)
    await page.close()
  })

  /** The titles of the overview's articles, once it says that it has found `count`. */
  async function listed(page: Page, count: number): Promise<string[]> {
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${count} of 4`) })
      .waitFor()
    return page.locator('[data-list=articles] .title').allTextContents()
  }

  it('finds articles by title, filters and sorts them, all by the keyboard', async () => {
    const { page, requests } = await open('index.html')
    expect(requests.some((request) => request.includes('/data/'))).toBe(false)
    await page.getByLabel('Title or id').focus()
    await page.keyboard.type('lange rede')
    expect(await listed(page, 1)).toEqual(['Lange Rede'])
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'sentences' }).focus()
    await page.keyboard.press('Enter')
    expect((await listed(page, 4)).map((title) => title.slice(0, 5))).toEqual(['Wall', 'Lange', 'Becqu', 'evil\u202e'])
    expect(await page.getByRole('columnheader', { name: 'sentences' }).getAttribute('aria-sort')).toBe('descending')
    await page.keyboard.press('Enter')
    expect((await listed(page, 4)).at(-1)).toBe('Wall')
    await page.locator('[data-filter=checks]').focus()
    await page.keyboard.press('Enter')
    expect(await listed(page, 1)).toHaveLength(1)
    expect(page.url()).toMatch(/#filter=checks$/u)
    await page.getByRole('table', { name: 'Languages' }).getByRole('link', { name: 'French' }).click()
    expect(await listed(page, 1)).toEqual(['Lange Rede'])
    await page.getByRole('link', { name: 'Lange Rede' }).click()
    expect(page.url()).toMatch(/articles\/b.html$/u)
    await page.close()
  })

  it('tells of a name that has the focus, and lights its partners; Escape is enough', async () => {
    const { page } = await open('articles/b.html')
    await page.locator('[id="en-2"] .mention').focus()
    const panel = page.getByRole('complementary', { name: 'the name' })
    expect(await panel.locator('dd').allTextContents()).toEqual([
      'Bekerell',
      'Becquerel',
      '93 %',
      'spelling 0.91',
      '−1.2 unlike, a part alone+0.85 family',
      'Bekerel de, Bekerell fr',
    ])
    expect(await page.locator('.lit').count()).toBe(3)
    await page.evaluate(axe.source)
    expect(((await page.evaluate('axe.run()')) as axe.AxeResults).violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await panel.isVisible()).toBe(false)
    expect(await page.locator('.lit').count()).toBe(0)
    await page.close()
  })

  it('hands the clipboard the very characters, not a space for each U+00A0', async () => {
    const { page } = await open('articles/b.html')
    await copied(page, '[id="de-3"]')
    const handed = await page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
      return clipboardData.getData('text/plain')
    })()`)
    expect(handed).toBe(long.normalized.source.segments[3]!.text)
    await page.close()
  })

  it('compares the versions of a story with the one that is chosen, and shows only what differs', async () => {
    const { page } = await open('stories/b.html')
    expect(await page.locator('table ins').allTextContents()).toEqual(['dog'])
    expect(await page.locator('table.story .place').allTextContents()).toEqual(['row', '1', '2', '3'])
    await page.getByLabel('compared with').selectOption('c')
    expect(await page.locator('table ins').allTextContents()).toEqual(['cat'])
    expect(await page.locator('table ins').getAttribute('data-base')).toBe('dog')
    const rows = page.locator('table.story tbody tr')
    expect([await rows.nth(0).isVisible(), await rows.nth(1).isVisible()]).toEqual([true, true])
    await page.getByLabel('only those that differ').check()
    expect([await rows.nth(0).isVisible(), await rows.nth(1).isVisible()]).toEqual([true, false])
    expect(await copied(page, 'table.story tbody tr:first-child td:nth-child(2)')).toBe('The cat sat here.')
    await page.close()
  })

  it('leads to engines side by side, those sentences first on which they differ, and compares them with the one that is chosen', async () => {
    const { page, requests } = await open('index.html')
    await page.getByRole('link', { name: 'Engines side by side' }).click()
    await page.getByRole('link', { name: 'German into English' }).click()
    const row = page.locator('#row-1')
    expect(await row.locator('.s').allTextContents()).toEqual([comparison.source[0], ...comparison.systems.map(({ lines }) => lines[0])])
    expect(await row.locator('.chip').nth(1).textContent()).toContain('number-missing')
    expect(await page.getByLabel('compared with').locator('option').allTextContents()).toEqual(comparison.systems.map(({ name }) => name))
    expect(await page.getByLabel('compared with').locator('option:checked').textContent()).toBe(await page.locator('#base').textContent())
    await page.getByLabel('compared with').selectOption('two')
    expect(await page.locator('#base').textContent()).toBe('two')
    expect(await row.locator('ins').allTextContents()).toEqual([' in 1911', 'dog', ' in 1911'])
    await page.getByLabel('only those that differ').check()
    expect(await page.locator('table.story tbody tr:visible').count()).toBe(2)
    expect(await page.title()).not.toBe('run')
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([])
    await page.close()
  })

  it('shows what turns text round, and leaves it without effect', async () => {
    const { page } = await open('articles/a.html')
    const order = await page
      .locator('[id="de-2"] .mark')
      .first()
      .evaluate(
        (mark) =>
          (globalThis as unknown as { getComputedStyle(mark: unknown, part: string): { content: string } }).getComputedStyle(
            mark,
            '::before',
          ).content,
      )
    expect(order).toBe('"U+202E"')
    expect(await copied(page, '[id="de-2"]')).toBe(turned)
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has the contrast WCAG 2.2 AA asks for (4.5) in its %s colours', async (colorScheme) => {
    const { page } = await open('articles/a.html', { colorScheme })
    const properties = ['ink', 'soft', 'paper', 'panel', 'name', 'name-back', 'ask', 'ask-back', 'bad', 'bad-back']
    const colours = (await page.evaluate(
      `Object.fromEntries(${JSON.stringify(properties)}.map((name) => [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name)]))`,
    )) as Record<string, string>
    const pairs = [
      'ink on paper',
      'ink on panel',
      'soft on paper',
      'soft on panel',
      'name on name-back',
      'name on paper',
      'ask on ask-back',
      'ask on paper',
      'ink on ask-back',
      'bad on bad-back',
    ]
    for (const pair of pairs) {
      const [front, back] = pair.split(' on ')
      expect(contrast(colours[front!]!, colours[back!]!), pair).toBeGreaterThanOrEqual(4.5)
    }
    await page.close()
  })
})

/** WCAG 2.2, relative luminance and contrast ratio, of two colours such as '#fcfbf8'. */
function contrast(front: string, back: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.trim().slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  const [darker, lighter] = [luminance(front), luminance(back)].sort((a, b) => a - b)
  return (lighter! + 0.05) / (darker! + 0.05)
}
