import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tables } from './tables.ts'

/** What tasks.tsv says of a task. */
interface Told {
  readonly title: string
  /** What is measured, and beside what. */
  readonly tells: string
  /** What the figures do not reach, or do not show. */
  readonly falls: string
}

/** What has results and no row yet. */
const UNTOLD: Told = { title: '', tells: '', falls: 'not told yet; expected a row in scripts/benchmarks/tasks.tsv.' }

/**
 * All results, each beside its peers and with what falls short.
 * @param root of the project
 * @throws Error when a row of tasks.tsv has no result
 */
export function benchmarksPage(root: string): string {
  const told = tasksIn(join(root, 'scripts', 'benchmarks', 'tasks.tsv'))
  const folder = join(root, 'bench', 'results')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
  const lost = [...told.keys()].find((name) => !names.includes(name))
  if (lost !== undefined) throw new Error(`scripts/benchmarks/tasks.tsv: ${lost}: expected bench/results/${lost}.json`)
  const untold = names.filter((name) => !told.has(name)).map((name) => [name, UNTOLD] as const)
  const parts = [...told, ...untold].map(([name, { title, tells, falls }]) => {
    const { task, machine, ...results } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>
    return `## ${title || task}\n\n${tells} \`npm run bench -- ${task}\`, on ${machine}.\n\n${tables(unwrapped(results)).trimEnd()}\n\n*Falls short:* ${falls}\n`
  })
  return `# Benchmarks

Made of [bench/results](../bench/results) by \`npx jiti scripts/benchmarks/index.ts\`; a test holds the two together. What is not in results is not here.
Times are of the processor where nothing else is said. [bench/README.md](../bench/README.md) says how to measure again and what the sets are.

${parts.join('\n')}`
}

/** Results stand under a word of their own in some files. */
function unwrapped(results: Record<string, unknown>): unknown {
  const keys = Object.keys(results)
  return keys.length === 1 && keys[0] === 'results' ? results.results : results
}

/** In the order of the rows: name of the result, title, what it tells, what falls short. */
function tasksIn(file: string): ReadonlyMap<string, Told> {
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return new Map(
    rows.map((row, at) => {
      const [name, title, tells, falls] = row.split('\t')
      if (name === undefined || title === undefined || tells === undefined || falls === undefined)
        throw new Error(`${file}:${at + 2}: expected four cells: task, title, tells, falls`)
      return [name, { title, tells, falls }]
    }),
  )
}
