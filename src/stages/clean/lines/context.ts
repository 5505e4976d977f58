/** What the first look at all lines says of each: a second look knows where the article begins and ends. */
import { type Matrix, matrixOf, nearest, running } from './features.ts'

/** Log-odds below which the first look keeps a line. */
const KEPT = -1
const LIMIT = 6
/** How many lines before and after are taken together. */
const NEAR = 5

/** A row a line: its features, then those of its context. `logits`: the first look's log-odds that the line is none of the article's. */
export function withContext({ rows, width }: Matrix, logits: ArrayLike<number>): Matrix {
  const all = Array.from(logits, (logit) => Math.max(-LIMIT, Math.min(LIMIT, logit)))
  const at = (index: number) => all[index] ?? LIMIT
  const kept = all.map((logit) => logit < KEPT)
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)]
  const share = kept.filter(Boolean).length / all.length
  const before = running(all, LIMIT)
  const after = running(all.toReversed(), LIMIT).toReversed()
  const near = (index: number, step: number) => {
    let sum = 0
    for (let far = 1; far <= NEAR; far += 1) sum += at(index + step * far)
    return sum / NEAR
  }
  const contextOf = (index: number) => [
    all[index]!,
    ...[-4, -3, -2, -1, 1, 2, 3, 4].map((step) => at(index + step)),
    before[index]!.mean,
    before[index]!.least,
    after[index]!.mean,
    after[index]!.least,
    near(index, -1),
    near(index, 1),
    nearest(kept, index, -1),
    nearest(kept, index, 1),
    first < 0 ? 0 : index - first,
    first < 0 ? 0 : index - last,
    share,
  ]
  return matrixOf(all.length, (index) => [...rows.subarray(index * width, (index + 1) * width), ...contextOf(index)])
}
