/**
 * Proposes glossary entries from a corpus: names that recur and that the glossary does not know, each with its garbled forms; and spellings of
 * names that it does know.
 *
 * The corpus is read twice. The first time the runs of name words are counted, and of those that are alike the one in most documents stands for
 * all. The second time these names are looked for as the entries of a glossary: what a run would rewrite is what is grouped here.
 */
import type { Mention, Span } from '../article.ts'
import { Glossary } from '../glossary/index.ts'
import type { ProposalJudgement } from '../glossary/judgement.ts'
import { squeeze } from '../names/compare/spelling.ts'
import { isKnown, isWord } from '../names/words/lexicon.ts'
import { findMentions } from '../stages/link/index.ts'
import { Attesting, type Proposal } from './attested.ts'
import { candidatesOf } from './candidates.ts'
import { byUse } from './rank.ts'
import { Survey, type SurveyedText } from './survey.ts'

export type { Attestation, Form, Proposal } from './attested.ts'
export type { SurveyedText } from './survey.ts'
export { formatProposals, readOpenProposals, readProposals } from './table.ts'

export interface SuggestOptions {
  /** Names that are known. Spellings of them that it does not list are proposed as variants. */
  readonly glossary: Glossary
  /** Mentions from which a name is proposed. @defaultValue 2 */
  readonly least?: number | undefined
  /** Told of each text that was read, the first or the second time. */
  readonly onText?: ((text: SurveyedText, round: 1 | 2) => void) | undefined
}

/**
 * Proposals, the most useful first. Names and variants that were refused are not among them.
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
  const own = [...glossary.entries]
  const listed = new Set(own.flatMap(({ canonical, variants, not }) => [canonical, ...variants, ...not]).map(squeeze))
  const candidates = candidatesOf(survey, least, (name) => listed.has(squeeze(name)))

  const names = new Glossary([...own, ...candidates])
  const found = new Map<string, Attesting>()
  for await (const text of corpus()) {
    for (const mention of findMentions(text.text, text.language, names)) {
      const attesting = found.get(mention.entry) ?? new Attesting(names.entry(names.numberOf(mention.entry)!))
      if (!attesting.owns(mention.surface) && isSomethingElse(mention, survey)) continue
      found.set(mention.entry, attesting)
      attesting.add(mention, text)
    }
    onText(text, 2)
  }
  const known = new Set(own)
  const refused = new Refused(glossary.judgements.refused)
  return [...found.values()]
    .map((attesting) => ({ ...attesting.result(), known: known.has(attesting.entry) }))
    .flatMap((proposal) => refused.leaves(proposal))
    .filter(({ known, count, variants }) => (known ? variants.length > 0 : count >= least))
    .sort(byUse)
}

/** Whether a surface is a word, or doubtful and a name of its own besides: then it is no garbled form of another. */
function isSomethingElse({ surface, action }: Mention, survey: Survey): boolean {
  if (action === 'suggest' && isKnown(surface)) return true
  return action !== 'keep' && surface.split(/[\s-]/u).every((word) => survey.isCommon(word) || isWord(word, 'en') || survey.isNoun(word))
}

/** What was refused is not proposed again: a name in none of its spellings, an entry's variant not for this entry. */
class Refused {
  readonly #names: ReadonlySet<string>
  readonly #variants: ReadonlyMap<string, readonly string[]>

  constructor(refused: readonly ProposalJudgement[]) {
    this.#names = new Set(refused.flatMap(({ canonical, variants }) => [canonical, ...variants]).map(squeeze))
    this.#variants = new Map(refused.map(({ canonical, variants }) => [canonical, variants]))
  }

  /** What is left of a proposal: nothing, or itself without some variants. */
  leaves(proposal: Proposal): Proposal[] {
    const { entry, known, variants } = proposal
    if (!known) return this.#names.has(squeeze(entry.canonical)) ? [] : [proposal]
    const refused = this.#variants.get(entry.canonical) ?? []
    return [{ ...proposal, variants: variants.filter((variant) => !refused.includes(variant)) }]
  }
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
