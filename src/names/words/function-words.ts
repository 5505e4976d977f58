import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { readTable } from '../table.ts'

/** Words that every text of a language has, in lower case: they may open a sentence and are never names. Read when first asked. */
let byLanguage: ReadonlyMap<Language, ReadonlySet<string>> | undefined
let listed: ReadonlyMap<Language, ReadonlySet<string>> | undefined

function read(wanted?: 'hand'): Map<Language, Set<string>> {
  const found = new Map<Language, Set<string>>()
  for (const [language = '', source, list = ''] of readTable('function-words.tsv')) {
    if (wanted !== undefined && source !== wanted) continue
    const words = found.get(language) ?? new Set()
    found.set(language, words)
    for (const word of list.split(' ')) words.add(word)
  }
  return found
}

const none: ReadonlySet<string> = new Set()

export function functionWordsOf(language: Language): ReadonlySet<string> {
  byLanguage ??= read()
  return byLanguage.get(baseLanguage(language)) ?? none
}

/** The languages in which `word`, in any case, is a function word, in the order of their tags; of the 22 whose words somebody listed. */
export function languagesOfFunctionWord(word: string): readonly Language[] {
  const lower = word.toLowerCase()
  listed ??= read('hand')
  return [...listed].filter(([, words]) => words.has(lower)).map(([language]) => language)
}
