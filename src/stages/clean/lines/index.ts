/**
 * A copied page → its article: which lines are of it, as learned from wording, form, place and neighbours. No line goes for a phrase alone.
 */
import type { Block, Draft } from '../draft.ts'
import { signatureOf } from '../head.ts'
import type { LineKind } from './cues.ts'
import { kindOf, type LineModel, lineModel, weighLines } from './model.ts'

/** Under which rule a line of a kind is kept on record. */
const rules: Readonly<Record<Exclude<LineKind, 'body'>, string>> = {
  interface: 'interface-word',
  related: 'related-link',
  comments: 'comment-call',
  share: 'share-call',
  cookies: 'cookie-notice',
  legal: 'legal-notice',
  donation: 'donation-appeal',
  agency: 'agency-line',
  caption: 'caption',
  newsletter: 'newsletter',
  paywall: 'paywall',
}

/** A line on its own is the article, whatever it says. */
const FEWEST = 2

/**
 * How much sooner a line goes that other articles of the site have too, or that is of a list whose announcement goes, log-odds. Sentences of an article
 * are below −3 as a rule: on the tuning set one in two hundred of its lines is above −1.2.
 */
const SOONER = 1.8

const listItem = /^(?:[-*•‣–—▪●✓→]|\d{1,3}[.)])\s/u

export interface LineOptions {
  /** Lines that other articles of the site have. @defaultValue none */
  readonly repeats?: readonly string[] | undefined
  /** Log-odds from which a line goes. @defaultValue the model's threshold */
  readonly threshold?: number
  /** @defaultValue models/lines.json */
  readonly model?: LineModel | undefined
}

export function takeOutLines(
  blocks: readonly Block[],
  { repeats = [], model = lineModel(), threshold = model.threshold }: LineOptions = {},
): Draft {
  if (blocks.length < FEWEST) return { blocks, removed: [] }
  const { wordings, logits } = weighLines(
    blocks.map(({ text }) => text),
    model,
  )
  const repeated = new Set(repeats)
  const goes: boolean[] = []
  /** Whether the lines before are the items of a list, and what announced it goes. */
  let isAnnounced = false
  blocks.forEach(({ text }, index) => {
    const isSooner = repeated.has(text) || (isAnnounced && listItem.test(text))
    // Who wrote it, and when, is taken by those who look for it.
    const isGoing = logits[index]! > threshold - (isSooner ? SOONER : 0) && signatureOf(text) === undefined
    isAnnounced = isGoing && (/[:：]$/u.test(text) || (isAnnounced && listItem.test(text)))
    goes.push(isGoing)
  })
  return {
    blocks: blocks.filter((_, index) => !goes[index]),
    removed: blocks.flatMap(({ text }, index) => (goes[index] ? [{ rule: rules[kindOf(wordings[index]!)], text }] : [])),
  }
}
