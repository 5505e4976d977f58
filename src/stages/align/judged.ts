/** Rows as people judged them: where their sentences stand now, and what becomes of the rows that were found. */
import type { Alignment, RowJudgement } from '../../article.ts'
import { sameSentence } from '../../glossary/index.ts'
import type { Row, Said } from './said.ts'

/** A text's sentences, in the forms in which a person may have seen them: as written, and with their names rewritten. */
export type Forms = readonly (readonly string[])[]

export interface Placed extends Said {
  /** What has no effect, and why. */
  readonly unmet: readonly { readonly judgement: RowJudgement; readonly why: string }[]
}

/** Judgements about one translation, where their sentences are still there; of two that cannot both be, the later. */
export function place(judgements: readonly RowJudgement[], source: Forms, target: Forms): Placed {
  const confirmed: Row[] = []
  const apart: Row[] = []
  const unmet: Placed['unmet'][number][] = []
  for (const judgement of [...judgements].reverse()) {
    const row = {
      source: placeOf(judgement.source, judgement.sourceText, source),
      target: placeOf(judgement.target, judgement.targetText, target),
    }
    if (!isThere(row)) {
      unmet.push({ judgement, why: 'the sentence is no longer there' })
    } else if (judgement.judgement === 'aligned') {
      if (confirmed.some((one) => shares(one, row)) || apart.some((one) => holds(row, one))) unmet.push({ judgement, why: OVERRULED })
      else confirmed.push(row)
    } else if (confirmed.some((one) => holds(one, row))) unmet.push({ judgement, why: OVERRULED })
    else apart.push(row)
  }
  return { confirmed: confirmed.reverse(), apart: apart.reverse(), unmet: unmet.reverse() }
}

const OVERRULED = 'something else was said of it later'

function isThere(row: { readonly [side in keyof Row]: Row[side] | undefined }): row is Row {
  return row.source !== undefined && row.target !== undefined
}

/** Where the sentences stand: where they stood, or else, of the places that have the same text, the nearest. */
function placeOf(indexes: readonly number[], text: string, forms: Forms): readonly number[] | undefined {
  const wanted = sameSentence(text)
  if (forms.some((texts) => sameSentence(indexes.map((index) => texts[index] ?? '').join('')) === wanted)) return indexes
  const first = indexes[0]!
  const starts = forms
    .map((texts) => texts.map(sameSentence))
    .flatMap((texts) => texts.flatMap((_, start) => runFrom(start, wanted, texts) ?? []))
  return starts.sort((a, b) => Math.abs(a[0]! - first) - Math.abs(b[0]! - first) || a[0]! - b[0]!)[0]
}

/** The sentences from `start` on that are `wanted`, in a list; undefined when they are not. */
function runFrom(start: number, wanted: string, texts: readonly string[]): [readonly number[]] | undefined {
  let whole = ''
  for (let end = start; end < texts.length && whole.length < wanted.length; end++) {
    whole += texts[end]!
    if (whole === wanted) return [Array.from({ length: end - start + 1 }, (_, at) => start + at)]
  }
  return undefined
}

/** `rows` as people have them: what they confirmed stands, with score 1, whatever was found; no row has what they took apart. */
export function asSaid(rows: readonly Alignment[], { confirmed, apart }: Said): Alignment[] {
  const result = confirmed.reduce<readonly Alignment[]>(withRow, rows)
  return result.flatMap((row) => (apart.some((one) => holds(row, one)) ? singles(row) : [row]))
}

function withRow(rows: readonly Alignment[], { source, target }: Row): readonly Alignment[] {
  const stands: Alignment = { source, target, score: 1, judged: 'aligned' }
  const at = rows.findIndex((row) => holds(row, stands) && holds(stands, row))
  if (at >= 0) return rows.with(at, stands)
  const rest = rows.flatMap((row): readonly Alignment[] => {
    if (!shares(row, stands)) return [row]
    const left = {
      ...row,
      source: row.source.filter((index) => !source.includes(index)),
      target: row.target.filter((index) => !target.includes(index)),
    }
    return left.source.length > 0 && left.target.length > 0 ? [left] : singles(left)
  })
  const after = rest.findIndex((row) => (row.source.length > 0 ? row.source[0]! > source[0]! : row.target[0]! > target.at(-1)!))
  return rest.toSpliced(after < 0 ? rest.length : after, 0, stands)
}

/** Each line of the row alone. */
function singles({ source, target }: Row): Alignment[] {
  return [
    ...source.map((index) => ({ source: [index], target: [], score: 0 })),
    ...target.map((index) => ({ source: [], target: [index], score: 0 })),
  ]
}

/** Whether all of `part` is in `row`. */
function holds(row: Row, part: Row): boolean {
  return part.source.every((index) => row.source.includes(index)) && part.target.every((index) => row.target.includes(index))
}

function shares(row: Row, other: Row): boolean {
  return row.source.some((index) => other.source.includes(index)) || row.target.some((index) => other.target.includes(index))
}
