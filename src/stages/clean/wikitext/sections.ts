/**
 * Sections that are no part of the article's text: references, bibliographies, links. Their headings, as each Wikipedia words them, stand in
 * models/wikitext/sections.tsv.
 */
import type { Language, Removed } from '../../../article.ts'
import { baseLanguage } from '../../../language.ts'
import { readTable } from './table.ts'

/** A line of a page: a paragraph, an item of a list, a heading. */
export interface Line {
  readonly text: string
  /** Of a heading, 1 to 6; 0 for what is none. */
  readonly level: number
  readonly item: boolean
}

type Section = 'reference-list' | 'external-links'

const headings = new Map<Language, Map<string, Section>>()
/** Headings whatever the language, where the wiki's own is not known. */
const anywhere = new Map<string, Section>()
for (const [language = '', section, names = ''] of readTable('sections.tsv')) {
  const own = headings.get(language) ?? new Map<string, Section>()
  headings.set(language, own)
  for (const name of names.split('|')) {
    const rule = section === 'references' ? 'reference-list' : 'external-links'
    own.set(fold(name), rule)
    anywhere.set(fold(name), rule)
  }
}

function fold(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200c]+/gu, ' ')
    .replace(/^[\s.:]+|[\s.:：]+$/gu, '')
}

/** @param claimed undefined where the wiki's language is not known */
export function withoutApparatus(
  lines: readonly Line[],
  claimed: Language | undefined,
): { lines: readonly Line[]; removed: readonly Removed[] } {
  const own = claimed === undefined ? anywhere : (headings.get(claimed) ?? headings.get(baseLanguage(claimed)) ?? headings.get('en')!)
  const kept: Line[] = []
  const removed: Removed[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const rule = line.level === 0 ? undefined : own.get(fold(line.text))
    const end = rule === undefined ? at : sectionEnd(lines, at)
    const content = lines.slice(at + 1, end)
    if (rule === undefined || content.some((other) => isProse(other, rule))) kept.push(line)
    else {
      if (content.length > 0) removed.push({ rule, text: [line, ...content].map(({ text }) => text).join('\n') })
      at = end - 1
    }
  }
  return { lines: kept, removed }
}

function sectionEnd(lines: readonly Line[], start: number): number {
  const { level } = lines[start]!
  const end = lines.findIndex((line, index) => index > start && line.level > 0 && line.level <= level)
  return end < 0 ? lines.length : end
}

/** What entries of a bibliography have and prose about the sources of a river mostly has not. */
const citation = /https?:|www\.|doi[: ]|isbn|issn|\bpp?\. ?\d|\bs\. ?\d|\bvol\. ?\d|\((?:1[5-9]|20)\d\d\)|\b(?:1[89]|20)\d\d\b/i
/** Columns from which a paragraph that cites nothing is prose: a line and a half among references, where notes are short; two among links. */
const PROSE = { 'reference-list': 90, 'external-links': 160 } as const

function isProse({ text, level, item }: Line, rule: Section): boolean {
  const columns = text.length + (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0)
  return level === 0 && !item && columns >= PROSE[rule] && (!citation.test(text) || columns > 700)
}
