/**
 * Who wrote it: a person or several, not the site.
 */
import { signatureOf } from '../../head.ts'
import type { Element } from '../tree.ts'
import { type Json, stringOf, typesOf } from './json-ld.ts'
import { plain, type Sources, textIn } from './sources.ts'
import { isSite } from './title.ts'

const MAX_NAME = 60
const metaNames = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'article:author',
  'byl',
  'cxenseparse:author',
]

/** @param lines short lines around the beginning and the end of the article */
export function bylineOf(sources: Sources, lines: readonly string[]): string | undefined {
  const ofLd = personsOf(sources.ld?.author ?? sources.ld?.creator)
  const claims: (string | undefined)[][] = [
    ofLd,
    ...metaNames.map((name) => [sources.meta.get(name)]),
    ...[...sources.authors.entries()].filter(([index]) => index < 20).map(([, element]) => [nameIn(element)]),
    ...lines.map((line) => [signatureOf(line)?.byline]),
  ]
  for (const claim of claims) {
    const names = unique(claim.flatMap((text) => split(bare(plain(text)))).filter((name) => isAuthor(name, sources)))
    if (names.length > 0) return names.slice(0, 10).join(', ')
  }
  return undefined
}

/** A person, several, or an organization that is not the publisher. */
function personsOf(author: unknown): string[] {
  const people = [author].flat().map((one) => {
    if (typeof one === 'string') return { name: one, isPerson: true }
    if (typeof one !== 'object' || one === null) return undefined
    const json = one as Json
    const name = [json.name].flat().find((part) => typeof part === 'string') as string | undefined
    const full = name ?? ([stringOf(json.givenName), stringOf(json.familyName)].filter((part) => part !== undefined).join(' ') || undefined)
    return full === undefined ? undefined : { name: full, isPerson: !typesOf(json).some((type) => /Organization/.test(type)) }
  })
  const known = people.filter((one) => one !== undefined)
  const persons = known.filter(({ isPerson }) => isPerson)
  return (persons.length > 0 ? persons : known).map(({ name }) => name)
}

/** The name in an element that is said to hold one; nothing when the element holds more than that. */
function nameIn(element: Element): string | undefined {
  const text = textIn(element)
  if (text === '' || text.length > MAX_NAME) return undefined
  const name = signatureOf(text)?.byline ?? bare(text)
  const words = name.split(' ').length
  // One word in an element of a class is a button as often as a name.
  const least = element.attributes.has('itemprop') || element.attributes.has('rel') ? 1 : 2
  return words >= least && words <= 5 && !/[\d:?!]/.test(name) ? name : undefined
}

/** Without 'by' and what follows a name: 'By Jo Reed | The Coast'. */
function bare(text: string): string {
  const [first = ''] = text.split(/ [|•·–—] /)
  return first
    .replace(
      /^(?:[\p{L} ]{0,20}\b)?(?:by|von|vom|par|por|di|de|door|av|af|autor(?:in)?|author|text|автор|作者)(?: *: *| +(?=\p{Lu}))/iu,
      '',
    )
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '')
}

function split(text: string): string[] {
  return text
    .split(/ *[,;&] +| +[-/] +| +(?:and|und|et|y|e|og|och|en|i|и) +(?=\p{Lu})/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function isAuthor(name: string, sources: Sources): boolean {
  return (
    name.length <= MAX_NAME &&
    /\p{L}{2}/u.test(name) &&
    !/https?:|www\.|@|\.(?:com|org|net|de|at|ch|fr)$/i.test(name) &&
    !/^(?:admin|administrator|editor|redaktion|redaction|redacción|redazione|redação|staff|webmaster|online|guest|anonymous|unknown)$/i.test(
      name,
    ) &&
    !isSite(name, sources)
  )
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
