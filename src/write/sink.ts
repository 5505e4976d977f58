import type { Aligned } from '../article.ts'

/** Takes items in order and streams them into files of its own. Await each `write` before the next: then memory is bounded. */
export interface Sink<Item = Aligned> {
  /** @throws what the file system says. */
  write(item: Item): void | Promise<void>
  /** Completes the files; without it none of them is there. */
  close(): Promise<void>
}
