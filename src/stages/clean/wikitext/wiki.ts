/** The wiki a page is of, as far as its markup means other things elsewhere. */
import type { Article, Language } from '../../../article.ts'
import { baseLanguage, UNDETERMINED } from '../../../language.ts'
import { detectLine } from '../../detect/index.ts'

/** Characters of a page that its language is told by, where nothing says it. */
const ENOUGH = 5000

export class Wiki {
  /** Of the wiki, as the input says it: 'zh-Hant'; undefined where it does not. */
  readonly claimed: Language | undefined
  readonly title: string
  readonly #body: string
  #language: Language | undefined

  constructor({ title, body, metadata }: Pick<Article, 'title' | 'body' | 'metadata'>) {
    this.claimed = metadata.language ?? /^https?:\/\/([a-z]{2,3})\.(?:m\.)?wiki/u.exec(metadata.url ?? '')?.[1]
    this.title = title
    this.#body = body
  }

  /** What the input says, without script and region; else what the page is written in, told when it is first asked for; English at worst. */
  get language(): Language {
    this.#language ??= this.claimed === undefined ? this.#detected() : baseLanguage(this.claimed)
    return this.#language
  }

  #detected(): Language {
    const prose = this.#body
      .slice(0, ENOUGH)
      .replace(/\{\{[^{}]{0,500}\}\}|<[^<>]{0,500}>/g, ' ')
      .replace(/[[\]{}|=*#']/g, ' ')
    const { language } = detectLine(prose)
    return language === UNDETERMINED ? 'en' : baseLanguage(language)
  }
}
