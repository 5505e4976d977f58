/** Whether the names of the source stand in its translations as the glossary writes them. */
import type { Language, Mention } from '../article.ts'
import type { Glossary } from '../glossary/index.ts'
import { findMentions } from '../stages/link/index.ts'

export interface NameFidelity {
  /** Names of the source that the translation has as the glossary writes them, garbled, or not at all. */
  readonly right: number
  readonly garbled: number
  readonly missing: number
  /** 0..100: share of right ones; 100 when the source has no names. */
  readonly score: number
}

/** By segment, the entries its source names, each as often as it does. */
export type NamedEntries = readonly (readonly string[])[]

export function entriesNamed(lines: readonly string[], language: Language, glossary: Glossary): NamedEntries {
  return byLine(lines, language, glossary).map((mentions) =>
    mentions.filter(({ action }) => action !== 'suggest').map(({ entry }) => entry),
  )
}

/** @param named what the source says; each of them is looked for in the same segment of `lines` */
export function fidelityOf(named: NamedEntries, lines: readonly string[], language: Language, glossary: Glossary): NameFidelity {
  let [right, garbled, missing] = [0, 0, 0]
  byLine(lines, language, glossary).forEach((mentions, at) => {
    const found = [...mentions]
    for (const entry of named[at]!) {
      // The right one first: a line may hold a name twice, once garbled.
      const best = found.find((one) => one.entry === entry && one.action === 'keep') ?? found.find((one) => one.entry === entry)
      if (best === undefined) missing += 1
      else if (best.action === 'keep') right += 1
      else garbled += 1
      if (best !== undefined) found.splice(found.indexOf(best), 1)
    }
  })
  const total = right + garbled + missing
  return { right, garbled, missing, score: total === 0 ? 100 : (100 * right) / total }
}

/** Mentions of each line; the lines are read as one text, in which a family name stands for who was named in full before. */
function byLine(lines: readonly string[], language: Language, glossary: Glossary): readonly (readonly Mention[])[] {
  const found = lines.map((): Mention[] => [])
  const starts: number[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    length += line.length + 2
  }
  let at = 0
  for (const mention of findMentions(lines.join('\n\n'), language, glossary)) {
    while (at + 1 < starts.length && starts[at + 1]! <= mention.span.start) at += 1
    found[at]!.push(mention)
  }
  return found
}
