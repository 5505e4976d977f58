/**
 * Writes docs/dependencies.md: what is installed with Synoptic, its licence and size as they stand in node_modules, and why it is there
 * (scripts/dependencies.tsv). `npx jiti scripts/dependencies.ts` after package.json has changed.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly version: string
  readonly license: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..')
const reasons = new Map(
  readFileSync(join(root, 'scripts/dependencies.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string]),
)

/** Where a package that the one at `from` asks for was installed: nearest node_modules first, as Node looks it up. */
function folderOf(name: string, from: string): string | undefined {
  for (let at = from; ; at = join(at, '..')) {
    const folder = join(at, 'node_modules', name)
    if (statSync(folder, { throwIfNoEntry: false })) return folder
    if (at === root) return undefined
  }
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** Bytes of a package's own files. */
function bytesOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + (entry.name === 'node_modules' ? 0 : bytesOf(path))
    return sum + (entry.isFile() ? statSync(path).size : 0)
  }, 0)
}

/** The package and all it brings; what is optional differs from machine to machine and is not counted. */
function closureOf(folder: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(folder)) return seen
  seen.add(folder)
  for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
    const needed = folderOf(name, folder)
    if (needed !== undefined) closureOf(needed, seen)
  }
  return seen
}

const round = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e5) / 10}` : `${Math.round(bytes / 1e5) / 10}`)
const { dependencies = {} } = manifestOf(root)
const all = new Set<string>()
const rows = Object.keys(dependencies).map((name) => {
  const reason = reasons.get(name)
  if (reason === undefined) throw new Error(`scripts/dependencies.tsv: expected a row that says why ${name} is needed`)
  const folder = folderOf(name, root)
  if (folder === undefined) throw new Error(`${name} is not installed: npm ci`)
  const closure = closureOf(folder)
  for (const one of closure) all.add(one)
  const { version, license } = manifestOf(folder)
  const bytes = [...closure].reduce((sum, one) => sum + bytesOf(one), 0)
  return `| ${name} ${version} | ${license} | ${round(bytes)} | ${closure.size - 1} | ${reason} |`
})
const total = [...all].reduce((sum, one) => sum + bytesOf(one), 0)

writeFileSync(
  join(root, 'docs/dependencies.md'),
  `# Dependencies

What \`npm install synoptic\` installs: ${all.size} packages, ${round(total)} MB, and why. Sizes are unpacked, in MB, with what a package brings along
(the next column counts these); packages share some of it. Versions are exact: what was tested is what is installed. None of them fetches anything
when it is installed; \`classic-level\` and \`msgpackr-extract\` look for the binaries they have brought for the machine.

Made by \`scripts/dependencies.ts\`.

| package | licence | MB | brings | why |
|---|---|---|---|---|
${rows.join('\n')}
`,
)
