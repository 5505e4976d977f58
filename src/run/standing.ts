/**
 * Whether the results of an earlier run stand as they were written. Making them again from shards that did not change costs a fourth of a run;
 * looking at size, time of change and inode of each file costs next to nothing, and tells every change but one that a disk makes behind the
 * file system's back. The corpus, which everything else is made of, is read and hashed in any case.
 */
import { createHash } from 'node:crypto'
import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { products } from '../write/products.ts'
import { writeWhole } from './files.ts'

/** @param made hash of all that the results are made of */
export async function standsAsMade(output: string, made: string): Promise<boolean> {
  const known = await readFile(fileIn(output), 'utf8').catch(() => '')
  return known === `${record(output, made)}\n`
}

/** Notes how the results stand now. */
export async function noteStanding(output: string, made: string): Promise<void> {
  await writeWhole(fileIn(output), [record(output, made)])
}

function fileIn(output: string): string {
  return join(output, '.synoptic', 'results.json')
}

function record(output: string, made: string): string {
  const hash = createHash('sha256')
  for (const product of products) for (const line of standingOf(join(output, product), product)) hash.update(line)
  return JSON.stringify({ made, files: hash.digest('hex') })
}

/** A line a file, in the order of their names. Synchronous: hundreds of thousands of promises would cost ten times the looking. */
function* standingOf(path: string, name: string): Generator<string> {
  const status = lstatSync(path, { throwIfNoEntry: false })
  if (status === undefined) return
  if (!status.isDirectory()) {
    yield `${name}\t${status.size}\t${status.mtimeMs}\t${status.ino}\n`
    return
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName))
    yield* standingOf(join(path, entry.name), `${name}/${entry.name}`)
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1
}
