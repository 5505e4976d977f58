/** Documents whose paragraphs stand in another order on the one side, made of those in which they do not: the same every time. */
import { randomNumbers } from '../random.mjs'
import type { AlignedDocument, AlignedSet, Pair } from './data.ts'

/** A block of so many target lines is moved, one for so many lines of the text. */
const LENGTH = { least: 4, most: 12 }
const EVERY = 50

export function withMovedBlocks(set: AlignedSet): AlignedSet {
  return { ...set, name: `${set.name}, moved`, documents: set.documents.map(movedBlocks) }
}

function movedBlocks(document: AlignedDocument, seed: number): AlignedDocument {
  const random = randomNumbers(seed * 7919 + 17)
  const count = document.target.length
  /** Places where no pair is cut in two. */
  const straddled = new Set(
    document.gold.flatMap(([, target]) => Array.from({ length: (target.at(-1) ?? 0) - (target[0] ?? 0) }, (_, at) => target[0]! + at + 1)),
  )
  const cuts = Array.from({ length: count + 1 }, (_, place) => place).filter((place) => !straddled.has(place))
  const order = Array.from({ length: count }, (_, line) => line)
  const moved = new Set<number>()
  for (let block = 0; block < Math.floor(count / EVERY); block++) {
    const from = cuts[Math.floor(random() * cuts.length)]!
    const to = cuts.find((place) => place >= from + LENGTH.least && place <= from + LENGTH.most)
    const before = cuts[Math.floor(random() * cuts.length)]!
    if (to === undefined || (before >= from && before <= to)) continue
    const lines = order.filter((line) => line >= from && line < to)
    if (lines.some((line) => moved.has(line))) continue
    for (const line of lines) {
      moved.add(line)
      order.splice(order.indexOf(line), 1)
    }
    const place = before === count ? order.length : order.indexOf(before)
    order.splice(place < 0 ? order.length : place, 0, ...lines)
  }
  const now = new Map(order.map((line, place) => [line, place]))
  const permuted = (lines: readonly string[]) => order.map((line) => lines[line]!)
  return {
    ...document,
    target: permuted(document.target),
    targetPivots: document.targetPivots.map(permuted),
    gold: document.gold.map(([source, target]): Pair => [source, target.map((line) => now.get(line)!).sort((a, b) => a - b)]),
  }
}
