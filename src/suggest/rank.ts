import type { Proposal } from './attested.ts'

/** How much a name of each kind is worth: persons are what texts garble, and a word by itself is often no name. */
const worth = { person: 1, organization: 0.7, place: 0.5, term: 0.4 } as const

/** Orders proposals by what accepting them gives: first those with many garbled forms, in many documents. */
export function byUse(a: Proposal, b: Proposal): number {
  return useOf(b) - useOf(a) || (a.entry.canonical < b.entry.canonical ? -1 : 1)
}

/** Each doubling counts as much as the one before. */
function useOf({ entry, documents, count, variants }: Proposal): number {
  return worth[entry.kind] * (Math.log2(1 + documents) + Math.log2(1 + variants.length) + Math.log2(1 + count) / 4)
}
