/**
 * Whether the data at hand is the data that the results were measured on: the last column of data.tsv is sha256 over the names and hashes of a
 * row's files. `--write` takes over what is there.
 *
 * [SYNOPTIC_DATA=…] npm run bench -- data [--write]
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const table = join(import.meta.dirname, 'data.tsv')
const roots: Readonly<Record<string, string | undefined>> = { project: join(import.meta.dirname, '..'), data: process.env.SYNOPTIC_DATA }

/** Files at or below `path`, relative to `root`, in the order of their names. */
function filesAt(root: string, path: string): string[] {
  const whole = join(root, path)
  if (statSync(whole).isFile()) return [path]
  const found = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return found.map(({ parentPath, name }) => join(path, parentPath.slice(whole.length), name)).sort()
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

const [head = '', ...lines] = readFileSync(table, 'utf8').trimEnd().split('\n')
let different = 0
const checked = lines.map((line) => {
  const cells = line.split('\t')
  const [name = '', root = '', paths = ''] = cells
  const known = cells[6] ?? ''
  const folder = roots[root]
  const isHere = folder !== undefined && paths.split(' ').every((path) => existsSync(join(folder, path)))
  const hash = isHere
    ? sha256(
        paths
          .split(' ')
          .flatMap((path) => filesAt(folder, path))
          .map((file) => `${file} ${sha256(readFileSync(join(folder, file)))}\n`)
          .join(''),
      )
    : undefined
  if (hash !== undefined && hash !== known) different += 1
  console.log(`${hash === undefined ? 'not here ' : hash === known ? 'the same ' : 'different'}  ${name}`)
  return [...cells.slice(0, 6), hash ?? known].join('\t')
})
if (process.argv.includes('--write')) writeFileSync(table, `${[head, ...checked].join('\n')}\n`)
else if (different > 0) process.exitCode = 1
