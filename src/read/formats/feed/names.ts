/** Elements by the vocabulary they are of, whatever prefix a feed gives it. */

/** Prefix → namespace; '' is the one of names without a prefix. */
export type Prefixes = Readonly<Record<string, string>>

/** Vocabularies of feeds themselves: their names stand alone. */
const own = [
  /^$/,
  /^https?:\/\/www\.w3\.org\/2005\/Atom\/?$/i,
  /^http:\/\/purl\.org\/(atom\/ns#|rss\/1\.0\/?$)/i,
  /^http:\/\/(my|channel)\.netscape\.com\/(rdf\/simple\/0\.9|rss\/0\.91)/i,
  /^http:\/\/(backend|blogs\.law\.harvard\.edu|my\.netscape).*rss/i,
  /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/i,
]

const others: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\/?$/i, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/i, 'xhtml'],
]
/** What these prefixes mean where a feed declares none. */
const customary = new Set(['dc', 'dcterms', 'content', 'xhtml'])

/** 'title', 'dc:creator'; a name of a vocabulary nobody here knows keeps its prefix and a question mark: '?media:title'. */
export function nameOf(tag: string, prefixes: Prefixes): string {
  const colon = tag.indexOf(':')
  const prefix = colon < 0 ? '' : tag.slice(0, colon)
  const local = tag.slice(colon + 1)
  const space = Object.hasOwn(prefixes, prefix) ? prefixes[prefix]! : ''
  if (space === '' && prefix !== '') {
    if (customary.has(prefix)) return `${prefix}:${local}`
    return prefix === 'atom' || prefix === 'rdf' || prefix === 'rss' ? local : `?${tag}`
  }
  if (own.some((pattern) => pattern.test(space))) return local
  const known = others.find(([pattern]) => pattern.test(space))?.[1]
  return known === undefined ? `?${tag}` : `${known}:${local}`
}
