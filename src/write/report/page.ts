import { invisible } from '../../markup.ts'
import { type Content, Html, html } from './html.ts'
import { base } from './style/base.ts'
import { story } from './style/story.ts'

const styleElement = new Html(`<style>${base}${story}</style>`)

/** What a page of the report is to its script and its style, which lie beside index.html. */
export interface View {
  readonly name: 'overview' | 'list' | 'article' | 'story' | 'names'
  /** From the page to the report's folder. */
  readonly up: '' | '../'
  /** Of the article it shows. */
  readonly id?: string
}

/**
 * A whole page. Its policy allows the report's own script and style and no network: what stands in an article can do nothing here.
 * @param view without one, the page stands alone: it has its style within, and no script
 */
export function page({ main, ...about }: { title: string; main: Content; view?: View }): string {
  const { head, tail } = pageParts(about)
  return html`${new Html(head)}${main}${new Html(tail)}`.markup
}

/** What stands before and after the main part of a page. */
export function pageParts({ title, view }: { title: string; view?: View }): { readonly head: string; readonly tail: string } {
  const own = "default-src 'none'; base-uri 'none'; form-action 'none'; "
  const policy = view === undefined ? "style-src 'unsafe-inline'" : "script-src 'self'; style-src 'self'; connect-src 'self'"
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${own}${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title.replace(invisible, '')}</title>
${view === undefined ? styleElement : links(view)}
</head>
<body${view && html` data-view="${view.name}"`}${view?.id === undefined ? undefined : html` data-article="${view.id}"`}>
`
  const tail = html`
<footer>Made by Synoptic.</footer>
</body>
</html>
`
  return { head: head.markup, tail: tail.markup }
}

function links({ up }: View): Html {
  return html`<link rel="stylesheet" href="${up}style.css">
<script defer src="${up}report.js"></script>`
}

/** '1 sentence', '12,400 sentences' */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** 12400 → '12,400' */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
