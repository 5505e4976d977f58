/** So many versions side by side. */
const side = (versions: number): string =>
  `.story[data-columns='${versions}'] tr { grid-template-columns: 2.25rem repeat(${versions}, minmax(0, 1fr)) }
`

/** So many versions below each other, each with its name: where columns would be narrower than some 16rem. */
function stacked(versions: readonly number[]): string {
  const story = `:is(${versions.map((count) => `.story[data-columns='${count}']`).join(', ')})`
  return `
${story} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
${story} tr { grid-template-columns: minmax(0, 1fr) }
${story} tbody th { text-align: start }
${story} td.said { grid-column: auto }
${story} td[data-label]::before { content: attr(data-label); display: block; margin-top: .35rem; color: var(--soft); font: .8rem/1.4 var(--sans) }
`
}

/** A story: versions in columns. */
export const story = `
.story, .story thead, .story tbody { display: block }
.story tr { display: grid; column-gap: 1.25rem; border-bottom: 1px solid var(--rule); padding: .5rem 0; scroll-margin-top: 1rem }
.story td, .story th { padding: 0; border: 0; min-width: 0 }
.story tbody th { text-align: end; user-select: none }
.story td { font: 1.02rem/1.55 var(--serif) }
.story td.said { grid-column: 2 / -1; margin-top: .3rem }
.story tr:target { background: var(--panel) }
.story .s ins { padding: 0 .12em; background: var(--name-back); color: var(--name) }
.story .s ins[data-base]::before { content: attr(data-base); margin-inline-end: .25em; color: var(--soft); font-size: .8em; text-decoration: line-through }
main:has(#only:checked) .story tr.same { display: none }
${[1, 2, 3, 4, 5, 6].map(side).join('')}${stacked([7, 8, 9])}.story:is([data-columns='7'], [data-columns='8'], [data-columns='9']) td:has(.nothing) { display: none }
@media (max-width: 60rem) { ${stacked([1, 2, 3])} }
@media (max-width: 75rem) { ${stacked([4, 5, 6])} }
`
