/** Markdown (CommonMark and GitHub's tables), one file, one article: rendered to HTML, which cleaning reads. */
import { Marked, Tokenizer } from 'marked'
import type { Metadata } from '../../article.ts'
import { RejectError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import { collect } from '../collect.ts'
import { decodeText } from '../decode.ts'
import { article, type ReadItem, type Source } from '../source.ts'

export async function* readMarkdown({ file, id, bytes, encoding }: Source): AsyncGenerator<ReadItem> {
  const { text, warnings } = decodeText(await collect(bytes), { encoding })
  const { title, metadata, markdown } = takeFrontMatter(text.replace(/\r\n?/g, '\n'))
  if (markdown.length > MOST)
    throw new RejectError('too-large', `more than ${MOST} characters of Markdown in one article; split it, or rename it to .txt`)
  if (markdown.trim() === '') throw new RejectError('empty', 'the file holds nothing but white space')
  const [line = '', heading = ''] = /^\s*# +(\S.*?)[ #]*\n/.exec(markdown) ?? []
  const isTitle = title === undefined || title === plain(heading)
  const body = rendered(isTitle ? markdown.slice(line.length) : markdown)
  yield article(file, { id, line: 1, title: title ?? plain(heading), body, format: 'html', metadata, warnings })
}

/** UTF-16 code units of an article. The renderer takes up to 160 bytes of memory for each: of lists of a letter an item. */
const MOST = 5_000_000

/** Marks of emphasis in a paragraph, or a cell of a table, from which none is read: the renderer takes a square of time for them. They are text. */
const CROWDED = 1000

/** Encoded data, or noise: at each of its characters the renderer looks for the @ of a mail address behind it. */
const wordWithoutEnd = /^[\w.!#$%&'*+/=?`{|}~-]{2000,}/

/** CommonMark, in time that grows with the text. */
class BoundedTokenizer extends Tokenizer {
  #paragraph = ''
  #isCrowded = false

  override emStrong(...[text, paragraph, before]: Parameters<Tokenizer['emStrong']>): ReturnType<Tokenizer['emStrong']> {
    if (paragraph !== this.#paragraph) {
      this.#paragraph = paragraph
      this.#isCrowded = (paragraph.match(/\*+|_+/g)?.length ?? 0) > CROWDED
    }
    return this.#isCrowded ? undefined : super.emStrong(text, paragraph, before)
  }

  override inlineText(text: string): ReturnType<Tokenizer['inlineText']> {
    const raw = wordWithoutEnd.exec(text)?.[0]
    return raw === undefined ? super.inlineText(text) : { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock }
  }
}

/** @throws RejectError 'malformed' where quotations or lists stand in each other by the thousand: the renderer calls itself for each. */
function rendered(markdown: string): string {
  try {
    return new Marked().parse(markdown, { async: false, tokenizer: new BoundedTokenizer() })
  } catch (cause) {
    throw new RejectError('malformed', 'quotations or lists that stand in each other, too deep to be read', { cause })
  }
}

/** What of a heading is not the words of the title. */
function plain(heading: string): string {
  return heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, '$1')
}

interface FrontMatter {
  readonly title: string | undefined
  readonly metadata: Metadata
  readonly markdown: string
}

/** `key: value` lines between `---`, as static site generators have them; of YAML only plain and quoted strings. */
function takeFrontMatter(text: string): FrontMatter {
  const [whole = '', lines] = /^\uFEFF?---[ \t]*\n((?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? []
  if (lines === undefined) return { title: undefined, metadata: {}, markdown: text }
  const values = new Map<string, string>()
  for (const [, key = '', value = ''] of lines.matchAll(/^(\w+)[ \t]*:[ \t]*(\S.*?)[ \t]*$/gm))
    values.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2'))
  const date = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?/.exec(values.get('date') ?? '')?.[0].replace(' ', 'T')
  const language = parseLanguage(values.get('language') ?? values.get('lang') ?? '')
  const byline = values.get('author') ?? values.get('byline')
  const url = values.get('url') ?? values.get('canonical_url')
  return {
    title: values.get('title'),
    metadata: {
      ...(byline !== undefined && { byline }),
      ...(date !== undefined && { date }),
      ...(language !== undefined && { language }),
      ...(url !== undefined && /^https?:/.test(url) && { url }),
    },
    markdown: text.slice(whole.length),
  }
}
