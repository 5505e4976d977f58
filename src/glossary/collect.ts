import { place } from '../errors.ts'
import { type EntryTable, EntryWriter } from './entries.ts'
import { shortHash, slug } from './entry.ts'
import { KeyWriter } from './keys.ts'
import type { Problem } from './problem.ts'
import type { Draft } from './row.ts'

/** Makes entries of rows: the same canonical name and kind in several rows is one entry with all their variants. */
export class Collector {
  /** In the order of the first rows. */
  readonly #rows = new EntryWriter()
  /** Kind and canonical name of each row. A million strings would be much. */
  readonly #identities = new KeyWriter()
  readonly #faults: Problem[]

  /** @param faults where rows that contradict each other go */
  constructor(faults: Problem[]) {
    this.#faults = faults
  }

  get size(): number {
    return this.#rows.length
  }

  add(draft: Draft): void {
    const number = this.#identities.add(identity(draft))
    if (number === this.#rows.length) this.#rows.add(draft)
    else this.#rows.replace(number, this.#merged(this.#rows.at(number), draft))
  }

  /** The entries in the order of their first rows. */
  entries(): EntryTable {
    return this.#rows.table(this.#ids())
  }

  /** An id is made of the name alone, unless entries would share it. */
  *#ids(): Generator<string> {
    const slugs = new KeyWriter()
    const shared = new Set<number>()
    const slugOf = Array.from({ length: this.size }, (_, row) => {
      const before = slugs.length
      const number = slugs.add(slug(this.#identities.at(row).split('\n')[1]!))
      if (number < before) shared.add(number)
      return number
    })
    for (const [row, number] of slugOf.entries())
      yield shared.has(number) ? `${slugs.at(number)}-${shortHash(this.#identities.at(row))}` : slugs.at(number)
  }

  #merged(first: Draft, second: Draft): Draft {
    const contradiction = contradictionOf(first, second)
    if (contradiction !== undefined) {
      const message = `'${second.canonical}' is in ${place(first.origin)} already, with another ${contradiction}`
      const remedy = 'make the rows one, or let them say the same'
      this.#faults.push({ ...second.origin, column: 0, severity: 'error', code: 'contradiction', message, remedy })
    }
    return {
      ...first,
      variants: [...new Set([...first.variants, ...second.variants])],
      not: [...new Set([...first.not, ...second.not])],
      note: [...new Set([first.note, second.note])].filter((note) => note !== '').join('; '),
      forms: { ...first.forms, ...second.forms },
    }
  }
}

/** What rows of one entry have in common. */
export function identity({ kind, canonical }: Draft): string {
  return `${kind}\n${canonical}`
}

function contradictionOf(first: Draft, second: Draft): string | undefined {
  if (first.given !== second.given) return `given name ('${first.given}')`
  if (first.family !== second.family) return `family name ('${first.family}')`
  for (const language in second.forms) {
    const form = first.forms[language]
    if (form !== undefined && form !== second.forms[language]) return `form in '${language}' ('${form}')`
  }
  return undefined
}
