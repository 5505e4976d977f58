/**
 * A worker thread's side of a run: cleaning, linking and aligning happen here, translation is asked of the main thread,
 * which owns the one engine with its limits and its cache.
 */
import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'piscina'
import { loadMemory, type Memory } from '../engines/memory.ts'
import { remoteTranslator } from '../engines/remote.ts'
import type { Translator } from '../engines/translator.ts'
import { Glossary, Judgements, type SharedGlossary } from '../glossary/index.ts'
import { pipeline } from '../pipeline.ts'
import type { Shard } from './plan.ts'
import type { Recipe } from './recipe.ts'
import { processShard } from './shard.ts'
import { type Completion, ShardStore } from './store.ts'

export interface WorkerTask {
  readonly shard: Shard
  /** Files of the store that may hold results of the shard's articles. */
  readonly earlier: readonly string[]
  readonly recipe: Recipe
  readonly output: string
  readonly fresh: boolean
  /** What the engine behind `translator` says of itself. */
  readonly engine: Pick<Translator, 'name' | 'reads'>
  /** The main thread's translator answers here. */
  readonly translator: MessagePort
  /** Told how many items more are done. */
  readonly progress: MessagePort
}

/** What a thread is given when it begins. Glossary and memory are the same for all shards of a run, and a thread serves one run. */
export interface WorkerData {
  readonly glossary: SharedGlossary
}

let glossary: Glossary | undefined
let memory: Promise<Memory> | undefined

// biome-ignore lint/style/noDefaultExport: a thread pool calls a module's default export.
export default async function work({
  shard,
  earlier,
  recipe,
  output,
  fresh,
  engine,
  translator,
  progress,
}: WorkerTask): Promise<Completion> {
  const done = counted(progress)
  glossary ??= Glossary.over((workerData as WorkerData).glossary, new Judgements(recipe.judgements))
  memory ??= loadMemory(recipe.memory)
  try {
    return await processShard(shard, {
      pipeline: pipeline({
        glossary,
        memory: await memory,
        memoryThreshold: recipe.memoryThreshold,
        translator: remoteTranslator(translator, engine),
        to: recipe.to,
        select: recipe.select,
      }),
      judgements: glossary.judgements,
      store: new ShardStore(output, recipe),
      earlier,
      keepSource: recipe.keepSource,
      // An abort ends the thread: what it finished is in the journal.
      signal: new AbortController().signal,
      fresh,
      onItem: done.add,
    })
  } finally {
    done.tell()
    translator.close()
    progress.close()
  }
}

/** Items between two messages: one each would take longer than some stages. */
const ITEMS_A_MESSAGE = 10

function counted(progress: MessagePort): { readonly add: () => void; readonly tell: () => void } {
  let items = 0
  const tell = (): void => {
    if (items > 0) progress.postMessage(items)
    items = 0
  }
  const add = (): void => {
    items += 1
    if (items === ITEMS_A_MESSAGE) tell()
  }
  return { add, tell }
}
