import type { Aligned, Mention } from '../../article.ts'
import { segmentChecks } from '../segment-checks.ts'

/** What the index says of an article. */
export interface Summary {
  readonly sentences: number
  readonly rewritten: number
  readonly proposed: number
  /** What a person should look at, in words, and how much of it there is. */
  readonly problems: readonly { readonly what: string; readonly count: number; readonly grave: boolean }[]
}

/** Whether a person should open the article: something is wrong, or a name waits for a decision. */
export function needsALook({ problems, proposed }: Summary): boolean {
  return problems.length > 0 || proposed > 0
}

export function summarize({ segments, warnings, translations, normalized }: Aligned): Summary {
  const texts = [normalized.source, ...normalized.translations]
  const mentions = texts.flatMap((text) => [...text.titleMentions, ...text.mentions])
  const count = (action: Mention['action']): number => mentions.filter((mention) => mention.action === action).length
  const problems = [
    ...translations
      .filter(({ status }) => status !== 'done')
      .map(({ status, language }) => ({ what: `${language} ${status}`, count: 1, grave: status === 'failed' })),
    ...tally(warnings.map(({ code }) => code)),
    ...tally(translations.flatMap((_, at) => segmentChecks({ translations, normalized }, at).flat())),
  ]
  return { sentences: segments.length, rewritten: count('rewrite'), proposed: count('suggest'), problems }
}

function tally(codes: readonly string[]): Summary['problems'] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([what, count]) => ({ what, count, grave: false }))
}
