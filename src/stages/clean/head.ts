/**
 * What a plain text says of itself before it begins: keys and values, a title, who wrote it and when.
 */
import type { Metadata, Removed } from '../../article.ts'
import { parseLanguage } from '../../language.ts'
import { findDate, parseDate } from './dates.ts'
import type { Block, Draft } from './draft.ts'

const MAX_TITLE = 160
const MAX_LINE = 120
/** How many blocks under the title may be a byline or a date. */
const HEAD_BLOCKS = 6

/**
 * Takes the head off, and what `takeOutLines` takes for none of the article's: keys and values stand before that, a title may stand under it. What is
 * not surely a title, byline or date stays in the text.
 */
export function takeHead(blocks: readonly Block[], givenTitle: string, takeOutLines: (blocks: readonly Block[]) => Draft): Draft {
  const keyed = takeKeys(blocks)
  const lines = takeOutLines(keyed.blocks)
  const titled = keyed.title === undefined ? takeTitle(lines.blocks, givenTitle) : { ...lines, removed: [], title: keyed.title }
  const signed = takeSignature(titled.blocks)
  return {
    blocks: signed.blocks,
    removed: [...keyed.removed, ...lines.removed, ...titled.removed, ...signed.removed],
    title: titled.title,
    metadata: { ...signed.metadata, ...keyed.metadata },
  }
}

const keyLine = /^(title|author|byline|by|date|published|language|lang|url|source|link)\s*:\s+(\S.*)$/i
/** ` date 2022-09-30 If you …`: the key, the value, and the article right behind them. */
const datePrefix = /^date:? (\d{4}-\d\d-\d\d)(?: |$)/i

function takeKeys(blocks: readonly Block[]): Draft {
  const removed: Removed[] = []
  let metadata: Metadata = {}
  let title: string | undefined
  let count = 0
  const fence = blocks[0]?.text === '---' ? 1 : 0
  for (const { text, attached } of blocks.slice(fence)) {
    const [, key = '', value = ''] = keyLine.exec(text) ?? []
    const claim = claimOf(key.toLowerCase(), value)
    if (claim === undefined || (count > 0 && !attached)) break
    metadata = { ...metadata, ...claim.metadata }
    title ??= claim.title
    count += 1
  }
  // One line 'Source: …' may be a sentence of the article; two keys are a head, and so is one that is a date or between fences.
  if (count >= 2 || fence === 1 || (count === 1 && (metadata.date !== undefined || title !== undefined))) {
    const closing = fence === 1 && blocks[count + 1]?.text === '---' ? 1 : 0
    const end = fence === 1 && (closing === 0 || count === 0) ? 0 : fence + count + closing
    if (end > 0) {
      for (const { text } of blocks.slice(0, end)) removed.push({ rule: 'metadata', text })
      return { blocks: blocks.slice(end), removed, title, metadata }
    }
  }
  const [first, ...rest] = blocks
  const prefix = first === undefined ? null : datePrefix.exec(first.text)
  const date = prefix === null ? undefined : parseDate(prefix[1] ?? '')
  if (first === undefined || prefix === null || date === undefined) return { blocks, removed: [] }
  const text = first.text.slice(prefix[0].length)
  const metadataRemoved = [{ rule: 'metadata', text: prefix[0].trim() }]
  return { blocks: text === '' ? rest : [{ ...first, text }, ...rest], removed: metadataRemoved, metadata: { date } }
}

function claimOf(key: string, value: string): { readonly title?: string; readonly metadata?: Metadata } | undefined {
  const date = parseDate(value)
  const language = parseLanguage(value)
  switch (key) {
    case 'title':
      return { title: value }
    case 'author':
    case 'byline':
    case 'by':
      return { metadata: { byline: value } }
    case 'date':
    case 'published':
      return date === undefined ? undefined : { metadata: { date } }
    case 'language':
    case 'lang':
      return language === undefined ? undefined : { metadata: { language } }
    case 'url':
    case 'source':
    case 'link':
      return /^https?:\/\/\S+$/.test(value) ? { metadata: { url: value } } : undefined
    default:
      return undefined
  }
}

/** A short first line on its own, that does not end like a sentence, with an article under it. */
function takeTitle(blocks: readonly Block[], given: string): Draft {
  const [first, second, ...rest] = blocks
  const none = { blocks, removed: [] }
  if (first === undefined || second === undefined) return none
  if (given !== '') return first.text === given.trim() ? { blocks: blocks.slice(1), removed: [{ rule: 'title', text: first.text }] } : none
  const short = first.text.length <= MAX_TITLE && !/[.。।:;,、，]["'”’»)]*$/u.test(first.text) && /\p{L}{2}/u.test(first.text)
  const apart = !second.attached || signatureOf(second.text) !== undefined
  if (!short || !apart || signatureOf(first.text) !== undefined || isListItem(first.text)) return none
  return [second, ...rest].some(({ text }) => isProse(text)) ? { blocks: blocks.slice(1), removed: [], title: first.text } : none
}

function isListItem(text: string): boolean {
  return /^(?:[-*•‣–—]|\d{1,3}[.)])\s/.test(text)
}

function isProse(text: string): boolean {
  return text.length > MAX_LINE || /[.!?…。！？।؟]["'”’»)」』]*$/u.test(text)
}

interface Signature {
  readonly byline?: string
  readonly date?: string
}

/** Bylines and dates among the first blocks, before the first long one; at the end, only what calls itself a byline or date. */
export function takeSignature(blocks: readonly Block[]): Draft {
  const taken = new Map<number, string>()
  let found: Signature = {}
  const long = blocks.findIndex(({ text }) => text.length > MAX_LINE)
  const end = Math.min(long < 0 ? blocks.length - 1 : long, HEAD_BLOCKS)
  const take = (index: number, signature: Signature) => {
    taken.set(index, signature.date === undefined ? 'byline' : 'dateline')
    found = { ...signature, ...found }
  }
  for (let index = 0; index < end; index += 1) {
    const signature = signatureOf(blocks[index]!.text)
    if (signature === undefined) continue
    take(index, signature)
    if (signature.date === undefined || found.byline !== undefined) continue
    // A bare name counts as a byline only right above or below a date.
    const above = blocks[index]!.attached && !taken.has(index - 1) ? index - 1 : -1
    const below = index + 1 < end && blocks[index + 1]!.attached ? index + 1 : -1
    const name = [above, below].find((near) => near >= 0 && isName(blocks[near]!.text))
    if (name !== undefined) take(name, { byline: blocks[name]!.text })
  }
  const last = blocks.length - 1
  const closing = last > end ? signatureOf(blocks[last]!.text) : undefined
  if (closing !== undefined && !parseDate(blocks[last]!.text)) take(last, closing)
  return {
    blocks: blocks.filter((_, index) => !taken.has(index)),
    removed: [...taken].sort(([a], [b]) => a - b).map(([index, rule]) => ({ rule, text: blocks[index]!.text })),
    metadata: found,
  }
}

const by =
  /^(?:by|written by|posted by|von|geschrieben von|par|por|di|a cura di|door|av|autor|autorka|author|text|texte|texto|testo|автор|tekst|текст|作者|文)(?::|：)? *(?=\p{Lu}|\p{Lo})/iu
const published =
  /\b(?:published|posted|updated|last updated|modified|date|on|at|am|pm|a\.m\.|p\.m\.|et|est|edt|gmt|utc|cet|veröffentlicht|aktualisiert|stand|am|um|uhr|vom|publié|mis à jour|modifié|le|à|publicado|actualizado|el|a las|pubblicato|aggiornato|il|alle|ore|publicado|atualizado|em|às|gepubliceerd|geplaatst|bijgewerkt|op|om|opublikowano|aktualizacja|publicerad|uppdaterad|kl|den)(?![\p{L}])\.?|опубликовано|обновлено|года|г\./giu

/** What a line says of author and date, when it says nothing else. */
export function signatureOf(line: string): Signature | undefined {
  if (line.length > MAX_LINE) return undefined
  const found = findDate(line)
  if (found === undefined) {
    const byline = bylineOf(line)
    return byline === undefined ? undefined : { byline }
  }
  const around = `${line.slice(0, found.start)} | ${line.slice(found.end)}`
  const left = around
    .replace(/\b\d{1,2}[:.h]\d\d(?::\d\d)?\b/g, ' ')
    .replace(published, ' ')
    .replace(weekday(), ' ')
    .replace(/[\s|•·,:;()–—/-]+/g, ' ')
    .trim()
  if (left === '') return { date: found.date }
  const byline = bylineOf(left) ?? (isName(left) && /[|•·–—/]|\s-\s/.test(line) ? left : undefined)
  return byline === undefined ? undefined : { byline, date: found.date }
}

function bylineOf(line: string): string | undefined {
  const name = line.replace(/^[—–-]\s*/, '').replace(by, '')
  return name !== line.replace(/^[—–-]\s*/, '') && isName(name) ? name.trim() : undefined
}

const particle = '(?:de|von|van|der|den|del|della|la|le|di|da|do|dos|das|du|bin|al|el|ten|ter|zu|zum|and|und|et|y|e|i|och|&|и|та)'
const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*)"
const latinName = new RegExp(`^${nameWord}(?:,? (?:${particle} ){0,2}${nameWord}){1,6}$`, 'u')

/** Two to seven capitalized words, as names are; no more is known. Names in scripts without capitals need a byline's word before them. */
function isName(text: string): boolean {
  return text.length <= 80 && latinName.test(text.trim()) && findDate(text) === undefined
}

let weekdays: RegExp | undefined

function weekday(): RegExp {
  weekdays ??= buildWeekdays()
  return weekdays
}

function buildWeekdays(): RegExp {
  const names = 'en de fr es it pt nl pl ru uk sv'.split(' ').flatMap((language) =>
    (['long', 'short'] as const).flatMap((width) => {
      const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
      return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2001, 0, day)).replaceAll('.', '\\.'))
    }),
  )
  return new RegExp(`(?<!\\p{L})(?:${[...new Set(names)].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`, 'giu')
}
