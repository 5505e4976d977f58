import { Filter } from '../filter.ts'

/** Read when a doubtful name is first met: 200 kB. */
let filters: { readonly given: Filter; readonly family: Filter } | undefined

/** Whether people are known to bear a word as given or as family name, in any language; of others, 3 of 1,000 seem to be one. */
export function knownName(word: string): { readonly given: boolean; readonly family: boolean } {
  filters ??= { given: Filter.read('given.bin'), family: Filter.read('family.bin') }
  const lower = word.toLowerCase()
  return { given: filters.given.has(lower), family: filters.family.has(lower) }
}
