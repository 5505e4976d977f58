import type { Language } from '../../article.ts'
import { UNDETERMINED } from '../../language.ts'
import { type Html, html } from './html.ts'

/** Scripts written from right to left (Unicode, Script_Extensions with Bidi_Class R or AL). */
const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** 'German'; 'unknown language' for 'und'. */
export function languageName(language: Language): string {
  return language === UNDETERMINED ? 'unknown language' : (names.of(language) ?? language)
}

/** The attributes of an element with text in `language`. `dir` also keeps a text's own direction marks from reaching beyond it. */
export function inLanguage(language: Language): Html {
  return html`lang="${language === UNDETERMINED ? '' : language}" dir="${direction(language)}"`
}

function direction(language: Language): 'ltr' | 'rtl' | 'auto' {
  if (language === UNDETERMINED) return 'auto'
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}
