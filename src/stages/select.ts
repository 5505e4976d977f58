/** Articles that were not asked for go no further: told as rejected by this stage, which makes no run fail. */
import type { Detected, Language } from '../article.ts'
import { RejectError } from '../errors.ts'
import type { Stage } from '../stage.ts'

export interface Selection {
  /** BCP 47; 'zh' is also 'zh-Hans'. Empty: all. */
  readonly languages: readonly Language[]
  /** Least UTF-16 code units of the cleaned text. */
  readonly minChars: number
}

/** @throws RejectError 'other-language', 'too-short' */
export function select({ languages, minChars }: Selection): Stage<Detected, Detected> {
  return {
    name: 'select',
    run(article) {
      const { language, text } = article
      if (languages.length > 0 && !languages.some((wanted) => language === wanted || language.startsWith(`${wanted}-`)))
        throw new RejectError('other-language', `in '${language}'; asked for were ${languages.join(', ')}`)
      if (text.length < minChars) throw new RejectError('too-short', `${text.length} characters after cleaning; asked for were ${minChars}`)
      return article
    },
  }
}
