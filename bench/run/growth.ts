/**
 * One long run, watched from outside: memory and processor time by articles done, which should be level and straight. Its sentences come from a
 * pool, so that a memory of bounded size translates them all: no figure of speed. Writes a drawing beside the results.
 *
 * SYNOPTIC_DATA=… npm run bench -- run growth [articles]
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drawGrowth, type Point } from './drawing.ts'
import { writeDump } from './dump.ts'

const articles = Number(process.argv[2] ?? 100_000)
const NAMES = 10_000
const JOBS = 2
/** Different sentences of a language. */
const POOL = 2000
const EVERY_MS = 2000

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'synoptic-growth-'))

/** Memory in use now and processor time so far (proc(5); ticks of 10 ms). */
function usageOf(pid: number): Pick<Point, 'megabytes' | 'cpuSeconds'> | undefined {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return { megabytes: Number(kilobytes) / 1000, cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100 }
  } catch {
    return undefined
  }
}

/** Articles of the shards that have their completion record, counted once. */
function counter(shards: string): () => number {
  const known = new Map<string, number>()
  return () => {
    const names = (() => {
      try {
        return readdirSync(shards).filter((name) => name.endsWith('.json') && !known.has(name))
      } catch {
        return []
      }
    })()
    for (const name of names)
      known.set(name, (JSON.parse(readFileSync(join(shards, name), 'utf8')) as { completion: { read: number } }).completion.read)
    return [...known.values()].reduce((sum, read) => sum + read, 0)
  }
}

const peak = (points: readonly Point[]): number => Math.max(...points.map(({ megabytes }) => megabytes))
const rounded = (value: number): number => Number(value.toPrecision(3))

/** What is compared with all that follows. */
const EARLY = Math.min(10_000, articles / 10)
/** A long run hands over what it has so far, so that stopping it loses nothing. */
const HAND_OVER_EVERY = 15
const MOST_POINTS = 40

function handOver(points: readonly Point[], megabytes: number): void {
  const done = points.at(-1)!.articles
  const [early, late] = [peak(points.filter((point) => point.articles <= EARLY)), peak(points)]
  const at = (share: number) => points.find((point) => point.articles >= share * done)!.cpuSeconds
  const slope = (at(1) - at(0.55)) / (at(0.55) - at(0.1))
  mkdirSync(here('../results'), { recursive: true })
  writeFileSync(here('../results/run-growth.svg'), drawGrowth(points))
  const every = Math.ceil(points.length / MOST_POINTS)
  const kept = points.filter((_, index) => index % every === 0 || index === points.length - 1)
  process.send?.({
    articles,
    done,
    megabytes: rounded(megabytes),
    names: NAMES,
    jobs: JOBS,
    peakMegabytes: Math.round(late),
    early: EARLY,
    memoryRatio: rounded(late / early),
    lateToEarlyTime: rounded(slope),
    points: kept.map((point) => `${point.articles} articles, ${Math.round(point.megabytes)} MB, ${Math.round(point.cpuSeconds)} CPU-s`),
  })
}

try {
  const dump = await writeDump(folder, articles, { sentences: { least: 1, most: 3 }, pool: POOL })
  const output = join(folder, 'out')
  const glossary = [dump.glossary(NAMES), dump.memory]
  const args = ['run', dump.articles, '-o', output, '--glossary', ...glossary, '--engine', 'memory', '--jobs', String(JOBS)]
  const child = spawn(process.execPath, [here('../../dist/cli/main.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const done = counter(join(output, '.synoptic', 'shards'))
  const points: Point[] = []
  while (child.exitCode === null && child.signalCode === null) {
    const usage = usageOf(child.pid!)
    if (usage !== undefined) points.push({ articles: done(), ...usage })
    if (points.length % HAND_OVER_EVERY === 0) handOver(points, dump.bytes / 1e6)
    await Promise.race([ended, sleep(EVERY_MS)])
  }
  handOver(points, dump.bytes / 1e6)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
