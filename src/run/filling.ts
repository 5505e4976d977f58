import type { Config } from '../config.ts'
import type { EngineOptions } from '../engines/index.ts'

/** Whether this run may finish what an earlier one left pending: found out when somebody asks, and once. */
export function filling(
  { engines, cache }: Config,
  options: EngineOptions,
  { isQueued, signal }: { readonly isQueued: boolean; readonly signal: AbortSignal },
): () => Promise<boolean> {
  const find = async (): Promise<boolean> => {
    // The memory is of the recipe: where it alone is asked, what it lacks it lacks still.
    if (engines.every((engine) => engine === 'memory')) return false
    // Workers elsewhere have engines of their own, and a cache that others fill may have what no engine says now.
    if (isQueued || cache !== undefined) return true
    const { whyAway } = await import('./away.ts')
    return (await whyAway(options, signal)) === undefined
  }
  let found: Promise<boolean> | undefined
  return () => {
    found ??= find()
    return found
  }
}
