import type { PageBlock } from './blocks.ts'
import { chanceOf, withContext } from './context.ts'
import { featuresOf, type Hints } from './features.ts'
import { logitsOf, type PageModel } from './forest.ts'

/** The chance of each block to be of the article. */
export function weigh(blocks: readonly PageBlock[], hints: Hints, { words, first, second }: PageModel): readonly number[] {
  if (blocks.length === 0) return []
  const features = featuresOf(blocks, hints, words)
  const context = withContext(blocks, features, logitsOf(first, features))
  return Array.from(logitsOf(second, context), chanceOf)
}
