import type { Language, Span } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { consider, type Evidence } from './index.ts'
import { mentionOf } from './mention/mention.ts'
import { choose, type Tie } from './weigh/choose.ts'
import { features } from './weigh/features/index.ts'
import { shippedModel } from './weigh/model.ts'
import { LINK } from './weigh/thresholds.ts'

/** Why a stretch of text was linked or was not. */
export interface Explanation {
  readonly start: number
  readonly end: number
  readonly surface: string
  /** Who may have been meant, the likeliest first. */
  readonly considered: readonly {
    readonly entry: string
    readonly confidence: number
    /** What was found of the features, by their names: value and weight; those of value 0 are left out. */
    readonly features: Readonly<Record<string, readonly [value: number, weight: number]>>
  }[]
  /** In words. */
  readonly decided: string
}

type Considered = Explanation['considered'][number]

/**
 * Every stretch of `text` that is like a name of the glossary, and why it is a mention or none; in the order of the text.
 * @param at only stretches that share a letter with it; one that is like no name is told too. UTF-16 code units
 */
export function explain(
  text: string,
  language: Language,
  glossary: Glossary,
  at?: Span,
  evidence: readonly Evidence[] = [],
): Explanation[] {
  if (glossary.entries.length === 0) return nothingAt(text, at)
  const { scales, considered, refused } = consider(text, language, glossary, evidence)
  const { words } = scales.document
  const ties: Tie[] = []
  const chosen = new Set(choose(considered, scales.referents, (tie) => ties.push(tie)))
  const tied = new Set(ties.flat())
  const model = shippedModel()
  const spans = new Map<string, { span: Span; all: { one: Considered; decided: string }[] }>()
  const add = (span: Span, one: Considered, decided: string) => {
    if (at !== undefined && !(span.start < at.end && at.start < span.end)) return
    const key = `${span.start} ${span.end}`
    const known = spans.get(key)
    if (known === undefined) spans.set(key, { span, all: [{ one, decided }] })
    else known.all.push({ one, decided })
  }
  for (const weighed of considered) {
    const { span, entry, action } = mentionOf(weighed, text, words, language, glossary)
    const found = [...weighed.values.entries()].filter(([, value]) => value !== 0)
    const named = found.map(([feature, value]) => [features[feature]!.name, [round(value), model.weightOf(feature)]] as const)
    const decided = chosen.has(weighed)
      ? `${action}: ${entry}`
      : tied.has(weighed)
        ? 'no mention: who is meant cannot be told'
        : weighed.confidence < LINK
          ? `no mention: below ${LINK}${against(named)}`
          : 'no mention: other words or another entry account for more'
    add(span, { entry, confidence: round(weighed.confidence), features: Object.fromEntries(named) }, decided)
  }
  for (const { from, to, entry } of refused) {
    const span = { start: words[from]!.start, end: words[to - 1]!.end }
    const { id, canonical } = glossary.entry(entry)
    add(span, { entry: id, confidence: 0, features: {} }, `no mention: the glossary says that this is not ${canonical}`)
  }
  if (spans.size === 0) return nothingAt(text, at)
  return [...spans.values()]
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, all }) => {
      const ranked = all.toSorted((a, b) => b.one.confidence - a.one.confidence)
      const decided = ranked.find((each) => !each.decided.startsWith('no mention')) ?? ranked[0]!
      return { ...span, surface: text.slice(span.start, span.end), considered: ranked.map(({ one }) => one), decided: decided.decided }
    })
}

function nothingAt(text: string, at: Span | undefined): Explanation[] {
  if (at === undefined) return []
  return [{ ...at, surface: text.slice(at.start, at.end), considered: [], decided: 'no mention: like no name of the glossary' }]
}

/** What weighs most against a candidate. */
function against(named: readonly (readonly [name: string, weighed: readonly [value: number, weight: number]])[]): string {
  const [most] = named.toSorted((a, b) => a[1][0] * a[1][1] - b[1][0] * b[1][1])
  return most === undefined || most[1][0] * most[1][1] >= 0 ? '' : `, most of all for '${most[0]}'`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
