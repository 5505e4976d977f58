/**
 * The whole pipeline as a user starts it, in CPU-seconds of all its threads, start and loading included; beside it, in the same run, franc
 * alone on the same texts. New text throughout; the memory translates all of it.
 *
 * SYNOPTIC_DATA=… npm run bench -- run [articles] [names…]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunSummary } from '../src/run/summary.ts'
import { writeDump } from './run/dump.ts'

const [articles = 5000, ...sizes] = process.argv.slice(2).map(Number)
const glossaries = sizes.length > 0 ? sizes : [20, 10_000]

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'synoptic-bench-'))
const rounded = (value: number): number => Number(value.toPrecision(3))

interface Usage {
  readonly cpuSeconds: number
  readonly megabytes: number
}

function measure(args: readonly string[]): Usage {
  const USAGE_FILE = join(folder, 'usage.json')
  const program = ['--import', here('run/usage.mjs'), here('../dist/cli/main.js'), ...args]
  const { status, stderr } = spawnSync(process.execPath, program, { env: { ...process.env, USAGE_FILE }, encoding: 'utf8' })
  // A sentence in a hundred that detection takes for another language, or that is cut in two, waits for a translation: 1.
  if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr.slice(-1000)}`)
  return JSON.parse(readFileSync(USAGE_FILE, 'utf8')) as Usage
}

/** Bytes of the files below a folder, each counted once. */
function sizeOf(path: string, without: readonly string[] = []): number {
  const names = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !without.includes(name))
  return names.reduce(
    (sum, entry) => sum + (entry.isDirectory() ? sizeOf(join(path, entry.name)) : statSync(join(path, entry.name)).size),
    0,
  )
}

/** What the same run leaves with a compressed corpus, beside the text read, and beside all texts: those read and their translations. */
function compressedSizes(output: string, args: readonly string[], bytes: number) {
  measure([...args, '--compress'])
  const size = sizeOf(output, ['report', 'review', '.synoptic'])
  return { compressedTimesText: rounded(size / bytes), compressedTimesAllTexts: rounded(size / sizeOf(join(output, 'text'))) }
}

try {
  const dump = await writeDump(folder, articles, { sentences: { least: 3, most: 8 } })
  const francSeconds = Number(execFileSync(process.execPath, [here('run/franc.mjs'), dump.articles], { encoding: 'utf8' }))
  const megabytes = dump.bytes / 1e6
  console.log(`${articles} articles, ${megabytes.toFixed(1)} MB; franc alone: ${(megabytes / francSeconds).toFixed(2)} MB a CPU-second`)

  const results = glossaries.flatMap((names) => {
    const glossary = dump.glossary(names)
    return [1, 2].map((jobs) => {
      const output = join(folder, `out-${names}-${jobs}`)
      const args = ['run', dump.articles, '-o', output, '--glossary', glossary, dump.memory, '--engine', 'memory', '--jobs', String(jobs)]
      const usage = measure(args)
      const { counts, stages } = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')) as RunSummary
      const rerun = measure(args)
      const row = {
        names,
        jobs,
        unfinished: counts.unfinished,
        cpuSeconds: rounded(usage.cpuSeconds),
        megabytesPerSecond: rounded(megabytes / usage.cpuSeconds),
        timesFranc: rounded(francSeconds / usage.cpuSeconds),
        stages: Object.fromEntries(Object.entries(stages).map(([stage, { cpuMilliseconds }]) => [stage, rounded(cpuMilliseconds / 1000)])),
        peakMegabytes: Math.round(usage.megabytes),
        rerunShare: rounded(rerun.cpuSeconds / usage.cpuSeconds),
        outputTimesText: rounded(sizeOf(output, ['report', 'review', '.synoptic']) / dump.bytes),
        ...compressedSizes(output, args, dump.bytes),
      }
      const shares = Object.entries(row.stages).map(([stage, seconds]) => `${stage} ${seconds}`)
      console.log(
        `${names.toLocaleString('en')} names, ${jobs} job${jobs > 1 ? 's' : ''}: ${row.cpuSeconds} CPU-s, ${row.megabytesPerSecond} MB/s, ${row.timesFranc} × franc; ` +
          `peak ${row.peakMegabytes} MB; rerun ${(100 * row.rerunShare).toFixed(1)} %; output ${row.outputTimesText} × text, compressed ${row.compressedTimesText}, ${row.compressedTimesAllTexts} of the texts of both languages; ${shares.join(', ')}`,
      )
      rmSync(output, { recursive: true })
      return row
    })
  })
  process.send?.({ articles, megabytes: rounded(megabytes), francSeconds: rounded(francSeconds), results })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
