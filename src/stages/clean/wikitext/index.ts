/**
 * Wikitext → blocks. Text of paragraphs, headings, lists and tables stays; templates, references, media and sections of links go, each on
 * record. A small converter of its own: of the libraries there are, the best known loses headings and tables and lets categories through.
 */
import { decodeHTML } from 'entities'
import type { Article, Removed } from '../../../article.ts'
import { block, type Draft, squeeze } from '../draft.ts'
import { unprotect } from './elements.ts'
import { withoutEmphasis } from './emphasis.ts'
import { expand } from './expand.ts'
import { type Line, withoutApparatus } from './sections.ts'
import { UNKNOWN } from './templates/index.ts'
import { Wiki } from './wiki.ts'

export function wikitextDraft(article: Pick<Article, 'title' | 'body' | 'metadata'>): Draft {
  if (redirect.test(article.body)) return { blocks: [], removed: [{ rule: 'redirect', text: article.body }] }
  const wiki = new Wiki(article)
  const { text, removed } = expand(article.body, wiki)
  const more: Removed[] = []
  const switched = text.replace(/__\p{Lu}{3,25}__/gu, (word) => {
    more.push({ rule: 'template', text: word })
    return ''
  })
  const lines = linesOf(switched, (markup) => plain(markup, wiki, more))
  const readable = withoutApparatus(lines, wiki.claimed)
  const blocks = withoutEmptySections(readable.lines).map(({ text, level }) => block(text, { heading: level > 0 }))
  return { blocks, removed: [...removed, ...more, ...readable.removed] }
}

/** '#REDIRECT [[Page]]', in the words of any wiki: an item of a list has a space. */
const redirect = /^\s*#[\p{L}\p{M}]+(?:[ _]\p{L}+)?\s*:?\s*\[\[[^\]\n]+\]\]/u

/** Paragraphs, items and headings, those without text left out. */
function linesOf(text: string, toPlain: (markup: string) => string): readonly Line[] {
  const lines: Line[] = []
  let paragraph = ''
  const add = (markup: string, level: number, item: boolean) => {
    const line = toPlain(markup)
    if (line !== '') lines.push({ text: line, level, item })
  }
  const end = () => {
    add(paragraph, 0, false)
    paragraph = ''
  }
  for (const line of text.replace(/<br\s{0,8}\/?>/gi, '\n').split('\n')) {
    const heading = /^(={1,6})([^=].*?)\1\s*$/.exec(line)
    const item = /^([*#:;]+)(.*)$/.exec(line)
    if (heading !== null) {
      end()
      add(heading[2] ?? '', heading[1]!.length, false)
    } else if (item !== null) {
      end()
      const [term = '', ...definition] = item[1]!.endsWith(';') ? item[2]!.split(/ : ?/) : [item[2]!]
      add(term, 0, true)
      add(definition.join(' : '), 0, true)
    } else if (line.trim() === '' || /^-{4,}/.test(line)) end()
    else paragraph += ` ${line}`
  }
  end()
  return lines
}

/** '(equivalent to $… today)': says nothing without the number. */
const hollow = new RegExp(`\\s*[(（][^()（）]{0,300}${UNKNOWN}[^()（）]{0,300}[)）]`, 'gu')
/** Powers that would read as digits of their base: 10⁹ is not 109. */
const power = /(?<![\d.,])(\d{1,2})<sup>\s*([-−–+]?)\s*(\d+)\s*<\/sup>/gi
const exponent = /(?<=\p{L}|\))<sup>\s*([23])\s*<\/sup>/giu

/** One line: external links, emphasis and tags off, character references decoded. */
function plain(markup: string, { claimed }: Wiki, removed: Removed[]): string {
  let text = markup.replace(/\[(?:https?:|ftp:)?\/\/[^\s\][<>]{1,2000}(?: ([^\][]{0,2000}))?\]/gi, (_, label?: string) => label ?? '')
  if (text.includes("''")) text = withoutEmphasis(text)
  if (text.includes('<')) {
    text = text
      .replace(power, (_, base: string, sign: string, digits: string) => `${base}^${sign === '' || sign === '+' ? '' : '−'}${digits}`)
      .replace(exponent, (_, digit: string) => (digit === '2' ? '²' : '³'))
      .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
  }
  if (text.includes(UNKNOWN)) {
    text = text.replace(hollow, (piece) => {
      removed.push({ rule: 'unknown-value', text: piece.trim().replaceAll(UNKNOWN, '…') })
      return ''
    })
    text = text.replaceAll(UNKNOWN, '')
  }
  // French has spaces before its colons and semicolons.
  const tight = claimed === 'fr' ? / (?=[,.](?: |$))/g : / (?=[,.;:](?: |$))/g
  return squeeze(unprotect(decodeHTML(text)).normalize('NFC'))
    .replace(/ \(\s*[;,]?\s*\)|[（(][；，、;,\s]*[)）]/g, '')
    .replace(/(?<=[(（])[;,；，、]\s*/g, '')
    .replace(tight, '')
    .replace(/,\s*(?=[.;](?:\s|$))|[、，](?=。)/g, '')
}

/** Headings that have lost what stood under them go with it. */
function withoutEmptySections(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = []
  let needed = 0
  for (const line of lines.toReversed()) {
    // The level of the heading that follows, when nothing stands between: a heading of that level or below it is empty.
    if (line.level === 0) needed = 7
    else if (line.level >= needed) continue
    else needed = line.level
    kept.push(line)
  }
  return kept.toReversed()
}
