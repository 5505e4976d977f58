import { isWord } from '../../../../src/names/words/lexicon.ts'
import { knownName } from '../../../../src/names/words/persons.ts'

/** A line of real text with the places where somebody is named: what stands before the first, between them, after the last. */
export type Slots = readonly string[]

const run = /(?<=[\p{Ll}\p{M},:«„“"(] )\p{Lu}[\p{Ll}\p{M}]{2,}(?: \p{Lu}[\p{Ll}\p{M}]{2,}){0,2}(?![\p{L}\p{M}'’-])/gu
const foreign = /[ァ-ヴー]{2,}・[ァ-ヴー・]{2,}|[\u4e00-\u9fff]{2,}·[\u4e00-\u9fff]+/gu

/** The line taken apart where it names people; one part where it names nobody. */
export function slotsOf(line: string, language: string): Slots {
  const pieces: string[] = []
  let last = 0
  for (const { 0: name, index } of line.matchAll(/\p{Script=Han}|\p{Script=Katakana}/u.test(line) ? foreign : run)) {
    if (!isPerson(name, language)) continue
    pieces.push(line.slice(last, index))
    last = index + name.length
  }
  return [...pieces, line.slice(last)]
}

function isPerson(name: string, language: string): boolean {
  const words = name.split(' ')
  if (/[・·]/u.test(name)) return true
  return words.length > 1 && knownName(words[0]!).given && knownName(words.at(-1)!).family && words.every((word) => !isWord(word, language))
}
