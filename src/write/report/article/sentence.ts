import type { Mention } from '../../../article.ts'
import { clip } from '../../../clip.ts'
import { type Html, html } from '../html.ts'
import { visible } from '../visible.ts'
import type { Side } from './sides.ts'

/** The longest segment shown in full, in UTF-16 code units: a line of 50 MB must not make a page of 50 MB. The pipeline makes none above 5,000. */
const SEGMENT_LIMIT = 20_000

/** Partners of a mention say the same name in the same row: they share a number. */
export type PairOf = (entry: string) => number

/**
 * A sentence as it is in the text file, and as it was written: both stand there, and the style shows one, so that what is copied or searched is
 * the one or the other, to the byte. `<ins>` is what was put in, `<del>` what stood there.
 */
export function sentence(side: Side, at: number, pairOf: PairOf): Html {
  const { text, span } = side.segments[at]!
  return rewritten(text, span.start, side.mentions[at] ?? [], side.after[at] ?? text, pairOf)
}

/** As `sentence`, of a title. */
export function titleText({ title, titleMentions, titleAfter }: Side, pairOf: PairOf): Html {
  return rewritten(title, 0, titleMentions, titleAfter, pairOf)
}

/**
 * @param start where `text` begins in what the mentions' spans point into
 * @param after what it became, which has the last word: where the mentions do not make it, it stands there whole
 */
function rewritten(text: string, start: number, mentions: readonly Mention[], after: string, pairOf: PairOf): Html {
  const parts: (string | Html)[] = []
  let made = ''
  let done = 0
  for (const mention of mentions) {
    const from = mention.span.start - start
    const to = mention.span.end - start + mention.suffix.length
    if (to > SEGMENT_LIMIT) break
    const before = text.slice(done, from)
    parts.push(visible(before), marked(mention, pairOf(mention.entry)))
    made += before + (mention.action === 'rewrite' ? mention.replacement : mention.surface) + mention.suffix
    done = to
  }
  made += text.slice(done)
  if (made !== after) {
    if (text === after) return html`${visible(clip(text, SEGMENT_LIMIT))}`
    return html`<ins>${visible(clip(after, SEGMENT_LIMIT))}</ins><del>${visible(clip(text, SEGMENT_LIMIT))}</del>`
  }
  parts.push(visible(clip(text.slice(done), SEGMENT_LIMIT - done)))
  return html`${parts}`
}

function marked(mention: Mention, pair: number): Html {
  const { action, surface, replacement, suffix, entry, canonical, confidence, reason, weighed } = mention
  const shares = weighed === undefined ? undefined : html` data-weighed="${weighedText(weighed)}"`
  const words = action === 'rewrite' ? html`<ins>${visible(replacement)}</ins><del>${visible(surface)}</del>` : visible(surface)
  return html`<span class="mention" role="button" tabindex="0" data-entry="${entry}" data-canonical="${canonical}" data-surface="${surface}" data-replacement="${replacement}" data-action="${action}" data-confidence="${Number(confidence.toFixed(4))}" data-reason="${reason}"${shares} data-pair="${pair}">${words}${suffix}</span>`
}

/** '2.1 family; -0.4 unlike' */
function weighedText(weighed: NonNullable<Mention['weighed']>): string {
  return Object.entries(weighed)
    .map(([feature, share]) => `${share} ${feature}`)
    .join('; ')
}
