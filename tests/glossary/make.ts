import type { Kind } from '../../src/article.ts'
import { type Entry, slug, splitPersonName } from '../../src/glossary/entry.ts'
import { Glossary } from '../../src/glossary/index.ts'

/** A glossary of persons, and of entries that say more of themselves. */
export function glossaryOf(...names: readonly (string | (Partial<Entry> & { readonly canonical: string }))[]): Glossary {
  return new Glossary(names.map((name) => entryOf(typeof name === 'string' ? { canonical: name, kind: 'person' } : name)))
}

function entryOf({ canonical, kind = 'term', ...more }: Partial<Entry> & { readonly canonical: string; readonly kind?: Kind }): Entry {
  const name = kind === 'person' ? splitPersonName(canonical) : { given: '', family: '' }
  return {
    id: slug(canonical),
    canonical,
    kind,
    ...name,
    variants: [],
    not: [],
    note: '',
    forms: {},
    origin: { file: 'names.csv', line: 2 },
    ...more,
  }
}
