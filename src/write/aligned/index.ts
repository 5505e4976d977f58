import type { Language } from '../../article.ts'
import type { Sink } from '../sink.ts'
import { type Bitext, bitextsOf, type Format, type FormatOptions, inTextFile, pairsOf, type Sides, type TextFormat } from './bitext.ts'
import { countsSink } from './counts.ts'
import { moses } from './moses.ts'
import { parquet } from './parquet.ts'
import { tmx } from './tmx.ts'
import { tsv } from './tsv.ts'
import { xliff } from './xliff.ts'

/** Every format of aligned/: to add one, write its file and name it here. */
const alignedFormats = {
  tmx: inTextFile('tmx', tmx),
  tsv: inTextFile('tsv', tsv),
  xliff: inTextFile('xlf', xliff),
  moses,
  parquet,
} satisfies Record<string, Format>

type AlignedFormat = keyof typeof alignedFormats

export interface AlignedOptions {
  readonly formats: readonly AlignedFormat[]
  /** Of this program, which some formats name. */
  readonly version: string
}

const texts = { tmx, tsv } satisfies Record<string, TextFormat>

/** One alignment of two lists of segments as a text of its own. */
export function alignedText(format: keyof typeof texts, id: string, sides: Omit<Sides, 'from' | 'to'>, options: FormatOptions): string {
  const { head, body, tail } = texts[format]
  return head(options) + body({ id, from: options.from, to: options.to, pairs: pairsOf({ ...sides, ...options }) }, options) + tail
}

/** aligned/<from>-<to>.<format>: files for each language pair, begun when its first article comes. */
export function alignedSink(folder: string, { formats, version }: AlignedOptions): Sink {
  const sinks = new Map<string, readonly Sink<Bitext>[]>()
  const counts = countsSink(folder)

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
        await counts.write(bitext)
        for (const sink of sinksOf(bitext.from, bitext.to)) await sink.write(bitext)
      }
    },
    async close() {
      for (const sink of [...[...sinks.values()].flat(), counts]) await sink.close()
    },
  }
}
