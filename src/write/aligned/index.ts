import type { Language } from '../../article.ts'
import type { Sink } from '../sink.ts'
import { type Bitext, bitextsOf, type Format } from './bitext.ts'
import { tmx } from './tmx.ts'
import { tsv } from './tsv.ts'

/** Every format of aligned/: to add one, write its file and name it here. */
export const alignedFormats = { tmx, tsv } satisfies Record<string, Format>

export type AlignedFormat = keyof typeof alignedFormats

export interface AlignedOptions {
  readonly formats: readonly AlignedFormat[]
  /** Of this program, which some formats name. */
  readonly version: string
}

/** aligned/<from>-<to>.<format>: files for each language pair, begun when its first article comes. */
export function alignedSink(folder: string, { formats, version }: AlignedOptions): Sink {
  const sinks = new Map<string, readonly Sink<Bitext>[]>()

  const sinksOf = (from: Language, to: Language): readonly Sink<Bitext>[] => {
    const pair = `${from} ${to}`
    const known = sinks.get(pair)
    if (known !== undefined) return known
    const opened = formats.map((name) => alignedFormats[name]({ folder, from, to, version }))
    sinks.set(pair, opened)
    return opened
  }

  return {
    async write(article) {
      for (const bitext of bitextsOf(article)) {
        for (const sink of sinksOf(bitext.from, bitext.to)) await sink.write(bitext)
      }
    },
    async close() {
      for (const sink of [...sinks.values()].flat()) await sink.close()
    },
  }
}
