/** What records call the fields of an article, where they call them otherwise: `--field text=content`. */
import { type FieldName, fieldNames } from '../../article.ts'
import { RejectError } from '../../errors.ts'

/** Our name → theirs: a column, or a key of JSON, `article.body` for a key within another. */
export type Fields = Readonly<Partial<Record<FieldName, string>>>

type Json = Readonly<Record<string, unknown>>

/** The record with the fields that were named in their places. */
export function withFields(record: unknown, fields: Fields): unknown {
  if (!isObject(record) || Object.keys(fields).length === 0) return record
  const { text, html, ...others } = record
  // A text that was named is the text, whatever else the record has.
  const own = fields.text === undefined && fields.html === undefined ? record : others
  return { ...own, ...Object.fromEntries(Object.entries(fields).map(([ours, theirs]) => [ours, lookUp(record, theirs)])) }
}

function lookUp(record: Json, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path]
  let value: unknown = record
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The columns of a table that hold an article's fields: theirs when named, else those of our names, in letters of any size.
 * @returns our name → index
 * @throws RejectError when a named column is not there, or none holds a text; 'unsupported' when it is a glossary
 */
export function columnsOf(header: readonly string[], fields: Fields): ReadonlyMap<FieldName, number> {
  const titles = header.map((cell) => cell.trim())
  const named = titles.map((title) => title.toLowerCase())
  const known = `its columns are ${titles
    .slice(0, 50)
    .map((title) => `'${title}'`)
    .join(', ')}`
  const columns = new Map<FieldName, number>()
  for (const name of fieldNames) {
    const theirs = fields[name]
    if (theirs === undefined) {
      // A text that was named is the text, whatever else the table has.
      if ((name === 'text' || name === 'html') && (fields.text ?? fields.html) !== undefined) continue
      if (named.includes(name)) columns.set(name, named.indexOf(name))
      continue
    }
    const at = titles.includes(theirs) ? titles.indexOf(theirs) : named.indexOf(theirs.toLowerCase())
    if (at < 0) throw new RejectError('malformed', `no column '${theirs}', which --field ${name}=${theirs} names; ${known}`)
    columns.set(name, at)
  }
  if (columns.has('text') || columns.has('html')) return columns
  if (named.includes('canonical'))
    throw new RejectError(
      'unsupported',
      `a glossary, to judge by its column 'canonical', where articles are expected: name it after --glossary`,
    )
  throw new RejectError('malformed', `expected a column 'text' or 'html'; ${known}. Name one, for example --field text=${titles.at(-1)}`)
}
