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

/**
 * All results, each beside its peers and with what falls short.
 * @param root of the project
 * @throws Error when a result has no row in tasks.tsv, or a row no result
 */
export function benchmarksPage(root: string): string {
  const told = tasksIn(join(root, 'scripts', 'benchmarks', 'tasks.tsv'))
  const folder = join(root, 'bench', 'results')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
  const untold = names.find((name) => !told.has(name))
  if (untold !== undefined) throw new Error(`scripts/benchmarks/tasks.tsv: expected a row for bench/results/${untold}.json`)
  const parts = [...told].map(([name, { title, tells, falls }]) => {
    if (!names.includes(name)) throw new Error(`scripts/benchmarks/tasks.tsv: ${name}: expected bench/results/${name}.json`)
    const { task, machine, ...results } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>
    return `## ${title}\n\n${tells} \`npm run bench -- ${task}\`, on ${machine}.\n\n${tables(unwrapped(results)).trimEnd()}\n\n*Falls short:* ${falls}\n`
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
