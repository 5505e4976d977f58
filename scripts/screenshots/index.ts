/**
 * Takes the pictures of README.md, of the sample in input/, in a real Chromium: `npm run build && npx jiti scripts/screenshots/index.ts`.
 * Each is smaller than 200 KB; CHROMIUM_PATH names another browser than the system's.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'

/** An article in which names are garbled. */
const ARTICLE = 'report-ru-1911-11-10'
const SIZE = { width: 1120, height: 700 }
const MOST_BYTES = 200_000

const root = join(import.meta.dirname, '..', '..')
const images = join(root, 'docs', 'images')
const executablePath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)
if (executablePath === undefined) throw new Error('expected a Chromium: install it, or name it in CHROMIUM_PATH')

const program = (...words: string[]) =>
  spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })

// The sample is copied: judgements that are tried on its page are not the project's.
const folder = await mkdtemp(join(tmpdir(), 'synoptic-pictures-'))
for (const name of ['input', 'glossary']) await cp(join(root, name), join(folder, name), { recursive: true })
const run = program('run', 'input', '-o', 'output')
run.stdout.resume()
const [code] = (await once(run, 'exit')) as [number]
if (code !== 0) throw new Error(`the run of the sample ended with ${code}`)

const serving = program('serve', 'output', '--port', '0', '--json')
try {
  const [line] = (await once(createInterface(serving.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    await mkdir(images, { recursive: true })
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' })
    await page.goto(new URL(`/report/articles/${ARTICLE}.html`, url).href)
    await page.locator('[data-row]').first().waitFor()
    // What was rewritten, with what the page says of it.
    const rewritten = page.locator('main [data-row] .mention[data-action="rewrite"], main .mention[data-action="rewrite"]').first()
    await rewritten.scrollIntoViewIfNeeded()
    await rewritten.focus()
    await picture(page, 'article.png')
    await page.goto(new URL('/report/names.html', url).href)
    await page.getByText('Marie Skłodowska-Curie').first().waitFor()
    await picture(page, 'names.png')
  } finally {
    await browser.close()
  }
} finally {
  serving.kill()
  await once(serving, 'exit')
  await rm(folder, { recursive: true })
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(images, name)
  await page.screenshot({ path, animations: 'disabled' })
  const { size } = statSync(path)
  console.log(`${name}: ${size} bytes`)
  if (size > MOST_BYTES) throw new Error(`${name}: expected at most ${MOST_BYTES} bytes, got ${size}`)
}
