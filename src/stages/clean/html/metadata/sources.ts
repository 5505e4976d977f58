/**
 * Where a page says something of itself: its meta elements, links, headings, times, and its article in JSON-LD.
 */
import { decodeHTML } from 'entities'
import { squeeze } from '../../draft.ts'
import { type Element, elements, type Page, textOf } from '../tree.ts'
import { articleLd, type Json, stringOf } from './json-ld.ts'

export interface Sources {
  /** Content by lower-case name; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  readonly ld: Json | undefined
  /** Texts of the h1 elements. */
  readonly headings: readonly string[]
  readonly titleElement: string | undefined
  /** Address of the page, by itself. */
  readonly url: string | undefined
  /** What the site calls itself. */
  readonly site: string | undefined
  readonly language: string | undefined
  readonly times: readonly Element[]
  /** When it was published, by the data of a script. */
  readonly scriptDate: string | undefined
  /** Elements that by rel, itemprop or class hold the name of who wrote it, in this order. */
  readonly authors: readonly Element[]
}

/** Classes of bylines in the languages whose sites name their classes in their own. */
const bylineClass =
  /(?:^|[\s_-])(?:author|byline|by-line|autor|autore|autoria|auteur|writer|verfasser|journalist|redakteur|signature|firma|creator|contributor|posted-by)(?:$|[\s_-])/
const notOne = /(?:bio|box|avatar|image|img|photo|comment|related|list|follow|social|description|more)/

const scriptDates =
  /"(?:date_?published|publish(?:ed|ing)?_?(?:at|on|date|time)?|publication_?date|pub_?date|first_?published(?:_?at)?|created_?at)" ?: ?"((?:19|20)\d\d-\d\d-\d\d[^"]{0,20})"/i

export function sourcesOf({ root, language }: Page): Sources {
  const meta = new Map<string, string>()
  const headings: string[] = []
  const times: Element[] = []
  const authors: Element[][] = [[], [], []]
  let titleElement: string | undefined
  let canonical: string | undefined
  let scriptDate: string | undefined
  for (const element of elements(root)) {
    const { tag, attributes } = element
    if (tag === 'meta') addMeta(meta, element)
    // A drawing's title is no page's.
    else if (tag === 'title' && !isDrawing(element.parent)) titleElement ??= textIn(element)
    else if (tag === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical') canonical ??= attributes.get('href')
    else if (tag === 'script') scriptDate ??= scriptDates.exec(textOf(element))?.[1]
    else if (tag === 'h1') headings.push(textIn(element))
    else if (tag === 'time') times.push(element)
    if (tag === 'meta' || tag === 'link') continue
    if (attributes.get('itemprop') === 'author') authors[0]!.push(element)
    else if (attributes.get('rel')?.toLowerCase() === 'author') authors[1]!.push(element)
    else if (tag === 'byline' || isByline(attributes.get('class'))) authors[2]!.push(element)
  }
  const ld = articleLd(root)
  const url = [canonical, meta.get('og:url'), stringOf(ld?.url)].find(
    (address) => address !== undefined && /^https?:\/\/[^/]/.test(address),
  )
  const publisher = ld?.publisher as Json | undefined
  const site = [meta.get('og:site_name'), stringOf(publisher?.name), meta.get('application-name')].map(plain).find((name) => name !== '')
  return {
    meta,
    ld,
    headings: headings.filter((text) => text !== ''),
    titleElement,
    url,
    site,
    language,
    times,
    scriptDate,
    authors: authors.flat(),
  }
}

function addMeta(meta: Map<string, string>, { attributes }: Element): void {
  const content = attributes.get('content')?.trim() ?? ''
  if (content === '') return
  for (const key of ['property', 'name', 'itemprop']) {
    const name = attributes.get(key)?.toLowerCase()
    if (name !== undefined && !meta.has(name)) meta.set(name, content)
  }
}

function isDrawing(element: Element | undefined): boolean {
  return element?.tag === 'svg' || element?.tag === 'symbol' || element?.tag === 'g'
}

function isByline(names: string | undefined): boolean {
  const folded = names?.slice(0, 200).toLowerCase()
  return folded !== undefined && bylineClass.test(folded) && !notOne.test(folded)
}

export function textIn(element: Element): string {
  return plain(textOf(element))
}

/** White space squeezed; what was encoded twice is decoded again. */
export function plain(text: string | undefined): string {
  if (text === undefined) return ''
  const once = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text) ? decodeHTML(text) : text
  return squeeze(once)
}
