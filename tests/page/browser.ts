/** The browser of the machine, for tests of what only a browser can tell. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

export const executablePath = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync)

export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath: executablePath!, args })
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** @returns what axe minds on a page as it is now, and where */
export async function violations(page: Page): Promise<unknown> {
  await page.evaluate(readFileSync(axe, 'utf8'))
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => target + " " + failureSummary)]))',
  )
}

/** Waits for what the page does on its own, outside of the page. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}
