import { z } from 'zod'
import type { Metadata } from '../article.ts'
import { messageOf, RejectError } from '../errors.ts'
import { parseLanguage } from '../language.ts'
import { tooLarge } from './collect.ts'
import { decodeText } from './decode.ts'
import { safeId } from './id.ts'
import { article, type ReadItem, rejected, type Source } from './source.ts'
import { type Slice, split } from './split.ts'

const language = z.string().transform((tag, context) => {
  const parsed = parseLanguage(tag)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: `expected a BCP 47 tag such as 'de' or 'pt-BR', got '${tag}'` })
  return z.NEVER
})

const isoDate = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d\S*)?)?)?$/, 'expected an ISO 8601 date such as 2022-09-30')
  .transform((date) => date.replace(' ', 'T'))

/** A line. Dumps write null for what they do not have; fields that are not named here are nobody's fault and ignored. */
const record = z
  .object({
    id: z.union([z.string(), z.number()]).nullish(),
    title: z.string().nullish(),
    text: z.string().nullish(),
    html: z.string().nullish(),
    language: language.nullish(),
    date: isoDate.nullish(),
    url: z.string().nullish(),
    byline: z.string().nullish(),
  })
  .refine(({ text, html }) => (typeof text === 'string') !== (typeof html === 'string'), "expected either 'text' or 'html', a string")

/** One article a line: `{id?, title?, text | html, language?, date?, url?, byline?}`. A bad line is rejected; the rest goes on. */
export async function* readJsonl({ file, id, bytes, encoding }: Source): AsyncGenerator<ReadItem> {
  let records = 0
  for await (const slice of split(bytes, '\n')) {
    const fallbackId = `${id}-${slice.line}`
    try {
      const item = readLine(file, fallbackId, slice, encoding)
      if (item === undefined) continue
      records += 1
      yield item
    } catch (thrown) {
      if (!(thrown instanceof RejectError)) throw thrown
      records += 1
      yield rejected(fallbackId, file, slice.line, thrown.code, thrown.message)
    }
  }
  if (records === 0) throw new RejectError('empty', 'the file holds no records')
}

/** Undefined for a blank line. */
function readLine(file: string, fallbackId: string, { bytes, line }: Slice, encoding: string | undefined): ReadItem | undefined {
  if (bytes === undefined) throw tooLarge()
  const { text: json, warnings } = decodeText(bytes, { encoding, firstLine: line })
  if (json.trim() === '') return undefined
  const { id, title, text, html, ...claims } = parse(json)
  const body = text ?? html ?? ''
  if (body.trim() === '') throw new RejectError('empty', `'${typeof text === 'string' ? 'text' : 'html'}' holds nothing but white space`)
  return article(file, {
    id: id === undefined || id === null || id === '' ? fallbackId : safeId(String(id)),
    line,
    title: title ?? '',
    body,
    format: typeof text === 'string' ? 'text' : 'html',
    metadata: Object.fromEntries(
      Object.entries(claims).filter(([, value]) => value !== undefined && value !== null && value !== ''),
    ) as Metadata,
    warnings,
  })
}

function parse(json: string): z.infer<typeof record> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new RejectError('malformed', `expected a JSON object on this line: ${messageOf(cause)}`, { cause })
  }
  const result = record.safeParse(value)
  if (result.success) return result.data
  throw new RejectError('malformed', result.error.issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; '))
}
