/**
 * When it was published, and where the page says so.
 */
import type { Language, Metadata } from '../../../../article.ts'
import { findDate } from '../../dates.ts'
import type { PageBlock } from '../blocks.ts'
import { type Element, textOf } from '../tree.ts'
import { stringOf } from './json-ld.ts'
import type { Sources } from './sources.ts'

export type FoundDate = Required<Pick<Metadata, 'date' | 'dateFrom'>>

/** The web is younger: what a line of the page dates earlier is what it tells of. A statement is believed. */
const YEARS = /^(?:199\d|20[0-9]\d)/
/** Longest line, in characters, that may be there to tell a date. */
const MAX_LINE = 120

const published =
  /publish|pubdate|publicationdate|publication_date|issued|release|^(?:dc\.|dcterms\.|sailthru\.)?date$|date\.created|created/
const changed = /modif|update|revis|lastmod/
const other = /expir|valid|gentime|event|start|end|birth/

/**
 * The day of publication that most of the page's claims are of, the most deliberate first; of change, when there is no other.
 * @param near blocks around the beginning and the end of the article, nearest first; `blocks` all others, the article's own text last
 */
export function dateOf(
  sources: Sources,
  near: readonly PageBlock[],
  blocks: readonly PageBlock[],
  language: Language | undefined,
): FoundDate | undefined {
  const { ld, meta, times, url } = sources
  const read = (text: string | undefined, isStated: boolean) => {
    const date = text === undefined ? undefined : findDate(text, language)?.date
    return date !== undefined && (isStated || YEARS.test(date)) ? date : undefined
  }
  const metas = (pattern: RegExp) =>
    [...meta]
      .filter(([name]) => pattern.test(name) && !other.test(name) && (pattern === changed || !changed.test(name)))
      .map(([, content]) => content)
  const inTimes = (all: readonly Element[]) => all.map((time) => time.attributes.get('datetime') ?? textOf(time).slice(0, MAX_LINE))
  const claimed = (asked: readonly Asked[]): readonly FoundDate[] =>
    asked.flatMap(([dateFrom, claims]) => {
      const isStated = dateFrom === 'json-ld' || dateFrom === 'meta' || dateFrom === 'time'
      for (const claim of claims) {
        const date = read(claim, isStated)
        if (date !== undefined) return [{ date, dateFrom }]
      }
      return []
    })
  const first = claimed([
    ['json-ld', [stringOf(ld?.datePublished), stringOf(ld?.dateCreated), stringOf(ld?.uploadDate)]],
    ['meta', metas(published)],
    ['time', inTimes(times.filter(isPublication))],
    ['time', inTimes(times.filter((time) => near.some(({ element }) => isWithin(time, element) || isWithin(element, time))))],
    ['text', lines(near)],
    ['url', [dateInUrl(url)]],
  ])
  if (first.length > 0) return mostClaimed(first)
  return claimed([
    ['time', inTimes(times)],
    ['json-ld', [stringOf(ld?.dateModified)]],
    ['meta', metas(changed)],
    ['script', [sources.scriptDate]],
    ['text', lines(blocks)],
    ['text', [...near, ...blocks].map(({ text }) => text.slice(0, 2000))],
  ])[0]
}

type Asked = readonly [FoundDate['dateFrom'], readonly (string | undefined)[]]

/** The first claim of the day that most are of. What is late in the evening of UTC is of the next day too: midnight, further east. */
function mostClaimed(claims: readonly FoundDate[]): FoundDate {
  const votes = new Map<string, number>()
  for (const { date } of claims) for (const day of daysOf(date)) votes.set(day, (votes.get(day) ?? 0) + 1)
  const votesOf = ({ date }: FoundDate) => votes.get(date.slice(0, 10))!
  return claims.reduce((best, claim) => (votesOf(claim) > votesOf(best) ? claim : best))
}

function daysOf(date: string): readonly string[] {
  const day = date.slice(0, 10)
  if (!/T2[1-3]:[\d:.]+Z$/.test(date)) return [day]
  return [day, new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)]
}

function isPublication({ attributes }: Element): boolean {
  return (
    attributes.has('pubdate') ||
    /publish|entry-date|post-date|posted/i.test(`${attributes.get('itemprop') ?? ''} ${attributes.get('class') ?? ''}`)
  )
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined && at.depth >= outer.depth; at = at.parent) if (at === outer) return true
  return false
}

/** Short lines; those of which a date is a good part first. */
function lines(blocks: readonly PageBlock[]): readonly string[] {
  const short = blocks.map(({ text }) => text).filter((text) => text.length <= MAX_LINE)
  return [...short.filter((text) => text.length <= 40), ...short.filter((text) => text.length > 40)]
}

/** '/2020/01/13/', '/2020-01-13-', '20200113'. */
function dateInUrl(url: string | undefined): string | undefined {
  const path = url?.replace(/^https?:\/\/[^/]+/, '')
  const match = /(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)/.exec(path ?? '')
  if (match === null || (match[2] === '' && match[0].length !== 8)) return undefined
  return `${match[1]}-${match[3]!.padStart(2, '0')}-${match[4]!.padStart(2, '0')}`
}
