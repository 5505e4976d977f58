/** Lists set in running text: '1. The first item 2. The second item'. */
import { isLetter, isSpace, Kind, kindAt } from './characters.ts'
import type { LanguageRules } from './languages/index.ts'

/** A list marker such as '2.)', 'b.' or '(iv)'. */
export interface Marker {
  /** First character, an opening bracket or bullet included. */
  readonly start: number
  /** Behind the last one. */
  readonly end: number
  /** What stands around the number: '(.', '.)' … Items of one list agree in it. */
  readonly style: string
  readonly label: string
}

/** The marker that ends at the full stop or bracket at `index`, if one does. Blanks stand around a marker. */
export function markerAt(text: string, start: number, index: number): Marker | undefined {
  const next = kindAt(text, index + 1)
  if (next !== Kind.space && !(text[index] === '.' && text[index + 1] === ')')) return undefined
  let end = index
  if (text[index] === ')' && text[index - 1] === '.') end--
  else if (text[index] === '.' && text[index + 1] === ')') return undefined
  let from = end
  while (from > start && from > end - 4 && (isLetter(kindAt(text, from - 1)) || kindAt(text, from - 1) === Kind.digit)) from--
  const label = text.slice(from, end)
  if (!/^(?:\d{1,3}|\p{L}|[ivx]{2,4})$/u.test(label)) return undefined
  const bracket = text[from - 1] === '(' && from > start
  const bullet = !bracket && from > start && text[from - 1] === '⁃'
  const first = bracket || bullet ? from - 1 : from
  if (first > start && !isSpace(text, first - 1)) return undefined
  const style = `${text.slice(first, from)}${text.slice(end, index + 1)}`
  // Initials look the same: 'A. Smith and B. Jones'.
  if (style === '.' && kindAt(text, from) === Kind.upper) return undefined
  return { start: first, end: index + 1, style, label }
}

/** The markers of items that no full stop announces. `starts` are the sentences' starts found so far. */
export function innerItems(text: string, markers: readonly Marker[], starts: ReadonlySet<number>, rules: LanguageRules): Marker[] {
  const found: Marker[] = []
  for (let i = 0; i < markers.length; i++) {
    const head = markers[i]!
    if (!starts.has(head.start) || (head.style === '.' && !/^(?:\d+|a|i)$/.test(head.label))) continue
    for (const reading of readings) {
      const end = follow(text, markers, i, reading, found, rules)
      if (end === i) continue
      i = end
      break
    }
  }
  return found
}

/** How many other markers may stand between two items of a list; bounds the work on hostile text. */
const nearest = 16

/** Follows a list from its head; returns the index of its last marker. */
function follow(text: string, markers: readonly Marker[], head: number, read: Reading, found: Marker[], rules: LanguageRules): number {
  let last = head
  let value = read(markers[head]!.label)
  for (let i = head + 1; i < markers.length && i <= last + nearest && value !== undefined; i++) {
    const marker = markers[i]!
    if (marker.style !== markers[head]!.style || read(marker.label) !== value + 1 || isOrdinal(text, marker, rules)) continue
    found.push(marker)
    value++
    last = i
  }
  return last
}

/** 'die 2. Bundesliga' is no second item. */
function isOrdinal(text: string, { start, style }: Marker, { beforeOrdinal }: LanguageRules): boolean {
  if (style !== '.' || beforeOrdinal === undefined) return false
  const before = /(\p{L}+) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  return before !== undefined && beforeOrdinal.has(before.toLowerCase())
}

type Reading = (label: string) => number | undefined

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

const readings: readonly Reading[] = [
  (label) => (/^\d/.test(label) ? Number(label) : undefined),
  (label) => {
    const index = romans.indexOf(label)
    return index < 0 ? undefined : index
  },
  (label) => (label.length === 1 && !/\d/.test(label) ? label.charCodeAt(0) : undefined),
]
