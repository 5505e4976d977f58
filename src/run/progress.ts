import type { Waiting } from '../engines/index.ts'

/** Told how a run goes on. */
export interface Progress {
  /** Something a person should know of that does not stop the run, in a sentence. */
  readonly notice: (message: string) => void
  /** A shard was read: so many items and UTF-8 bytes more are known of. */
  readonly planned: (items: number, bytes: number) => void
  /** Items done: processed, taken over from an earlier run, or rejected. */
  readonly done: (items: number) => void
  /** Everything was read: what is planned is all there is. */
  readonly allPlanned: () => void
  /** The engine is away, and the run stands still; undefined: it goes on. */
  readonly waiting: (waiting: Waiting | undefined) => void
  /** A model of the built-in engine is being fetched: so many bytes of about so many. */
  readonly fetching: (model: { readonly from: string; readonly to: string }, done: number, total: number) => void
  /** The corpus is complete, its other forms are being written. */
  readonly assembling: () => void
}

const nobody = (): void => {}
/** Tells nobody. */
export const silent: Progress = {
  notice: nobody,
  planned: nobody,
  done: nobody,
  allPlanned: nobody,
  waiting: nobody,
  fetching: nobody,
  assembling: nobody,
}
