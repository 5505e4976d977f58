/** Words of versions beside CollateX's, where scripts/peers has installed it. */
import { expect, test } from 'vitest'
import { collatex, copied, hasCollatex, ours, scored } from '../../bench/versions/words.ts'

test.skipIf(!hasCollatex && process.env.SYNOPTIC_LIVE !== '1')('words of careless copies are put beside each other as rightly', () => {
  const [one] = copied()
  const theirs = scored([[collatex([one!])[0]!, one!.gold]])
  const mine = scored([[ours(one!), one!.gold]])
  expect(mine.f1).toBeGreaterThan(0.9)
  expect(mine.f1).toBeGreaterThanOrEqual(theirs.f1)
})
