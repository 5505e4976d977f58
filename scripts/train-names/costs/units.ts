import type { Alignment } from './align.ts'

/** What it costs that a Latin spelling is written so in another script: a row of a table in models/names. */
export interface UnitCost {
  readonly latin: string
  readonly source: string
  /** In hundredths of a letter exchanged by chance. */
  readonly cost: number
}

const MOST_SOURCE = 3
const MOST_LATIN = 4
/** Rarer exchanges say nothing. Weighted as the pairs are: by log₂(1 + count). */
const LEAST_SEEN = 6
/** An exchange that is less likely than e^-7 is one by chance. */
const MOST_NATS = 7
/** A longer unit is worth a row when it is cheaper than its pieces by so much. */
const GAIN_NATS = 0.5
/** Hundredths of a letter a nat: so scaled, true pairs cost what they cost by hand-made sounds, and the steps after keep their thresholds. */
const HUNDREDTHS = 10.5

/**
 * -ln p(source | Latin) of spellings of up to three and four letters: how often those Latin letters, wherever they stand in names, were aligned
 * as one with that source. What has nothing in Latin is counted a Latin letter.
 */
export function unitCosts(alignments: readonly Alignment[], weights: readonly number[]): UnitCost[] {
  const { together, latin } = count(alignments, weights)
  const nats = new Map<string, number>()
  const costOf = (source: string, piece: string) => nats.get(`${source} ${piece}`) ?? Number.POSITIVE_INFINITY
  const inPieces = (source: string, piece: string) => {
    let least = Number.POSITIVE_INFINITY
    for (let i = 1; i < source.length; i++)
      for (let j = 0; j <= piece.length; j++)
        least = Math.min(least, costOf(source.slice(0, i), piece.slice(0, j)) + costOf(source.slice(i), piece.slice(j)))
    return least
  }
  const seen = [...together]
    .filter(([, times]) => times >= LEAST_SEEN)
    .map(([key, times]) => [...key.split(' '), times] as [string, string, number])
  seen.sort(([a], [b]) => a.length - b.length)
  for (const [source, piece, times] of seen) {
    const cost = Math.max(0, -Math.log((times - 0.5) / latin.get(piece)!))
    if (cost < MOST_NATS && (source.length === 1 || cost < inPieces(source, piece) - GAIN_NATS)) nats.set(`${source} ${piece}`, cost)
  }
  const costs = [...nats].map(([key, cost]) => {
    const [source = '', piece = ''] = key.split(' ')
    return { latin: piece, source, cost: Math.round(cost * HUNDREDTHS) }
  })
  return costs.sort((a, b) => compare(a.source, b.source) || compare(a.latin, b.latin))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How often each source was aligned with each Latin piece, and how often each piece stands in a name. */
function count(
  alignments: readonly Alignment[],
  weights: readonly number[],
): { together: Map<string, number>; latin: Map<string, number> } {
  const together = new Map<string, number>()
  const latin = new Map<string, number>([['', 0]])
  const add = (counts: Map<string, number>, key: string, weight: number) => counts.set(key, (counts.get(key) ?? 0) + weight)
  for (const [at, { source, pieces }] of alignments.entries()) {
    const weight = weights[at]!
    const name = pieces.join('')
    for (let from = 0; from < name.length; from++) {
      add(latin, '', weight)
      for (let to = from + 1; to <= Math.min(name.length, from + MOST_LATIN); to++) add(latin, name.slice(from, to), weight)
    }
    for (let from = 0; from < source.length; from++) {
      let piece = ''
      for (let to = from; to < Math.min(source.length, from + MOST_SOURCE); to++) {
        piece += pieces[to]!
        if (piece.length <= MOST_LATIN) add(together, `${source.slice(from, to + 1)} ${piece}`, weight)
      }
    }
  }
  return { together, latin }
}
