/** An item of a feed → an article. */
import { decodeHTML } from 'entities'
import type { Article, Metadata } from '../../../article.ts'
import { RejectError } from '../../../errors.ts'
import { parseLanguage } from '../../../language.ts'
import { safeId } from '../../id.ts'
import { article, type ReadItem } from '../../source.ts'
import { lostCharacters } from '../record.ts'
import type { Field, Item } from './parser.ts'

interface Place {
  readonly file: string
  readonly fallbackId: string
}

/** The fullest text first. */
const bodies = [
  'content:encoded',
  'content',
  'xhtml:body',
  'xhtml:div',
  'body',
  'description',
  'summary',
  'dc:description',
  'dcterms:abstract',
]
/** When it was published first. */
const dates = [
  'pubDate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'created',
  'updated',
  'modified',
  'dcterms:modified',
]

/** @throws RejectError 'empty' when the item is a headline alone */
export function itemArticle({ fields, feed, line }: Item, { file, fallbackId }: Place): ReadItem {
  const found = bodies.flatMap((name) => fields.filter((field) => field.name === name)).find((field) => field.markup.trim() !== '')
  if (found === undefined) throw new RejectError('empty', 'the item has no content, description or summary')
  const { body, format } = bodyOf(found)
  const title = fields.find(({ name }) => name === 'title' || name === 'dc:title')
  const url = linkOf(fields)
  return article(file, {
    id: safeId(written(fields, 'guid', 'id') ?? url ?? fallbackId),
    line,
    title: title === undefined ? '' : plain(title),
    body,
    format,
    metadata: metadataOf(fields, feed, found.language, url),
    warnings: lostCharacters(body),
  })
}

/** RSS does not say whether a description is HTML: it is, when it has a tag or a character reference. */
function bodyOf({ name, attributes, text, markup, hasElements }: Field): { body: string; format: Article['format'] } {
  if (hasElements) return { body: markup, format: 'html' }
  const type = attributes.type ?? ''
  if (/html|xml/i.test(type) || /escaped/.test(attributes.mode ?? '') || name.startsWith('content:')) return { body: text, format: 'html' }
  const isPlain = /^text(\/plain)?$/i.test(type) || !/<\/?[a-z!][^>]*>|&(#\w+|\w+);/i.test(text)
  return { body: text, format: isPlain ? 'text' : 'html' }
}

function metadataOf(fields: readonly Field[], feed: readonly Field[], own: string | undefined, url: string | undefined): Metadata {
  const byline = authorOf(fields) ?? authorOf(feed.filter(({ name }) => name === 'author'))
  const date = dates.map((name) => isoDate(written(fields, name))).find((value) => value !== undefined)
  const language = parseLanguage(own || written(fields, 'dc:language') || written(feed, 'language', 'dc:language') || '')
  const titled = feed.find(({ name }) => name === 'title')
  const site = titled === undefined ? '' : plain(titled)
  return {
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
    ...(site !== '' && { site }),
  }
}

function written(fields: readonly Field[], ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => fields.filter((field) => field.name === name).map(({ text }) => text.trim())).find((text) => text !== '')
}

/** RSS writes the address into the element, Atom into an attribute, of the link that is 'alternate' or says nothing of itself. */
function linkOf(fields: readonly Field[]): string | undefined {
  const alternate = fields.find(
    ({ name, attributes }) => name === 'link' && (attributes.rel ?? 'alternate') === 'alternate' && attributes.href,
  )
  const guid = fields.find(({ name, attributes }) => name === 'guid' && attributes.isPermaLink !== 'false')?.text.trim()
  const address = alternate?.attributes.href ?? written(fields, 'link') ?? guid
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined
}

/** 'mail@example.org (Ann Author)', 'Ann Author', <name>Ann Author</name>; an address alone is no byline. */
function authorOf(fields: readonly Field[]): string | undefined {
  for (const { name, text, markup } of fields) {
    if (name !== 'dc:creator' && name !== 'author' && name !== 'dc:author') continue
    const person = /<(?:\w+:)?name\b[^>]*>([^<]*)</.exec(markup)?.[1]
    const author = (person === undefined ? text : decodeHTML(person)).trim()
    const byline = author.includes('@') ? /\(([^()]+)\)$/.exec(author)?.[1] : author
    if (byline !== undefined && byline !== '') return byline.replace(/\s+/g, ' ')
  }
  return undefined
}

/** A title is one line of text, however it was marked up. */
function plain({ text, attributes }: Field): string {
  const isPlain = attributes.type === 'text'
  const bare = isPlain ? text : decodeHTML(text.replace(/<\/?[a-z][^>]*>/gi, ' '))
  return bare.replace(/\s+/g, ' ').trim()
}

/** ISO 8601 as it stands, RFC 822 turned into it; undefined for what is neither. */
function isoDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d\S*)?)?)?$/.test(text)) return text
  // Date.parse takes nearly anything for a date: only what names a day, a month and a year is one.
  if (!/\b\d{1,2}[ -][A-Z][a-z]{2,8}[ -]\d{2,4}\b/.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z')
}
