import type { Language } from './article.ts'

/** The tag for text whose language is unknown (ISO 639-2, used by BCP 47). */
export const UNDETERMINED: Language = 'und'

/** Chinese by region, where the region decides the script (RFC 5646 leaves it open; CLDR likelySubtags has it). */
const regionScript: Record<string, Language> = { CN: 'zh-Hans', SG: 'zh-Hans', MY: 'zh-Hans', TW: 'zh-Hant', HK: 'zh-Hant', MO: 'zh-Hant' }

/** Macrolanguage and legacy codes, and the shorter or more exact tag this project writes for them. */
const preferred: Record<string, Language> = { no: 'nb', iw: 'he', in: 'id', ji: 'yi', 'zh-min-nan': 'nan' }

/**
 * The shortest well-formed BCP 47 tag for `tag`: 'EN' → 'en', 'deu' → 'de', 'pt_br' → 'pt-BR', 'zh-TW' → 'zh-Hant', 'no' → 'nb';
 * undefined when it is not one ('english', '').
 */
export function parseLanguage(tag: string): Language | undefined {
  let canonical: string | undefined
  try {
    canonical = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
  if (canonical === undefined) return undefined
  const [base = '', ...rest] = canonical.split('-')
  // Intl accepts five to eight letters as a language ("english"); the registry has none of that length.
  if (base.length > 3) return undefined
  if (base === 'zh') return chinese(rest)
  const known = preferred[base]
  return known === undefined ? canonical : [known, ...rest].join('-')
}

function chinese(subtags: readonly string[]): Language {
  for (const subtag of subtags) {
    if (subtag === 'Hans' || subtag === 'Hant') return `zh-${subtag}`
    const script = regionScript[subtag]
    if (script !== undefined) return script
  }
  return 'zh'
}

/** The language subtag alone: 'pt-BR' → 'pt'. */
export function baseLanguage(language: Language): Language {
  const dash = language.indexOf('-')
  return dash < 0 ? language : language.slice(0, dash)
}

/** Whether a text in `language` already is what somebody asking for `wanted` asked for: 'en-GB' serves 'en', 'zh-Hans' does not serve 'zh-Hant'. */
export function serves(language: Language, wanted: Language): boolean {
  return language === wanted || language.startsWith(`${wanted}-`)
}

/** Languages written without spaces between sentences. */
const unspaced = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'yue', 'wuu', 'bo', 'dz'])

/** What stands between two sentences of a paragraph: '' for Chinese, Japanese, Thai and the like, else a space. */
export function sentenceJoiner(language: Language): '' | ' ' {
  return unspaced.has(baseLanguage(language)) ? '' : ' '
}
