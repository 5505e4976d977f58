import { join } from 'node:path'
import { countForbidden } from '../../markup.ts'
import { TextFile } from '../file.ts'
import { formatJson } from '../json.ts'
import type { Sink } from '../sink.ts'
import type { Bitext } from './bitext.ts'

/** What of a language pair went into the files, and what no file of pairs can hold. */
interface Counts {
  articles: number
  /** Alignments with text on both sides. */
  aligned: number
  /** Source and target segments that stand alone: in TSV and Parquet, not in TMX and Moses; XLIFF has those of the source. */
  sourceAlone: number
  targetAlone: number
  /** Characters that XML 1.0 forbids, in all alignments: dropped from TMX and XLIFF, kept in the others. */
  forbiddenInXml: number
}

/** aligned/counts.json: by language pair, what the formats hold and what they lack. */
export function countsSink(folder: string): Sink<Bitext> {
  const pairs = new Map<string, Counts>()
  return {
    write({ from, to, pairs: alignments }) {
      const name = `${from}-${to}`
      const counts = pairs.get(name) ?? { articles: 0, aligned: 0, sourceAlone: 0, targetAlone: 0, forbiddenInXml: 0 }
      pairs.set(name, counts)
      counts.articles += 1
      for (const { source, target, sourceText, targetText } of alignments) {
        if (sourceText !== '' && targetText !== '') counts.aligned += 1
        else if (sourceText !== '') counts.sourceAlone += source.length
        else counts.targetAlone += target.length
        counts.forbiddenInXml += countForbidden(sourceText) + countForbidden(targetText)
      }
    },
    async close() {
      if (pairs.size === 0) return
      const file = new TextFile(join(folder, 'counts.json'))
      await file.write(`${formatJson(Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1))))}\n`)
      await file.close()
    },
  }
}
