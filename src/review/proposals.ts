/** Entries that `glossary suggest` proposes, as cards of the same queue. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Judgements } from '../glossary/index.ts'
import { readOpenProposals } from '../suggest/index.ts'
import type { Card } from '../write/clusters/card.ts'
import { folded } from '../write/clusters/risk.ts'
import type { Asked } from './names.ts'

/** Where `glossary suggest OUTPUT -o OUTPUT/proposals.csv` leaves them. */
export const PROPOSALS = 'proposals.csv'

/** Cards of proposals, in the order of their use; none where no table lies in the output. @throws FileError when it cannot be understood */
export async function proposalsIn(output: string): Promise<readonly Card[]> {
  const table = join(output, PROPOSALS)
  const isThere = await stat(table).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isThere) return []
  return (await readOpenProposals(table)).map(({ proposal: { kind = 'term', given, family, ...names }, notes }) => {
    const [, mentions = 0, articles = 0] = /^(\d+) in (\d+) /u.exec(notes.find((note) => / in \d+ /u.test(note)) ?? '') ?? []
    return {
      entry: '',
      canonical: names.canonical,
      kind,
      risk: 1,
      why: notes,
      mentions: Number(mentions),
      articles: Number(articles),
      spellings: [],
      proposal: { ...names, kind, ...(given !== undefined && { given }), ...(family !== undefined && { family }) },
    }
  })
}

export function matching(proposals: readonly Card[], { query, state }: Asked, judgements: Judgements): readonly Card[] {
  const text = folded(query)
  return proposals.filter(({ canonical, proposal }) => {
    const isJudged = judgements.ofProposal(canonical) !== undefined
    if (state !== 'all' && isJudged !== (state === 'judged')) return false
    return query.trim() === '' || (text !== '' && [canonical, ...(proposal?.variants ?? [])].some((name) => folded(name).includes(text)))
  })
}
