import type { Word } from './words.ts'

/** Of the words that open a sentence or a line, how many are in lower case where the writer uses no capitals. In edited text hardly one is. */
const LOWER = 0.5
/** Of all words, how many are in capitals where all are: a headline, a telegram. Acronyms make up a tenth of some sentences. */
const UPPER = 0.8

/** Has capitals for headlines alone. */
const georgian = /^\p{Script=Georgian}/u

/** Of all words, how many have case at least. A few in Latin letters tell nothing of an Arabic text. */
const CASED = 0.5

/** Whether capitals tell names from words in a text: they do where sentences begin with one and go on without; and in a script that has none, nothing else does. */
export function capitalsTell(words: readonly Word[]): boolean {
  let cased = 0
  let capitals = 0
  let opening = 0
  let lower = 0
  for (const { text, gap, hashtag } of words) {
    const isLower = text === text.toLowerCase()
    if (hashtag || (isLower && (text === text.toUpperCase() || georgian.test(text)))) continue
    cased++
    if (text.length > 1 && text === text.toUpperCase()) capitals++
    if (gap !== 'break' && gap !== 'line' && gap !== 'stop') continue
    opening++
    if (isLower) lower++
  }
  return cased <= CASED * words.length || (capitals < UPPER * cased && (opening === 0 || lower < LOWER * opening))
}
