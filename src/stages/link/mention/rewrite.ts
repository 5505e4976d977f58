import type { Mention, Span } from '../../../article.ts'
import { type Part, Role } from '../../../glossary/parts.ts'

/** `text` with every mention whose action is 'rewrite' replaced. Mentions are in order and do not overlap. */
export function rewrite(text: string, mentions: readonly Mention[]): string {
  let out = ''
  let last = 0
  for (const { span, replacement, action } of mentions) {
    if (action !== 'rewrite') continue
    out += text.slice(last, span.start) + replacement
    last = span.end
  }
  return out + text.slice(last)
}

/**
 * Undoes `rewrite`: the text that `mentions` were found in, from the text that they were rewritten in.
 * @throws RangeError when `text` is not what the rewrite of these mentions gave
 */
export function restore(text: string, mentions: readonly Mention[]): string {
  let out = ''
  let last = 0
  let growth = 0
  for (const { span, surface, replacement, action } of mentions) {
    if (action !== 'rewrite') continue
    const start = span.start + growth
    const end = start + replacement.length
    if (start < last || text.slice(start, end) !== replacement) {
      throw new RangeError(`expected '${replacement}' at ${start}: these are not the mentions of this text`)
    }
    out += text.slice(last, start) + surface
    last = end
    growth += replacement.length - surface.length
  }
  return out + text.slice(last)
}

/**
 * Where `spans` of a text are after its rewrite. A name that two spans share goes to the first whole: no span starts or ends inside one.
 */
export function moveSpans(spans: readonly Span[], mentions: readonly Mention[]): Span[] {
  const changes = mentions.filter(({ action }) => action === 'rewrite')
  /** Growth of the text up to and with each change. */
  const growth: number[] = []
  for (const { span, replacement } of changes) growth.push((growth.at(-1) ?? 0) + replacement.length - (span.end - span.start))
  const move = (offset: number): number => {
    let low = 0
    let high = changes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (changes[middle]!.span.start < offset) low = middle + 1
      else high = middle
    }
    const last = changes[low - 1]
    return last === undefined ? offset : Math.max(offset, last.span.end) + growth[low - 1]!
  }
  return spans.map(({ start, end }) => ({ start: move(start), end: move(end) }))
}

/** How `wanted` is written in the place of `surface`: in capitals where that was, with a capital where a sentence gave it one. */
export function spellLike(surface: string, wanted: string): string {
  if (surface === surface.toLowerCase() && /^\p{L}/u.test(surface)) return wanted.toLowerCase()
  if (isCapitals(surface) && !isCapitals(wanted)) return wanted.toUpperCase()
  const [first = ''] = surface
  return first === first.toLowerCase() ? wanted : capitalized(wanted)
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
}

function capitalized(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** The part of `parts` that stands for `found`: of the same role, the same spelling if there is one, else the first. */
export function counterpart(found: Part, parts: readonly Part[]): Part | undefined {
  const sameRole = parts.filter(({ role }) => role === found.role)
  return (
    sameRole.find(({ key }) => key === found.key) ??
    sameRole[0] ??
    (found.role === Role.core ? parts.find(({ role }) => role === Role.family) : undefined)
  )
}
