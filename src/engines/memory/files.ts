/** Files that memories are read from and written to, unit by unit, however large they are. */
import type { Language } from '../../article.ts'
import { FileError } from '../../errors.ts'
import { markFormula, unmarkFormula } from '../../files/cells.ts'
import { recordsOf } from '../../files/delimited.ts'
import { slicesOf } from '../../files/xml/slices.ts'
import { parseLanguage } from '../../language.ts'
import { formatTmx } from '../tmx/format.ts'
import { foldSpace, parseUnit, type Unit, units as unitsOfTmx } from '../tmx/unit.ts'
import { openStore } from './store.ts'

/** A memory with an index, as `memory import` makes it. */
export const DATABASE = '.tmdb'

/** What a run reads as a memory. */
export function isMemory(path: string): boolean {
  return path.endsWith('.tmx') || isDatabase(path)
}

export function isDatabase(path: string): boolean {
  return path.endsWith(DATABASE)
}

const suffixes = `.tmx, .tsv or ${DATABASE}`

/** The units of a TMX file, a TSV table or a database, of two languages at the least, in their order. @throws FileError naming file and line. */
export async function* unitsOf(path: string): AsyncGenerator<Unit> {
  if (isDatabase(path)) {
    const store = openStore(path)
    try {
      yield* store.units()
    } finally {
      store.close()
    }
  } else if (path.endsWith('.tsv')) {
    yield* unitsOfTable(path)
  } else if (path.endsWith('.tmx')) {
    for await (const slice of slicesOf(path, unitsOfTmx)) {
      const unit = parseUnit(slice, path)
      if (unit.size > 1) yield unit
    }
  } else {
    throw new FileError(path, 0, `expected a translation memory: ${suffixes}`)
  }
}

/** A column a language, its tag on top; a row a unit. An empty cell says nothing. */
async function* unitsOfTable(path: string): AsyncGenerator<Unit> {
  let languages: readonly Language[] | undefined
  for await (const rows of recordsOf(path)) {
    for (const { cells, line } of rows) {
      if (languages === undefined) {
        languages = cells.map((cell, column) => columnOf(cell, path, line, column))
        if (new Set(languages).size < Math.max(2, cells.length))
          throw new FileError(
            path,
            line,
            `expected a first row of at least two different BCP 47 tags, such as 'de' and 'en', got '${cells.join("', '")}'`,
          )
        continue
      }
      if (cells.length > languages.length)
        throw new FileError(path, line, `expected at most ${languages.length} cells, got ${cells.length}: a tab in a text?`)
      const unit = new Map<Language, string>()
      for (const [column, cell] of cells.entries()) {
        const text = foldSpace(unmarkFormula(cell))
        if (text !== '') unit.set(languages[column]!, text)
      }
      if (unit.size > 1) yield unit
    }
  }
  if (languages === undefined) throw new FileError(path, 1, "expected a first row of BCP 47 tags, such as 'de' and 'en'; the file is empty")
}

function columnOf(cell: string, path: string, line: number, column: number): Language {
  const language = parseLanguage(cell)
  if (language !== undefined) return language
  throw new FileError(path, line, `expected a BCP 47 tag on top of each column, such as 'de', got '${cell}'`, column + 1)
}

/**
 * `units` as the text of a file, in pieces. @param suffix '.tmx' or '.tsv' @param languages of all of them, for the columns of a table
 * @param originOf who made a unit, for TMX
 */
export function formatUnits(
  suffix: '.tmx' | '.tsv',
  units: Iterable<Unit>,
  languages: readonly Language[],
  originOf?: (unit: Unit) => string | undefined,
): Iterable<string> {
  return suffix === '.tmx' ? formatTmx(units, originOf) : formatTable(units, languages)
}

function* formatTable(units: Iterable<Unit>, languages: readonly Language[]): Generator<string> {
  yield `${languages.join('\t')}\n`
  for (const unit of units) yield `${languages.map((language) => cellOf(unit.get(language) ?? '')).join('\t')}\n`
}

function cellOf(text: string): string {
  const cell = markFormula(text)
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}
