/**
 * The two sets of pages, cut into halves by site, so that no site is in both: one to tune on, one to score when all is done.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Half = 'tune' | 'held'

export interface Sample {
  readonly id: string
  /** Host without 'www.'. */
  readonly site: string
  readonly half: Half
  readonly url: string
  readonly html: Buffer
}

/** A page whose whole article is known. */
export interface BodySample extends Sample {
  readonly body: string
}

/** A page of which it is known what must be in its article and what must not, and what it says of itself; undefined where it does not. */
export interface SnippetSample extends Sample {
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly title: string | undefined
  readonly author: string | undefined
  readonly date: string | undefined
}

function folderOf(name: string): string {
  const data = process.env.SYNOPTIC_DATA
  if (data === undefined) throw new Error(`set SYNOPTIC_DATA to the folder that holds ${name}/`)
  return join(data, name)
}

function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

function samples<Gold extends { readonly url: string }>(name: string): (Sample & { readonly gold: Gold })[] {
  const folder = folderOf(name)
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, Gold>
  return readdirSync(join(folder, 'html'))
    .sort()
    .map((file) => {
      const id = file.replace(/\.html\.gz$/, '')
      const entry = gold[id]!
      const site = siteOf(entry.url)
      const half = createHash('sha256').update(site).digest()[0]! % 2 === 0 ? 'tune' : 'held'
      return { id, site, half, url: entry.url, gold: entry, html: gunzipSync(readFileSync(join(folder, 'html', file))) }
    })
}

export function bodySamples(): readonly BodySample[] {
  return samples<{ url: string; articleBody: string }>('extract-dev').map(({ gold, ...sample }) => ({ ...sample, body: gold.articleBody }))
}

interface SnippetGold {
  readonly url: string
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly title: string | null
  /** A list where there are several. */
  readonly author: string | readonly string[] | null
  readonly date: string | null
}

export function snippetSamples(): readonly SnippetSample[] {
  return samples<SnippetGold>('extract-dev-snippets').map(({ gold, ...sample }) => ({
    ...sample,
    with: gold.with,
    without: gold.without,
    title: gold.title || undefined,
    author: [gold.author ?? []].flat().join(', ') || undefined,
    date: gold.date || undefined,
  }))
}
