/** The part of the style that is of judging: the queue of names, and what was said. */
export const judging = `
button, select, input { font: inherit; color: inherit }
button { padding: .15rem .7rem; border: 1px solid var(--rule); border-radius: .35rem; background: var(--paper); cursor: pointer }
button:hover { border-color: var(--name); color: var(--name) }
select, input[type='search'] { padding: .2rem .5rem; border: 1px solid var(--soft); border-radius: .35rem; background: var(--paper) }
input[type='checkbox'] { accent-color: var(--name) }
kbd { padding: 0 .35em; border: 1px solid var(--rule); border-radius: .25em; background: var(--panel); font: .8em var(--sans) }
[hidden] { display: none !important }

.desk { position: sticky; top: 0; z-index: 2; margin: 1.25rem 0 1.5rem; padding: .6rem 0; border-bottom: 1px solid var(--soft); background: var(--paper); font-size: .9rem }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.1rem; align-items: center }
.standing { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; min-height: 2.1rem; padding-top: .35rem }
.standing p { margin: 0 }
.standing .said { flex: 1 1 18rem; color: var(--name) }
.standing .said.wrong { color: var(--bad) }
.standing .said:empty { display: none }
.standing progress { vertical-align: middle; accent-color: var(--name) }

.card { margin: 0 0 1.5rem; padding: 1rem 1.2rem .4rem; border: 1px solid var(--rule); border-radius: .5rem; content-visibility: auto; contain-intrinsic-size: auto 16rem }
.card h2 { margin: 0; font-size: 1.2rem }
.card h2 .chip { vertical-align: .15em; font-weight: 400 }
.card > p { margin: .2rem 0 }
.why { margin: .3rem 0; padding-inline-start: 1.1rem; color: var(--ask); font-size: .88rem }
.shares { display: flex; gap: 2px; max-width: 30rem; height: .5rem; margin: .5rem 0; border-radius: .25rem; overflow: hidden }
.share { flex-basis: 2px; background: var(--soft) }
.share.rewrite { background: var(--name) }
.share.suggest { background: var(--ask) }
.share.rest { background: var(--rule) }
.spellings { margin: .6rem -1.2rem 0; padding: 0; list-style: none }
.spelling { padding: .55rem 1.2rem; border-top: 1px solid var(--rule); border-inline-start: 3px solid transparent; scroll-margin-block: 9rem 2rem; cursor: default }
.spelling[aria-current] { border-inline-start-color: var(--name); background: var(--panel) }
.spelling:focus { outline: none }
.spelling:focus-visible { outline: 2px solid var(--name); outline-offset: -2px }
.question { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline }
.question > * { min-width: 0 }
.change { flex: 1 1 16rem }
.surface { font-family: var(--serif); font-size: 1.08rem }
.facts { display: block }
.acts { display: flex; flex-wrap: wrap; gap: .3rem; margin-inline-start: auto; font-size: .88rem }
.spelling:not([data-verdict]) [data-act='open'], .spelling[data-verdict='later'] [data-act='open'], .spelling[data-verdict='open'] [data-act='open'] { display: none }
.chip.verdict { background: var(--panel); color: var(--ink) }
[data-verdict='right'] > .question > .verdict, .context[data-verdict='right'] .verdict { background: var(--name-back); color: var(--name) }
[data-verdict='wrong'] > .question > .verdict, .context[data-verdict='wrong'] .verdict { background: var(--bad-back); color: var(--bad) }
.contexts { margin: .35rem 0 0; padding-inline-start: 1.75rem; list-style: none }
.context { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 1.5rem; padding: .25rem 0 }
.context .where { grid-column: 1 / -1 }
.context p { margin: 0 }
.context .sentence, .context .beside { font-family: var(--serif) }
.context .beside { padding-inline-start: .8rem; border-inline-start: 2px solid var(--rule); color: var(--soft) }
.spelling:not([aria-current]) .context:not(:first-child), .spelling:not([aria-current]) :is(.beside, .where) { display: none }
.spelling:not([aria-current]) .sentence { grid-column: 1 / -1; font-size: .92rem; color: var(--soft) }
[data-row]:focus { outline: none }
[data-row]:focus-visible { outline: 2px solid var(--name); outline-offset: -2px }
.grid [data-row] { display: flow-root; margin-inline-start: -.5rem; padding-inline-start: .5rem }
[data-row] { scroll-margin-block: 4rem 8rem }
[data-row] > .acts { margin: .3rem 0; font: .85rem/1.5 var(--sans); user-select: none }
[data-row] > .notes > .verdict { background: var(--name-back); color: var(--name) }
[data-row][data-verdict=wrong] > .notes > .verdict { background: var(--bad-back); color: var(--bad) }
.grid [data-doubtful][data-verdict=right] .s { background: none }
.grid [data-row][data-verdict=wrong] .s { color: var(--soft); background: none }
.own { margin: 0; white-space: pre-wrap }
.anew > .s, .editing > :is(.s, .own, .acts) { display: none }
.editor textarea { width: 100%; padding: .4rem .6rem; border: 1px solid var(--soft); border-radius: .35rem; background: var(--paper); color: var(--ink); font: 1.08rem/1.5 var(--serif); resize: vertical }
.editor .acts { margin: .3rem 0; font: .85rem/1.5 var(--sans) }
.desk.below { top: auto; bottom: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; justify-content: space-between; margin: 2rem 0 0; border-top: 1px solid var(--soft); border-bottom: 0 }
.pages { display: flex; gap: 1rem; justify-content: center }

dialog.help { width: min(34rem, 92vw); padding: 1.2rem 1.5rem; border: 1px solid var(--rule); border-radius: .5rem; background: var(--paper); color: var(--ink) }
dialog.help h2 { margin: 0 0 .5rem }
dialog.help th { white-space: nowrap; text-align: left }
dialog.help td, dialog.help th { padding-block: .3rem }
dialog::backdrop { background: rgb(0 0 0 / 45%) }

@media (max-width: 46rem) {
  .desk { position: static }
  .spelling { scroll-margin-block: 1rem }
  .contexts { padding-inline-start: 0 }
  .context { grid-template-columns: minmax(0, 1fr) }
  .tools label:has([type='search']), .tools [type='search'] { width: 100% }
  .acts { margin-inline-start: 0 }
}
`
