/** The report in a real browser: what only layout can tell. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportSink } from '../../../src/write/report/index.ts'
import { build } from '../build.ts'
import { temporaryFolder } from '../folder.ts'

const executablePath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)

const unbroken = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)
const hostile = `"><script>document.title = 'run'</script><img src="http://127.0.0.1:9/x" onerror="document.title = 'run'">`
const article = build(
  {
    id: 'a',
    language: 'de',
    title: `Bekerel ${unbroken}`,
    names: [{ surface: 'Bekerel', replacement: 'Becquerel', reason: unbroken }],
    paragraphs: [[`Bekerel kam. ${unbroken}`, hostile]],
    removed: [{ rule: 'share-call', text: unbroken }],
    warnings: [{ stage: 'detect', code: 'language-mismatch', detail: unbroken }],
    metadata: { url: `https://news.example/${unbroken}` },
  },
  [{ language: 'ar', title: 'عنوان', paragraphs: [['جاء بيكريل إلى باريس.', unbroken]] }],
)

describe.skipIf(executablePath === undefined)('the report in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
    browser = await chromium.launch({ executablePath: executablePath!, args })
  })
  afterAll(() => browser.close())

  async function open(
    name: string,
    options: { width: number; colorScheme?: 'light' | 'dark' },
  ): Promise<{ page: Page; requests: string[] }> {
    const folder = await temporaryFolder()
    const sink = reportSink(folder)
    await sink.write(article)
    await sink.write(build({ id: 'b', language: 'en', paragraphs: [['One.']] }))
    sink.reject({ id: unbroken, origin: { file: unbroken, line: 1 }, stage: 'read', code: 'binary', detail: unbroken })
    await sink.close()
    const page = await browser.newPage({ viewport: { width: options.width, height: 900 }, colorScheme: options.colorScheme ?? 'light' })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(join(folder, name)).href)
    return { page, requests }
  }

  it.each([320, 768, 1280])('never scrolls sideways at %i pixels, whatever the words', async (width) => {
    for (const name of ['index.html', 'names.html', 'articles/a.html']) {
      const { page } = await open(name, { width })
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width)
      await page.close()
    }
  })

  it('puts a sentence and its translation side by side where there is room, else one below the other', async () => {
    for (const [width, sideBySide] of [
      [1280, true],
      [390, false],
    ] as const) {
      const { page } = await open('articles/a.html', { width })
      const row = page.locator('.pairs > li.begins').first()
      const [source, target] = [await row.locator('p[lang=de]').boundingBox(), await row.locator('p[lang=ar]').boundingBox()]
      expect(Math.abs(source!.y - target!.y) < 4).toBe(sideBySide)
      expect(target!.x >= source!.x + source!.width).toBe(sideBySide)
      await page.close()
    }
  })

  it('loads nothing and runs nothing that an article holds', async () => {
    const { page, requests } = await open('articles/a.html', { width: 1280 })
    const folder = requests[0]!.replace('articles/a.html', '')
    expect(requests).toEqual(['articles/a.html', 'style.css', 'report.js'].map((file) => folder + file))
    expect(await page.title()).toContain('Becquerel')
    await page.close()
  })

  it('shows only what needs a look when asked to, without a script', async () => {
    const { page } = await open('index.html', { width: 1280 })
    const visible = (): Promise<number> => page.locator('tbody tr:visible').count()
    expect(await visible()).toBe(3)
    await page.getByLabel('only what needs a look').check()
    expect(await visible()).toBe(2)
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has the contrast WCAG 2.2 AA asks for (4.5) in its %s colours', async (colorScheme) => {
    const { page } = await open('articles/a.html', { width: 1280, colorScheme })
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
