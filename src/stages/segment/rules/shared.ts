/** What the rules for several marks share. */
import type { Candidate } from '../candidate.ts'
import { isSpace, Kind, kindAt } from '../characters.ts'

/** true: the sentence ends here; false: it goes on; undefined: not for this rule to say. */
export type Rule = (candidate: Candidate) => boolean | undefined

/** UTF-16 code units. */
const longestAside = 120

/** '[...]', '(?)': an omission or a comment on what was said. */
export const bracketed: Rule = (c) =>
  /[([{（［]/.test(c.text[c.at - 1] ?? '') && /[)\]}）］]/.test(c.text[c.runEnd] ?? '') ? false : undefined

/** '“To be, or not to be?” (Hamlet)': an aside that ends the block says whose words, or what to think of them. */
export const attribution: Rule = (c) => {
  if (!c.closed || c.text[c.resume] !== '(') return undefined
  const close = c.text[c.end - 1] === '.' ? c.end - 2 : c.end - 1
  const aside = c.text.slice(c.resume, close)
  return c.text[close] === ')' && aside.length < longestAside && !aside.includes(')') ? false : undefined
}

/** 'wait.Then', 'U.S.', '3.5', 'example.com': without a gap a sentence ends only between words that look like an end and a start. */
export const glued: Rule = (c) => {
  if (c.gap) return undefined
  if (c.next !== c.after && c.opened !== 'mark' && c.opened !== 'inverted') return false
  if (c.word === '' || c.rules.abbreviations.has(c.word) || isPartOfAddress(c)) return false
  const before = kindAt(c.text, c.at - 1)
  // Korean goes on behind a quotation: '"간다."라고'.
  if (c.nextKind === Kind.letter)
    return !c.closed && before === Kind.letter && c.word.length > 2 && c.nextWord.length > 1 && !c.word.includes('.')
  if (c.nextKind !== Kind.upper) return false
  const second = kindAt(c.text, c.next + 1)
  const opensSentence = second === Kind.lower || second === Kind.space || /^[ivxlc]+$/.test(c.nextWord)
  if (before === Kind.digit) return opensSentence && /^[\d.,]+$/.test(c.word) && second === Kind.lower
  return opensSentence && before === Kind.lower && c.word.length > 2 && !c.word.includes('.')
}

/** '.' inside 'www.Example.com/a' or 'Jane.Doe@example.com'. */
function isPartOfAddress(c: Candidate): boolean {
  let from = c.at
  while (from > c.start && from > c.at - 64 && !isSpace(c.text, from - 1)) from--
  let to = c.after
  while (to < c.end && to < c.after + 64 && !isSpace(c.text, to)) to++
  return /[@/\\_=]|www\./i.test(c.text.slice(from, to)) || /[\p{L}\d][.:][\p{L}\d]|\(\)/u.test(c.text.slice(c.after, to))
}

/** Whether the next word is one that opens sentences and is no name. */
export function opensSentence({ nextKind, nextWord, rules: { starters } }: Candidate): boolean {
  if (nextKind !== Kind.upper && nextKind !== Kind.letter) return false
  return starters.has(nextWord) || (nextWord.endsWith("'") && starters.has(nextWord.slice(0, -1)))
}

/** 'done. b) The next': the marker of a list item opens a sentence in any case. */
export function isMarkedItem(c: Candidate): boolean {
  return /^(?:\p{L}|[ivx]{1,4}|\d{1,3})\.?\)/u.test(c.text.slice(c.next, c.next + 6))
}
