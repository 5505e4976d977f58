import { place } from '../../errors.ts'
import { oneLetterApart } from '../../names/compare/apart.ts'
import { plain, squeeze } from '../../names/compare/spelling.ts'
import { Collector, identity } from '../collect.ts'
import { type LoadOptions, readRows } from '../load.ts'
import type { DoubtCode, Problem } from '../problem.ts'
import type { Draft, Place } from '../row.ts'
import { checkRow, formsOf } from './row.ts'

export interface CheckResult {
  readonly entries: number
  /** By file, line and column. */
  readonly problems: readonly Problem[]
}

/** Everything that is wrong or doubtful in files: what keeps them from being read, and what is likely to go wrong. */
export async function checkFiles(files: readonly string[], options: LoadOptions = {}): Promise<CheckResult> {
  const problems: Problem[] = []
  const collector = new Collector(problems)
  const checker = new Checker(problems)
  for (const file of files) {
    await readRows(file, options, problems, (draft, at) => {
      collector.add(draft)
      checker.add(draft, at)
    })
  }
  checker.finish()
  const inPlace = (a: Problem, b: Problem) => a.line - b.line || a.column - b.column
  const byFile = new Map<string, Problem[]>(files.map((file) => [file, []]))
  for (const problem of problems) byFile.get(problem.file)!.push(problem)
  return { entries: collector.size, problems: [...byFile.values()].flatMap((ofFile) => ofFile.sort(inPlace)) }
}

/** Names shorter than this are one letter apart by nature. */
const SHORTEST_COMPARED = 4

class Checker {
  readonly #problems: Problem[]
  /** By squeezed spelling: the first row that has it, as an index into `#rows`. */
  readonly #holders = new Map<string, number>()
  readonly #rows: Draft[] = []
  /** Squeezed canonical names, by row. */
  readonly #keys: string[] = []
  /** Column of the canonical name, by row. */
  readonly #columns: number[] = []

  constructor(problems: Problem[]) {
    this.#problems = problems
  }

  add(draft: Draft, { columnOf }: Place): void {
    const number = this.#rows.push(draft) - 1
    this.#columns.push(columnOf('canonical'))
    const doubt = (what: string, code: DoubtCode, message: string, remedy: string) =>
      this.#report(draft, columnOf(what), code, message, remedy)
    checkRow(draft, doubt)
    for (const [what, form] of formsOf(draft)) {
      const key = squeeze(form)
      if (what === 'canonical') this.#keys.push(key)
      const holder = this.#holders.get(key)
      if (holder === undefined) {
        if (key !== '') this.#holders.set(key, number)
        continue
      }
      const other = this.#rows[holder]!
      const isSame = identity(other) === identity(draft)
      if (isSame && other !== draft && what === 'canonical')
        doubt(what, 'duplicate', `'${form}' is in ${place(other.origin)} already`, 'make one row of the two')
      if (isSame) continue
      const isName = this.#keys[holder] === key
      const as = isName ? (what === 'canonical' ? 'the name' : 'the canonical name') : 'a spelling'
      doubt(
        what,
        'shared-spelling',
        `'${form}' is ${as} of '${other.canonical}' too (${place(other.origin)})`,
        'a text cannot tell which: keep it for one of them',
      )
    }
  }

  /** To be called after the last row. */
  finish(): void {
    const names = this.#keys.map((key, number) => (this.#holders.get(key) === number && key.length >= SHORTEST_COMPARED ? plain(key) : ''))
    for (const [number, others] of oneLetterApart(names)) {
      const draft = this.#rows[number]!
      const met = others.map((other) => this.#rows[other]!).filter((other) => !refuse(draft, other))
      if (met.length === 0) continue
      const list = met.map((other) => `'${other.canonical}' (${place(other.origin)})`).join(', ')
      const message = `'${draft.canonical}' is one letter or accent from ${list}`
      this.#report(draft, this.#columns[number]!, 'one-letter-apart', message, "list each under 'not' of the other, or make them one")
    }
  }

  #report({ origin }: Draft, column: number, code: DoubtCode, message: string, remedy: string): void {
    this.#problems.push({ ...origin, column, severity: 'warning', code, message, remedy })
  }
}

/** Whether each of the two says that the other is not meant. */
function refuse(one: Draft, other: Draft): boolean {
  return one.not.includes(other.canonical) && other.not.includes(one.canonical)
}
