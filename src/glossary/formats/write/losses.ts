import { place } from '../../../errors.ts'
import type { Entry } from '../../entry.ts'

/** What of a glossary a format cannot hold: told, never dropped in silence. */
export class Losses {
  readonly #format: string
  readonly #kinds = new Map<string, { count: number; readonly first: Entry; readonly example: string }>()

  constructor(format: string) {
    this.#format = format
  }

  /** @param what that is lost, in the plural: 'variants' */
  add(what: string, entry: Entry, example: string): void {
    const known = this.#kinds.get(what)
    if (known === undefined) this.#kinds.set(what, { count: 1, first: entry, example })
    else known.count += 1
  }

  /** A line for each kind of loss, the first to happen first. */
  lines(): string[] {
    return [...this.#kinds].map(
      ([what, { count, first, example }]) =>
        `${this.#format} holds no ${what}: lost of ${count} ${count === 1 ? 'entry' : 'entries'}, such as '${example}' of '${first.canonical}' (${place(first.origin)})`,
    )
  }
}
