/** Where shards are processed: in this process, on worker threads, or (queue/) by other processes. */
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { type EngineOptions, openEngine } from '../engines/index.ts'
import { loadMemory } from '../engines/memory.ts'
import { serveTranslator } from '../engines/remote.ts'
import type { Translator } from '../engines/translator.ts'
import { type Glossary, loadGlossary } from '../glossary/index.ts'
import { pipeline } from '../pipeline.ts'
import { doubtsOf, type Recipe } from './recipe.ts'
import { processShard } from './shard.ts'
import { type Completion, ShardStore } from './store.ts'
import type { Task, WorkerSettings, Workers } from './task.ts'
import type { WorkerData, WorkerTask } from './worker.ts'

/** This process with the engine, and threads when there is more than one shard to do and more than one job is wanted. */
export async function locally(settings: WorkerSettings, engineOptions: EngineOptions, jobs: number): Promise<Workers> {
  const engine = await openEngine(engineOptions)
  let workers: Promise<Workers> | undefined
  return {
    capacity: jobs,
    process: async (task) => {
      // For a single shard, or a single job, a thread would cost more than it brings.
      workers ??= jobs === 1 || task.alone ? inProcess(settings, engine.translator) : onThreads(settings, engine.translator, jobs)
      return (await workers).process(task)
    },
    [Symbol.asyncDispose]: async () => {
      await (await workers?.catch(() => undefined))?.[Symbol.asyncDispose]()
      await engine[Symbol.asyncDispose]()
    },
  }
}

async function inProcess({ recipe, output, fresh, notice }: WorkerSettings, translator: Translator): Promise<Workers> {
  const [glossary, memory] = await Promise.all([glossaryOf(recipe, notice), loadMemory(recipe.memory)])
  const { judgements } = glossary
  const { memoryThreshold, to, select } = recipe
  const stages = pipeline({ glossary, memory, memoryThreshold, translator, to, select })
  const store = new ShardStore(output, recipe)
  return {
    capacity: 1,
    process: ({ shard, earlier, signal, onItems }) =>
      processShard(shard, {
        pipeline: stages,
        judgements,
        store,
        earlier,
        signal,
        fresh,
        keepSource: recipe.keepSource,
        onItem: () => onItems(1),
      }),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** The glossary is read here and held once: the threads share its memory. @param threads 1 and up */
export async function onThreads(settings: WorkerSettings, translator: Translator, threads: number): Promise<Workers> {
  const { recipe, output, fresh, notice } = settings
  const { shared: glossary } = await glossaryOf(recipe, notice)
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    workerData: { glossary } satisfies WorkerData,
    // A finished thread may be asked again at once: do not end it between two shards.
    idleTimeout: 10_000,
  })
  const process = async ({ shard, earlier, signal, onItems }: Task): Promise<Completion> => {
    const translation = new MessageChannel()
    const progress = new MessageChannel()
    serveTranslator(translation.port1, translator)
    progress.port1.on('message', onItems)
    const task: WorkerTask = {
      shard,
      earlier,
      recipe,
      output,
      fresh,
      engine: { name: translator.name, reads: translator.reads ?? [] },
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
  return { capacity: threads, process, [Symbol.asyncDispose]: () => pool.destroy() }
}

/** The recipe's glossary; `notice` is told what is doubtful in it. */
async function glossaryOf({ glossary: paths, judgements }: Recipe, notice: WorkerSettings['notice']): Promise<Glossary> {
  const glossary = await loadGlossary(paths, judgements)
  for (const message of doubtsOf(glossary, judgements)) notice(message)
  return glossary
}
