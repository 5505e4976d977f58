/** A thread that translates. It says what it begins and what it made, and ends after a fault of the engine, whose heap is no longer to be trusted. */
import { parentPort } from 'node:worker_threads'
import { messageOf } from '../../errors.ts'
import { BrokenModelError, loadNative, type Native, NoSimdError } from './native.ts'
import type { InstalledModel } from './store.ts'

/** Texts to be taken through `models`, one after the other. */
export interface Task {
  readonly models: readonly InstalledModel[]
  readonly texts: readonly string[]
}

export type Report =
  /** These texts of the task are under way, by index; those begun before are done, or wait for their next model. */
  | { readonly kind: 'begin'; readonly at: readonly number[] }
  /** The task is done: what its texts became. `heap` in bytes. */
  | { readonly kind: 'done'; readonly texts: readonly string[]; readonly heap: number }
  /** No text of this task can be translated here. */
  | { readonly kind: 'failed'; readonly reason: 'no-simd' | 'broken-model' | 'fault'; readonly message: string }

let native: Promise<Native> | undefined

const report = (said: Report): void => parentPort?.postMessage(said)

parentPort?.on('message', async ({ models, texts }: Task) => {
  try {
    native ??= loadNative()
    const engine = await native
    await engine.use(models)
    const made = engine.translate(texts, models, (at) => report({ kind: 'begin', at }))
    report({ kind: 'done', texts: made, heap: engine.heap() })
  } catch (thrown) {
    const reason = thrown instanceof BrokenModelError ? 'broken-model' : thrown instanceof NoSimdError ? 'no-simd' : 'fault'
    report({ kind: 'failed', reason, message: messageOf(thrown) })
  }
})
