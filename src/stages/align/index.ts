import type { Aligned, Alignment, Normalized, NormalizedText, RowJudgement, Translated, Translation } from '../../article.ts'
import { Judgements } from '../../glossary/index.ts'
import type { Stage } from '../../stage.ts'
import { asSaid, place } from './judged.ts'
import { saidOf } from './obeyed.ts'
import { alignSegments, scoresBeside } from './segments.ts'

export { formatLadder, parseLadder } from './ladder.ts'
export { isAlignedAsSaid } from './obeyed.ts'
export { type AlignOptions, alignSegments } from './segments.ts'

/**
 * Pairs each translation's segments with the source's. A given translation is aligned; one made segment by segment already is. What people said of
 * rows has the last word; what has no effect any more is told.
 */
export function align({ judgements = new Judgements() }: { readonly judgements?: Judgements } = {}): Stage<Normalized, Aligned> {
  return {
    name: 'align',
    run: (article, { warn }) => {
      const said = saidOf(article, judgements)
      const rows = said.flatMap((judgement) => (judgement.judgement === 'translation' ? [] : [judgement]))
      const unmet = rows
        .filter(({ language }) => !article.translations.some((translation) => translation.language === language))
        .map((judgement) => ({ judgement, why: 'there is no translation into this language' }))
      const alignments = article.translations.map((translation, index) => {
        const about = rows.filter(({ language }) => language === translation.language)
        const result = alignmentsOf(article, translation, article.normalized.translations[index]!, about)
        unmet.push(...result.unmet)
        return { language: translation.language, alignments: result.alignments }
      })
      for (const { judgement, why } of unmet) warn('judgement-unmet', `${told(judgement)}: ${why}`)
      return { ...article, alignments, ...(said.length > 0 && { judged: said }) }
    },
  }
}

function told({ judgement, language, sourceText, targetText }: RowJudgement): string {
  return `${language}: ${judgement}: '${sourceText}' and '${targetText}'`
}

const NOTHING: ReturnType<typeof place> = { confirmed: [], apart: [], unmet: [] }

interface Judged {
  readonly alignments: Alignment[]
  readonly unmet: ReturnType<typeof place>['unmet']
}

function alignmentsOf(
  article: Translated & Pick<Normalized, 'normalized'>,
  translation: Translation,
  target: NormalizedText,
  about: readonly RowJudgement[],
): Judged {
  if (translation.status === 'pending') return { alignments: [], unmet: [] }
  const { source } = article.normalized
  const forms = (written: readonly { readonly text: string }[], rewritten: NormalizedText) =>
    [written, rewritten.segments].map((segments) => segments.map(({ text }) => text))
  const said = about.length === 0 ? NOTHING : place(about, forms(article.segments, source), forms(translation.segments, target))
  if (translation.engine === 'given') {
    const options = { from: source.language, to: target.language, said }
    const [from, to] = [source, target].map(({ segments }) => segments.map(({ text }) => text)) as [string[], string[]]
    return { alignments: asSaid(alignSegments(from, to, options), said), unmet: said.unmet }
  }
  // Who wrote a sentence anew after its row was judged has said the last word on it.
  const isRewritten = ({ target }: RowJudgement) => target.every((index) => translation.segments[index]?.origin === 'person')
  const unmet = said.unmet.filter(({ judgement }) => !isRewritten(judgement))
  return { alignments: asSaid(oneToOne(source, translation, target), said), unmet }
}

/**
 * Segment i translates segment i, which the score does not take for granted: a low one says that the two do not look like it. Where nobody has
 * translated it, the source stands alone: the empty segment is no text to list.
 */
function oneToOne(source: NormalizedText, { segments }: Translation, target: NormalizedText): Alignment[] {
  const made = segments.flatMap(({ origin }, index) => (origin === 'missing' ? [] : [index]))
  const scores = scoresBeside(
    made.map((index) => source.segments[index]!.text),
    made.map((index) => target.segments[index]!.text),
  )
  const scoreOf = new Map(made.map((index, at) => [index, scores[at]!]))
  return segments.map(({ origin }, index) => {
    const score = scoreOf.get(index)
    if (origin === 'person') return { source: [index], target: [index], score: 1, judged: 'aligned' }
    return score === undefined ? { source: [index], target: [], score: 0 } : { source: [index], target: [index], score }
  })
}
