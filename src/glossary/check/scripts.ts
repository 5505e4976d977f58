import type { Kind, Language } from '../../article.ts'

/** Scripts, as Unicode names them, by the codes of ISO 15924 that CLDR gives languages. */
const named: Readonly<Record<string, readonly string[]>> = {
  Arab: ['Arabic'],
  Armn: ['Armenian'],
  Beng: ['Bengali'],
  Cyrl: ['Cyrillic'],
  Deva: ['Devanagari'],
  Ethi: ['Ethiopic'],
  Geor: ['Georgian'],
  Grek: ['Greek'],
  Gujr: ['Gujarati'],
  Guru: ['Gurmukhi'],
  Hans: ['Han'],
  Hant: ['Han', 'Bopomofo'],
  Hebr: ['Hebrew'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Khmr: ['Khmer'],
  Knda: ['Kannada'],
  Kore: ['Hangul', 'Han'],
  Laoo: ['Lao'],
  Latn: ['Latin'],
  Mlym: ['Malayalam'],
  Mymr: ['Myanmar'],
  Sinh: ['Sinhala'],
  Taml: ['Tamil'],
  Telu: ['Telugu'],
  Thai: ['Thai'],
}

/** Languages that are written in more scripts than their most likely one. */
const alsoIn: Readonly<Record<string, readonly string[]>> = {
  az: ['Cyrillic', 'Arabic'],
  bs: ['Cyrillic'],
  ha: ['Arabic'],
  kk: ['Latin', 'Arabic'],
  ku: ['Arabic'],
  ky: ['Arabic'],
  mo: ['Cyrillic'],
  ms: ['Arabic'],
  pa: ['Arabic'],
  sh: ['Cyrillic', 'Latin'],
  sr: ['Latin'],
  tg: ['Latin'],
  tk: ['Cyrillic'],
  tt: ['Latin'],
  uz: ['Cyrillic'],
}

const known = [...new Set(Object.values(named).flat())]
const letterOf = new Map(known.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')]))

/** Scripts among whose letters are look-alikes: а, а and α. No word mixes them. */
const alike = ['Latin', 'Cyrillic', 'Greek', 'Armenian'] as const

const besidesLatin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u

const scriptsOfLanguage = new Map<Language, readonly string[]>()

/** The scripts a language is written in; none when that is not known. */
function scriptsOf(language: Language): readonly string[] {
  let scripts = scriptsOfLanguage.get(language)
  if (scripts === undefined) {
    const locale = new Intl.Locale(language)
    const likely = named[locale.maximize().script ?? ''] ?? []
    scripts = locale.script === undefined && likely.length > 0 ? [...likely, ...(alsoIn[locale.language] ?? [])] : likely
    scriptsOfLanguage.set(language, scripts)
  }
  return scripts
}

/** The script of `form` when `language` is not written in it. Brands stay in Latin letters everywhere; persons and places do not. */
export function foreignScript(form: string, language: Language, kind: Kind): string | undefined {
  const own = scriptsOf(language)
  if (own.length === 0 || own.some((script) => letterOf.get(script)!.test(form))) return undefined
  const script = known.find((each) => letterOf.get(each)!.test(form))
  return script === 'Latin' && (kind === 'organization' || kind === 'term') ? undefined : script
}

/** A word of `form` that mixes scripts, and the letter that is out of place: 'Curiе', 'е', 'Cyrillic'. */
export function mixture(form: string): { word: string; letter: string; script: string } | undefined {
  if (!besidesLatin.test(form) || alike.filter((script) => letterOf.get(script)!.test(form)).length < 2) return undefined
  for (const [word] of form.matchAll(/[\p{L}\p{M}]+/gu)) {
    const letters = alike.map((script) => [script, [...word].filter((letter) => letterOf.get(script)!.test(letter))] as const)
    const [, fewer] = letters.filter(([, found]) => found.length > 0).toSorted(([, a], [, b]) => b.length - a.length)
    if (fewer !== undefined) return { word, letter: fewer[1][0]!, script: fewer[0] }
  }
  return undefined
}

/** Characters that nobody sees: soft hyphen, zero-width space, marks of direction. Joiners belong to Persian and Hindi spelling. */
export function invisible(form: string): string | undefined {
  const character = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u.exec(form)?.[0]
  return character === undefined ? undefined : codePoint(character)
}

/** 'U+0430' */
export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
