import type { Alignment } from '../../article.ts'
import { FileError } from '../../errors.ts'

const RUNG = /^\[(?<source>[\d,\s]*)\]:\[(?<target>[\d,\s]*)\](?::(?<score>\S+))?$/

/** One line for each alignment, as hunalign's and vecalign's tools read them: `[0,1]:[0]:0.9321`, 0-based, an empty list when unaligned. */
export function formatLadder(alignments: readonly Alignment[]): string {
  return alignments.map(({ source, target, score }) => `[${source.join(',')}]:[${target.join(',')}]:${score.toFixed(4)}\n`).join('')
}

/**
 * Reads what formatLadder writes; the score may be absent (1), blank lines and lines that start with `#` are skipped.
 * @throws FileError naming the line that is no rung of a ladder.
 */
export function parseLadder(text: string, file: string): Alignment[] {
  const alignments: Alignment[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const rung = line.trim()
    if (rung === '' || rung.startsWith('#')) continue
    const groups = RUNG.exec(rung)?.groups
    const source = indexes(groups?.source)
    const target = indexes(groups?.target)
    const score = Number(groups?.score ?? 1)
    if (source === undefined || target === undefined || source.length + target.length === 0 || !(score >= 0 && score <= 1)) {
      throw new FileError(file, index + 1, `expected an alignment such as [0,1]:[0]:0.93, got '${rung}'`)
    }
    alignments.push({ source, target, score })
  }
  return alignments
}

/** undefined unless they are numbers and rise. */
function indexes(list: string | undefined): number[] | undefined {
  if (list === undefined) return undefined
  if (list.trim() === '') return []
  const fields = list.split(',').map((field) => field.trim())
  if (!fields.every((field) => /^\d+$/.test(field))) return undefined
  const numbers = fields.map(Number)
  return numbers.every((number, at) => at === 0 || number > numbers[at - 1]!) ? numbers : undefined
}
