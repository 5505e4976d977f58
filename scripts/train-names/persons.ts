/**
 * Writes models/names/given.bin and family.bin: Filters of the names that people are known to bear, in lower case, whatever the glossary. A word
 * that is one is somebody's name already, and seldom a slip in another.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/persons.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Filter } from '../../src/names/filter.ts'
import { rowsOf, trainingFolder } from './files.ts'

const folder = trainingFolder()
const given = new Set<string>()
const family = new Set<string>()

/** Names of one word; of several, each word would be a name too often. */
function tell(names: Set<string>, ...texts: readonly string[]): void {
  for (const text of texts) {
    const lower = text.normalize('NFC').toLowerCase()
    if (/^[\p{L}\p{M}'’-]{2,}$/u.test(lower)) names.add(lower)
  }
}

for (const [name = '', kind = ''] of rowsOf(join(folder, 'given', 'wiktionary-names.tsv.gz'))) {
  tell(kind === 'surname' ? family : given, name)
}
for (const [, , , , , , local = '', romanized = ''] of rowsOf(join(folder, 'given', 'forenames-by-country.tsv')))
  tell(given, local, romanized)
for (const [, , , local = '', romanized = ''] of rowsOf(join(folder, 'given', 'surnames-by-country.tsv'))) tell(family, local, romanized)
for (const file of ['pl-sgjp.tsv.gz', 'ru-opencorpora.tsv.gz']) {
  for (const [, lemma = '', , kinds = ''] of rowsOf(join(folder, 'inflection', file))) {
    if (kinds.split(',').includes('given')) tell(given, lemma)
    if (kinds.split(',').includes('surname')) tell(family, lemma)
  }
}

for (const [file, names] of [
  ['given.bin', given],
  ['family.bin', family],
] as const) {
  writeFileSync(join(import.meta.dirname, '../../models/names', file), Filter.of(names).bits)
  console.error(`${file}: ${names.size} names`)
}
