/**
 * Proposes glossary entries from a corpus: names that recur and that the glossary does not know, each with its garbled forms; and spellings of
 * names that it does know.
 *
 * The corpus is read twice. The first time the runs of name words are counted, and of those that are alike the one in most documents stands for
 * all. The second time these names are looked for as the entries of a glossary: what a run would rewrite is what is grouped here.
 */
import type { Mention, Span } from '../article.ts'
import type { Glossary } from '../glossary/index.ts'
import { isKnown } from '../glossary/lexicon.ts'
import { squeeze } from '../glossary/spelling.ts'
import { findMentions } from '../stages/link/index.ts'
import { Attesting, type Proposal } from './attested.ts'
import { candidatesOf } from './candidates.ts'
import { Survey, type SurveyedText } from './survey.ts'

export type { Attestation, Form, Proposal } from './attested.ts'
export type { SurveyedText } from './survey.ts'
export { formatProposals, readProposals } from './table.ts'

export interface SuggestOptions {
  /** Names that are known. Spellings of them that it does not list are proposed as variants. */
  readonly glossary: Glossary
  /** Mentions from which a name is proposed. @defaultValue 2 */
  readonly least?: number | undefined
  /** Told of each text that was read, the first or the second time. */
  readonly onText?: ((text: SurveyedText, round: 1 | 2) => void) | undefined
}

/**
 * Proposals, the most useful first: those of most documents, then of most forms and mentions. Names that were refused are not among them.
 * @param corpus gives the same texts each time it is called
 */
export async function suggest(
  corpus: () => AsyncIterable<SurveyedText>,
  { glossary, least = 2, onText = () => {} }: SuggestOptions,
): Promise<Proposal[]> {
  const survey = new Survey()
  for await (const text of corpus()) {
    survey.add(text, overlapping(findMentions(text.text, text.language, glossary).map(({ span }) => span)))
    onText(text, 1)
  }
  const known = new Set(glossary.entries.flatMap(({ canonical, variants, not }) => [canonical, ...variants, ...not]).map(squeeze))
  const refused = new Set(glossary.judgements.refused.flatMap(({ canonical, variants }) => [canonical, ...variants]).map(squeeze))
  const candidates = candidatesOf(survey, (name) => known.has(squeeze(name)) || refused.has(squeeze(name)))

  const found = new Map<string, Attesting>()
  const attest = (from: Glossary, text: SurveyedText, isTaken: (span: Span) => boolean): Span[] => {
    const mentions = findMentions(text.text, text.language, from).filter((mention) => !isTaken(mention.span) && !isSomethingElse(mention))
    for (const mention of mentions) {
      const entry = from.entries[from.numberOf(mention.entry)!]!
      const attesting = found.get(entry.id) ?? new Attesting(entry)
      found.set(entry.id, attesting)
      attesting.add(mention, text)
    }
    return mentions.map(({ span }) => span)
  }
  for await (const text of corpus()) {
    const taken = attest(glossary, text, () => false)
    attest(candidates, text, overlapping(taken))
    onText(text, 2)
  }
  const ids = new Set(glossary.entries.map(({ id }) => id))
  return [...found.values()]
    .map((attesting) => attesting.result())
    .map((attestation) => ({ ...attestation, known: ids.has(attestation.entry.id) }))
    .filter(({ known, count, forms }) => (known ? forms.length > 0 : count >= least))
    .sort(byUse)
}

/** What is doubtful, and a name of its own besides, is no garbled form of another. */
function isSomethingElse({ surface, action }: Mention): boolean {
  return action === 'suggest' && isKnown(surface)
}

function byUse(a: Proposal, b: Proposal): number {
  return (
    b.documents - a.documents || b.forms.length - a.forms.length || b.count - a.count || (a.entry.canonical < b.entry.canonical ? -1 : 1)
  )
}

/** Whether a span overlaps any of `spans`, which are in order and apart. */
function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  return ({ start, end }) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (spans[middle]!.end <= start) low = middle + 1
      else high = middle
    }
    const next = spans[low]
    return next !== undefined && next.start < end
  }
}
