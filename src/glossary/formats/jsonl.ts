import { FileError, messageOf } from '../../errors.ts'
import { splitList } from '../../files/cells.ts'
import { chunksOf } from '../../files/chunks.ts'
import { parseLanguage } from '../../language.ts'
import { emptyRow, fields, type PlacedRow, type Row, type RowUnderWay } from '../row.ts'
import type { ReadContext } from './reader.ts'

/** No line of a glossary comes near. */
const LONGEST_LINE = 1 << 20

/** Reads JSON lines: an object a line, with the columns of a table as its keys; `variants` and `not` may be arrays. */
export async function* readJsonl(context: ReadContext): AsyncGenerator<PlacedRow> {
  const { file } = context
  let rest = ''
  let line = 1
  for await (const chunk of chunksOf(file)) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST_LINE) throw new FileError(file, line + lines.length, `a line of more than ${LONGEST_LINE} characters`)
    for (const text of lines) {
      const row = rowOf(text, line, context)
      if (row !== undefined) yield { row, file, line, columnOf: (what) => columnIn(text, what) }
      line += 1
    }
  }
  const row = rowOf(rest, line, context)
  if (row !== undefined) yield { row, file, line, columnOf: (what) => columnIn(rest, what) }
}

/** 1-based character at which the key stands; 0 when it is not there. A key is anybody's text: it is no pattern. */
function columnIn(line: string, key: string): number {
  const quoted = JSON.stringify(key)
  for (let at = line.indexOf(quoted); at >= 0; at = line.indexOf(quoted, at + 1)) {
    if (/^\s*:/u.test(line.slice(at + quoted.length, at + quoted.length + 16))) return at + 1
  }
  return 0
}

function rowOf(text: string, line: number, { fault }: ReadContext): Row | undefined {
  if (text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    const message = messageOf(thrown)
    const column = Number(/position (\d+)/.exec(message)?.[1] ?? -1) + 1
    fault(line, column, 'unreadable', `expected a JSON object on this line: ${message}`, 'write an object a line, in double quotes')
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(line, 1, 'unreadable', `expected a JSON object on this line, got ${text.slice(0, 40)}`, 'write {"canonical": "…"}')
    return undefined
  }
  const row: RowUnderWay = { ...emptyRow }
  const forms: { [language: string]: string } = {}
  let right = true
  for (const [key, content] of Object.entries(value)) {
    if (content === null || content === '') continue
    const problem = take(key, content, row, forms)
    if (problem === undefined) continue
    right = false
    fault(line, columnIn(text, key), ...problem)
  }
  return right ? { ...row, forms } : undefined
}

/** Puts a value where it belongs. @returns code, message and remedy of what is wrong with it */
function take(
  key: string,
  content: unknown,
  row: RowUnderWay,
  forms: { [language: string]: string },
): ['column', string, string] | undefined {
  const field = fields.find((known) => known === key)
  if (field === 'variants' || field === 'not') {
    const items = typeof content === 'string' ? splitList(content) : content
    if (!Array.isArray(items) || !items.every((item) => typeof item === 'string'))
      return ['column', `'${key}': expected an array of strings, got ${JSON.stringify(content).slice(0, 60)}`, 'write ["…", "…"]']
    row[field] = items
    return undefined
  }
  const language = field === undefined ? parseLanguage(key) : undefined
  if (field === undefined && language === undefined)
    return ['column', `expected a BCP 47 tag, got '${key}' (other keys: ${fields.join(', ')})`, 'rename the key, or remove it']
  if (typeof content !== 'string')
    return ['column', `'${key}': expected a string, got ${JSON.stringify(content).slice(0, 60)}`, 'write "…"']
  if (field !== undefined) row[field] = content
  else if (language !== undefined && language in forms) return ['column', `'${key}' is there twice`, 'remove one of them']
  else if (language !== undefined) forms[language] = content
  return undefined
}
