/**
 * Writes models/names/given-names.tsv.gz: spellings of each given name in all scripts, and whether men or women bear it. A row is one name:
 *
 * - those of given-hand.tsv, with the languages that have each form: what a language makes of a saint's or a king's name;
 * - Wikidata's (given/equivalents) that are among the most frequent of some country (given/forenames-by-country), without language (`und`);
 * - short forms, with what they are short for (given/nicknames-en), unless only the other gender bears them: Ron for Aaron, not Erin.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/given.ts
 */
import { join } from 'node:path'
import { rowsOf, trainingFolder, writeTable } from './files.ts'

const given = join(trainingFolder(), 'given')

interface Name {
  readonly gender: string
  /** Forms by language. */
  readonly forms: ReadonlyMap<string, readonly string[]>
}

const names: Name[] = []
const genders = new Map<string, Set<string>>()

function tell(name: string, gender: string): void {
  genders.set(name, (genders.get(name) ?? new Set()).add(gender))
}

const byHand = new Map<string, { gender: string; forms: Map<string, readonly string[]> }>()
for (const [gender = '', name = '', language = '', list = ''] of rowsOf(join(import.meta.dirname, 'given-hand.tsv'))) {
  const known = byHand.get(`${gender} ${name}`) ?? { gender, forms: new Map() }
  byHand.set(`${gender} ${name}`, known)
  known.forms.set(language, list.split('|'))
  for (const form of list.split('|')) tell(form, gender)
}
names.push(...byHand.values())
for (const [, , gender = '', , , , local = '', romanized = ''] of rowsOf(join(given, 'forenames-by-country.tsv'))) {
  for (const form of [local, romanized]) tell(form.toLowerCase(), gender.toLowerCase())
}
const frequent = new Set(genders.keys())
for (const [name = '', kind = ''] of rowsOf(join(given, 'wiktionary-names.tsv.gz'))) {
  const lower = name.toLowerCase()
  if (kind !== 'surname' && !frequent.has(lower)) tell(lower, kind === 'given-f' ? 'f' : 'm')
}

function genderOf(forms: readonly string[]): string {
  return [...new Set(forms.flatMap((form) => [...(genders.get(form) ?? [])]))].toSorted().join('')
}

const singles = new Set(frequent)
for (const [, list = ''] of rowsOf(join(given, 'equivalents.tsv.gz'))) {
  const forms = list.split('|').filter((form) => /^[\p{L}\p{M}'’-]{2,}$/u.test(form))
  if (forms.length < 2 || !forms.some((form) => frequent.has(form))) continue
  names.push({ gender: genderOf(forms.filter((form) => frequent.has(form))), forms: new Map([['und', forms]]) })
  for (const form of forms) singles.delete(form)
}
for (const { forms } of names) for (const form of [...forms.values()].flat()) singles.delete(form)
for (const name of singles) names.push({ gender: genderOf([name]), forms: new Map([['und', [name]]]) })

const lines = names.map(
  ({ gender, forms }) => `${gender}\t${[...forms].map(([language, list]) => `${language}:${list.join('|')}`).join(' ')}`,
)
const shorts = rowsOf(join(given, 'nicknames-en.tsv'))
  .filter(([name = '', , short = '']) => short.length > 1 && mayShareBearers(name, short))
  .map(([name, , short]) => `short\ten:${name}|${short}`)

function mayShareBearers(name: string, short: string): boolean {
  const [a, b] = [genderOf([name]), genderOf([short])]
  return a === '' || b === '' || [...a].some((gender) => b.includes(gender))
}

writeTable('given-names.tsv.gz', ['gender', 'forms'], [...lines.toSorted(), ...new Set(shorts.toSorted())])
