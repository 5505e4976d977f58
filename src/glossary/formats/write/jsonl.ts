import type { Entry } from '../../entry.ts'
import { writtenParts } from '../../row.ts'

/** An object a line; what is empty is left out. */
export function* writeJsonl(entries: readonly Entry[]): Generator<string> {
  for (const entry of entries) {
    const { canonical, kind, variants, not, note, forms } = entry
    const fields = { canonical, kind: kind === 'term' ? '' : kind, ...writtenParts(entry), variants, not, note, ...forms }
    yield JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0)))
  }
}
