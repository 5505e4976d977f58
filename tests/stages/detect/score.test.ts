import { describe, expect, test } from 'vitest'
import { type Letters, readLetters } from '../../../src/stages/detect/letters.ts'
import { COUNT_BITS, COUNT_MASK, findEntries, shippedModel } from '../../../src/stages/detect/model.ts'
import { LONGEST, readNgrams } from '../../../src/stages/detect/ngrams.ts'
import { score } from '../../../src/stages/detect/score.ts'
import { LANGUAGES } from '../../../src/stages/detect/word-scores.ts'
import { samples } from './samples.ts'

const model = shippedModel()

/** What each n-gram of a text says, one after the other. */
function addedUp(letters: Letters) {
  const [sums, known] = [new Int32Array(LANGUAGES), new Int32Array(LANGUAGES)]
  const { count, keys, orders } = readNgrams(letters)
  const found = new Uint32Array(count)
  findEntries(model, keys, count, found)
  for (let ngram = 0; ngram < count; ngram++) {
    const start = found[ngram]! >>> COUNT_BITS
    for (const entry of model.entries.subarray(start, start + (found[ngram]! & COUNT_MASK))) {
      sums[entry & 0xff]! += entry >> 8
      if (orders[ngram] === LONGEST) known[entry & 0xff]!++
    }
  }
  return { sums, known, long: orders.subarray(0, count).filter((order) => order === LONGEST).length }
}

const text = samples.flatMap(([, sentence, phrase]) => [sentence, phrase]).join(' ')

describe('what the n-grams of a text say', () => {
  test.each([
    ['sentences of all languages', samples.map(([, sentence]) => sentence)],
    ['words that come again', ['the bridge the bridge the bridge', 'bridge the', 'thebridge']],
    [
      'words of one letter, and of more than are remembered',
      ['a b a', 'x'.repeat(23), `${'y'.repeat(24)} ${'y'.repeat(25)}`, 'z'.repeat(26)],
    ],
    ['nothing', ['', '12']],
  ])('is what they say one by one: %s', (_, texts) => {
    for (const one of [...texts, ...texts]) expect(score(model, readLetters(one))).toEqual(addedUp(readLetters(one)))
  })

  test('is the same after more words than are remembered', () => {
    const words = text.match(/\p{L}+/gu)!
    // Two words of the samples run together: several times as many as there is room for.
    for (let at = 0; at < 100_000; at += 1000) {
      const made = Array.from({ length: 1000 }, (_, k) => words[(at + k) % words.length]! + words[((at + k) * 7919) % words.length]!)
      const letters = readLetters(made.join(' '))
      expect(score(model, letters)).toEqual(addedUp(letters))
    }
    expect(score(model, readLetters(text))).toEqual(addedUp(readLetters(text)))
  })
})
