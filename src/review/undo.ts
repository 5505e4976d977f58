/** What takes a judgement back. */
import type { Judgement, Judgements } from '../glossary/index.ts'

/** What is to be said after `said` so that what was in force before it is so again. */
export function restoring(before: Judgements, said: readonly Judgement[]): Judgement[] {
  return said.map((judgement): Judgement => {
    if (!('surface' in judgement)) return before.ofProposal(judgement.canonical) ?? { ...judgement, judgement: 'refused' }
    const word = (['wrong', 'right'] as const).find((each) => before.holds({ ...judgement, judgement: each }))
    return { ...judgement, judgement: word ?? 'open' }
  })
}
