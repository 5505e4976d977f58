/**
 * HTML → a light tree: elements, their text, and the few attributes that cleaning asks for. In time proportional to the page, whatever the
 * page is: nothing is searched for further than a few elements up, and nesting beyond a depth is flattened.
 *
 * Not the HTML standard's tree construction: misnested formatting is closed, not reopened, and `html`, `head` and `body` are no elements, for
 * pages that put their head into their body lose nothing by it.
 */
import { Tokenizer } from 'htmlparser2'

export interface Element {
  /** Lower case. */
  readonly tag: string
  readonly parent: Element | undefined
  readonly children: (Element | string)[]
  /** Distance from the root. */
  readonly depth: number
  readonly attributes: ReadonlyMap<string, string>
}

export interface Page {
  readonly root: Element
  /** Of the `html` element. */
  readonly language: string | undefined
}

/** Real pages reach 60. */
const MAX_DEPTH = 256
/** How far up an element is looked for that an end tag or an implied end closes. */
const REACH = 64

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const kept = words(
  'class id role hidden aria-hidden style href rel itemprop itemtype datetime content name property lang type pubdate title',
)
const empty = words('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr')
const shells = words('html head body')
/** Formatting and other elements within a line; their end tags close nothing beyond the block they stand in. */
export const inline = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var',
)
const cells = words('td th caption table')
/** What an opening tag closes, if it is open around it with nothing but the given boundary between (HTML standard, 13.2.6.4.7). */
const closes: Readonly<Record<string, readonly [ends: ReadonlySet<string>, boundary: ReadonlySet<string>]>> = {
  li: [words('li'), words('ul ol menu dir')],
  dt: [words('dt dd'), words('dl')],
  dd: [words('dt dd'), words('dl')],
  tr: [words('tr td th caption'), words('table')],
  td: [words('td th'), words('table tr')],
  th: [words('td th'), words('table tr')],
  thead: [words('thead tbody tfoot tr td th caption'), words('table')],
  tbody: [words('thead tbody tfoot tr td th caption'), words('table')],
  tfoot: [words('thead tbody tfoot tr td th caption'), words('table')],
  option: [words('option'), words('select')],
  optgroup: [words('option optgroup'), words('select')],
}
const paragraph = words('p')
const link = words('a')
const none: ReadonlyMap<string, string> = new Map()

class Builder {
  readonly root: Element = { tag: '#root', parent: undefined, children: [], depth: 0, attributes: none }
  language: string | undefined
  #open = this.root
  /** Elements open beyond the depth limit. */
  #beyond = 0
  #text = ''

  text(piece: string): void {
    this.#text += piece
  }

  start(tag: string, attributes: ReadonlyMap<string, string>, closed: boolean): void {
    if (shells.has(tag)) {
      if (tag === 'html') this.language ??= attributes.get('lang')
      return
    }
    this.#flush()
    const rule = closes[tag]
    if (rule !== undefined) this.#close(rule[0], rule[1])
    else if (tag === 'a') this.#closeInline(link)
    else if (!inline.has(tag) && !empty.has(tag)) this.#closeInline(paragraph)
    if (this.#open.depth >= MAX_DEPTH && !empty.has(tag)) {
      this.#beyond += 1
      return
    }
    const element = { tag, parent: this.#open, children: [], depth: this.#open.depth + 1, attributes }
    this.#open.children.push(element)
    if (!empty.has(tag) && !closed) this.#open = element
  }

  end(tag: string): void {
    if (shells.has(tag) || empty.has(tag)) {
      if (tag === 'br') this.start('br', none, true)
      return
    }
    this.#flush()
    if (this.#beyond > 0) {
      this.#beyond -= 1
      return
    }
    const heading = /^h[1-6]$/.test(tag)
    let at: Element | undefined = this.#open
    for (let steps = 0; at?.parent !== undefined && steps < REACH; steps += 1, at = at.parent) {
      if (at.tag === tag || (heading && /^h[1-6]$/.test(at.tag))) {
        this.#open = at.parent
        return
      }
      if (inline.has(tag) ? !inline.has(at.tag) : cells.has(at.tag) && !cells.has(tag) && !(tag in closes)) return
    }
  }

  finish(): void {
    this.#flush()
  }

  #flush(): void {
    if (this.#text === '') return
    this.#open.children.push(this.#text)
    this.#text = ''
  }

  /** Closes the outermost of `ends` below the nearest boundary. */
  #close(ends: ReadonlySet<string>, boundary: ReadonlySet<string>): void {
    let last: Element | undefined
    let at: Element | undefined = this.#open
    for (let steps = 0; at?.parent !== undefined && steps < REACH && !boundary.has(at.tag); steps += 1, at = at.parent) {
      if (ends.has(at.tag)) last = at
    }
    if (last?.parent !== undefined) this.#open = last.parent
  }

  /** Closes one of `ends` that has nothing but inline elements open in it. */
  #closeInline(ends: ReadonlySet<string>): void {
    let at: Element | undefined = this.#open
    for (let steps = 0; at?.parent !== undefined && steps < REACH; steps += 1, at = at.parent) {
      if (ends.has(at.tag)) {
        this.#open = at.parent
        return
      }
      if (!inline.has(at.tag)) return
    }
  }
}

export function parsePage(html: string): Page {
  const builder = new Builder()
  let tag = ''
  let attributes: Map<string, string> | undefined
  let name = ''
  let value = ''
  const open = (closed: boolean) => {
    builder.start(tag, attributes ?? none, closed)
    attributes = undefined
  }
  let foreign = 0
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => builder.text(html.slice(start, end)),
      ontextentity: (code) => builder.text(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase()
        if (tag === 'svg' || tag === 'math') foreign += 1
      },
      onopentagend: () => open(false),
      // '<path/>' is closed in a drawing or formula; '<div/>' in a page is not.
      onselfclosingtag: () => open(foreign > 0),
      onclosetag: (start, end) => {
        const closing = html.slice(start, end).toLowerCase()
        if (closing === 'svg' || closing === 'math') foreign = Math.max(0, foreign - 1)
        builder.end(closing)
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        if (kept.has(name)) value += html.slice(start, end)
      },
      onattribentity: (code) => {
        if (kept.has(name)) value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (!kept.has(name)) return
        attributes ??= new Map()
        if (!attributes.has(name)) attributes.set(name, value)
      },
      oncdata: (start, end) => builder.text(html.slice(start, end)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  builder.finish()
  return { root: builder.root, language: builder.language }
}

/** All elements of a tag below `root`, in order. */
export function* elements(root: Element, tag?: string): Generator<Element> {
  for (const child of root.children) {
    if (typeof child === 'string') continue
    if (tag === undefined || child.tag === tag) yield child
    yield* elements(child, tag)
  }
}

export function textOf(element: Element): string {
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child)
  return text
}
