/**
 * The little of the DOM that cleaning touches; linkedom's own types bring the browser's whole library with them.
 */
import { parseHTML } from 'linkedom'

export interface DomNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

export interface DomElement extends DomNode {
  readonly tagName: string
  readonly id: string
  readonly children: Iterable<DomElement>
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  closest(selector: string): DomElement | null
  contains(other: DomNode): boolean
  remove(): void
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null
  readonly body: DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3

export function parseDocument(html: string): DomDocument {
  // A fragment needs a body around it; in a whole page the doubled tags are ignored.
  const page = /<body\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  return parseHTML(page).document as unknown as DomDocument
}

/** Length of an element's text, white space not counted. */
export function textLength(node: DomNode): number {
  return (node.textContent ?? '').replace(/\s+/g, '').length
}
