import type { Mention, Segment } from '../../article.ts'
import { type Html, html } from './html.ts'
import { clip } from './page.ts'

/** The longest segment shown in full, in UTF-16 code units: a line of 50 MB must not make a page of 50 MB. */
const SEGMENT_LIMIT = 5000

/** The mentions that stand wholly in each segment. Both lists are in the order of the text. */
export function mentionsBySegment(
  segments: readonly Pick<Segment, 'span'>[],
  mentions: readonly Mention[],
): readonly (readonly Mention[])[] {
  let next = 0
  return segments.map(({ span }) => {
    while (next < mentions.length && mentions[next]!.span.start < span.start) next += 1
    const first = next
    while (next < mentions.length && mentions[next]!.span.end <= span.end) next += 1
    return mentions.slice(first, next)
  })
}

/**
 * `text` with its names as they are to be: a rewritten one is marked as inserted, with the form it had struck out beside it;
 * a proposed one is marked, with the proposal beside it.
 * @param start where `text` begins in what the mentions' spans point into.
 */
export function marked(text: string, start: number, mentions: readonly Mention[]): Html {
  const parts: (string | Html)[] = []
  let done = 0
  for (const mention of mentions) {
    if (mention.action === 'keep') continue
    if (mention.span.end - start > SEGMENT_LIMIT) break
    parts.push(text.slice(done, mention.span.start - start), mark(mention))
    done = mention.span.end - start + mention.suffix.length
  }
  parts.push(clip(text.slice(done), SEGMENT_LIMIT - done))
  return html`${parts}`
}

/** The suffix stays with the name, before what is struck out: Becquerel's ~~Bekerel's~~. */
function mark(mention: Mention): Html {
  const { surface, replacement, suffix } = mention
  if (mention.action === 'rewrite') {
    return html`<ins title="${surface}: ${why(mention)}">${replacement}</ins>${suffix}<del>${surface}${suffix}</del>`
  }
  return html`<mark title="${why(mention)}">${surface}</mark>${suffix}<span class="proposal">${replacement}?</span>`
}

/** What becomes of a name, in a table's cell. */
export function outcome({ action, replacement }: Pick<Mention, 'action' | 'replacement'>): Html {
  if (action === 'keep') return html`<span class="soft">stays</span>`
  return action === 'rewrite' ? html`<ins>${replacement}</ins>` : html`<mark>${replacement}?</mark>`
}

/** 'Henri Becquerel, 93 %: spelling 0.91; …' */
function why({ canonical, confidence, reason }: Mention): string {
  return `${canonical}, ${percent(confidence)}: ${reason}`
}

/** 0.934 → '93 %' */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
