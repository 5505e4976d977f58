/** Where shards are processed: here, or on worker threads. */
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { loadMemory } from '../engines/memory.ts'
import { serveTranslator } from '../engines/remote.ts'
import type { Translator } from '../engines/translator.ts'
import { type Glossary, loadGlossary } from '../glossary/index.ts'
import { pipeline } from '../pipeline.ts'
import type { Shard } from './plan.ts'
import { doubtsOf, type Recipe } from './recipe.ts'
import { processShard } from './shard.ts'
import { type Completion, ShardStore } from './store.ts'
import type { WorkerData, WorkerTask } from './worker.ts'

/** Processes shards; disposing it waits for nothing and ends its threads. */
export interface Workers extends AsyncDisposable {
  /** @param earlier files of the store that may hold results of the shard's articles */
  readonly process: (shard: Shard, earlier: readonly string[], onItem: () => void) => Promise<Completion>
}

export interface WorkerSettings {
  readonly recipe: Recipe
  readonly output: string
  readonly translator: Translator
  readonly fresh: boolean
  readonly signal: AbortSignal
  readonly notice: (message: string) => void
}

/** For a single shard, or a single job: a thread would cost more than it brings. */
export async function inProcess({ recipe, output, translator, fresh, signal, notice }: WorkerSettings): Promise<Workers> {
  const [glossary, memory] = await Promise.all([glossaryOf(recipe, notice), loadMemory(recipe.memory)])
  const { judgements } = glossary
  const stages = pipeline({ glossary, memory, translator, to: recipe.to })
  const store = new ShardStore(output)
  return {
    process: (shard, earlier, onItem) => processShard(shard, { pipeline: stages, judgements, store, earlier, signal, fresh, onItem }),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** The glossary is read here and held once: the threads share its memory. @param threads 1 and up */
export async function onThreads(settings: WorkerSettings, threads: number): Promise<Workers> {
  const { recipe, output, translator, fresh, signal, notice } = settings
  const { shared: glossary } = await glossaryOf(recipe, notice)
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    workerData: { glossary } satisfies WorkerData,
    // A finished thread may be asked again at once: do not end it between two shards.
    idleTimeout: 10_000,
  })
  const process = async (shard: Shard, earlier: readonly string[], onItem: () => void): Promise<Completion> => {
    const translation = new MessageChannel()
    const progress = new MessageChannel()
    serveTranslator(translation.port1, translator)
    progress.port1.on('message', onItem)
    const task: WorkerTask = {
      shard,
      earlier,
      recipe,
      output,
      fresh,
      engine: translator.name,
      translator: translation.port2,
      progress: progress.port2,
    }
    try {
      return (await pool.run(task, { signal, transferList: [translation.port2, progress.port2] })) as Completion
    } finally {
      translation.port1.close()
      progress.port1.close()
    }
  }
  return { process, [Symbol.asyncDispose]: () => pool.destroy() }
}

/** The recipe's glossary; `notice` is told what is doubtful in it. */
async function glossaryOf({ glossary: paths, judgements }: Recipe, notice: WorkerSettings['notice']): Promise<Glossary> {
  const glossary = await loadGlossary(paths, judgements)
  for (const message of doubtsOf(glossary, judgements)) notice(message)
  return glossary
}
