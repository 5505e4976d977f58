/**
 * Do the tests see it? Each fault of faults.tsv is planted by itself into a copy of the sources, and the tests that are named beside it must
 * fail. `npx jiti scripts/planted-faults/index.ts [NAME…]` writes results.tsv beside it, and ends with 1 when fewer than 95 % are found.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, readFaults } from './faults.ts'

const SHARE = 0.95
const root = join(import.meta.dirname, '../..')
const here = (name: string): string => join(import.meta.dirname, name)

const faults = readFaults()
const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? faults : faults.filter(({ name }) => wanted.includes(name))

const copy = mkdtempSync(join(tmpdir(), 'planted-'))
try {
  const copied = [
    'src',
    'tests',
    'bench',
    'models',
    'glossary',
    'input',
    'docs',
    'scripts',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ]
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const rows = chosen.map((fault) => {
    const row = `${fault.name}\t${isFound(fault) ? 'found' : 'not found'}`
    process.stdout.write(`${row}\n`)
    return row
  })
  const missed = rows.filter((row) => row.endsWith('not found'))
  if (wanted.length === 0) writeFileSync(here('results.tsv'), `${['fault\tresult', ...rows].join('\n')}\n`)
  process.stdout.write(`${rows.length - missed.length} of ${rows.length} found\n`)
  process.exitCode = missed.length > rows.length * (1 - SHARE) ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** @throws Error when the fault fits the source no more */
function isFound({ name, file, before, after, tests }: Fault): boolean {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(before).length !== 2) throw new Error(`${name}: expected once in ${file}: ${before}`)
  writeFileSync(
    path,
    source.replace(before, () => after),
  )
  try {
    const env = { ...process.env, NO_COLOR: '1' }
    const { stdout } = spawnSync('npx', ['vitest', 'run', '--bail', '1', ...tests.split(' ')], { cwd: copy, encoding: 'utf8', env })
    // A test that fails, and not a file that cannot be read or a name that fits no test.
    return /^ *Tests .*\d failed/mu.test(stdout)
  } finally {
    writeFileSync(path, source)
  }
}
