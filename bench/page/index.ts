/**
 * The report of 10,000 generated articles: pages written a second, the size of what is opened first, and in Chromium, from disk: first paint, every
 * article reachable, the search by title, the worst frame while scrolling. `npm run bench -- page [articles]`.
 *
 * Processor time beside wall time: of the writing process, and of the browser's main thread (ThreadTime of the DevTools protocol's metrics), for
 * a machine that does other things at the same time.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import type { Aligned } from '../../src/article.ts'
import { reportSink } from '../../src/write/report/index.ts'
import { build } from '../../tests/write/build.ts'

const count = Number(process.argv[2] ?? 10_000)
const words =
  'the prize of chemistry was given in autumn by an academy that few had heard of before its letters came to the laboratory'.split(' ')

/** Thirty sentences in two languages, with four names; a doubtful row in every tenth article. */
function article(at: number): Aligned {
  const sentence = (language: string, index: number): string => {
    const rest = Array.from({ length: 12 }, (_, word) => words[(at * 7 + index * 5 + word * 3) % words.length]).join(' ')
    return `${index % 8 === 0 ? 'Bekerel' : 'He'} ${language} ${rest} ${index}.`
  }
  const names = [{ surface: 'Bekerel', replacement: 'Becquerel' }]
  const paragraphs = (language: string) =>
    [0, 1, 2].map((block) => Array.from({ length: 10 }, (_, index) => sentence(language, block * 10 + index)))
  const alignments = Array.from({ length: 30 }, (_, index) => ({
    source: [index],
    target: [index],
    score: at % 10 === 0 && index === 5 ? 0.3 : 0.95,
  }))
  return build({ id: `article-${at}`, language: 'de', title: `Title number ${at} of Bekerel`, names, paragraphs: paragraphs('de') }, [
    { language: 'en', title: `Title number ${at}`, names, paragraphs: paragraphs('en'), alignments },
  ])
}

const folder = mkdtempSync(join(tmpdir(), 'synoptic-page-bench-'))
const results: Record<string, number | boolean> = { articles: count }
const note = (figures: Record<string, number | boolean>): void => {
  for (const [name, value] of Object.entries(figures)) results[name] = typeof value === 'number' ? Number(value.toPrecision(3)) : value
  console.log(JSON.stringify(figures))
}
try {
  await write()
  await look()
} finally {
  rmSync(folder, { recursive: true })
}
process.send?.({ results })

async function write(): Promise<void> {
  const sink = reportSink(folder)
  let [cpu, wall] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    const made = article(at)
    const [before, start] = [process.cpuUsage(), performance.now()]
    await sink.write(made)
    wall += (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(before)
    cpu += (user + system) / 1e6
  }
  await sink.close()
  const pages = readdirSync(join(folder, 'articles')).length
  note({
    pages,
    pagesPerSecond: pages / wall,
    pagesPerCpuSecond: pages / cpu,
    indexKilobytes: statSync(join(folder, 'index.html')).size / 1000,
  })
}

async function look(): Promise<void> {
  const executablePath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  if (executablePath === undefined) throw new Error('expected Chromium, at CHROMIUM_PATH or /usr/bin/chromium')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0")
    note({ firstPaintMilliseconds: (await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")) as number })

    const before = await mainThread(devtools)
    const start = performance.now()
    await page.getByLabel('Title or id').fill(`number ${count - 1} of`)
    await page.getByRole('link', { name: `Title number ${count - 1} of Becquerel` }).waitFor()
    note({ searchMilliseconds: performance.now() - start, searchCpuMilliseconds: (await mainThread(devtools)) - before })
    await page.getByLabel('Title or id').fill('')

    const listed = new Set<string>()
    for (const file of readdirSync(join(folder, 'list')).filter((name) => /^\d+\.html$/u.test(name))) {
      await page.goto(pathToFileURL(join(folder, 'list', file)).href)
      const hrefs = (await page.evaluate("[...document.querySelectorAll('a.title')].map((link) => link.href)")) as string[]
      for (const href of hrefs) listed.add(href)
    }
    note({ everyArticleReachable: listed.size === count && [...listed].every((href) => existsSync(new URL(href))) })

    for (const [name, file] of [
      ['Index', 'index.html'],
      ['List', 'list/000.html'],
      ['Article', 'articles/article-0.html'],
    ] as const) {
      await page.goto(pathToFileURL(join(folder, file)).href)
      note({ [`worstFrameMilliseconds${name}`]: await worstFrame(page) })
    }
  } finally {
    await browser.close()
  }
}

/** Milliseconds of processor time the page's main thread has used. */
async function mainThread(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
}

/** The longest time between two frames while the page is scrolled to its end, a screen in ten frames; the best of three ways. */
async function worstFrame(page: Page): Promise<number> {
  const worst: number[] = []
  for (let way = 0; way < 3; way += 1) {
    worst.push(
      (await page.evaluate(`new Promise((resolve) => {
        scrollTo(0, 0)
        let [last, worst] = [performance.now(), 0]
        const step = () => {
          const now = performance.now()
          worst = Math.max(worst, now - last)
          last = now
          if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2) return resolve(worst)
          scrollBy(0, innerHeight / 10)
          requestAnimationFrame(step)
        }
        requestAnimationFrame(() => { last = performance.now(); requestAnimationFrame(step) })
      })`)) as number,
    )
  }
  return Math.min(...worst)
}
