/** Characters that say how a text is to be read, compared between a text and its translation. */

/** What a decoder, a tokenizer or a model leaves where it knew no character. */
export function hasBroken(text: string): boolean {
  return /\uFFFD|<unk>|[⁇▁]/iu.test(text)
}

const tag = /<\/?[a-z][^<>]{0,200}>/giu
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]\w{1,30});/giu
const placeholder = /\$?\{{1,2}\s?[\w.]+\s?\}{1,2}|%(?:\d\$)?[sdif]\b|%\(\w+\)[sd]/gu

/** Tags and entities of `target` that `source` lacks, or the reverse; the same but for their order are the same. */
export function markupDiffers(source: string, target: string): boolean {
  if (!/[<&]/u.test(source) && !/[<&]/u.test(target)) return false
  const found = (text: string): string =>
    [...text.matchAll(tag), ...text.matchAll(entity)]
      .map(([match]) => match.toLowerCase())
      .sort()
      .join()
  return found(source) !== found(target)
}

/** `{name}`, `%s`, `${x}` of `source` that `target` lacks. */
export function lacksPlaceholder(source: string, target: string): boolean {
  return /[{%]/u.test(source) && [...source.matchAll(placeholder)].some(([match]) => !target.includes(match))
}

/** Whole texts in capitals, or without a single one, when the source is not. Scripts without case say nothing. */
export function caseDiffers(source: string, target: string): boolean {
  const after = caseOf(target)
  return after !== 'mixed' && after !== 'none' && caseOf(source) !== after && (target.match(/\p{L}+/gu)?.length ?? 0) >= 4
}

function caseOf(text: string): 'upper' | 'lower' | 'mixed' | 'none' {
  if (/\p{Lu}/u.test(text) && /\p{Ll}/u.test(text)) return 'mixed'
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0
  if (upper + lower < 8) return upper + lower === 0 ? 'none' : 'mixed'
  if (lower === 0) return 'upper'
  return upper === 0 ? 'lower' : 'mixed'
}

/** A sentence that ends in a mark, and its translation that ends in none, or in one of another kind. */
export function endDiffers(source: string, target: string): boolean {
  const before = endOf(source)
  return before !== '' && before !== endOf(target)
}

function endOf(text: string): string {
  const last = /([.!?…:;。！？：；।؟])["'”’»」』）)\]\s]*$/u.exec(text)?.[1] ?? ''
  if (/[?？؟]/u.test(last)) return '?'
  // Exclamation marks and colons come and go between languages.
  return last === '' ? '' : '.'
}

/** Quotation marks are left open on purpose where a quotation goes on: 1.1 % of references of FLORES. */
const pairs = ['()', '[]', '{}', '（）', '「」', '『』']

/** Brackets that `target` leaves open, or closes, when those of `source` are in order. */
export function pairsBroken(source: string, target: string): boolean {
  const broken = (text: string): boolean => pairs.some(([open = '', close = '']) => text.split(open).length !== text.split(close).length)
  return /[()[\]{}（）「」『』]/u.test(target) && broken(target) && !broken(source)
}

/** A word twice in a row that the source does not have twice. */
export function doublesWord(source: string, target: string): boolean {
  const doubled = /(?<![\p{L}\p{M}])(\p{Ll}[\p{L}\p{M}]+)\s+\1(?![\p{L}\p{M}])/u
  const [, word = ''] = doubled.exec(target) ?? []
  // English, where both may stand: 'that that is', 'had had'.
  return word !== '' && !['that', 'had', 'is'].includes(word) && !doubled.test(source)
}
