import { scriptOf } from '../scripts/index.ts'
import { type LearnedCosts, latinNumber, learnedCosts } from './learned.ts'
import { plain } from './spelling.ts'

/** Letters of a Latin unit, and those of its source. */
const MOST_LATIN = 4
const MOST_SOURCE = 3

/** In hundredths of a letter: what no row says. */
const EXCHANGE = 84
/** A letter of the source that stands for nothing, and one that is not written. */
const LOST = 74
const ADDED = 53

/** Costs of writing the first letters of a Latin name as the first letters of the source, a row a letter of the source. */
let table = new Int32Array(1024)

/** The source taken apart: numbers of its units, by start and length. */
let source = ''
let sourceCosts: LearnedCosts | undefined
let sourceUnits = new Uint16Array(64)

/** The Latin name taken apart: nodes of its units, by start and length. */
let latin = ''
let latinCosts: LearnedCosts | undefined
let latinNodes = new Uint16Array(64)

/**
 * What it costs, in letters exchanged by chance, that `name`, squeezed and Latin, is written `heard` in another script: the cheapest way to
 * exchange spelling units one after the other, with costs learned from pairs. Infinity when it is above `limit`; undefined when nothing was
 * learned of the script.
 * @param heard from `ownLetters`
 */
export function heardDistance(heard: string, name: string, limit = Number.POSITIVE_INFINITY): number | undefined {
  const script = scriptOf(heard)?.name ?? ''
  const costs = learnedCosts(script)
  if (costs === undefined) return undefined
  const letters = plain(name)
  const cost = cheapest(costs, heard, letters, limit)
  // The article may be missing in Latin.
  return script === ARABIC && ARTICLE.test(heard) ? Math.min(cost, cheapest(costs, heard.slice(2), letters, Math.min(cost, limit))) : cost
}

const ARABIC = 'arabic'
const ARTICLE = /^ال.{3}/u

function cheapest(costs: LearnedCosts, heard: string, name: string, limit: number): number {
  takeSource(costs, heard)
  takeLatin(costs, name)
  const height = source.length
  const width = latin.length + 1
  if ((height + 1) * width > table.length) table = new Int32Array((height + 1) * width * 2)
  table.fill(NEVER, 0, (height + 1) * width)
  table[0] = 0
  const most = Math.min(limit * 100, NEVER - 1)
  let above = 0
  for (let i = 0; i < height; i++) {
    above = spread(costs, i, height, width, most) ? 0 : above + 1
    // No later row comes back under the limit when all rows that a unit reaches back to are above.
    if (above >= MOST_SOURCE) return Number.POSITIVE_INFINITY
  }
  // What is left of the Latin name after the end was written.
  const cost = table[height * width + width - 1]!
  return cost > most ? Number.POSITIVE_INFINITY : cost / 100
}

const NEVER = 1_000_000

/** Carries the costs of row `i` up to `most` to the rows that its units lead to. @returns whether there are any */
function spread(costs: LearnedCosts, i: number, height: number, width: number, most: number): boolean {
  const row = i * width
  const { from, nodes, lengths, costs: ofRows } = costs
  let any = false
  for (let j = 0; j < width; j++) {
    const cost = table[row + j]!
    if (cost > most) continue
    any = true
    if (i > 0 && j + 2 < width) lower(row + j + 1, cost + ADDED)
    lower(row + width + j, cost + LOST)
    if (i > 0 && i + 1 < height && j + 2 < width) lower(row + width + j + 1, cost + EXCHANGE)
    for (let length = 1; length <= MOST_SOURCE; length++) {
      const unit = sourceUnits[i * MOST_SOURCE + length - 1]!
      const end = row + length * width + j
      for (let at = from[unit]!; at < from[unit + 1]!; at++) {
        const letters = lengths[at]!
        if (latinNodes[j * (MOST_LATIN + 1) + letters] === nodes[at]) lower(end + letters, cost + ofRows[at]!)
      }
    }
  }
  return any
}

function lower(at: number, cost: number): void {
  if (cost < table[at]!) table[at] = cost
}

function takeSource(costs: LearnedCosts, heard: string): void {
  const text = `^${heard}$`
  if (text === source && costs === sourceCosts) return
  source = text
  sourceCosts = costs
  if (text.length * MOST_SOURCE > sourceUnits.length) sourceUnits = new Uint16Array(text.length * MOST_SOURCE * 2)
  for (let at = 0; at < text.length; at++)
    for (let length = 1; length <= MOST_SOURCE; length++)
      sourceUnits[at * MOST_SOURCE + length - 1] = at + length > text.length ? 0 : costs.source(text.slice(at, at + length))
}

function takeLatin(costs: LearnedCosts, name: string): void {
  const text = `^${name}$`
  if (text === latin && costs === latinCosts) return
  latin = text
  latinCosts = costs
  if ((text.length + 1) * (MOST_LATIN + 1) > latinNodes.length) latinNodes = new Uint16Array((text.length + 1) * (MOST_LATIN + 1) * 2)
  for (let at = 0; at <= text.length; at++) {
    let node = 0
    latinNodes[at * (MOST_LATIN + 1)] = 0
    for (let length = 1; length <= MOST_LATIN; length++) {
      const goes = (length === 1 || node > 0) && at + length <= text.length
      node = goes ? costs.next(node, latinNumber(text.charCodeAt(at + length - 1))) : 0
      latinNodes[at * (MOST_LATIN + 1) + length] = node
    }
  }
}
