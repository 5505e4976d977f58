/**
 * Large inputs through the readers, each in a process of its own: whether every article comes, in order; processor time, and the most memory the
 * process ever had. `npm run bench -- read [divisor]`: so many times fewer records.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Kind, writeInput } from './inputs.ts'

const divisor = Number(process.argv[2] ?? 1)
const records: Readonly<Record<Kind, number>> = {
  csv: 100_000,
  tsv: 100_000,
  jsonl: 100_000,
  json: 100_000,
  warc: 10_000,
  feed: 1000,
  files: 100_000,
}
const folder = mkdtempSync(join(tmpdir(), 'synoptic-read-bench-'))
const reader = fileURLToPath(new URL('read.mjs', import.meta.url))
const results: Record<string, object> = {}

function sizeOf(path: string): number {
  return statSync(path).isFile() ? statSync(path).size : readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

try {
  for (const [kind, count] of Object.entries(records) as [Kind, number][]) {
    const number = Math.max(1, Math.round(count / divisor))
    const input = await writeInput(folder, kind, number)
    const megabytes = sizeOf(input.path) / 1e6
    const found = JSON.parse(execFileSync(process.execPath, [reader, input.path], { encoding: 'utf8' }))
    const isRight = found.articles === input.articles && found.skipped === input.skipped && found.rejected === 0 && found.inOrder
    const figures = { megabytes, cpuSeconds: found.cpuSeconds, peakMegabytes: found.peakMegabytes }
    const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(Number(value).toPrecision(3))]))
    results[kind] = { records: number, articles: found.articles, isRight, ...rounded }
    console.log(kind.padEnd(6), JSON.stringify(results[kind]))
    if (!isRight) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
process.send?.({ results })
