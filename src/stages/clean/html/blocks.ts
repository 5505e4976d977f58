/**
 * Tree → blocks: where a browser would begin a new line, a block begins.
 */
import { type Block, block, squeeze } from '../draft.ts'
import { type Element, inline } from './tree.ts'

export interface PageBlock extends Block {
  /** Innermost block element around the text. */
  readonly element: Element
  /** Characters that stand in links, and in bold. */
  readonly linked: number
  readonly bold: number
}

/** Not text of the page, or drawn by the browser. */
const silent = new Set(
  'audio button canvas datalist embed iframe map math noscript object script select style svg template textarea title video'.split(' '),
)

/** The nesting is bounded by `parsePage`, so recursion is safe. */
export function blocksOf(root: Element): readonly PageBlock[] {
  const blocks: PageBlock[] = []
  let text = ''
  let linked = 0
  let bold = 0
  const end = (element: Element) => {
    const line = squeeze(text)
    if (line !== '') blocks.push({ ...block(line, { heading: isHeading(element) }), element, linked, bold })
    text = ''
    linked = 0
    bold = 0
  }
  const visit = (element: Element, around: Element, inLink: boolean, inBold: boolean) => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        text += child
        if (inLink) linked += squeeze(child).length
        if (inBold) bold += squeeze(child).length
        continue
      }
      const { tag } = child
      if (silent.has(tag)) continue
      // Two line breaks part paragraphs; one is a space.
      if (tag === 'br') {
        if (/\n[^\S\n]*$/.test(text.slice(-20))) end(around)
        else text += '\n'
        continue
      }
      if (inline.has(tag)) visit(child, around, inLink || tag === 'a', inBold || tag === 'b' || tag === 'strong')
      // A row is a line; its cells are parted by spaces.
      else if (tag === 'td' || tag === 'th') {
        if (child.children.some((inner) => typeof inner !== 'string' && !inline.has(inner.tag))) {
          end(around)
          visit(child, child, inLink, inBold)
          end(child)
        } else {
          text += ' '
          visit(child, around, inLink, inBold)
        }
      } else if (tag === 'img' || tag === 'wbr' || tag === 'input' || tag === 'link' || tag === 'meta') {
        if (tag !== 'wbr') text += ' '
      } else {
        end(around)
        visit(child, child, inLink, inBold)
        end(child)
      }
    }
  }
  visit(root, root, false, false)
  end(root)
  return blocks
}

export function isHeading({ tag }: Element): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag !== 'hr'
}
