/** XML → items, piece by piece. */
import { encodeXML } from 'entities'
import { Parser } from 'htmlparser2'
import { RejectError } from '../../../errors.ts'
import { MAX_ARTICLE_BYTES } from '../../source.ts'
import { nameOf, type Prefixes } from './names.ts'

/** An element directly in an item, or in the feed itself. */
export interface Field {
  /** As `nameOf` gives it: 'title', 'dc:creator'. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** xml:lang, its own or that of what it stands in. */
  readonly language: string | undefined
  /** Text alone. */
  text: string
  /** Text and elements, as XML. */
  markup: string
  hasElements: boolean
}

export interface Item {
  readonly line: number
  readonly fields: Field[]
  /** Of the feed, as far as it was read when the item began. */
  readonly feed: readonly Field[]
  closed: boolean
  tooLarge: boolean
}

interface Level {
  readonly name: string
  readonly prefixes: Prefixes
  readonly language: string | undefined
}

/** Elements within elements; feeds have a handful, and each costs the parser a look at all of them. */
const DEEPEST = 500
/** Fields of the feed itself that are kept. */
const MOST_FIELDS = 100

/** Takes what it can of a feed that is no well-formed XML. Entities that a document declares are never expanded: there is no bomb to defuse. */
export class FeedParser {
  readonly #parser: Parser
  readonly #levels: Level[] = []
  readonly #feed: Field[] = []
  #items: Item[] = []
  #item: Item | undefined
  /** Of the item, or of the feed; and how deep it stands. */
  #field: Field | undefined
  #depth = 0
  #size = 0
  #chunk = ''
  /** Characters before the chunk, and where in it lines were last counted. */
  #base = 0
  #counted = 0
  #line = 1
  #begun = false
  #broken = false

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (tag, attributes) => this.#open(tag, attributes),
        ontext: (text) => this.#text(text),
        onclosetag: (tag, implied) => this.#close(tag, implied),
      },
      { xmlMode: true },
    )
  }

  /** Line of the file that was reached. */
  get line(): number {
    return this.#line
  }

  /** Whether the root element was there and was closed. */
  get isWhole(): boolean {
    return this.#begun && !this.#broken
  }

  /** @throws RejectError 'malformed' when elements stand too deep in each other */
  push(chunk: string): readonly Item[] {
    this.#chunk = chunk
    this.#counted = 0
    this.#parser.write(chunk)
    this.#countTo(chunk.length)
    this.#base += chunk.length
    return this.#take()
  }

  end(): readonly Item[] {
    this.#chunk = ''
    this.#parser.end()
    if (this.#item !== undefined) this.#items.push(this.#item)
    return this.#take()
  }

  #take(): readonly Item[] {
    const items = this.#items
    this.#items = []
    return items
  }

  #open(tag: string, attributes: Record<string, string>): void {
    if (this.#levels.length >= DEEPEST)
      throw new RejectError('malformed', `line ${this.#line}: elements stand ${DEEPEST} deep in each other`)
    const above = this.#levels.at(-1)
    const prefixes = withDeclared(above?.prefixes ?? {}, attributes)
    const name = nameOf(tag, prefixes)
    const language = attributes['xml:lang'] ?? above?.language
    this.#begun = true
    this.#levels.push({ name, prefixes, language })
    if (this.#field !== undefined) {
      this.#field.hasElements = true
      this.#field.markup += `<${tag}${Object.entries(attributes)
        .map(([key, value]) => ` ${key}="${encodeXML(value)}"`)
        .join('')}>`
      this.#grow(tag.length)
      return
    }
    if (this.#item === undefined && (name === 'item' || name === 'entry')) {
      this.#countTo(this.#parser.startIndex - this.#base)
      this.#item = { line: this.#line, fields: [], feed: this.#feed, closed: false, tooLarge: false }
      this.#depth = this.#levels.length
      this.#size = 0
      return
    }
    // In RSS 2.0 the feed's own fields stand in <channel>, in Atom in the root; what stands deeper (an image's title) is of something else.
    const isOfFeed = this.#item === undefined && (above?.name === 'channel' || above?.name === 'feed') && this.#feed.length < MOST_FIELDS
    if ((this.#item !== undefined && this.#levels.length === this.#depth + 1) || isOfFeed) {
      this.#field = { name, attributes, language, text: '', markup: '', hasElements: false }
      if (isOfFeed) this.#depth = this.#levels.length - 1
      if (isOfFeed) this.#size = 0
    }
  }

  #text(text: string): void {
    if (this.#field === undefined) return
    this.#grow(text.length)
    this.#field.text += text
    this.#field.markup += encodeXML(text)
  }

  #close(tag: string, implied: boolean): void {
    const { name } = this.#levels.pop() ?? { name: '' }
    const depth = this.#levels.length
    if (implied && (depth === 0 || depth < this.#depth)) this.#broken = true
    if (this.#field !== undefined) {
      if (depth > this.#depth) this.#field.markup += `</${tag}>`
      else {
        if (this.#item === undefined) this.#feed.push(this.#field)
        else if (!this.#item.tooLarge) this.#item.fields.push(this.#field)
        this.#field = undefined
      }
      return
    }
    if (this.#item !== undefined && depth === this.#depth - 1 && (name === 'item' || name === 'entry')) {
      this.#item.closed = !implied
      this.#items.push(this.#item)
      this.#item = undefined
    }
  }

  /** What grows beyond an article is passed over, not kept. */
  #grow(by: number): void {
    this.#size += by
    if (this.#size <= MAX_ARTICLE_BYTES || this.#field === undefined) return
    this.#field.text = ''
    this.#field.markup = ''
    if (this.#item === undefined) return
    this.#item.tooLarge = true
    this.#item.fields.length = 0
  }

  #countTo(end: number): void {
    for (let at = this.#chunk.indexOf('\n', this.#counted); at >= 0 && at < end; at = this.#chunk.indexOf('\n', at + 1)) this.#line += 1
    this.#counted = Math.max(this.#counted, end)
  }
}

function withDeclared(prefixes: Prefixes, attributes: Readonly<Record<string, string>>): Prefixes {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (declared.length === 0) return prefixes
  return { ...prefixes, ...Object.fromEntries(declared.map(([key, uri]) => [key.slice(6), uri])) }
}
