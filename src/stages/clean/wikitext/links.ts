/**
 * `[[…]]` → the words it shows, or the rule it is taken out by.
 */
import { readTable } from './table.ts'

/** Names of the namespaces of files and of categories, in every language: wikis know the English ones beside their own. */
const namespaces = new Map<string, 'image' | 'category'>(
  readTable('namespaces.tsv').flatMap(([, media = '', category = '']) => [
    ...media.split('|').map((name) => [name, 'image'] as const),
    ...category.split('|').map((name) => [name, 'category'] as const),
  ]),
)
/** '[[de:Haus]]': the page in another language. With a leading colon it is a link in the text. */
const interlanguage = /^(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-[a-z-]+|roa-[a-z-]+|nds-nl|map-bms):(?=\S)/

export type LinkText = { readonly text: string } | { readonly rule: 'image' | 'category' | 'interlanguage-link' }

export function linkText(parts: readonly string[]): LinkText {
  const target = (parts[0] ?? '').trim()
  const colon = target.indexOf(':')
  const rule = colon <= 0 ? undefined : namespaces.get(target.slice(0, colon).trim().toLowerCase().replaceAll('_', ' '))
  if (rule !== undefined) return { rule }
  if (parts.length === 1 && interlanguage.test(target)) return { rule: 'interlanguage-link' }
  const label = parts.length > 1 ? (parts.at(-1) ?? '') : target.replace(/^:/, '')
  return { text: label.trim() === '' && parts.length > 1 ? withoutQualifier(target) : label }
}

/** The pipe trick: '[[Mercury (planet)|]]' and '[[Help:Links|]]' show the name alone. */
function withoutQualifier(target: string): string {
  return target.replace(/^:?[^:]*:/, '').replace(/\s*\([^()]*\)\s*$|,.*$/, '')
}
