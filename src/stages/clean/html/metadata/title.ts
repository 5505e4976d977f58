/**
 * The title as a reader sees it, without the site's name.
 */
import { foldText } from '../shingles.ts'
import { stringOf } from './json-ld.ts'
import { plain, type Sources } from './sources.ts'

const joint = / +(?:\||-|–|—|::|:::|·|•|»|›|«|‹|\/|~) +| : /

/**
 * The heading that most of the page's claims agree with, for it is what a reader sees; else the first claim; else the part of the title element
 * that is no site's name.
 */
export function titleOf(sources: Sources): string | undefined {
  const { meta, ld, headings, titleElement } = sources
  const claims = whole(
    [stringOf(ld?.headline), meta.get('og:title'), meta.get('twitter:title'), stringOf(ld?.name)].map(plain).filter((text) => text !== ''),
  )
  const element = plain(titleElement)
  const visible = headings.filter((heading) => !isSite(heading, sources) && !/^[\w-]+\.[a-z]{2,4}$/i.test(heading))
  const best = bestHeading(visible, claims, element)
  if (best !== undefined) return withoutSite(claims.find((claim) => isCore(claim, best)) ?? best, sources)
  const alone = visible.length === 1 && !isPartOfTitle(visible[0]!, element) && (claims.length === 0 || visible[0]!.split(' ').length > 2)
  const chosen =
    (alone ? visible[0] : undefined) ?? claims.find((claim) => !isSite(claim, sources)) ?? (element === '' ? headings[0] : element)
  if (chosen === undefined || chosen === '') return undefined
  const bare = withoutSite(chosen, sources)
  return chosen === element && bare === chosen ? mainPart(chosen) : bare
}

/** What a heading that is a later part of the title element, where the site's name stands, is worth beside one that a claim agrees with. */
const LATER_PART = 0.25

function bestHeading(headings: readonly string[], claims: readonly string[], element: string): string | undefined {
  const scored = headings.map((heading) => {
    const agreeing = claims.filter((claim) => agree(heading, claim)).length
    const titled = agree(heading, element) ? (isPartOfTitle(heading, element) ? LATER_PART : 1) : 0
    return { heading, score: agreeing + titled }
  })
  const best = scored.toSorted((a, b) => b.score - a.score || b.heading.length - a.heading.length)[0]
  if (best === undefined || best.score === 0) return undefined
  return best.score >= 1 || (claims.length === 0 && mainPart(element) === best.heading) ? best.heading : undefined
}

/** Whether a claim is the greater part of a heading: the rest is a kicker or a subtitle. */
function isCore(claim: string, heading: string): boolean {
  const [core, whole] = [foldText(claim), foldText(heading)]
  return (
    !/(?:…|\.\.\.)$/.test(claim) &&
    core.length < whole.length &&
    core.length > whole.length / 3 &&
    (whole.startsWith(`${core} `) || whole.endsWith(` ${core}`))
  )
}

/** A claim that was cut short gives way to the one that goes on. */
function whole(claims: readonly string[]): readonly string[] {
  return claims.map((claim) => {
    const cut = /^(.{15,}?)\s*(?:…|\.\.\.)$/u.exec(claim)?.[1]
    return cut === undefined ? claim : (claims.find((other) => other.length > claim.length && other.startsWith(cut)) ?? claim)
  })
}

/** Whether two titles share most of their words, or one holds the other. */
function agree(heading: string, claim: string): boolean {
  const [one, other] = [foldText(heading), foldText(claim)]
  if (one.length < 4 || other === '') return false
  if (` ${other} `.includes(` ${one} `) || ` ${one} `.includes(` ${other} `)) return true
  const words = new Set(other.split(' '))
  const own = one.split(' ')
  return own.length > 2 && own.filter((word) => words.has(word)).length / Math.max(own.length, 1) >= 0.6
}

/** The name of the site, or its address: 'example.org', 'Example', 'The Example News' of example-news.org. */
export function isSite(text: string, { site, url }: Pick<Sources, 'site' | 'url'>): boolean {
  const name = foldText(text).replaceAll(' ', '')
  if (name === '') return false
  if (site !== undefined && foldText(site).replaceAll(' ', '') === name) return true
  const labels =
    /^https?:\/\/(?:www\.)?([^/:]+)/
      .exec(url ?? '')?.[1]
      ?.toLowerCase()
      .split('.') ?? []
  const domain = labels.join('')
  const core = foldText(labels.length > 1 ? labels.slice(0, -1).join('') : '').replaceAll(' ', '')
  if (core.length < 3) return false
  return (
    name === core ||
    name === foldText(domain).replaceAll(' ', '') ||
    (name.length >= 5 && core.includes(name)) ||
    (name.includes(core) && name.length < core.length + 12)
  )
}

/** 'Title | Site', 'Site: Title' → 'Title'. */
function withoutSite(title: string, sources: Sources): string {
  const parts = title.split(joint)
  if (parts.length < 2) return title
  const kept = title.split(/( +(?:\||-|–|—|::|:::|·|•|»|›|«|‹|\/|~) +| : )/)
  while (kept.length > 2 && isSite(kept.at(-1)!, sources)) kept.splice(-2)
  while (kept.length > 2 && isSite(kept[0]!, sources)) kept.splice(0, 2)
  return kept.join('').trim()
}

/** Of a title element with several parts and a site nobody names, the part with most to say. */
function mainPart(title: string): string {
  const parts = title.split(joint).map((part) => part.trim())
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  return parts.length > 2 || title.includes(' | ') ? longest : title
}

/** A heading that is one of several parts of the title element, and not the first, names the site. */
function isPartOfTitle(heading: string, element: string): boolean {
  const parts = element.split(joint).map(foldText)
  return parts.indexOf(foldText(heading)) > 0
}
