/** One sheet for all pages: light and dark, wide and narrow. Colours are set once, as properties. */
export const style = `
:root {
  --paper: #fcfbf8; --panel: #f4f2ec; --ink: #23211d; --soft: #69645a; --rule: #e2ded3;
  --name: #0a655c; --name-back: #e2f1ee; --ask: #7d5200; --ask-back: #fbefd5; --bad: #a02b1f; --bad-back: #fae5e1;
  --serif: Charter, 'Bitstream Charter', 'Source Serif 4', 'Iowan Old Style', Cambria, Georgia, 'Noto Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171715; --panel: #201f1c; --ink: #e4e0d7; --soft: #a09a8d; --rule: #35332d;
    --name: #7fd0c3; --name-back: #17332f; --ask: #e6b968; --ask-back: #362a13; --bad: #f0978a; --bad-back: #3d1f1b;
  }
}
* { box-sizing: border-box }
html { color-scheme: light dark; -webkit-text-size-adjust: 100% }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .2em }
a:hover { color: var(--name); text-decoration-color: currentcolor }
:focus-visible { outline: 2px solid var(--name); outline-offset: 2px; border-radius: 2px }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance }
h1 { margin: 0; font-size: clamp(1.6rem, 1.2rem + 1.6vw, 2.3rem) }
h2 { margin: 3rem 0 .75rem; font-size: 1.3rem }
p { margin: .5rem 0 }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .85rem }
.soft { color: var(--soft) }
.small { font-size: .85rem }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.scroll { overflow-x: auto }

.figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1.75rem 0 0; padding: 0; list-style: none }
.figures b { display: block; font: 600 1.6rem/1.1 var(--serif); font-variant-numeric: tabular-nums }
.figures span { color: var(--soft); font-size: .85rem }

table { width: 100%; border-collapse: collapse; font-size: .92rem }
th { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--soft); color: var(--soft); font-weight: 500; font-size: .82rem; text-align: left; vertical-align: bottom; overflow-wrap: normal }
td { padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--rule); vertical-align: top }
th.number { text-align: right }
.names tbody th { padding-top: 2.2rem; border: 0; color: var(--ink); font: 600 1.2rem/1.2 var(--serif) }
.names td:nth-child(-n + 2) { min-width: 8rem }
.title { display: block; font: 600 1.05rem/1.35 var(--serif) }
.titles { min-width: 16rem; width: 50% }
.chips { display: flex; flex-wrap: wrap; gap: .3rem }
.chip { padding: .05rem .5rem; border-radius: 1rem; background: var(--panel); color: var(--soft); font: .8rem/1.5 var(--sans); overflow-wrap: break-word }
.chip.ask { background: var(--ask-back); color: var(--ask) }
.chip.bad { background: var(--bad-back); color: var(--bad) }
.choices { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; margin: 0 0 1rem; padding: 0; border: 0; font-size: .9rem }
.choices label { display: flex; gap: .4rem; align-items: center }
.choices input { accent-color: var(--name) }
body:has(#look:checked) tr.fine { display: none }

.back { margin: 0 0 1.5rem; font-size: .9rem }
.heads, .pairs > li { display: grid; grid-template-columns: 2rem minmax(0, 1fr) minmax(0, 1fr); column-gap: 1rem }
.heads { margin-top: 2.5rem; padding: .5rem 0; border-bottom: 1px solid var(--soft); position: sticky; top: 0; background: var(--paper); z-index: 1 }
.heads h2 { margin: 0; color: var(--soft); font: .85rem/1.5 var(--sans) }
.heads b { color: var(--ink); font-weight: 600 }
.heads > :nth-child(3), .pairs > li > :nth-child(3) { padding-inline-start: 1.5rem; min-width: 0 }
.pairs { margin: 0; padding: .4rem 0 0; list-style: none }
.pairs > li { padding: .28rem 0; scroll-margin-top: 3.5rem }
.pairs > li.begins { margin-top: .6rem; padding-top: .8rem; border-top: 1px solid var(--rule) }
.pairs > li.begins:first-child { margin-top: 0; border-top: 0 }
.pairs > li:target, .pairs > li:hover { background: var(--panel) }
.pairs p { margin: 0; min-width: 0; font: 1.08rem/1.6 var(--serif); white-space: pre-line }
.pairs p.headline { font-size: 1.2rem; line-height: 1.35; font-weight: 600 }
.pairs p.nothing { color: var(--soft); font-style: italic }
.place { color: var(--soft); font-size: .75rem; line-height: 1.72rem; text-align: right; text-decoration: none; font-variant-numeric: tabular-nums }
.place span { display: block; margin-top: -.7rem }
.alone .heads, .alone .pairs > li { grid-template-columns: 2rem minmax(0, 44rem) }
.notes { display: flex; flex-wrap: wrap; gap: .3rem; margin-top: .2rem }

tbody th[scope='row'] { padding-block: .6rem; border-bottom-color: var(--rule); color: var(--ink); font-size: .92rem; vertical-align: top }
mark { padding: 0 .12em; border-radius: .2em; background: var(--ask-back); color: var(--ask) }
.versions { display: grid; grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr); gap: .25rem 1rem; margin: 0 0 1.5rem }
.versions dt { color: var(--soft); font-size: .85rem }
.versions dd { margin: 0 }
ins { padding: 0 .12em; border-radius: .2em; background: var(--name-back); color: var(--name); text-decoration: none }
del { margin-inline-start: .3em; color: var(--soft); font-size: .8em; text-decoration-thickness: 1px }
mark { padding: 0 .12em; border-radius: .2em; background: var(--ask-back); color: inherit; border-bottom: 1px dashed var(--ask) }
.proposal { margin-inline-start: .3em; color: var(--ask); font-size: .8em }

details { margin: .75rem 0; border: 1px solid var(--rule); border-radius: .4rem }
summary { padding: .6rem .9rem; cursor: pointer; font-weight: 500 }
details[open] > summary { border-bottom: 1px solid var(--rule) }
.inside { padding: .3rem .9rem .8rem }
.scroll table { min-width: 40rem }
.story td { min-width: 14rem }
.story td.number { min-width: 2rem }
.inside td:last-child, .inside th:last-child { padding-right: 0 }
.inside p.removed { margin: .2rem 0 1rem; white-space: pre-line; font-family: var(--serif); color: var(--soft) }
.notice { margin: 1rem 0; padding: .7rem 1rem; border-radius: .4rem; background: var(--ask-back) }
.notice.bad { background: var(--bad-back) }
.notice ul { margin: .3rem 0 0; padding-inline-start: 1.2rem }
dl { display: flex; flex-wrap: wrap; gap: .2rem 1.75rem; margin: 1rem 0 0; color: var(--soft); font-size: .88rem }
dl div { display: flex; gap: .4rem; min-width: 0 }
dd { margin: 0; color: var(--ink) }

@media (max-width: 46rem) {
  body { padding: 1.5rem 1rem 3rem }
  h2 { margin-top: 2.25rem }
  .heads, .pairs > li, .alone .heads, .alone .pairs > li { grid-template-columns: minmax(0, 1fr) }
  .heads { position: static }
  .heads > :nth-child(3) { padding: 0 }
  .pairs > li { padding: .5rem 0 }
  .pairs > li > :nth-child(3) { margin-top: .25rem; padding-inline-start: .8rem; border-inline-start: 2px solid var(--rule) }
  .place { text-align: left; line-height: 1.4 }
  .place br { display: none }
  .place span { display: inline; margin: 0 0 0 .6rem }
  .scroll td { overflow-wrap: normal }
  .list thead { display: none }
  .list tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule) }
  .list td { display: inline-block; width: auto; padding: 0 1rem 0 0; border: 0; font-size: .88rem }
  .list td.titles { display: block; margin-bottom: .3rem; padding: 0 }
  .list td[data-label]::after { content: ' ' attr(data-label); color: var(--soft) }
}
@media print {
  .heads { position: static }
  .choices, .back { display: none }
}
`
