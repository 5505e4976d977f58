/** A person's keys in the view of names, in Chromium at the real server: until what a key does is on the screen. */
import { executablePath, launch, until } from '../../tests/page/browser.ts'

/** Right, wrong, back, on, undone: what a person does all day. */
const KEYS = ['y', 'n', 'j', 'y', 'k', 'y', 'n', 'u']

/** In the page: from the event of a key to the first task after the frame in which another row is asked. */
const watch = `
window.taken = []
addEventListener('keydown', ({ timeStamp }) => {
  const asked = () => document.querySelector('.spelling[aria-current]')
  const before = asked()
  const look = () => requestAnimationFrame(() => {
    if (asked() === before || asked() === null) return look()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => taken.push(performance.now() - timeStamp)
    port2.postMessage(null)
  })
  look()
}, true)`

/** @returns milliseconds of each key, least first; undefined without a browser */
export async function keysToScreen(url: string, keys: number): Promise<number[] | undefined> {
  if (executablePath === undefined) return undefined
  const browser = await launch()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${url}report/names.html`)
    await page.locator('.spelling[aria-current]').waitFor()
    await page.evaluate(watch)
    for (let pressed = 0; pressed < keys; pressed += 1) {
      await page.keyboard.press(KEYS[pressed % KEYS.length]!)
      await until(async () => (await page.evaluate('taken.length')) === pressed + 1)
    }
    return ((await page.evaluate('taken')) as number[]).toSorted((a, b) => a - b)
  } finally {
    await browser.close()
  }
}
