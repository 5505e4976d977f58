import type { Kind } from '../article.ts'
import { place } from '../errors.ts'
import { type Entry, kinds, shortHash, slug } from './entry.ts'
import type { Problem } from './problem.ts'
import type { Draft } from './row.ts'

/** Makes entries of rows: the same canonical name and kind in several rows is one entry with all their variants. */
export class Collector {
  /** In the order of the first rows. */
  readonly #drafts: Draft[] = []
  /** Index into `#drafts`, by kind and canonical name. */
  readonly #numbers = new Map<Kind, Map<string, number>>(kinds.map((kind) => [kind, new Map()]))
  readonly #faults: Problem[]

  /** @param faults where rows that contradict each other go */
  constructor(faults: Problem[]) {
    this.#faults = faults
  }

  get size(): number {
    return this.#drafts.length
  }

  add(draft: Draft): void {
    const numbers = this.#numbers.get(draft.kind)!
    const number = numbers.get(draft.canonical)
    if (number === undefined) numbers.set(draft.canonical, this.#drafts.push(draft) - 1)
    else this.#drafts[number] = this.#merged(this.#drafts[number]!, draft)
  }

  /** The entries in the order of their first rows. An id is made of the name alone, unless entries would share it. */
  entries(): readonly Entry[] {
    const ids = this.#drafts.map(({ canonical }) => slug(canonical))
    const seen = new Set<string>()
    const shared = new Set<string>()
    for (const id of ids) (seen.has(id) ? shared : seen).add(id)
    // The drafts become the entries: a million copies would be much.
    for (const [at, draft] of this.#drafts.entries()) {
      const id = ids[at]!
      draft.id = shared.has(id) ? `${id}-${shortHash(identity(draft))}` : id
    }
    return this.#drafts
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
