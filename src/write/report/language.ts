import type { Language } from '../../article.ts'
import { UNDETERMINED } from '../../language.ts'
import { type Html, html } from './html.ts'

/** Scripts written from right to left (Unicode, Script_Extensions with Bidi_Class R or AL). */
const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** What is known of the languages of a corpus, which are few; to ask takes longer than to write a page. */
const facts = new Map<Language, Facts>()
const MOST_FACTS = 1000

interface Facts {
  readonly name: string
  /** Of an element with text in it. */
  readonly attributes: Html
}

function factsOf(language: Language): Facts {
  const known = facts.get(language) ?? { name: nameOf(language), attributes: attributesOf(language) }
  if (facts.size < MOST_FACTS) facts.set(language, known)
  return known
}

/** 'German'; 'unknown language' for 'und'. */
export function languageName(language: Language): string {
  return factsOf(language).name
}

function nameOf(language: Language): string {
  if (language === UNDETERMINED) return 'unknown language'
  // DisplayNames knows no extensions and throws at them: 'de-u-co-phonebk', 'en-x-own'.
  const known = localeOf(language)?.baseName
  return (known && names.of(known)) ?? language
}

/** The attributes of an element with text in `language`. `dir` also keeps a text's own direction marks from reaching beyond it. */
export function inLanguage(language: Language): Html {
  return factsOf(language).attributes
}

function attributesOf(language: Language): Html {
  return html`lang="${language === UNDETERMINED ? '' : language}" dir="${directionOf(language)}"`
}

function directionOf(language: Language): 'ltr' | 'rtl' | 'auto' {
  const script = language === UNDETERMINED ? undefined : localeOf(language)?.maximize().script
  if (script === undefined) return 'auto'
  return rightToLeft.has(script) ? 'rtl' : 'ltr'
}

/** Undefined for a tag that is none: the report shows what the corpus holds, whatever it is. */
function localeOf(language: Language): Intl.Locale | undefined {
  try {
    return new Intl.Locale(language)
  } catch {
    return undefined
  }
}
