/** A shard to be done, and who does it. */
import type { Shard } from './plan.ts'
import type { Recipe } from './recipe.ts'
import type { Completion } from './store.ts'

export interface Task {
  readonly shard: Shard
  /** Files of the store that may hold results of the shard's articles. */
  readonly earlier: readonly string[]
  /** It is the only one, or the last. */
  readonly alone: boolean
  readonly signal: AbortSignal
  /** Told how many items more are done. */
  readonly onItems: (count: number) => void
}

/** Processes shards; disposing it waits for nothing. */
export interface Workers extends AsyncDisposable {
  /** Shards that may be under way at once, 1 and up. */
  readonly capacity: number
  /** @throws DeadShardError when this shard cannot be done, and others may */
  readonly process: (task: Task) => Promise<Completion>
}

/** A shard was given up; the others go on. */
export class DeadShardError extends Error {
  override readonly name = 'DeadShardError'
}

export interface WorkerSettings {
  readonly recipe: Recipe
  readonly output: string
  readonly fresh: boolean
  readonly notice: (message: string) => void
}

/** Workers that are made ready when there is something to do: a run that finds all done loads no engine, no glossary and no stage. */
export function whenNeeded(capacity: number, ready: () => Promise<Workers>): Workers {
  let workers: Promise<Workers> | undefined
  return {
    capacity,
    process: async (task) => {
      workers ??= ready()
      return (await workers).process(task)
    },
    [Symbol.asyncDispose]: async () => (await workers?.catch(() => undefined))?.[Symbol.asyncDispose](),
  }
}
