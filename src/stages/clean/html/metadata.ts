/**
 * What a page says of itself: JSON-LD (schema.org), Open Graph, meta elements, time elements. The most deliberate statement wins.
 */
import type { Metadata } from '../../../article.ts'
import { parseLanguage } from '../../../language.ts'
import { findDate } from '../dates.ts'
import { squeeze } from '../draft.ts'
import type { DomDocument } from './dom.ts'

export interface PageClaims {
  readonly title: string | undefined
  readonly metadata: Metadata
}

export function readClaims(document: DomDocument): PageClaims {
  const meta = metaContents(document)
  const ld = articleLd(document)
  const first = (...candidates: readonly (string | undefined)[]) =>
    candidates.map((text) => squeeze(text ?? '')).find((text) => text !== '')
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? undefined
  const headings = [...document.querySelectorAll('h1')]
  const title = first(
    stringOf(ld?.headline),
    meta.get('og:title'),
    meta.get('twitter:title'),
    headings.length === 1 ? (headings[0]?.textContent ?? '') : '',
    text('title'),
  )
  const byline = first(
    namesOf(ld?.author),
    meta.get('author'),
    personOnly(meta.get('article:author')),
    text('[itemprop="author"] [itemprop="name"]'),
    text('[rel="author"]'),
  )
  const date = [
    stringOf(ld?.datePublished),
    meta.get('article:published_time'),
    meta.get('datepublished'),
    meta.get('date'),
    meta.get('dc.date'),
    meta.get('dc.date.issued'),
    meta.get('pubdate'),
    meta.get('publish_date'),
    document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined,
  ]
    .map((claim) => (claim === undefined ? undefined : findDate(claim)?.date))
    .find((found) => found !== undefined)
  const language = parseLanguage(stringOf(ld?.inLanguage) ?? document.documentElement?.getAttribute('lang') ?? meta.get('og:locale') ?? '')
  const url = first(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined, meta.get('og:url'))
  return {
    title:
      title === undefined
        ? undefined
        : withoutSite(
            title,
            meta.get('og:site_name'),
            headings.map((heading) => squeeze(heading.textContent ?? '')),
          ),
    metadata: {
      ...(byline !== undefined && byline.length <= 200 && { byline: byline.replace(/^by /i, '') }),
      ...(date !== undefined && { date }),
      ...(language !== undefined && { language }),
      ...(url !== undefined && /^https?:/.test(url) && { url }),
    },
  }
}

function metaContents(document: DomDocument): ReadonlyMap<string, string> {
  const contents = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop'))?.toLowerCase()
    const content = element.getAttribute('content')
    if (name !== undefined && content !== null && content.trim() !== '' && !contents.has(name)) contents.set(name, content)
  }
  return contents
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

type Json = Readonly<Record<string, unknown>>

const articleTypes = /(?:Article|BlogPosting|NewsArticle|Report|WebPage)$/

/** The page's article among its JSON-LD; a WebPage when there is none. */
function articleLd(document: DomDocument): Json | undefined {
  const candidates: Json[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collectArticles(JSON.parse(script.textContent ?? ''), candidates, 0)
    } catch {
      // Broken JSON-LD is common, and the page has its other claims.
    }
  }
  return candidates.find((candidate) => !typesOf(candidate).includes('WebPage')) ?? candidates[0]
}

function collectArticles(value: unknown, into: Json[], depth: number): void {
  if (depth > 4 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const item of value) collectArticles(item, into, depth + 1)
  else {
    const json = value as Json
    if (typesOf(json).some((type) => articleTypes.test(type))) into.push(json)
    collectArticles(json['@graph'], into, depth + 1)
    collectArticles(json.mainEntity, into, depth + 1)
  }
}

function typesOf(json: Json): readonly string[] {
  return [json['@type']].flat().filter((type) => typeof type === 'string')
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** `author` is a name, a person, or a list of either. */
function namesOf(author: unknown): string | undefined {
  const names = [author].flat().map((one) => (typeof one === 'object' && one !== null ? stringOf((one as Json).name) : stringOf(one)))
  const known = names.filter((name) => name !== undefined && !/^https?:/.test(name))
  return known.length > 0 ? known.join(', ') : undefined
}
