import { join } from 'node:path'
import { fileName, TextFile } from '../file.ts'
import { type Format, formatScore } from './bitext.ts'

/** What ends a line for one reader or another (Unicode, UAX 14, mandatory breaks): one segment must stay one line. */
const lineEnds = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

/**
 * <from>-<to>.<from> and <from>-<to>.<to>: plain text, line n of one is line n of the other, as Moses and most trainers read it; only what has
 * text on both sides. <from>-<to>.ids says of each line its document, segments and score.
 */
export const moses: Format = ({ folder, from, to }) => {
  const [source, target, ids] = [from, to, 'ids'].map((suffix) => new TextFile(join(folder, fileName(`${from}-${to}.${suffix}`))))
  return {
    async write({ id, pairs }) {
      for (const pair of pairs) {
        if (pair.sourceText === '' || pair.targetText === '') continue
        await source!.write(`${oneLine(pair.sourceText)}\n`)
        await target!.write(`${oneLine(pair.targetText)}\n`)
        await ids!.write(`${id}\t${pair.source.join(' ')}\t${pair.target.join(' ')}\t${formatScore(pair.score)}\n`)
      }
    },
    async close() {
      for (const file of [source, target, ids]) await file!.close()
    },
  }
}

function oneLine(text: string): string {
  return text.replace(lineEnds, ' ')
}
