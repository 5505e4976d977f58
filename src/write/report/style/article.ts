/** So many languages side by side. */
const side = (languages: number): string =>
  `.grid[data-columns='${languages}'] :is(.heads, tr) { grid-template-columns: 2.25rem repeat(${languages}, minmax(0, 1fr)) }
`

/** So many languages below each other, each with its tag: where columns would be narrower than some 16rem. */
function stacked(languages: readonly number[]): string {
  const grid = `:is(${languages.map((count) => `.grid[data-columns='${count}']`).join(', ')})`
  return `
${grid} .heads { display: none }
${grid} :is(.heads, tr) { grid-template-columns: minmax(0, 1fr); margin-inline: -.6rem; padding: .5rem .6rem }
${grid} td + td { margin-top: .3rem; padding-inline-start: .8rem; border-inline-start: 2px solid var(--rule) }
${grid} td[lang]:not([lang=''])::before { content: attr(lang); float: inline-start; margin-inline-end: .5em; color: var(--soft); font: .75rem/1.7rem var(--sans) }
${grid} tbody th { text-align: start }
`
}

/**
 * An article. What is hidden is not displayed, and what is only said of a text is drawn, not written: so a copy and a search in the page find the
 * text as it is in its file, to the byte.
 */
export const article = `
body[data-view=article], body[data-view=story] { max-width: 100rem }
body:has([data-columns='1']) { max-width: 54rem }
body:has([data-columns='2']) { max-width: 84rem }
.modes { margin-top: 1.5rem }
.pointers { font-size: .9rem }
.grid { display: flex; gap: 1.25rem; align-items: flex-start }
.strips { position: sticky; top: 1rem; flex: none; display: flex; gap: .35rem; align-self: stretch; min-height: 5rem; max-height: min(36rem, calc(100vh - 2rem)) }
.strip { width: 1.75rem; height: 100%; background: var(--panel); border-radius: .3rem }
.strip .sure { fill: var(--name); opacity: .4 }
.strip .alone { fill: var(--soft) }
.sides { flex: 1; min-width: 0 }
.grid table { display: block; font-size: 1rem }
.grid thead, .grid tbody { display: block }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.heads, .grid tr { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); column-gap: 1.25rem }
${[2, 3, 4, 5, 6].map(side).join('')}${stacked([7, 8, 9])}.heads { position: sticky; top: 0; z-index: 1; padding: .5rem 0; border-bottom: 1px solid var(--soft); background: var(--paper); color: var(--soft); font-size: .85rem }
.heads b { color: var(--ink); font-weight: 600 }
.grid tbody tr { padding: .3rem 0; content-visibility: auto; contain-intrinsic-size: auto 4rem; scroll-margin-top: 3.5rem }
.grid tr.begins { border-top: 1px solid var(--rule); padding-top: .8rem; margin-top: .6rem }
.grid tr.headline + tr.begins, .grid tr.begins:first-child { margin-top: 0; border-top: 0 }
.grid tbody tr:hover, .grid tr:has(:target) { background: var(--panel) }
.grid tr.doubtful { box-shadow: inset .2rem 0 var(--ask) }
.grid [data-doubtful] .s { background: var(--ask-back); box-decoration-break: clone }
.grid td { padding: 0; border: 0; min-width: 0; font: 1.08rem/1.6 var(--serif) }
.grid tbody th { padding: 0; border: 0; text-align: end; user-select: none }
.grid tr.headline td { font-size: 1.2rem; line-height: 1.35; font-weight: 600 }
.place { color: var(--soft); font: .75rem/1.72rem var(--sans); text-decoration: none; font-variant-numeric: tabular-nums }
.s { white-space: pre-wrap; scroll-margin-top: 4.5rem }
.s:target { outline: 2px solid var(--name); outline-offset: 2px; border-radius: 2px }
p.nothing, span.nothing { margin: 0; color: var(--soft); font-style: italic; user-select: none }
p.nothing { font-size: .9rem }
.notes { display: flex; flex-wrap: wrap; gap: .3rem; margin: .2rem 0; user-select: none; font-family: var(--sans) }
[data-row] + [data-row] { margin-top: .35rem }
.fold { border: 0; border-block: 1px dashed var(--rule); border-radius: 0; margin: .5rem 0 }
.fold > summary { padding: .4rem 0; color: var(--soft); font-size: .9rem; font-weight: 400 }

.s ins, .s del { margin: 0; padding: 0; background: none; color: inherit; font-size: inherit; text-decoration: none }
.s del, main:has(#mode-written:checked) .s ins { display: none }
main:has(#mode-written:checked) .s del { display: inline }
.mention { border-radius: .2em; text-decoration: underline; text-decoration-color: var(--soft); text-decoration-thickness: 1px; text-underline-offset: .22em; cursor: pointer; user-select: text }
.mention[data-action=rewrite] { text-decoration: none }
.mention[data-action=rewrite] :is(ins, del) { border-radius: .2em; background: var(--name-back); color: var(--name); text-decoration: underline 1px; text-underline-offset: .22em }
.mention[data-action=suggest] { background: var(--ask-back); text-decoration: underline dashed var(--ask) }
.mention.lit { outline: 2px solid var(--name); outline-offset: 1px }
main:has(#mode-both:checked) .mention[data-action=rewrite]::after { content: attr(data-surface); margin-inline-start: .3em; color: var(--soft); font-size: .8em; text-decoration: line-through }
main:has(#mode-both:checked) .mention[data-action=suggest]::after { content: attr(data-replacement) '?'; margin-inline-start: .3em; color: var(--ask); font-size: .8em }
.mark { display: inline-block; unicode-bidi: isolate; direction: ltr; font-size: 0; vertical-align: .05em }
.mark::before { content: attr(data-mark); padding: 0 .25em; border: 1px solid var(--bad); border-radius: .2em; background: var(--bad-back); color: var(--bad); font: .75rem/1.3 var(--sans) }
.panel { position: fixed; inset: auto 0 0; z-index: 2; max-height: 45vh; overflow: auto; padding: .9rem max(1.5rem, calc(50vw - 38rem)) 1.1rem; border-top: 1px solid var(--soft); background: var(--panel); font-size: .92rem; box-shadow: 0 -.5rem 1.5rem rgb(0 0 0 / 12%) }
.panel dl { margin: .3rem 0 0; font-size: inherit }
.panel button { float: right }
.panel dd > :is(.speaks-for, .speaks-against) { margin-inline-end: 1.1em }
.panel dt { flex: none }
.speaks-for b { color: var(--name) }
.speaks-against b { color: var(--ask) }
body:has(.panel:not([hidden])) { padding-bottom: 45vh }

@media (max-width: 64rem) {
  .strips { display: none }
}
@media (max-width: 46rem) { ${stacked([1, 2, 3])} }
@media (max-width: 75rem) { ${stacked([4, 5, 6])} }
@media print {
  .heads { position: static }
  .strips, .modes { display: none }
}
`
