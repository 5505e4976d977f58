/**
 * Wikitext → blocks. Text of paragraphs, headings, lists and tables stays; templates, references and media go, each on record.
 * A small converter of its own: of the libraries there are, the best known loses headings and tables and lets categories through.
 */
import { decodeHTML } from 'entities'
import type { Removed } from '../../../article.ts'
import { type Block, block, type Draft, squeeze } from '../draft.ts'
import { expand, unprotect } from './expand.ts'

export function wikitextDraft(wikitext: string): Draft {
  const { text, removed } = expand(wikitext)
  const switches: Removed[] = []
  const blocks: Block[] = []
  let paragraph = ''
  const end = () => {
    const line = plain(paragraph)
    if (line !== '') blocks.push(block(line))
    paragraph = ''
  }
  const single = (markup: string, heading: boolean) => {
    end()
    const line = plain(markup)
    if (line !== '') blocks.push(block(line, { heading }))
  }
  const switched = text.replace(/__[A-Z]{3,25}__/g, (word) => {
    switches.push({ rule: 'template', text: word })
    return ''
  })
  for (const line of switched.replace(/<br\s{0,8}\/?>/gi, '\n').split('\n')) {
    const heading = /^(={1,6})([^=].*?)\1\s*$/.exec(line)
    const item = /^[*#:;]+(.*)$/.exec(line)
    if (heading !== null) single(heading[2] ?? '', true)
    else if (item !== null) single(item[1] ?? '', false)
    else if (line.trim() === '' || /^-{4,}/.test(line)) end()
    else paragraph += ` ${line}`
  }
  end()
  return { blocks: withoutEmptySections(blocks), removed: [...removed, ...switches] }
}

/** One line: external links, emphasis and tags off, character references decoded. */
function plain(markup: string): string {
  const text = markup
    .replace(/\[(?:https?:|ftp:)?\/\/[^\s\][<>]{1,2000}(?: ([^\][]{0,2000}))?\]/gi, (_, label?: string) => label ?? '')
    .replace(/'{2,5}/g, '')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
  return squeeze(unprotect(decodeHTML(text)).normalize('NFC')).replace(/ \(\s*[;,]?\s*\)| (?=[,.;:](?: |$))/g, '')
}

/** Headings at the end have lost what stood under them: they go with it. */
function withoutEmptySections(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(({ heading }) => !heading)
  return blocks.slice(0, last + 1)
}
