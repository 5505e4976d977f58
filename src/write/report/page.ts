import { type Content, Html, html } from './html.ts'
import { style } from './style.ts'

const styleElement = new Html(`<style>${style}</style>`)

/** A whole page. It needs no script and no network, and its policy allows none: what stands in an article can do nothing here. */
export function page({ title, main }: { title: string; main: Content }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${styleElement}
</head>
<body>
${main}
<footer>Made by Synoptic.</footer>
</body>
</html>
`.markup
}

/** The first `limit` UTF-16 code units of `text`, with an ellipsis when something is left out. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`
}

/** '1 sentence', '12,400 sentences' */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** 12400 → '12,400' */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
