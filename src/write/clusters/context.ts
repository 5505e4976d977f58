/** A mention in its sentence, with the sentence beside it. */
import type { Aligned, Mention } from '../../article.ts'
import type { Context } from './card.ts'

/** UTF-16 code units shown on either side of a name, of the sentence beside it, and of a reason. */
const SIDE = 80
const BESIDE = 240
const REASON = 200

/** What is known of a context when the article is written; whether the article has a page is known when all are. */
export type WrittenContext = Omit<Context, 'page' | 'judged'>

/** @param text 0: the article's own; from 1 on its translations */
export function contextOf(article: Aligned, text: number, where: 'title' | 'text', mention: Mention): WrittenContext {
  const { id, translations, normalized } = article
  const before = text === 0 ? article : translations[text - 1]!
  const whole = where === 'title' ? before.title : before.text
  const { start, end } = mention.span
  const segment = where === 'title' ? -1 : before.segments.findIndex(({ span }) => span.start <= start && start < span.end)
  const bounds = before.segments[segment]?.span ?? { start: 0, end: whole.length }
  const from = Math.max(bounds.start, start - SIDE)
  const to = Math.min(Math.max(bounds.end, end), end + SIDE)
  const beside = where === 'title' ? titleBeside(article, text) : sentenceBeside(article, text, segment)
  return {
    article: id,
    title: normalized.source.title,
    language: text === 0 ? normalized.source.language : normalized.translations[text - 1]!.language,
    where,
    left: (from > bounds.start ? '…' : '') + whole.slice(from, start).replace(/^[\udc00-\udfff]/, ''),
    right: whole.slice(end, to).replace(/[\ud800-\udbff]$/, '') + (to < bounds.end ? '…' : ''),
    confidence: Number(mention.confidence.toFixed(4)),
    reason: clip(mention.reason, REASON),
    ...(segment >= 0 && { segment }),
    ...(beside !== undefined && { beside }),
  }
}

function titleBeside({ normalized: { source, translations } }: Aligned, text: number): Context['beside'] {
  const other = text === 0 ? translations[0] : source
  return other === undefined || other.title === '' ? undefined : { language: other.language, text: clip(other.title, BESIDE) }
}

/** For the article's own text the first translation that has something there. */
function sentenceBeside({ normalized, alignments }: Aligned, text: number, segment: number): Context['beside'] {
  for (const [at, { alignments: rows }] of alignments.entries()) {
    if (text !== 0 && at !== text - 1) continue
    const row = rows.find(({ source, target }) => (text === 0 ? source : target).includes(segment))
    const places = (text === 0 ? row?.target : row?.source) ?? []
    if (places.length === 0) continue
    const other = text === 0 ? normalized.translations[at]! : normalized.source
    const sentences = places.map((place) => other.segments[place]?.text ?? '')
    return { language: other.language, text: clip(sentences.join(' '), BESIDE) }
  }
  return undefined
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`
}
