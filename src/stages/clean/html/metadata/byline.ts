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
  const named = namesOf(sources.ld?.author ?? sources.ld?.creator)
  const claims: (string | undefined)[][] = [
    named.filter(({ isOrganization }) => !isOrganization).map(({ name }) => name),
    ...metaNames.map((name) => [sources.meta.get(name)]),
    ...[...sources.authors.entries()].filter(([index]) => index < 20).map(([, element]) => [nameIn(element)]),
    ...lines.map((line) => [signatureOf(line.replace(agency, ''))?.byline]),
    // An organization that is not the publisher.
    named.map(({ name }) => name),
  ]
  // A site may be called as the person whose it is.
  const people = new Set(named.filter(({ isPerson }) => isPerson).map(({ name }) => name))
  for (const claim of claims) {
    const names = unique(
      claim
        .flatMap((text) => split(bare(plain(text).replace(agency, ''))))
        .filter((name) => isAuthor(name) && (people.has(name) || !isSite(name, sources))),
    )
    if (names.length > 0) return names.slice(0, 10).join(', ')
  }
  return undefined
}

/** ', dpa' behind a name */
const agency = /[,/] ?\p{Ll}{2,4}$/u

interface Named {
  readonly name: string
  readonly isOrganization: boolean
  /** Said to be one. */
  readonly isPerson: boolean
}

function namesOf(author: unknown): readonly Named[] {
  return [author].flat().flatMap((one): Named[] => {
    if (typeof one === 'string') return [{ name: one, isOrganization: false, isPerson: false }]
    if (typeof one !== 'object' || one === null) return []
    const json = one as Json
    const given = [json.name].flat().find((part) => typeof part === 'string') as string | undefined
    const name = given ?? [stringOf(json.givenName), stringOf(json.familyName)].filter((part) => part !== undefined).join(' ')
    const types = typesOf(json)
    const isPerson = types.includes('Person')
    return name === '' ? [] : [{ name, isPerson, isOrganization: !isPerson && types.some((type) => /Organization/.test(type)) }]
  })
}

/** The name in an element that is said to hold one; nothing when the element holds more than that. */
function nameIn(element: Element): string | undefined {
  const text = textIn(element)
  if (text === '' || text.length > MAX_NAME) return undefined
  const name = signatureOf(text)?.byline ?? bare(text)
  const words = name.split(' ').length
  // One word in an element of a class is a button as often as a name, unless it says that somebody wrote it.
  const isStated = element.attributes.has('itemprop') || element.attributes.has('rel')
  const least = isStated || (name !== text && /^\p{Lu}/u.test(name)) ? 1 : 2
  return words >= least && words <= 5 && !(isStated && words === 1 ? /[:?!]|^\d/ : /[\d:?!]/).test(name) ? name : undefined
}

/** Without 'by' and what follows a name: 'By Jo Reed | The Coast'. */
function bare(text: string): string {
  const [first = ''] = text.split(/ [|•·–—] /)
  return (
    first
      .replace(/^(?:[\p{L} &]{0,20}\b)?(?:by|autor(?:in)?|author|texte?|testo|tekst|fotos?|автор|作者)(?: *: *| +(?=\p{Lu}))/iu, '')
      .replace(/^(?:von|vom|par|por|di|de|door|av|af)(?: *: *| +(?=\p{Lu}))/iu, '')
      // 'Gastbeitrag von Jo Reed', but 'Ursula von Arx'.
      .replace(/^[\p{L} ]{0,20}\b(?:von|vom|par|por|di|de|door|av|af)(?: *: *| +(?=\p{Lu}\S* +\p{Lu}))/iu, '')
      .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '')
  )
}

function split(text: string): string[] {
  return text
    .split(/ *[,;&] +| +[-/] +| +(?:and|und|et|y|e|og|och|en|i|и) +(?=\p{Lu})/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function isAuthor(name: string): boolean {
  return (
    name.length <= MAX_NAME &&
    /\p{L}{2}/u.test(name) &&
    !/https?:|www\.|@|\.(?:com|org|net|de|at|ch|fr)$/i.test(name) &&
    !/^(?:admin|administrator|editor|redaktion|redaction|redacción|redazione|redação|staff|webmaster|online|guest|anonymous|unknown)$/i.test(
      name,
    )
  )
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
