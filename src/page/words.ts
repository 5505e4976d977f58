/** Numbers and languages as people read them. */

const number = new Intl.NumberFormat('en')
const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** '1 article', '12,400 articles' */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}

/** 0.934 → '93 %' */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** 'German'; a tag that is none stays what it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The attributes of an element with text in a language. */
export function inLanguage(tag: string): { lang: string; dir: string } {
  return { lang: tag === 'und' ? '' : tag, dir: directionOf(tag) }
}

function directionOf(tag: string): string {
  try {
    const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo?(): { direction?: string } }
    return locale.getTextInfo?.().direction ?? 'auto'
  } catch {
    return 'auto'
  }
}
