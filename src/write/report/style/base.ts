/** What all pages share, also those that stand alone. Colours are set once, as properties. */
export const base = `
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

table { width: 100%; border-collapse: collapse; font-size: .92rem }
th { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--soft); color: var(--soft); font-weight: 500; font-size: .82rem; text-align: left; vertical-align: bottom; overflow-wrap: normal }
td { padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--rule); vertical-align: top }
th.number { text-align: right }
.chips { display: flex; flex-wrap: wrap; gap: .3rem }
.chip { padding: .05rem .5rem; border-radius: 1rem; background: var(--panel); color: var(--soft); font: .8rem/1.5 var(--sans); overflow-wrap: break-word }
.chip.ask { background: var(--ask-back); color: var(--ask) }
.chip.bad { background: var(--bad-back); color: var(--bad) }
.choices { display: flex; flex-wrap: wrap; min-width: 0; gap: .5rem 1.25rem; margin: 0 0 1rem; padding: 0; border: 0; font-size: .9rem }
.choices legend { float: left; margin-inline-end: .75rem; padding: 0; color: var(--soft) }
.choices label { display: flex; gap: .4rem; align-items: center; min-width: 0; max-width: 100% }
/* The words stay whole, and a wide choice stands below them. */
.choices label:has(select) { flex-wrap: wrap }
.choices select { min-width: 0; max-width: 100% }
.choices input { accent-color: var(--name) }

/* A list: on a phone its rows are read one below the other, each cell with what it is. */
.list thead th { white-space: nowrap }
.list tbody th { border-bottom-color: var(--rule); color: var(--ink); font-size: .92rem; padding-block: .6rem; vertical-align: top; overflow-wrap: anywhere }
@media (max-width: 46rem) {
  .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .list, .list tbody { display: block }
  .list tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule) }
  .list td, .list tbody th { display: inline-block; width: auto; padding: 0 1rem 0 0; border: 0; font-size: .88rem }
  .list td.titles, .list td.bars, .list tbody th { display: block; width: auto; margin-bottom: .3rem; padding: 0 }
  .list td.number { white-space: normal }
  .list td[data-label]::after { content: ' ' attr(data-label); color: var(--soft) }
}

tbody th[scope='row'] { padding-block: .6rem; border-bottom-color: var(--rule); color: var(--ink); font-size: .92rem; vertical-align: top }
ins { padding: 0 .12em; border-radius: .2em; background: var(--name-back); color: var(--name); text-decoration: none }
del { margin-inline-start: .3em; color: var(--soft); font-size: .8em; text-decoration-thickness: 1px }
mark { padding: 0 .12em; border-radius: .2em; background: var(--ask-back); color: inherit; border-bottom: 1px dashed var(--ask) }
.proposal { margin-inline-start: .3em; color: var(--ask); font-size: .8em }

details { margin: .75rem 0; border: 1px solid var(--rule); border-radius: .4rem }
summary { padding: .6rem .9rem; cursor: pointer; font-weight: 500 }
details[open] > summary { border-bottom: 1px solid var(--rule) }
.inside { padding: .3rem .9rem .8rem }
.scroll table { min-width: 40rem }
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
  .scroll td { overflow-wrap: normal }
}
@media print {
  .choices, .back, .pager { display: none }
}
`
