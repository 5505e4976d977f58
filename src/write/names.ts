import type { Aligned, Judged, Mention, NormalizedText } from '../article.ts'
import { formatRow } from './cells.ts'
import { TextFile } from './file.ts'
import type { Sink } from './sink.ts'

/** Marks stand where a person begins to read, the name in its sentence. No row ends in an empty cell, which editors trim away. */
const columns = [
  'id',
  'language',
  'wrong',
  'apply',
  'judged',
  'action',
  'confidence',
  'left',
  'surface',
  'right',
  'replacement',
  'canonical',
  'kind',
  'reason',
  'entry',
  'where',
  'start',
  'end',
] as const

/** UTF-16 code units of text shown on either side of a name. */
const CONTEXT = 60

/**
 * names.tsv: every name rewritten, proposed or judged, in the article's own text and in its translations. `start` and `end` point into
 * the title or text (`where`) before the rewrite; `left` and `right` are what stands beside it. A person marks in `wrong` what should not
 * have been done, and in `apply` what should be: x for this article, all for every one. `judged` says what is in force.
 */
export function namesSink(path: string): Sink {
  const file = new TextFile(path)
  let head = formatRow(columns)
  return {
    async write(article) {
      await file.write(head + rows(article).join(''))
      head = ''
    },
    async close() {
      await file.write(head)
      await file.close()
    },
  }
}

function rows(article: Aligned): string[] {
  const { id, title, text, translations, normalized } = article
  return [
    ...rowsOf(id, normalized.source, { title, text }),
    ...normalized.translations.flatMap((target, at) => rowsOf(id, target, translations[at] ?? { title: '', text: '' })),
  ]
}

function rowsOf(id: string, { language, titleMentions, mentions }: NormalizedText, before: { title: string; text: string }): string[] {
  const row = (where: 'title' | 'text', mention: Mention): string => {
    const { span, surface, replacement, canonical, entry, kind, action, confidence, reason } = mention
    const left = lastCharacters(before[where].slice(0, span.start))
    const right = firstCharacters(before[where].slice(span.end))
    const share = Number(confidence.toFixed(4))
    const { wrong, apply, inForce } = judgedCells(mention.judged)
    const said = [wrong, apply, inForce, action, share, left, surface, right, replacement, canonical, kind, reason, entry]
    return formatRow([id, language, ...said, where, span.start, span.end])
  }
  const shown = ({ action, judged }: Mention): boolean => action !== 'keep' || judged !== undefined
  return [
    ...titleMentions.filter(shown).map((mention) => row('title', mention)),
    ...mentions.filter(shown).map((mention) => row('text', mention)),
  ]
}

/** A mark that is in force stands in its column, to be taken out again. */
function judgedCells(judged: Judged | undefined): { wrong: string; apply: string; inForce: string } {
  if (judged === undefined) return { wrong: '', apply: '', inForce: '' }
  const mark = judged.everywhere ? 'all' : 'x'
  const isWrong = judged.verdict === 'wrong'
  return { wrong: isWrong ? mark : '', apply: isWrong ? '' : mark, inForce: inForce(judged) }
}

/** 'wrong', 'right everywhere': the words of the column `judged`. */
export function inForce({ verdict, everywhere }: Judged): string {
  return everywhere ? `${verdict} everywhere` : verdict
}

function firstCharacters(text: string): string {
  return text.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, '')
}

function lastCharacters(text: string): string {
  return text.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, '')
}
