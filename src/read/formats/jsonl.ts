import { messageOf, RejectError } from '../../errors.ts'
import { tooLarge } from '../collect.ts'
import { decodeText } from '../decode.ts'
import { orRejected, type ReadItem, type Source } from '../source.ts'
import { type Slice, split } from '../split.ts'
import { inUtf8 } from '../utf16.ts'
import { type Fields, isObject, withFields } from './fields.ts'
import { lostCharacters, recordArticle } from './record.ts'

/** One article a line: `{id?, title?, text | html, language?, date?, url?, byline?}`. A bad line is rejected; the rest goes on. */
export async function* readJsonl(source: Source): AsyncGenerator<ReadItem> {
  const { file, id, at } = source
  const narrow = await inUtf8(source)
  let records = 0
  for await (const slice of split(narrow.bytes, '\n')) {
    const fallbackId = `${id}-${slice.line}`
    const item = orRejected(() => readLine(narrow, fallbackId, slice), fallbackId, file, slice.line)
    at(slice.line + 1)
    if (item === undefined) continue
    records += 1
    yield item
  }
  if (records === 0) throw new RejectError('empty', 'the file holds no records')
}

/** Undefined for a blank line. */
function readLine({ file, encoding, fields }: Source, fallbackId: string, { bytes, line }: Slice): ReadItem | undefined {
  if (bytes === undefined) throw tooLarge()
  const { text: json, warnings } = decodeText(bytes, { encoding, firstLine: line })
  if (json.trim() === '') return undefined
  const lost = warnings.length === 0 ? lostCharacters(json) : warnings
  return recordArticle(parseRecord(json, fields), { file, line, fallbackId, warnings: lost })
}

/** @throws RejectError 'malformed' when it is no JSON object */
export function parseRecord(json: string, fields: Fields): unknown {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new RejectError('malformed', `expected a JSON object: ${messageOf(cause)}`, { cause })
  }
  if (!isObject(value)) throw new RejectError('malformed', `expected a JSON object, got ${json.slice(0, 40)}`)
  return withFields(value, fields)
}
