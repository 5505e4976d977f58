import type { Kind } from '../article.ts'
import { place } from '../errors.ts'
import { type EntryTable, EntryWriter } from './entries.ts'
import { kinds, shortHash, slug } from './entry.ts'
import type { Problem } from './problem.ts'
import type { Draft } from './row.ts'

/** Makes entries of rows: the same canonical name and kind in several rows is one entry with all their variants. */
export class Collector {
  /** In the order of the first rows. */
  readonly #rows = new EntryWriter()
  /** Numbers of the rows, by kind and canonical name. */
  readonly #numbers = new Map<Kind, Map<string, number>>(kinds.map((kind) => [kind, new Map()]))
  readonly #faults: Problem[]

  /** @param faults where rows that contradict each other go */
  constructor(faults: Problem[]) {
    this.#faults = faults
  }

  get size(): number {
    return this.#rows.length
  }

  add(draft: Draft): void {
    const numbers = this.#numbers.get(draft.kind)!
    const number = numbers.get(draft.canonical)
    if (number === undefined) {
      numbers.set(draft.canonical, this.#rows.length)
      this.#rows.add(draft)
    } else this.#rows.replace(number, this.#merged(this.#rows.at(number), draft))
  }

  /** The entries in the order of their first rows. An id is made of the name alone, unless entries would share it. */
  entries(): EntryTable {
    const ids: string[] = new Array(this.size)
    for (const names of this.#numbers.values()) for (const [canonical, number] of names) ids[number] = slug(canonical)
    const seen = new Set<string>()
    const shared = new Set<string>()
    for (const id of ids) (seen.has(id) ? shared : seen).add(id)
    if (shared.size > 0) {
      for (const [kind, names] of this.#numbers)
        for (const [canonical, number] of names)
          if (shared.has(ids[number]!)) ids[number] = `${ids[number]}-${shortHash(identity({ kind, canonical }))}`
    }
    return this.#rows.table(ids)
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
export function identity({ kind, canonical }: Pick<Draft, 'kind' | 'canonical'>): string {
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
