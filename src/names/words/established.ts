import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { squeeze } from '../compare/spelling.ts'
import { readTable } from '../table.ts'

/** What languages call the people of old whose names they adapted, squeezed: forms by language. Read when a text is first looked at. */
let table: ReadonlyMap<Language, ReadonlyMap<string, readonly string[]>> | undefined

function read(): Map<Language, Map<string, readonly string[]>> {
  const found = new Map<Language, Map<string, readonly string[]>>()
  for (const [language = '', form = '', names = ''] of readTable('established.tsv')) {
    const forms = found.get(language) ?? new Map<string, readonly string[]>()
    found.set(language, forms)
    forms.set(squeeze(form), names.split('|').map(squeeze))
  }
  return found
}

/** The names, squeezed, of which `written` is the form that `language` has: Kolumbus is columbus in German, Homerus homer in Dutch. */
export function establishedNames(written: string, language: Language): readonly string[] {
  table ??= read()
  const forms = table.get(baseLanguage(language))
  return forms === undefined ? [] : (forms.get(squeeze(written)) ?? [])
}
