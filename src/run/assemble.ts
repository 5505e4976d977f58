/**
 * All that is made of the finished corpus. Results that are made of the same shards already, and stand as they were written, are left alone, and
 * what makes them is not even loaded.
 */

import { LAYOUT } from '../write/clusters/layout.ts'
import { products } from '../write/products.ts'
import { fewAtOnce } from './files.ts'
import { sha256 } from './plan.ts'
import type { AssemblyOptions } from './results.ts'
import { readSkipped } from './skipped.ts'
import { noteStanding, standsAsMade } from './standing.ts'

import { version } from './version.ts'

/** @returns hash of all that they are made of, as `noteStanding` takes it */
export async function assemble(options: AssemblyOptions): Promise<string> {
  const { output, shards, formats, compress = false, compare = false, fresh = false } = options
  const vouched = await fewAtOnce(shards, ({ hash, store }) => store.vouched(hash))
  const skipped = await readSkipped(output)
  const made = sha256(
    version,
    ...products,
    `${LAYOUT}`,
    ...formats,
    compress ? 'compressed' : '',
    compare ? 'compared' : '',
    ...shards.map(({ hash }) => hash),
    ...vouched.map((shard) => JSON.stringify(shard)),
    JSON.stringify(skipped),
  )
  if (!fresh && (await standsAsMade(output, made))) return made
  const { makeResults } = await import('./results.ts')
  await makeResults(options, { vouched, skipped })
  await noteStanding(output, made)
  return made
}
