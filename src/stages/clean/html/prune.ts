/**
 * Takes out of a page what surrounds its article, by element and by class and id, before Readability weighs the rest.
 */
import { type DomDocument, type DomElement, textLength } from './dom.ts'

/** Never part of the running text. */
const always =
  'figure, nav, form, dialog, [role="navigation"], [role="dialog"], [role="complementary"], [aria-hidden="true"], [hidden], .mw-editsection, .mw-jump-link, sup.reference'

/** In a class or id, as a word of its own: 'post-related', 'newsletterBox'. */
const furniture =
  /(?:^|[\s_-])(?:related|recommend\w*|share|sharing|social\w*|newsletter|subscribe|subscription|promo\w*|sponsor\w*|advert\w*|ads?|tags?|taglist|comments?|disqus|breadcrumbs?|sidebar|byline|author-?(?:bio|box|info)|most-?(?:read|popular)|popular|trending|more-?(?:on|from|stories)|read-?more|outbrain|taboola|cookie\w*|consent|paywall|signup|donat\w*|caption|credit|pagination|navbox|metadata|toc|reflist|catlinks|printfooter)(?:$|[\s_-]|[A-Z])/

/** Share of the page's text an element may have and still be furniture. */
const MAX_ASIDE = 0.2
const MAX_FURNITURE = 0.15

export function prune(document: DomDocument): void {
  for (const element of [...document.querySelectorAll(always)]) element.remove()
  const total = textLength(document.body)
  const small = (element: DomElement, share: number) => textLength(element) < total * share
  for (const element of [...document.querySelectorAll('aside')]) if (small(element, MAX_ASIDE)) element.remove()
  for (const element of [...document.body.querySelectorAll('[class], [id]')]) {
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
    if (furniture.test(names) && document.body.contains(element) && small(element, MAX_FURNITURE)) element.remove()
  }
}
