/**
 * What a page says of itself: JSON-LD (schema.org), Open Graph, meta elements, time elements. The most deliberate statement wins.
 */
import type { Metadata } from '../../../article.ts'
import { parseLanguage } from '../../../language.ts'
import { findDate } from '../dates.ts'
import { squeeze } from '../draft.ts'
import { type Sources, sourcesOf } from './claims.ts'
import { type Json, stringOf } from './json-ld.ts'
import { type Page, textOf } from './tree.ts'

export interface PageClaims {
  readonly title: string | undefined
  /** The article's whole text, by JSON-LD. */
  readonly body: string | undefined
  readonly metadata: Metadata
}

export function readClaims(page: Page): PageClaims {
  const sources = sourcesOf(page)
  const { meta, ld, canonical } = sources
  const title = titleOf(sources)
  const byline = first(namesOf(ld?.author), meta.get('author'), personOnly(meta.get('article:author')), ...sources.authors.map(textOf))
  const date = [
    stringOf(ld?.datePublished),
    ...['article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'pubdate', 'publish_date'].map((name) =>
      meta.get(name),
    ),
    sources.times.find(({ attributes }) => attributes.has('datetime'))?.attributes.get('datetime'),
  ]
    .map((claim) => (claim === undefined ? undefined : findDate(claim)?.date))
    .find((found) => found !== undefined)
  const language = parseLanguage(stringOf(ld?.inLanguage) ?? sources.language ?? meta.get('og:locale') ?? '')
  const url = first(canonical, meta.get('og:url'))
  return {
    title,
    body: stringOf(ld?.articleBody),
    metadata: {
      ...(byline !== undefined && byline.length <= 200 && { byline: byline.replace(/^by /i, '') }),
      ...(date !== undefined && { date }),
      ...(language !== undefined && { language }),
      ...(url !== undefined && /^https?:/.test(url) && { url }),
    },
  }
}

function first(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.map((text) => squeeze(text ?? '')).find((text) => text !== '')
}

function titleOf({ meta, ld, headings, titleElement }: Sources): string | undefined {
  const title = first(
    stringOf(ld?.headline),
    meta.get('og:title'),
    meta.get('twitter:title'),
    headings.length === 1 ? headings[0] : '',
    titleElement,
  )
  return title === undefined ? undefined : withoutSite(title, meta.get('og:site_name'), headings)
}

/** Facebook wants a profile's address there; many write the name. */
function personOnly(author: string | undefined): string | undefined {
  return author === undefined || /^https?:/.test(author) ? undefined : author
}

/** 'Title | Site' → 'Title', when the site's name is known or a heading of the page agrees. */
function withoutSite(title: string, site: string | undefined, headings: readonly string[]): string {
  const heading = headings.find((text) => text.length >= 10 && title.startsWith(text) && title.length > text.length)
  if (heading !== undefined) return heading
  for (const joint of [' | ', ' - ', ' – ', ' — ', ' :: ', ' · ']) {
    const suffix = `${joint}${site}`
    if (site !== undefined && title.endsWith(suffix) && title.length > suffix.length) return title.slice(0, -suffix.length)
  }
  return title
}

/** `author` is a name, a person, or a list of either. */
function namesOf(author: unknown): string | undefined {
  const names = [author].flat().map((one) => (typeof one === 'object' && one !== null ? stringOf((one as Json).name) : stringOf(one)))
  const known = names.filter((name) => name !== undefined && !/^https?:/.test(name))
  return known.length > 0 ? known.join(', ') : undefined
}
