import { expect, test } from 'vitest'
import { capitalsTell } from '../../../src/names/text/capitals.ts'
import { splitWords } from '../../../src/names/text/words.ts'

test.each([
  ['Robert Koch was a doctor. He lived in Berlin.', true],
  ['the german doctor robert koch', false],
  ['hot take: Cristiano was better. no jokes', false],
  ['DR ROBERT KOCH VISITED BERLIN', false],
  ['The WHO met NATO in Geneva.', true],
  ['Dinner was good.\niPhone users disagreed. They stayed.', true],
  ['немецкий врач роберт кох', false],
  ['Немецкий врач Роберт Кох', true],
  ['قال محمد شيئا', true],
  ['რობერტ კოხი ექიმი იყო', true],
  ['هو في Berlin and قال', true],
  ['', true],
])('%s', (text, expected) => {
  expect(capitalsTell(splitWords(text))).toBe(expected)
})
