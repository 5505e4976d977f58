import { expect, test } from 'vitest'
import { spellingsOfKanji } from '../../../src/names/scripts/kanji.ts'
import { spellingsOfKana } from '../../../src/names/scripts/romaji.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

test.each([
  ['しんぞう', ['shinzo', 'shinzō', 'sinzô', 'shinzou', 'shinzoh']],
  ['じゅんいちろう', ['junichiro', 'zyunitirô']],
  ['ほんま', ['honma', 'homma']],
  ['はっとり', ['hattori']],
  ['やっちゃん', ['yatchan', 'yattyan']],
  ['ちづ', ['chizu', 'tizu']],
])('%s is spelt after Hepburn and Kunrei, with long vowels in every way', (kana, spelt) => {
  expect(spellingsOfKana(kana)).toEqual(expect.arrayContaining(spelt))
})

test('old and new forms of a character are read alike', () => {
  expect(spellingsOfKanji('黒澤', 'family')).toEqual(spellingsOfKanji('黒沢', 'family'))
  expect(spellingsOfKanji('黒沢', 'family')).toContain('kurosawa')
})

test('what is no name has no reading', () => {
  expect(spellingsOfKanji('首相', 'family')).toEqual([])
})

const glossary = glossaryOf('Haruki Murakami', 'Natsume Sōseki', 'Shinzo Abe', 'Junichiro Koizumi', 'Yayoi Kusama', 'Hayao Miyazaki')

const found = (text: string, language = 'ja') =>
  findMentions(text, language, glossary).map(({ surface, canonical, action }) => [surface, canonical, action])

test('a name in kanji is found by its reading, in either order of the glossary, and stays as written', () => {
  expect(found('安倍晋三は夏目漱石を読んだ。')).toEqual([
    ['安倍晋三', 'Shinzo Abe', 'keep'],
    ['夏目漱石', 'Natsume Sōseki', 'keep'],
  ])
})

test('a family name alone is that of a person who is named in full and written so', () => {
  expect(found('村上春樹は走る。村上は書く。邑上は書かない。').map(([surface]) => surface)).toEqual(['村上春樹', '村上'])
  expect(found('村上は書く。')).toEqual([])
})

test('a name that goes on is another', () => {
  expect(found('安倍晋三は来たが、安倍晴明は来ない。宮崎駿は宮崎県の人ではない。').map(([surface]) => surface)).toEqual([
    '安倍晋三',
    '宮崎駿',
  ])
  expect(findMentions('小泉純一郎は歌う。', 'ja', glossaryOf('Junichi Koizumi'))).toEqual([])
})

test('of two readings alike the longer name is meant', () => {
  expect(found('草間彌生のかぼちゃ').map(([surface]) => surface)).toEqual(['草間彌生'])
})

test('a Chinese text writes the same name in its own forms', () => {
  expect(found('村上春树的书，宫崎骏的电影', 'zh').map(([surface]) => surface)).toEqual(['村上春树', '宫崎骏'])
})
