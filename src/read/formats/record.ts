/** A record of whatever format → an article. */
import { z } from 'zod'
import type { Metadata, Warning } from '../../article.ts'
import { RejectError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import { occurrences } from '../decode.ts'
import { safeId } from '../id.ts'
import { article, type ReadItem } from '../source.ts'

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

/** Dumps write null for what they do not have; fields that are not named here are nobody's fault and ignored. */
const schema = z
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

export interface RecordPlace {
  readonly file: string
  readonly line: number
  /** Of a record that has none of its own. */
  readonly fallbackId: string
  readonly warnings?: readonly Warning[]
}

/**
 * @param record `{id?, title?, text | html, language?, date?, url?, byline?}`
 * @throws RejectError 'malformed' naming the field that is wrong; 'empty'
 */
export function recordArticle(record: unknown, { file, line, fallbackId, warnings = [] }: RecordPlace): ReadItem {
  const result = schema.safeParse(record)
  if (!result.success)
    throw new RejectError('malformed', result.error.issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; '))
  const { id, title, text, html, ...claims } = result.data
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

/** Characters that were lost, here or before. Text that is decoded as it streams tells of them a record at a time. */
export function lostCharacters(text: string): readonly Warning[] {
  const lost = occurrences(text, '\uFFFD')
  return lost === 0 ? [] : [{ stage: 'read', code: 'text-replaced', detail: `${lost} character(s) could not be decoded and are U+FFFD` }]
}
