import { expect, test } from 'vitest'
import { transcribedNames } from '../../../src/names/words/transcriptions.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

test.each([
  ['니체', 'nietzsche'],
  ['莎士比亞', 'shakespeare'],
  ['莎士比亚', 'shakespeare'],
  ['馬爾克斯', 'márquez'],
  ['تشيخوف', 'chekhov'],
  ['שייקספיר', 'shakespeare'],
])('%s is how %s is written', (written, latin) => {
  expect(transcribedNames(written)).toContain(latin)
})

test('what is no transcription, or Latin itself, is none', () => {
  expect(transcribedNames('전쟁은')).toEqual([])
  expect(transcribedNames('constructor')).toEqual([])
})

const glossary = glossaryOf('William Shakespeare', 'Ludwig van Beethoven', 'Oscar Wilde', 'Jorge Luis Borges', 'Gabriel García Márquez')

test.each([
  ['zh', '威廉·莎士比亚的剧本在北京。', ['William Shakespeare']],
  ['zh', '王尔德养猫。', ['Oscar Wilde']],
  ['zh-Hant', '博爾赫斯寫作。', ['Jorge Luis Borges']],
  ['ko', '윌리엄 셰익스피어의 책이 있다.', ['William Shakespeare']],
])('%s: %s: transcriptions that sound little like the name are known', (language, text, expected) => {
  expect(findMentions(text, language, glossary).map(({ canonical }) => canonical)).toEqual(expected)
})
