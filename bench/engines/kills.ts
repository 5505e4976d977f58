/**
 * A run that is killed again and again, each time within a second of its first request, beside one that is not: the same bytes at the end, and no
 * text asked again whose answer was stored. `npm run bench -- engines kills 60`
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openCache } from '../../src/engines/cache.ts'
import { type Mock, startMock } from './server.ts'

const wanted = Number(process.argv[2] ?? 60)
const jiti = createRequire(import.meta.url)
  .resolve('jiti/package.json')
  .replace('package.json', 'lib/jiti-cli.mjs')
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

const texts = Array.from({ length: 40 * wanted }, (_, index) => `Das ist der Satz Nummer ${index} von sehr vielen.`)
const articles = Array.from({ length: texts.length / 4 }, (_, index) =>
  JSON.stringify({ id: `a${index}`, language: 'de', text: texts.slice(index * 4, index * 4 + 4).join('\n\n') }),
)

/** @returns whether it came to its end before it was killed */
async function attempt(cwd: string, mock: Mock, killed: boolean): Promise<boolean> {
  const before = mock.requests()
  const child = spawn(process.execPath, [jiti, main, 'run', 'in.jsonl', '-o', 'out', '--jobs', '1'], {
    cwd,
    env: { ...process.env, LIBRETRANSLATE_URL: mock.url },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  if (killed) {
    const begun = (async () => {
      while (mock.requests() === before && child.exitCode === null) await sleep(20)
      await sleep(Math.random() * 1000)
      child.kill('SIGKILL')
    })()
    await begun
  }
  return (await ended) === 0
}

async function folder(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'kills-'))
  await writeFile(join(cwd, 'in.jsonl'), articles.join('\n'))
  return cwd
}

/** Texts whose answers are in the cache. */
async function stored(cwd: string): Promise<Set<string>> {
  await using cache = await openCache(join(cwd, 'out', '.synoptic', 'cache'))
  const keys = texts.map((text) => ({ source: 'libretranslate', from: 'de', to: 'en', text }))
  const found = await cache.get(keys)
  return new Set(texts.filter((_, at) => found[at] !== undefined))
}

await using mock = await startMock({ slots: 2, textMs: 25 })
const cwd = await folder()
let kills = 0
let askedAgain = 0
let known = new Set<string>()
let asked = new Map<string, number>()
while (kills < wanted && !(await attempt(cwd, mock, true))) {
  kills += 1
  for (const text of known) if ((mock.seen.get(text)?.asked ?? 0) > (asked.get(text) ?? 0)) askedAgain += 1
  known = await stored(cwd)
  asked = new Map(texts.map((text) => [text, mock.seen.get(text)?.asked ?? 0]))
}
const finished = await attempt(cwd, mock, false)
for (const text of known) if ((mock.seen.get(text)?.asked ?? 0) > (asked.get(text) ?? 0)) askedAgain += 1

await using calm = await startMock({ slots: 8 })
const other = await folder()
await attempt(other, calm, false)
const products = ['corpus/00000.jsonl', 'aligned/de-en.tsv', 'aligned/de-en.tmx', 'names.tsv', 'rejected.jsonl']
const differing: string[] = []
for (const product of products) {
  const [one, two] = await Promise.all([cwd, other].map((each) => readFile(join(each, 'out', product)).catch(() => undefined)))
  if (one === undefined || two === undefined || !one.equals(two)) differing.push(product)
}
const results = {
  texts: texts.length,
  kills,
  'came to its end': finished,
  'files that differ': differing,
  'asked again though stored': askedAgain,
  'asked twice, as the answer was lost in a kill': [...mock.seen.values()].filter((each) => each.asked > 1).length,
}
console.log(results)
process.send?.({ results })
