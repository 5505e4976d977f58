/** A thread that translates. It says what it made text by text, and ends after a fault of the engine, whose heap is no longer to be trusted. */
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
  | { readonly kind: 'text'; readonly text: string }
  /** The task is done. `heap` in bytes. */
  | { readonly kind: 'done'; readonly heap: number }
  /** No text of this task can be translated here. */
  | { readonly kind: 'failed'; readonly reason: 'no-simd' | 'broken-model' | 'fault'; readonly message: string }

let native: Promise<Native> | undefined

const report = (said: Report): void => parentPort?.postMessage(said)

parentPort?.on('message', async ({ models, texts }: Task) => {
  try {
    native ??= loadNative()
    const engine = await native
    await engine.use(models)
    for (const text of texts) report({ kind: 'text', text: engine.translate(text, models) })
    report({ kind: 'done', heap: engine.heap() })
  } catch (thrown) {
    const reason = thrown instanceof BrokenModelError ? 'broken-model' : thrown instanceof NoSimdError ? 'no-simd' : 'fault'
    report({ kind: 'failed', reason, message: messageOf(thrown) })
  }
})
