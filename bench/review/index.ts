/**
 * A million rows of names: what their cards cost the run, beside names.tsv; then the compiled `serve` on them: until it answers, memory, time of a
 * page, of a search, and of a judgement until it is on the disk and answered; in Chromium, of a key until what it does is on the screen.
 *
 * npm run bench -- review [rows]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Aligned } from '../../src/article.ts'
import { clustersSink } from '../../src/write/clusters/index.ts'
import { namesSink } from '../../src/write/names.ts'
import { reportSink } from '../../src/write/report/index.ts'
import type { Sink } from '../../src/write/sink.ts'
import { garbled } from './articles.ts'
import { keysToScreen } from './keys.ts'

const [rows = 1_000_000] = process.argv.slice(2).map(Number)
const ROWS_AN_ARTICLE = 10
const articles = Math.ceil(rows / ROWS_AN_ARTICLE)

const folder = mkdtempSync(join(tmpdir(), 'synoptic-bench-'))
const output = join(folder, 'out')
const rounded = (value: number): number => Number(value.toPrecision(3))

/** Processor time, and what the process holds more at its largest; the articles themselves are made anew for each. */
async function write(sink: Sink | undefined): Promise<{ cpuSeconds: number; megabytes: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const start = process.cpuUsage()
  let most = before
  let number = 0
  for (const article of garbled(articles, { rows: ROWS_AN_ARTICLE, names: 10_000, spellings: 32 }) as Iterable<Aligned>) {
    await sink?.write(article)
    if (number++ % 1000 === 0) most = Math.max(most, process.memoryUsage.rss())
  }
  await sink?.close()
  most = Math.max(most, process.memoryUsage.rss())
  const { user, system } = process.cpuUsage(start)
  return { cpuSeconds: (user + system) / 1e6, megabytes: (most - before) / 1e6 }
}

function sizeOf(path: string): number {
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0) / 1e6
}

/** Milliseconds until each answer has come, least first. */
async function timed(times: number, ask: (turn: number) => Promise<unknown>): Promise<number[]> {
  const milliseconds: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now()
    await ask(turn)
    milliseconds.push(performance.now() - start)
  }
  return milliseconds.toSorted((a, b) => a - b)
}

const spread = (sorted: readonly number[]) => ({
  median: rounded(sorted[Math.floor(sorted.length / 2)]!),
  p95: rounded(sorted[Math.floor(sorted.length * 0.95)]!),
  most: rounded(sorted.at(-1)!),
})

/** Milliseconds of processor time of a process so far; its system counts in hundredths of a second. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** Peak resident memory of a process, as its system counts it. */
function peakOf({ pid }: ChildProcess): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000)
}

async function serve() {
  const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
  const start = performance.now()
  const child = spawn(process.execPath, [main, 'serve', output, '--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const { value: line } = await createInterface({ input: child.stdout! })[Symbol.asyncIterator]().next()
    const { url } = JSON.parse(line) as { url: string }
    const get = async (path: string) => (await fetch(url + path)).json() as Promise<{ total: number; pages: number; rows: unknown[] }>
    const { total, pages } = await get('api/names?page=0&state=open')
    const secondsUntilAnswer = rounded((performance.now() - start) / 1000)
    const megabytesAtStart = peakOf(child)
    const before = cpuOf(child)
    let bytes = 0
    // Without reading what has come: that is the browser's time.
    const page = spread(
      await timed(200, async (turn) => {
        bytes += (await (await fetch(`${url}api/names?state=open&page=${(turn * 7919) % pages}`)).arrayBuffer()).byteLength
      }),
    )
    const cpuMillisecondsOfAPage = rounded((cpuOf(child) - before) / 200)
    const search = spread(await timed(50, (turn) => get(`api/names?query=${['bake', 'schgor', 'zazaza', 'lin', 'nobody'][turn % 5]}`)))
    const token = /synoptic-token" content="([^"]+)"/u.exec(await (await fetch(`${url}report/index.html`)).text())![1]!
    const cards = (await get('api/names?page=0')).rows as { canonical: string; spellings: { surface: string }[] }[]
    const judgements = cards.flatMap(({ canonical, spellings }) =>
      spellings.map(({ surface }) => ({ judgement: 'wrong', canonical, surface })),
    )
    const headers = { 'Content-Type': 'application/json', 'X-Synoptic-Token': token, Origin: url.slice(0, -1) }
    const judge = spread(
      await timed(200, (turn) =>
        fetch(`${url}api/judgements`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ judgements: [judgements[turn % judgements.length]] }),
        }).then((answer) => answer.json()),
      ),
    )
    const keys = await keysToScreen(url, 200)
    const kilobytesOfAPage = Math.round(bytes / 200_000)
    return {
      cards: total,
      cpuMillisecondsOfAPage,
      kilobytesOfAPage,
      secondsUntilAnswer,
      megabytesAtStart,
      megabytes: peakOf(child),
      milliseconds: { page, search, judge, ...(keys && { keyToScreen: spread(keys) }) },
    }
  } finally {
    child.kill()
  }
}

try {
  for (const path of ['.synoptic', 'glossary']) mkdirSync(join(output, path), { recursive: true })
  const made = await write(undefined)
  const cards = await write(clustersSink(output))
  const table = await write(namesSink(join(output, 'names.tsv')))
  await reportSink(join(output, 'report')).close()
  writeFileSync(join(output, 'run.json'), JSON.stringify({ configuration: { glossary: [join(output, 'glossary')] } }))
  writeFileSync(join(output, '.synoptic', 'run.json'), JSON.stringify({ judgements: [] }))
  const overview = JSON.parse(readFileSync(join(output, 'review', 'overview.json'), 'utf8')) as { spellings: number; leftOut: number }
  const results = {
    rows: articles * ROWS_AN_ARTICLE,
    articles,
    spellings: overview.spellings,
    leftOut: overview.leftOut,
    write: {
      cpuSeconds: rounded(cards.cpuSeconds - made.cpuSeconds),
      megabytesHeld: Math.round(cards.megabytes),
      megabytesOnDisk: Math.round(sizeOf(join(output, 'review'))),
      namesTableCpuSeconds: rounded(table.cpuSeconds - made.cpuSeconds),
      namesTableMegabytes: Math.round(statSync(join(output, 'names.tsv')).size / 1e6),
    },
    serve: await serve(),
  }
  console.log(JSON.stringify(results, null, 2))
  process.send?.(results)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
