import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Unit } from '../tmx/unit.ts'
import { DATABASE } from './files.ts'
import { openStore, type Store, writeStore } from './store.ts'

/** Units of one memory after the other: a unit that is there already moves to the end, and is not added twice. */
export interface Gathered {
  readonly store: Store
  /** Units of the sources that none of them, nor one before, had. */
  readonly added: number
}

/**
 * Gathers the units of `sources` in a database, in bounded memory, and hands it to `use`: one that is made at `target`, when that is the name of a
 * database, else one beside it that is gone afterwards. @param before what is there already, and does not count as added
 */
export async function gather<Result>(
  target: string,
  sources: readonly AsyncIterable<Unit>[],
  use: (gathered: Gathered) => Promise<Result>,
  before: readonly AsyncIterable<Unit>[] = [],
): Promise<Result> {
  await mkdir(dirname(target), { recursive: true })
  const isKept = target.endsWith(DATABASE)
  const folder = isKept ? undefined : await mkdtemp(join(dirname(target), '.memory-'))
  const path = folder === undefined ? target : join(folder, `units${DATABASE}`)
  try {
    let added = 0
    await writeStore(path, async (builder) => {
      for (const units of before) for await (const unit of units) builder.add(unit)
      for (const units of sources) for await (const unit of units) if (builder.add(unit)) added += 1
    })
    const store = openStore(path)
    try {
      return await use({ store, added })
    } finally {
      store.close()
    }
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}
