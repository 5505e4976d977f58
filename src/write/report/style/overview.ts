/** The overview and its lists. */
export const overview = `
.back { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 1.5rem; font-size: .9rem }
.back > span { display: flex; gap: 1rem; margin-inline-start: auto }
.ways { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: 1.25rem; font-size: .95rem }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1.75rem 0 0; padding: 0; list-style: none }
.figures a { display: block; text-decoration: none }
.figures b { display: block; font: 600 1.6rem/1.1 var(--serif); font-variant-numeric: tabular-nums }
.figures span { color: var(--soft); font-size: .85rem }
.figures a span { text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em }
.queues { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .5rem 1.5rem; margin: 0; padding: 0; list-style: none }
.queues li { display: flex; flex-wrap: wrap; column-gap: .5rem; align-items: baseline; padding: .5rem 0; border-top: 1px solid var(--rule) }
.queues b { font-variant-numeric: tabular-nums }
.queues a b { padding: .05rem .45rem; border-radius: 1rem; background: var(--ask-back); color: var(--ask) }
.queues .none { color: var(--soft) }
.queues .none b { font-weight: 400 }
.title { display: block; font: 600 1.05rem/1.35 var(--serif) }
/* Also one that runs from right to left stands where its row begins. */
.titles .title { text-align: left }
.titles { min-width: 14rem; width: 38% }
.list td.number a { text-decoration: none }
.list td.number a:hover .chip, .queues a:hover b { text-decoration: underline }
.list th button { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; cursor: pointer; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: .2em }
.list th[aria-sort=ascending] button::after { content: ' ↑' }
.list th[aria-sort=descending] button::after { content: ' ↓' }
.languages .bars { width: 40% }
.bar { display: inline-block; width: 100%; height: .5rem; border-radius: .25rem; vertical-align: middle }
.portion { display: inline-flex; gap: .5rem; align-items: center; margin-inline-start: .75rem; color: var(--soft); font-weight: 400; font-size: .85rem }
.portion .bar { width: 6rem }
svg .sure, svg .part { fill: var(--name) }
svg .ask, svg .doubt { fill: var(--ask) }
svg .bad { fill: var(--bad) }
svg .rest { fill: var(--soft); opacity: .45 }
.pager { margin-top: 1.25rem; font-size: .9rem; color: var(--soft) }
.pager > a, .pager > span, .pager > button { margin-inline-end: 1rem }
.pager ol { display: flex; flex-wrap: wrap; gap: .2rem; margin: .75rem 0 0; padding: 0; list-style: none }
.pager ol a, .pager ol b { display: block; min-width: 1.75rem; padding: .15rem .4rem; text-align: center; font-variant-numeric: tabular-nums }
.pager ol b { color: var(--ink); background: var(--panel); border-radius: .3rem }
.find { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; margin: 0 0 1rem; font-size: .9rem }
.find label { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; min-width: 0; max-width: 100% }
.find select { max-width: 100% }
.find [role=status] { color: var(--soft) }
input[type=search], select, textarea, button.plain { padding: .4rem .6rem; border: 1px solid var(--soft); border-radius: .35rem; background: var(--paper); color: var(--ink); font: inherit }
input[type=search] { width: 20rem; max-width: 100% }
button.plain { cursor: pointer }
button.plain:hover { background: var(--panel) }
button.plain[disabled] { opacity: .5; cursor: default }
`
