import { join } from 'node:path'
import { rowsOf, trainingFolder } from './files.ts'

/** A form of a name, in lower case. */
export interface Pair {
  readonly form: string
  readonly lemma: string
  /** Case and number, as 'Gen.Sing'; several where the source does not tell them apart. */
  readonly cases: readonly string[]
  readonly count: number
}

/** Apostrophes and hyphens before an ending: Pervin'in, Voices-t. */
const marks = /['’ʼ-](?=\p{L}+$)/u

/** What a place counts for beside a person: dictionaries have every village. */
const PLACE = 0.2
/** What a plural counts for in a dictionary, which has one of every name: texts seldom speak of several. */
const PLURAL = 0.05

/** Pairs of inflection/<file>.tsv.gz: names whose form and lemma begin alike. A form counts once, however often it stands in the text. */
export function pairsOf(file: string, folder = trainingFolder()): Pair[] {
  const rows = rowsOf(join(folder, 'inflection', `${file}.tsv.gz`))
  const women = file === 'ru-opencorpora' ? feminineLemmas(rows) : new Map<string, string>()
  const pairs: Pair[] = []
  const lemmaIsPlural = new Set(
    rows.filter(([form, lemma, features = '']) => form === lemma && features.includes('Number=Plur')).map(([, lemma]) => lemma),
  )
  for (const [written = '', told = '', features = '', kind = ''] of rows) {
    if (/Typo=Yes|Abbr=Yes|Foreign=Yes/u.test(features)) continue
    const isWoman = features.includes('Gender=Fem')
    const lemma = ((isWoman ? women.get(told) : undefined) ?? told).toLowerCase()
    const form = (lemma.match(marks) ? written : written.replace(marks, '')).toLowerCase()
    if (!/^[\p{L}\p{M}]{2,}$/u.test(form) || !/^[\p{L}\p{M}]{2,}$/u.test(lemma)) continue
    if (Math.abs(form.length - lemma.length) > 6 || !alike(form, lemma)) continue
    const isRare = file.includes('-') && features.includes('Number=Plur') && !lemmaIsPlural.has(told)
    pairs.push({ form, lemma, cases: casesOf(features), count: (isRare ? PLURAL : 1) * (kind === 'place' ? PLACE : 1) })
  }
  return pairs
}

/** A form has its lemma's beginning: half of the shorter at least. */
function alike(form: string, lemma: string): boolean {
  const least = Math.max(1, Math.floor(Math.min(form.length, lemma.length) / 2))
  return form.slice(0, least) === lemma.slice(0, least)
}

/** Russian dictionaries list women's surnames under the men's. */
function feminineLemmas(rows: readonly (readonly string[])[]): Map<string, string> {
  const women = new Map<string, string>()
  for (const [form = '', lemma = '', features = ''] of rows) {
    if (features.includes('Case=Nom|Gender=Fem|Number=Sing')) women.set(lemma, form)
  }
  return women
}

function casesOf(features: string): string[] {
  const value = (name: string) => new RegExp(`(?:^|\\|)${name}=([^|]+)`, 'u').exec(features)?.[1]
  const number = value('Number') ?? 'Sing'
  const more = value('Definite') === 'Def' ? '.Def' : ''
  const possessed = features.includes('[psor]') ? '.Poss' : ''
  return (value('Case') ?? '')
    .split(/[+,]/u)
    .filter((name) => name !== '')
    .map((name) => `${name}.${number}${more}${possessed}`)
}

/** Whether a lemma is among the tenth that is left out of training, to be tested on. */
export function isHeld(lemma: string): boolean {
  let hash = 0
  for (const letter of lemma) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0
  return hash % 10 === 0
}
