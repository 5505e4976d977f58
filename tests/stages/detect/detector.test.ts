import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPrior } from '../../../src/stages/detect/detector.ts'
import { defaultDetector, detectLine, franc } from '../../../src/stages/detect/index.ts'
import { readLetters } from '../../../src/stages/detect/letters.ts'
import { samples } from './samples.ts'

const detector = defaultDetector()

describe('the default detector', () => {
  it.each(samples)('knows a sentence and a phrase in %s', (language, sentence, phrase) => {
    expect(detector.detect(sentence).language).toBe(language)
    expect(detector.detect(sentence).confidence).toBeGreaterThan(0.8)
    expect(detector.detect(phrase).language).toBe(language)
  })

  it('tells Serbian in Latin letters by its script', () => {
    expect(detector.detect('Lepo vreme se vratilo, pa su deca celo popodne bila pored reke.').language).toBe('sr-Latn')
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['digits', '12 345 67.8 %'],
    ['punctuation', '— … ?! •'],
    ['emoji', '😀🎉 👍'],
    ['an address', 'https://www.example.org/a/b-c.html?x=1&y=2'],
    ['a mail address', 'first.last@mail.example.org'],
    ['a UUID', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['base64', 'VGhlIG9sZCBicmlkZ2Ugd2FzIHJlcGFpcmVkIGxhc3Qgd2ludGVyLg=='],
    ['a digest', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['keys struck at random', 'xkqj zpfhw qlwmv bnrtg ywxzk pqjhd vvkzt'],
    ['code', 'const { a, b } = await load(`/x/` + id); return a[0] === b ? { x: 1 } : [];'],
  ])('calls %s undetermined', (_, text) => {
    expect(detector.detect(text)).toEqual({ language: 'und', confidence: 0 })
  })

  it('reads a text around the addresses and numbers in it', () => {
    const text = 'Siehe https://www.example.org/archiv/2024/05/17/index.html oder schreiben Sie bis 13.04.2024 an name@example.com.'
    expect(detector.detect(text).language).toBe('de')
  })

  it.each([
    ['de', '@BVB der Umtausch der Karten ist #ChampionsLeague https://t.co/JK4z0pQw7T'],
    ['en', 'RT @le_monde: @BVB so what are we doing tonight hehehe 😂😍 https://t.co/aB3dE9xYz1'],
    ['es', 'nooooo puede serrrr jajajaja :-D #TBT'],
    ['pt', '@NTV não acredito nisso kkkkkkk <3'],
    ['fr', '> oui, ils sont arrivés à quatorze heures'],
    ['ru', 'хахахаха а он чемпион ))) #чемпион'],
    ['ja', '面白すぎるでしょｗｗｗ@beyonce_jp_fan フォローお願いします'],
    ['it', '#nonciposso #maperché'],
  ])('reads the %s of a post under its noise', (language, text) => {
    expect(detector.detect(text).language).toBe(language)
  })

  it('keeps the language of sentences under noise', () => {
    const text = '@NTV Het is een belangrijke bijdrage. #tbt https://t.co/JK4z0pQw7T\nRT @CNN: Dat weet toch iedereen hahaha 😂😂'
    expect(detector.detect(text).language).toBe('nl')
  })

  it('holds a post, and nothing else, for likelier in a language of many people', () => {
    const before = detector.detect('vamos a ver').language
    expect(before).not.toBe('es')
    for (const post of ['@mar vamos a ver', 'vamos a ver 😂', 'vamos a ver jajaja', 'vamos a ver :-)', 'vamos a ver https://t.co/aB3dE9'])
      expect(detector.detect(post).language).toBe('es')
    expect(detector.detect(`vamos a ver (1) ${'!'.repeat(9)} — «»`).language).toBe(before)
  })

  it('takes no word for laughter', () => {
    for (const word of ['mama', 'elle', 'alla', 'coco', 'Schifffahrt', 'papa', 'banana']) {
      const { units, length } = readLetters(word)
      expect(String.fromCharCode(...units.subarray(1, length - 1))).toBe(word.toLowerCase())
    }
    for (const laugh of ['haha', 'jajajaj', 'kkkk', 'www', 'хаха', 'ههههه', 'ㅋㅋㅋ', 'rsrsrs', 'HAHAHA'])
      expect(readLetters(laugh).letters).toBe(0)
  })

  it('asks franc about scripts and languages that the model does not have', () => {
    expect(detector.detect('བོད་ཡིག་ནི་བོད་མིའི་ཡི་གེ་ཡིན།').language).toBe('bo')
    expect(
      detector.detect('די אַלטע בריק איז פֿאַרריכט געוואָרן דעם פֿאַרגאַנגענעם ווינטער, און מאָנטיק זענען די ערשטע באַנען געפֿאָרן.').language,
    ).toBe('yi')
  })

  it('answers only what it is asked for', () => {
    const [, sentence] = samples.find(([language]) => language === 'nl')!
    expect(detector.detect(sentence, { only: ['de', 'en'] }).language).toMatch(/^(de|en)$/)
    expect(detector.detect('舊橋在去年冬天修好了', { only: ['zh', 'en'] }).language).toBe('zh-Hant')
    expect(detector.detect(sentence, { only: ['ru'] }).language).toBe('und')
  })

  it('gives chances that sum to one at most, best first', () => {
    for (const [, sentence, phrase] of samples) {
      for (const text of [sentence, phrase]) {
        const chances = detector.rank(text).map(({ confidence }) => confidence)
        expect(chances).toEqual([...chances].sort((a, b) => b - a))
        expect(chances.reduce((a, b) => a + b)).toBeLessThanOrEqual(1 + 1e-9)
      }
    }
  })

  it('is honest about close languages: less sure of a text that could be either', () => {
    expect(detector.detect('dobar dan').confidence).toBeLessThan(0.7)
    expect(detector.detect('guten Tag, wie geht es Ihnen heute').confidence).toBeGreaterThan(0.9)
  })

  it('takes any Unicode, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { language, confidence } = detector.detect(text)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(language === 'und').toBe(confidence === 0)
        expect(detector.detect(text)).toEqual({ language, confidence })
      }),
    )
  })

  it('reads a long line quickly', () => {
    expect(detectLine('wort '.repeat(1_000_000)).language).not.toBe('')
    expect(detectLine('x'.repeat(5_000_000)).language).toBe('und')
  })
})

describe('a prior', () => {
  it('tips the scale where the text leaves it open', () => {
    const open = 'dobar dan'
    for (const prior of ['hr', 'sr-Latn', 'bs']) expect(detector.detect(open, { prior }).language).toBe(prior)
  })

  it('does not outweigh the text', () => {
    for (const [language, sentence] of samples) expect(detector.detect(sentence, { prior: 'en' }).language).toBe(language)
  })

  it('counts ten to one, whatever else is likely', () => {
    const ranking = [
      { language: 'de', confidence: 0.6 },
      { language: 'nl', confidence: 0.3 },
    ]
    expect(withPrior(ranking, 'nl')[0]!.language).toBe('nl')
    expect(withPrior(ranking, 'nl')[0]!.confidence).toBeCloseTo(3 / 3.7)
    expect(withPrior(ranking, 'fr')).toBe(ranking)
  })
})

describe('franc', () => {
  // It takes the English sentence for Scots, and the Slovak one for Slovene.
  it.each(samples.filter(([language]) => !['fa', 'en', 'sk'].includes(language)))(
    'knows a sentence in %s, by its shortest tag',
    (language, sentence) => {
      expect(franc().detect(sentence).language).toBe(language)
    },
  )
})
