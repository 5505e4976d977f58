import { setImmediate as turn } from 'node:timers/promises'

/**
 * What `work` makes of each item, in their order; many under way at once, up to `most` of the sum of their sizes, one at the least. Between the
 * beginnings of two whatever else waits gets its turn: what the first ones ask a server is sent before the last have begun.
 * @throws what `work` threw first, when all that had begun is done.
 */
export async function underWay<T, R>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  most: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  let count = 0
  let size = 0
  let wake = (): void => {}
  const somethingDone = (): Promise<void> => new Promise((resolve) => (wake = resolve))

  for (const [at, item] of items.entries()) {
    const own = sizeOf(item)
    while (count > 0 && size + own > most) await somethingDone()
    if (failures.length > 0) break
    count += 1
    size += own
    work(item)
      .then((result) => {
        results[at] = result
      })
      .catch((thrown: unknown) => failures.push(thrown))
      .finally(() => {
        count -= 1
        size -= own
        wake()
      })
    await turn()
  }
  while (count > 0) await somethingDone()
  if (failures.length > 0) throw failures[0]
  return results
}
