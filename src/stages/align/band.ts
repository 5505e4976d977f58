import type { Anchor } from './anchors.ts'

/** The cells a path may pass: for each source boundary 0..n, the target boundaries low..high (inclusive), both rising. */
export interface Band {
  readonly low: Int32Array
  readonly high: Int32Array
  /** Cell (i, j) has number offset[i] + j - low[i]. */
  readonly offset: Int32Array
  readonly cells: number
}

/** How far a path may stray from the straight line between two anchors, in lines. */
const STRAY = 150

/**
 * Everything near the polyline through the anchors: between two of them the rectangle they span, as far as it is not wider than STRAY.
 * @param margin how far a path may stray from an anchor, lines
 */
export function bandAround(anchors: readonly Anchor[], margin: number, sources: number, targets: number): Band {
  const low = new Int32Array(sources + 1).fill(targets)
  const high = new Int32Array(sources + 1)
  let [fromSource, fromTarget] = [0, 0]
  for (const { source, target } of [...anchors, { source: sources, target: targets }]) {
    const steps = Math.max(1, source - fromSource)
    const slope = (target - fromTarget) / steps
    // A row must reach the next one's, however steep the line.
    const stray = Math.max(STRAY, slope)
    for (let i = Math.max(0, fromSource - margin); i <= Math.min(sources, source + margin); i++) {
      const middle = fromTarget + slope * (i - fromSource)
      const first = Math.max(fromTarget, Math.floor(middle - stray)) - margin
      const last = Math.min(target, Math.ceil(middle + stray)) + margin
      low[i] = Math.max(0, Math.min(low[i]!, first))
      high[i] = Math.min(targets, Math.max(high[i]!, last))
    }
    ;[fromSource, fromTarget] = [source, target]
  }
  const offset = new Int32Array(sources + 2)
  for (let i = 0; i <= sources; i++) offset[i + 1] = offset[i]! + high[i]! - low[i]! + 1
  return { low, high, offset, cells: offset[sources + 1]! }
}

/** The cell's number; -1 outside the band. */
export function cellAt(band: Band, i: number, j: number): number {
  if (i >= band.low.length || j < band.low[i]! || j > band.high[i]!) return -1
  return band.offset[i]! + j - band.low[i]!
}
