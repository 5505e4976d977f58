/**
 * DOM → blocks: where a browser would begin a new line, a block begins.
 */
import { type Block, block, squeeze } from '../draft.ts'
import { type DomElement, type DomNode, ELEMENT_NODE, TEXT_NODE } from './dom.ts'

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
)
/** Not text of the page, or drawn by the browser. */
const silentTags = new Set(
  'AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MAP MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
)

export interface DomBlock extends Block {
  /** Characters of the block that stand in links. */
  readonly linked: number
}

/** The nesting is bounded by who parsed the page, so recursion is safe. */
export function serialize(root: DomNode): readonly DomBlock[] {
  const blocks: DomBlock[] = []
  let text = ''
  let linked = 0
  let heading = false
  const end = () => {
    const line = squeeze(text)
    if (line !== '') blocks.push({ ...block(line, { heading }), linked })
    text = ''
    linked = 0
  }
  const visit = (node: DomNode, inLink: boolean) => {
    if (node.nodeType === TEXT_NODE) {
      const words = node.textContent ?? ''
      text += words
      if (inLink) linked += squeeze(words).length
    } else if (node.nodeType === ELEMENT_NODE) visitElement(node as DomElement, inLink)
    else for (const child of node.childNodes) visit(child, inLink)
  }
  const visitElement = (element: DomElement, inLink: boolean) => {
    const tag = element.tagName.toUpperCase()
    if (silentTags.has(tag)) return
    // Two line breaks part paragraphs; one is a space.
    if (tag === 'BR') {
      if (text.endsWith('\n')) end()
      else text += '\n'
      return
    }
    const isBlock = blockTags.has(tag)
    if (isBlock) end()
    heading = isBlock ? /^H[1-6]$/.test(tag) : heading
    if (tag === 'TD' || tag === 'TH') text += ' '
    for (const child of element.childNodes) visit(child, inLink || tag === 'A')
    if (isBlock) {
      end()
      heading = false
    }
  }
  visit(root, false)
  end()
  return blocks
}
