/** Elements. Whatever stands in an article gets into the page as a text node or as the value of a harmless attribute, never as markup. */

/** Undefined and false are nothing. */
export type Child = Node | string | number | undefined | false | readonly Child[]
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** @param attributes undefined and false are left out, true is an empty value */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...nodesOf(children))
  return element
}

function nodesOf(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === false) return []
    if (Array.isArray(child)) return nodesOf(child)
    return [typeof child === 'number' ? String(child) : (child as Node | string)]
  })
}
