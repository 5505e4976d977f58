import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { knownName } from '../../../../src/names/words/persons.ts'
import { rowsOf } from '../../files.ts'

/** A part of a name: as the glossary has it, as texts have it in the nominative, and in other cases. */
export interface NamePart {
  readonly latin: string
  readonly written: string
  /** Other spellings of the same in the script of the text. */
  readonly others: readonly string[]
  /** By case; a form may begin with `written`. */
  readonly forms: ReadonlyMap<string, string>
}

export interface People {
  readonly given: readonly NamePart[]
  readonly family: readonly NamePart[]
  /** What stands between the words of a name. */
  readonly gap: string
}

const NONE: ReadonlyMap<string, string> = new Map()

/** Scripts that names are written in by the language of the pairs that tell it, and the times that a pair must have been met. */
const transcribed: Readonly<Record<string, readonly [pairs: string, gap: string]>> = {
  ru: ['ru', ' '],
  ar: ['ar', ' '],
  he: ['he', ' '],
  ja: ['katakana', '・'],
  ko: ['ko', ' '],
  'zh-Hans': ['zh', '·'],
}
const LEAST_COUNT = 5

/** The people that texts of a language may speak of: names of all countries, inflected where forms are known. */
export function peopleOf(folder: string, language: string): People {
  const [pairs, gap] = transcribed[language] ?? []
  if (pairs !== undefined) return { ...byScript(folder, pairs, language), gap: gap! }
  const forms = formsOf(folder, language)
  const names = (file: string, column: number, keep: (name: string) => boolean) =>
    [...new Set(rowsOf(join(folder, 'given', file)).map((row) => row[column]!.replace(/ .*/u, '')))]
      .filter((name) => /^\p{Lu}\p{Ll}{3,}$/u.test(name) && keep(name))
      .map((name): NamePart => ({ latin: name, written: name, others: [], forms: forms.get(name) ?? NONE }))
  const inflected = [...forms].map(([name, forms]): NamePart => ({ latin: name, written: name, others: [], forms }))
  return {
    given: names('forenames-by-country.tsv', 7, (name) => knownName(name).given),
    family: [
      ...names('surnames-by-country.tsv', 4, (name) => knownName(name).family),
      ...inflected.filter(({ latin }) => latin.length > 3 && knownName(latin).family && !knownName(latin).given),
    ],
    gap: ' ',
  }
}

function byScript(folder: string, pairs: string, language: string): Omit<People, 'gap'> {
  const all = new Map<string, string[]>()
  for (const [source = '', latin = '', count] of rowsOf(join(folder, `translit/${pairs}.tsv.gz`))) {
    if (Number(count) < LEAST_COUNT || latin.length < 4 || source.length < 2) continue
    all.set(latin, [...(all.get(latin) ?? []), source])
  }
  const forms = language === 'ru' ? formsOf(folder, 'ru') : new Map<string, ReadonlyMap<string, string>>()
  const parts = [...all].map(([latin, [written = '', ...others]]): NamePart => {
    const name = capital(written)
    return { latin: capital(latin), written: name, others: others.map(capital), forms: forms.get(name) ?? NONE }
  })
  return {
    given: parts.filter(({ latin }) => knownName(latin).given && !knownName(latin).family),
    family: parts.filter(({ latin }) => knownName(latin).family && !knownName(latin).given),
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const files: Readonly<Record<string, string>> = { pl: 'pl-sgjp', ru: 'ru-opencorpora' }
const cases = /Case=(Gen|Dat|Acc|Ins|Loc|Abl|All|Ade|Ine|Ela|Ill)(?!\+Nom)/u

function formsOf(folder: string, language: string): Map<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>()
  const path = join(folder, 'inflection', `${files[language] ?? language}.tsv.gz`)
  if (!existsSync(path)) return found
  for (const [form = '', lemma = '', features = '', kind = ''] of rowsOf(path)) {
    const [, inCase] = cases.exec(features) ?? []
    const isName = files[language] === undefined || /surname|given/u.test(kind)
    if (inCase === undefined || !isName || /Number=Plur|Indecl|Gender=Fem/u.test(features) || capital(form) === capital(lemma)) continue
    const name = capital(lemma)
    found.set(name, (found.get(name) ?? new Map<string, string>()).set(inCase, capital(form)))
  }
  return found
}
