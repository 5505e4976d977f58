/**
 * What is in a text and is no running text: addresses, handles, code. Names in it are nobody's to spell. The starts are cheap to look for; each
 * alternative is tried at few places of a text.
 *
 * Addresses with a scheme or 'www.' (RFC 3986 characters, less what closes a sentence), e-mail addresses, @handles and r/, u/ of forums, code
 * between backticks, and bare domains of the commonest top-level domains.
 */
const pattern = new RegExp(
  [
    /```[\s\S]*?(?:```|$)/u,
    /`[^`\n]+`/u,
    /(?:https?|ftp):\/\/[^\s<>"'«»“”]+/u,
    /\bwww\.[^\s<>"'«»“”]+/u,
    /(?<![\p{L}\p{N}.])[@＠][\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]+)?/u,
    /(?<![\p{L}\p{N}/])\/?[ur]\/\w{3,}/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)

/** Where an e-mail address or a domain may be: at its '@' or before its last label; what stands before is found from there. */
const inner = new RegExp(
  `(?:${[
    /(?<=[\p{L}\p{N}])@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u,
    /(?<=[\p{L}\p{N}])\.(?:com|org|net|edu|gov|info|io|co|eu|de|fr|es|it|pl|ru|uk|nl|jp|cn|br|ch|at)(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u,
  ]
    .map(({ source }) => source)
    .join('|')})${/(?:\/[^\s<>"'«»“”]*)?/u.source}`,
  'gu',
)
const before = /[\p{L}\p{N}._%+-]*$/u
/** Characters of the longest address that is read backwards. */
const LONGEST = 100

/** Half-open ranges of `text`, UTF-16 code units, in order, which may touch but not overlap. */
export function masksOf(text: string): { readonly start: number; readonly end: number }[] {
  const masks: { start: number; end: number }[] = []
  if (/[@＠`/]/u.test(text)) {
    for (const { 0: found, index } of text.matchAll(pattern)) masks.push({ start: index, end: index + found.length })
  }
  const plain = masks.length
  for (const { 0: found, index } of text.matchAll(inner)) {
    const head = before.exec(text.slice(Math.max(0, index - LONGEST), index))![0]
    masks.push({ start: index - head.length, end: index + found.length })
  }
  return plain === 0 || plain === masks.length ? masks : merged(masks)
}

function merged(masks: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of masks.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}
