import { numbersIn } from '../../engines/checks/numbers.ts'
import { findDate } from '../../stages/clean/dates.ts'
import type { Version } from '../version.ts'

/** A name, number or date that some versions of a row have and others, which have the sentence, have not. */
export interface Fact {
  readonly kind: 'name' | 'number' | 'date'
  /** The name, as the glossary has it; the number; the date, ISO 8601. */
  readonly value: string
  /** Numbers of the versions that have it. */
  readonly versions: readonly number[]
}

/** What is compared across languages. Only versions that have the row are asked. */
export function factsOf(row: readonly (readonly number[])[], versions: readonly Version[]): Fact[] {
  const told = new Map<string, Omit<Fact, 'versions'> & { versions: Set<number> }>()
  const tell = (kind: Fact['kind'], value: string, version: number): void => {
    const known = told.get(`${kind} ${value}`) ?? { kind, value, versions: new Set<number>() }
    told.set(`${kind} ${value}`, known)
    known.versions.add(version)
  }
  let present = 0
  for (const [version, sentences] of row.entries()) {
    if (sentences.length === 0) continue
    present += 1
    const { language, names, sentences: texts } = versions[version]!
    for (const sentence of sentences) {
      for (const { canonical } of names[sentence] ?? []) tell('name', canonical, version)
      for (const number of numbersIn(texts[sentence]!, language)) tell('number', number, version)
      const date = findDate(texts[sentence]!)
      if (date !== undefined) tell('date', date.date, version)
    }
  }
  return [...told.values()].flatMap(({ kind, value, versions }) =>
    versions.size < present ? [{ kind, value, versions: [...versions] }] : [],
  )
}
