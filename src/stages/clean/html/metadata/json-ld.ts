/**
 * What a page says of its article in JSON-LD (https://schema.org/Article).
 */
import type { Element } from '../tree.ts'
import { elements, textOf } from '../tree.ts'

export type Json = Readonly<Record<string, unknown>>

const articleTypes = /(?:Article|BlogPosting|Posting|Report|Review|Recipe|HowTo)$/
/** Real pages nest their article four deep. */
const MAX_DEPTH = 6

/** The page's article; a WebPage when there is none. Of several the one with most to say, the first of equals. */
export function articleLd(root: Element): Json | undefined {
  const articles: Json[] = []
  const pages: Json[] = []
  const named = new Map<string, Json>()
  for (const script of elements(root, 'script')) {
    if (!/ld\+json/i.test(script.attributes.get('type') ?? '')) continue
    collect(parse(textOf(script)), { articles, pages, named }, 0)
  }
  const weight = (json: Json) =>
    Number(json.datePublished !== undefined) +
    Number(json.author !== undefined) +
    Number(json.headline !== undefined) +
    2 * Number(typeof json.articleBody === 'string')
  const best = (all: readonly Json[]) =>
    all.reduce<Json | undefined>((one, other) => (one === undefined || weight(other) > weight(one) ? other : one), undefined)
  const found = best(articles) ?? best(pages)
  return found === undefined ? undefined : { ...found, author: resolved(found.author, named), publisher: resolved(found.publisher, named) }
}

/** What stands elsewhere in the graph, in the place of the reference to it. */
function resolved(value: unknown, named: ReadonlyMap<string, Json>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, named))
  const id = typeof value === 'object' && value !== null ? stringOf((value as Json)['@id']) : undefined
  return id !== undefined && (value as Json).name === undefined ? (named.get(id) ?? value) : value
}

/** Many pages write line breaks into strings, wrap the script in a comment, or leave a comma before the end. */
function parse(text: string): unknown {
  for (const source of [text, repaired(text)]) {
    try {
      return JSON.parse(source)
    } catch {
      // What is broken beyond repair says nothing; the page has its other claims.
    }
  }
  return undefined
}

function repaired(text: string): string {
  return text
    .replace(
      /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/g,
      '',
    )
    .replace(/[\0-\x1F]+/g, ' ')
    .replace(/,(\s*[}\]])/g, '$1')
    .replace(/;\s*$/, '')
}

interface Found {
  readonly articles: Json[]
  readonly pages: Json[]
  /** What has a name, by its @id. */
  readonly named: Map<string, Json>
}

function collect(value: unknown, found: Found, depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 1000)) collect(item, found, depth + 1)
    return
  }
  const json = value as Json
  const id = stringOf(json['@id'])
  if (id !== undefined && json.name !== undefined) found.named.set(id, json)
  const types = typesOf(json)
  if (types.some((type) => articleTypes.test(type))) found.articles.push(json)
  else if (types.some((type) => /(?:Page|VideoObject|Event)$/.test(type))) found.pages.push(json)
  for (const inside of [json['@graph'], json.mainEntity, json.mainEntityOfPage, json.hasPart]) collect(inside, found, depth + 1)
}

export function typesOf(json: Json): readonly string[] {
  return [json['@type']].flat().filter((type) => typeof type === 'string')
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
