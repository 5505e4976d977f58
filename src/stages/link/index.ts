import type { Language, Linked, Mention, Segmented, Span } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import type { Word } from '../../names/text/words.ts'
import type { Stage } from '../../stage.ts'
import { type Candidate, isHeardOnly } from './assemble/candidate.ts'
import { recall } from './assemble/expected.ts'
import { matchedCandidate, windowOf } from './assemble/matched.ts'
import { entriesIn, judged } from './mention/judged.ts'
import { mentionOf } from './mention/mention.ts'
import { distinct, isRefused, partition, readingOf } from './reading.ts'
import { choose, type Tie } from './weigh/choose.ts'
import { type KnownName, type Scales, type Weighed, weigh } from './weigh/index.ts'
import type { Model } from './weigh/model.ts'
import { type Evidence, Referents } from './weigh/referents.ts'
import { LINK, REWRITE } from './weigh/thresholds.ts'

export { entriesIn, isJudgedBy, judged } from './mention/judged.ts'
export { moveSpans, restore, rewrite } from './mention/rewrite.ts'
export type { Evidence } from './weigh/referents.ts'
export { LINKED_SURELY } from './weigh/thresholds.ts'

/** Finds the glossary's names in an article's text and title. */
export function link({ glossary }: { readonly glossary: Glossary }): Stage<Segmented, Linked> {
  return {
    name: 'link',
    run: (article, { warn }) => {
      const { judgements } = glossary
      const found = findMentions(article.text, article.language, glossary, [], ({ span, surface, canonicals }) =>
        warn('name-ambiguous', `'${surface}' may be ${canonicals.join(' or ')}`, span),
      )
      const mentions = judged(found, judgements, article.id)
      // A title names people by their family name alone, whom the text names in full.
      const evidence = [{ span: { start: 0, end: article.title.length }, entries: entriesIn(mentions) }]
      const inTitle = findMentions(article.title, article.language, glossary, evidence)
      return { ...article, mentions, titleMentions: judged(inTitle, judgements, article.id) }
    },
  }
}

/** A part of a name that two entries or more have, where neither is spoken of: nobody can tell which is meant. */
export interface Ambiguity {
  readonly span: Span
  readonly surface: string
  /** Who may be meant, in the order of their ids. */
  readonly canonicals: readonly string[]
}

/**
 * Every mention of a glossary entry in `text`, well or badly spelt, in order, not overlapping; offsets in UTF-16 code units.
 *
 * Names in full are found first. They anchor their referents, and a lone family or given name is then taken for that of a bearer it resembles,
 * unless its neighbours say that somebody or something else is meant.
 * @param evidence who is spoken of where, as far as is known from elsewhere
 * @param ambiguous told of each name that may be that of several entries and is therefore no mention of any
 */
export function findMentions(
  text: string,
  language: Language,
  glossary: Glossary,
  evidence: readonly Evidence[] = [],
  ambiguous?: (ambiguity: Ambiguity) => void,
  model?: Model,
): Mention[] {
  if (glossary.entries.length === 0) return []
  const { scales, considered } = consider(text, language, glossary, evidence, model)
  const { words } = scales.document
  const tied = (tie: Tie) => ambiguous?.(ambiguityOf(tie, text, words, glossary))
  return choose(considered, scales.referents, tied).map((one) => mentionOf(one, text, words, language, glossary, model))
}

/** All that was looked at in a text. */
export interface Considered {
  readonly scales: Scales
  readonly considered: readonly Weighed[]
  /** What the glossary says is never meant. */
  readonly refused: readonly Candidate[]
}

/** All that may be a mention in `text`, weighed: those chosen and those not. */
export function consider(
  text: string,
  language: Language,
  glossary: Glossary,
  evidence: readonly Evidence[] = [],
  model?: Model,
): Considered {
  const { document, candidates: read } = readingOf(text, language, glossary)
  const { words } = document
  const candidates = read.allowed

  const referents = new Referents(glossary, words, evidence)
  const known = matchesIn(words, glossary, evidence)
  const matched = known.flatMap(({ entry, window }) => matchedCandidate(document, glossary, entry, window) ?? [])
  const scales: Scales = { text, document, glossary, referents, known, model }
  const inFull = choose(weigh(candidates.filter(isInFull), scales), referents)
  const named = new Set<number>()
  for (const { candidate, confidence } of inFull) {
    if (anchors(candidate, glossary) && confidence >= (isHeardOnly(candidate) ? LINK : REWRITE)) {
      referents.anchor(candidate)
    }
    for (let at = candidate.from; at < candidate.to; at++) named.add(at)
  }
  const recalled = partition(recall(document, glossary, referents.expected), (candidate) => !isRefused(candidate, words, glossary))
  const all = distinct([...candidates, ...recalled.allowed, ...matched])
  for (const candidate of all.toSorted((a, b) => a.from - b.from)) {
    if (named.has(candidate.from) || named.has(candidate.to - 1)) continue
    if (document.namesStranger(candidate)) referents.stranger(document.spelling(candidate.pieces[0]!), candidate.from)
  }
  return { scales, considered: weigh(all, scales), refused: [...read.refused, ...recalled.refused] }
}

/** Whether a person is named with all parts of the name, which some languages write as one word: 이승만. */
function anchors({ shape, entry }: Candidate, glossary: Glossary): boolean {
  return shape === 'full' || (shape === 'whole' && glossary.entry(entry).given !== '')
}

function isInFull({ shape }: Candidate): boolean {
  return shape === 'full' || shape === 'whole' || shape === 'alias'
}

/** The names that are known from elsewhere. */
function matchesIn(words: readonly Word[], glossary: Glossary, evidence: readonly Evidence[]): KnownName[] {
  return evidence.flatMap(({ span, entries, match }) => {
    const entry = match === undefined ? undefined : glossary.numberOf(entries[0]!)
    const window = entry === undefined ? undefined : windowOf(words, span)
    return window === undefined ? [] : [{ ...match!, entry: entry!, window }]
  })
}

function ambiguityOf(tie: Tie, text: string, words: readonly Word[], glossary: Glossary): Ambiguity {
  const { from, to } = tie[0].candidate
  const span = { start: words[from]!.start, end: words[to - 1]!.end }
  const entries = tie.map(({ candidate }) => candidate.entry).toSorted((a, b) => a - b)
  return { span, surface: text.slice(span.start, span.end), canonicals: entries.map((entry) => glossary.entry(entry).canonical) }
}
