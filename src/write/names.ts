import type { Aligned, Judged, Mention, NormalizedText } from '../article.ts'
import { formatRow } from './cells.ts'
import { TextFile } from './file.ts'
import type { Sink } from './sink.ts'

const columns = [
  'id',
  'language',
  'where',
  'start',
  'end',
  'surface',
  'replacement',
  'canonical',
  'entry',
  'kind',
  'action',
  'confidence',
  'reason',
  'left',
  'right',
  'judged',
  'wrong',
  'apply',
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
    return formatRow([
      id,
      language,
      where,
      span.start,
      span.end,
      surface,
      replacement,
      canonical,
      entry,
      kind,
      action,
      share,
      reason,
      left,
      right,
      ...judgedCells(mention.judged),
    ])
  }
  const shown = ({ action, judged }: Mention): boolean => action !== 'keep' || judged !== undefined
  return [
    ...titleMentions.filter(shown).map((mention) => row('title', mention)),
    ...mentions.filter(shown).map((mention) => row('text', mention)),
  ]
}

/** The cells `judged`, `wrong` and `apply`: a mark that is in force stands there, to be taken out again. */
function judgedCells(judged: Judged | undefined): [judged: string, wrong: string, apply: string] {
  if (judged === undefined) return ['', '', '']
  const mark = judged.everywhere ? 'all' : 'x'
  return [inForce(judged), judged.verdict === 'wrong' ? mark : '', judged.verdict === 'right' ? mark : '']
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
