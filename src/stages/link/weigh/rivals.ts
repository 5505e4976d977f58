import { type Candidate, similarityOf } from '../assemble/candidate.ts'

/** Candidates for the same words: other entries that may be meant. */
export class Rivals {
  readonly #byPlace = new Map<string, { readonly candidate: Candidate; readonly alike: number }[]>()

  /** Names in full by their entry. */
  readonly #inFull = new Map<number, Candidate[]>()

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      if (candidate.shape === 'full') this.#inFull.set(candidate.entry, [...(this.#inFull.get(candidate.entry) ?? []), candidate])
      const place = placeOf(candidate)
      const one = { candidate, alike: similarityOf(candidate.pieces) }
      const known = this.#byPlace.get(place)
      if (known === undefined) this.#byPlace.set(place, [one])
      else known.push(one)
    }
  }

  /** Whether the candidate is part of its entry's name in full: then that is the mention, or is none for a reason. */
  isWithin({ entry, from, to }: Candidate): boolean {
    return (this.#inFull.get(entry) ?? []).some((whole) => whole.from <= from && to <= whole.to)
  }

  /** 0..1: how alike the best other entry is of those that `counts` takes; 0 when there is none. */
  best(candidate: Candidate, counts: (rival: Candidate) => boolean = () => true): number {
    let best = 0
    for (const rival of this.#byPlace.get(placeOf(candidate)) ?? [])
      if (rival.alike > best && rival.candidate.entry !== candidate.entry && counts(rival.candidate)) best = rival.alike
    return best
  }
}

function placeOf({ from, to }: Candidate): string {
  return `${from} ${to}`
}
