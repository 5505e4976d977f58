/**
 * A worker thread's side of a run: cleaning, linking and aligning happen here, translation is asked of the main thread,
 * which owns the one engine with its limits and its cache.
 */
import type { MessagePort } from 'node:worker_threads'
import { loadMemory } from '../engines/memory.ts'
import { remoteTranslator } from '../engines/remote.ts'
import { loadGlossary } from '../glossary/index.ts'
import { pipeline } from '../pipeline.ts'
import { type Completion, Journal } from './journal.ts'
import type { Shard } from './plan.ts'
import { doubtsOf, type Recipe } from './recipe.ts'
import { processShard } from './shard.ts'

export interface WorkerTask {
  readonly shard: Shard
  readonly recipe: Recipe
  readonly output: string
  readonly fresh: boolean
  /** Name of the engine behind `translator`, as written into the corpus. */
  readonly engine: string
  /** The main thread's translator answers here. */
  readonly translator: MessagePort
  /** Gets a `WorkerMessage` for every item that is done, and for every notice. */
  readonly progress: MessagePort
}

/** Without a notice: an item is done. */
export interface WorkerMessage {
  readonly notice?: string
}

/** Glossary and memory are the same for all shards of a run, and a worker serves one run. */
let ingredients: Promise<[Awaited<ReturnType<typeof loadGlossary>>, Awaited<ReturnType<typeof loadMemory>>]> | undefined

// biome-ignore lint/style/noDefaultExport: a thread pool calls a module's default export.
export default async function work({ shard, recipe, output, fresh, engine, translator, progress }: WorkerTask): Promise<Completion> {
  const tell = (message: WorkerMessage): void => progress.postMessage(message)
  const isFirst = ingredients === undefined
  ingredients ??= Promise.all([loadGlossary(recipe.glossary, recipe.judgements), loadMemory(recipe.memory)])
  const [glossary, memory] = await ingredients
  if (isFirst) for (const notice of doubtsOf(glossary, recipe.judgements)) tell({ notice })
  try {
    return await processShard(shard, {
      pipeline: pipeline({ glossary, memory, translator: remoteTranslator(translator, engine), to: recipe.to }),
      judgements: glossary.judgements,
      journal: new Journal(output),
      // An abort ends the thread: what it finished is in the journal.
      signal: new AbortController().signal,
      fresh,
      onItem: () => tell({}),
    })
  } finally {
    translator.close()
    progress.close()
  }
}
