/** A boundary worth splitting at, best first: clause marks with a space, clause marks of scripts without spaces, any space. */
const boundaries: readonly RegExp[] = [/[;:；：]\s|[;；]|[,،、，၊—–]\s+|[、，،]/g, /\s+/g]

/**
 * `text` in pieces of at most `limit` code points, for engines that take no more. Joined with '' they are `text` again.
 *
 * Pieces end behind a clause mark when one stands in the second half of the piece, else behind white space, else anywhere but inside a
 * surrogate pair or before a combining mark.
 *
 * @throws RangeError when `limit` is below 1.
 */
export function splitLong(text: string, limit: number): string[] {
  if (!(limit >= 1)) throw new RangeError(`Expected a limit of at least 1 code point, got ${limit}`)
  const pieces: string[] = []
  let rest = text
  for (;;) {
    const window = indexOfCodePoint(rest, limit)
    if (window >= rest.length) break
    const end = cut(rest.slice(0, window), rest)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest)
  return pieces
}

function cut(window: string, rest: string): number {
  for (const boundary of boundaries) {
    let best = 0
    for (const match of window.matchAll(boundary)) best = match.index + match[0].length
    if (best > window.length / 2 || (boundary === boundaries.at(-1) && best > 0)) return best
  }
  let end = window.length
  while (end > 1 && /^\p{M}/u.test(rest.slice(end, end + 2))) end--
  // Back inside a surrogate pair, or nothing but marks: cut where the window ends.
  return end > 1 && !/^[\udc00-\udfff]/.test(rest.slice(end)) ? end : window.length
}

/** UTF-16 index behind the first `count` code points; the length when there are fewer. */
function indexOfCodePoint(text: string, count: number): number {
  if (text.length <= count) return text.length
  let index = 0
  for (let seen = 0; seen < count && index < text.length; seen++) index += text.codePointAt(index)! > 0xffff ? 2 : 1
  return index
}
