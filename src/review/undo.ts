/** What takes a judgement back. */
import type { SentenceJudgement } from '../article.ts'
import type { Judgement, Judgements } from '../glossary/index.ts'

/** What is to be said after `said` so that what was in force before it is so again. */
export function restoring(before: Judgements, said: readonly Judgement[]): Judgement[] {
  const lines = said.flatMap((judgement): readonly Judgement[] => {
    if ('surface' in judgement) {
      const word = (['wrong', 'right'] as const).find((each) => before.holds({ ...judgement, judgement: each }))
      return [{ ...judgement, judgement: word ?? 'open' }]
    }
    if ('canonical' in judgement) return [before.ofProposal(judgement.canonical) ?? { ...judgement, judgement: 'undecided' }]
    return before.sentences.changedBy(judgement)
  })
  // First what was new goes, then what it had replaced comes back.
  const taken = said.flatMap((one) => ('canonical' in one || before.sentences.same(one) !== undefined ? [] : [takenBack(one)]))
  return [...new Map([...taken, ...lines].map((line) => [JSON.stringify(line), line])).values()]
}

function takenBack(judgement: SentenceJudgement): SentenceJudgement {
  return judgement.judgement === 'translation' ? { ...judgement, target: null } : { ...judgement, judgement: 'unjudged' }
}
