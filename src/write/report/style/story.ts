/** A story: versions in columns; below each other where there is no room. */
export const story = `
table.story { display: block; overflow-x: auto }
.story thead, .story tbody { display: block }
.story tr { display: grid; grid-template-columns: 2.25rem repeat(2, minmax(0, 1fr)); column-gap: 1.25rem; border-bottom: 1px solid var(--rule); padding: .5rem 0; scroll-margin-top: 1rem }
.story[data-columns='3'] tr { grid-template-columns: 2.25rem repeat(3, minmax(0, 1fr)) }
.story[data-columns='4'] tr { grid-template-columns: 2.25rem repeat(4, minmax(0, 1fr)) }
.story[data-columns='5'] tr { grid-template-columns: 2.25rem repeat(5, minmax(0, 1fr)) }
.story[data-columns='6'] tr { grid-template-columns: 2.25rem repeat(6, minmax(0, 1fr)) }
.story td, .story th { padding: 0; border: 0; min-width: 0 }
.story tbody th { text-align: end; user-select: none }
.story td { font: 1.02rem/1.55 var(--serif) }
.story td.said { grid-column: 2 / -1; margin-top: .3rem }
.story tr:target { background: var(--panel) }
.story .s ins { padding: 0 .12em; background: var(--name-back); color: var(--name) }
.story .s ins[data-base]::before { content: attr(data-base); margin-inline-end: .25em; color: var(--soft); font-size: .8em; text-decoration: line-through }
main:has(#only:checked) .story tr.same { display: none }
.story[data-columns='5'] :is(thead, tbody) { min-width: 84rem }
.story[data-columns='6'] :is(thead, tbody) { min-width: 100rem }
:is(.story[data-columns='7'], .story[data-columns='8'], .story[data-columns='9']) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
:is(.story[data-columns='7'], .story[data-columns='8'], .story[data-columns='9']) tr { grid-template-columns: minmax(0, 1fr) }
:is(.story[data-columns='7'], .story[data-columns='8'], .story[data-columns='9']) td[data-label]::before { content: attr(data-label); display: block; margin-top: .35rem; color: var(--soft); font: .8rem/1.4 var(--sans) }
@media (max-width: 60rem) {
  .story thead { position: absolute; width: 1px; height: 1px; min-width: 0; overflow: hidden; clip-path: inset(50%) }
  .story[data-columns] tbody { min-width: 0 }
  .story tr, .story[data-columns] tr { grid-template-columns: minmax(0, 1fr) }
  .story tbody th { text-align: start }
  .story td[data-label]::before { content: attr(data-label); display: block; margin-top: .35rem; color: var(--soft); font: .8rem/1.4 var(--sans) }
}
`
