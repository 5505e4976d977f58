/**
 * Where a page says something of itself: its meta elements, links, headings, times, and its article in JSON-LD.
 */
import { squeeze } from '../draft.ts'
import { articleLd, type Json } from './json-ld.ts'
import { type Element, elements, type Page, textOf } from './tree.ts'

export interface Sources {
  /** Content by lower-case name; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  readonly ld: Json | undefined
  readonly headings: readonly string[]
  readonly titleElement: string | undefined
  readonly canonical: string | undefined
  readonly language: string | undefined
  readonly times: readonly Element[]
  /** Elements with rel="author", or with an itemprop. */
  readonly authors: readonly Element[]
  readonly properties: readonly Element[]
}

export function sourcesOf({ root, language }: Page): Sources {
  const meta = new Map<string, string>()
  const headings: string[] = []
  const times: Element[] = []
  const authors: Element[] = []
  const properties: Element[] = []
  let titleElement: string | undefined
  let canonical: string | undefined
  let foreign: Element | undefined
  for (const element of elements(root)) {
    const { tag, attributes } = element
    if (tag === 'svg') foreign = element
    else if (tag === 'meta') {
      const content = attributes.get('content')?.trim() ?? ''
      for (const key of ['property', 'name', 'itemprop']) {
        const name = attributes.get(key)?.toLowerCase()
        if (name !== undefined && content !== '' && !meta.has(name)) meta.set(name, content)
      }
    } else if (tag === 'title') {
      // A drawing's title is no page's.
      if (element.parent !== foreign) titleElement ??= squeeze(textOf(element))
    } else if (tag === 'link') {
      if (attributes.get('rel')?.toLowerCase() === 'canonical') canonical ??= attributes.get('href')
    } else if (tag === 'h1') headings.push(squeeze(textOf(element)))
    else if (tag === 'time') times.push(element)
    if (attributes.get('rel')?.toLowerCase() === 'author') authors.push(element)
    if (attributes.has('itemprop')) properties.push(element)
  }
  return {
    meta,
    ld: articleLd(root),
    headings: headings.filter((text) => text !== ''),
    titleElement,
    canonical,
    language,
    times,
    authors,
    properties,
  }
}
