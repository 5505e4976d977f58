/** JSON: an array of articles, an object that holds one such array, a single article, or one article after the other. */
import { RejectError } from '../../errors.ts'
import { tooLarge } from '../collect.ts'
import { beginningOf, decodeStream } from '../decode.ts'
import { peek } from '../peek.ts'
import { orRejected, type ReadItem, type Source } from '../source.ts'
import { isObject, withFields } from './fields.ts'
import { type JsonValue, valuesOf } from './json-values.ts'
import { parseRecord, readJsonl } from './jsonl.ts'
import { lostCharacters, recordArticle } from './record.ts'

/** An array is read an element at a time, however long it is. A bad element is rejected, and the rest goes on. */
export async function* readJson(source: Source): AsyncGenerator<ReadItem> {
  const { head, bytes } = await peek(source.bytes)
  const whole = { ...source, bytes }
  if (isLines(beginningOf(head))) yield* readJsonl(whole)
  else yield* readValues(whole)
}

/** Whether there is an object on the first line, and another one on the second: many a file of lines is called .json. */
function isLines(head: string): boolean {
  const [first = '', second = ''] = head.trimStart().split(/\r?\n/, 2)
  if (!second.startsWith('{')) return false
  try {
    return isObject(JSON.parse(first))
  } catch {
    return false
  }
}

async function* readValues({ file, id, bytes, encoding, fields, at }: Source): AsyncGenerator<ReadItem> {
  let count = 0
  for await (const value of valuesOf(decodeStream(bytes, { encoding }))) {
    at(value.line)
    const records = count === 0 && !value.inArray ? listIn(value, fields) : undefined
    for (const record of records ?? [undefined]) {
      count += 1
      const fallbackId = `${id}-${count}`
      const read = (): ReadItem => {
        if (value.text === undefined) throw tooLarge()
        if (!value.closed && isScalar(value.text))
          throw new RejectError('malformed', `expected a JSON object, got ${value.text.trim().slice(0, 40)}`)
        if (!value.closed) throw new RejectError('malformed', `the file ends inside record ${count}, which begins here`)
        const warnings = lostCharacters(value.text)
        return recordArticle(record ?? parseRecord(value.text, fields), { file, line: value.line, fallbackId, warnings })
      }
      yield orRejected(read, fallbackId, file, value.line)
    }
  }
  if (count === 0) throw new RejectError('empty', 'the file holds no records')
}

/** A number or a string has no bracket that closes it. */
function isScalar(text: string): boolean {
  return /^[^[{]*$/.test(text) && isJson(text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The records of `{"articles": [{…}, …], …}`: of an object that has no text and one list of objects. */
function listIn({ text, closed }: JsonValue, fields: Source['fields']): readonly unknown[] | undefined {
  if (text === undefined || !closed) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const mapped = withFields(value, fields)
  if (!isObject(value) || (isObject(mapped) && (mapped.text ?? mapped.html) !== undefined)) return undefined
  const lists = Object.values(value).filter((list): list is unknown[] => Array.isArray(list) && list.some(isObject))
  return lists.length === 1 ? lists[0]!.map((record) => withFields(record, fields)) : undefined
}
