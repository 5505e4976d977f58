import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTranslation } from '../../src/engines/checks/index.ts'
import { numbersIn } from '../../src/engines/checks/numbers.ts'

describe('numbersIn', () => {
  test.each([
    ['12.345,6 Euro', 'de', ['12345.6']],
    ['12,345.6 euros', 'en', ['12345.6']],
    ['12 345,6 euros', 'fr', ['12345.6']],
    ['12’345.6 Franken', 'de', ['12345.6']],
    ['12,34,567 रुपये', 'hi', ['1234567']],
    ['3.5万人', 'zh-Hans', ['35000']],
    ['2亿', 'zh-Hans', ['200000000']],
    ['１２３人', 'ja', ['123']],
    ['١٢٣٫٥', 'ar', ['123.5']],
    ['१२३', 'hi', ['123']],
    ['3,5 Millionen', 'de', ['3500000']],
    ['3.5 million', 'en', ['3500000']],
    ['2 Milliarden', 'de', ['2000000000']],
    ['2 billion', 'en', ['2000000000']],
    ['2 Billionen', 'de', ['2000000000000']],
    ['3 mil millones y 4 mil', 'es', ['3000000000', '4000']],
    ['am 12.5.2024', 'de', ['12', '5', '2024']],
    ['2, 3 und 40', 'de', ['2', '3', '40']],
    ['1843', 'en', ['1843']],
    ['keine', 'de', []],
  ])('reads %s (%s)', (text, language, numbers) => {
    expect(numbersIn(text, language)).toEqual(numbers)
  })

  test('reads what Intl writes, in any language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom('de', 'en', 'fr', 'es', 'hi', 'ar-EG', 'zh-Hans', 'de-CH', 'pl'),
        (number, language) => {
          expect(numbersIn(new Intl.NumberFormat(language).format(number), language)).toEqual([String(number)])
        },
      ),
    )
  })

  test('ends, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void numbersIn(text, 'de')))
    expect(numbersIn('1.'.repeat(20_000), 'de').length).toBeGreaterThan(0)
  })
})

describe('checkTranslation', () => {
  test.each([
    ['Sie baute 1843 eine Maschine.', 'She built a machine in 1843.', []],
    ['Sie baute 1843 eine Maschine.', 'She built a machine.', ['number-missing']],
    ['Drei von 12 kamen.', 'Three out of twelve came.', []],
    ['35.000 Besucher kamen', '3.5万 visitors came', []],
    ['Die neue Brücke ist offen.', 'Die neue Brücke ist offen.', ['untranslated']],
    ['Ada Lovelace', 'Ada Lovelace', []],
    ['Er kam zu früh.', '', ['empty']],
    ['…', '', []],
    ['Das Museum war gut.', 'The museum was good good good good.', ['repetition']],
    ['Das war sehr, sehr, sehr, sehr schön.', 'It was very, very, very, very nice.', []],
    ['Mehr auf https://example.org/a?b=1.', 'More at https://example.org/a?b=1.', []],
    ['Mehr auf https://example.org/a.', 'More there.', ['url-missing']],
    ['Fragen an ada@example.org bitte.', 'Questions please.', ['url-missing']],
    ['Die Ausstellung im alten Museum am Fluss öffnet morgen.', 'Tomorrow.', ['length-ratio']],
  ])('finds in %j → %j: %j', (source, target, findings) => {
    expect(checkTranslation(source, target, 'de', 'en')).toEqual(findings)
  })

  test('weighs Chinese against letters', () => {
    const source = '他们昨天在河边的旧博物馆里看到了一个关于数学史的新展览。'
    expect(
      checkTranslation(
        source,
        'Yesterday they saw a new exhibition on the history of mathematics at the old museum by the river.',
        'zh-Hans',
        'en',
      ),
    ).toEqual([])
    expect(checkTranslation(source, 'A new exhibition.', 'zh-Hans', 'en')).toEqual(['length-ratio'])
  })

  test('ends, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (source, target) => void checkTranslation(source, target, 'de', 'en'),
      ),
    )
    const started = process.cpuUsage()
    for (const piece of ['a', 'a ', 'ab ', 'a.', '.', '1', '1 ', '1.', '一', '一a', 'http://', 'a@', '@a.', '万']) {
      const long = piece.repeat(20_000)
      checkTranslation(long, `${long}x`, 'de', 'en')
      checkTranslation(`x ${long}`, 'y', 'zh-Hans', 'en')
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000)
  })
})

describe('numbers from 2 to 12', () => {
  test.each([
    ['Drei von 12 kamen.', 'Four out of twelve came.', 'de'],
    ['Das siebenfache Opfer kam.', 'Ten times the victim came.', 'de'],
    ['Innerhalb zweier Jahre kamen 40.', 'Within five years 40 came.', 'de'],
    ['Der Zug hatte 5 Wagen.', 'The train had six cars.', 'de'],
    ['火车有五节车厢。', 'The train had six cars.', 'zh-Hans'],
    ['他买了两本书。', 'He bought nine books.', 'zh-Hans'],
    ['У поезда было трёх машинистов.', 'The train had eight drivers.', 'ru'],
    ['Elle avait dix-sept ans et trois frères.', 'She was seventeen and had four brothers.', 'fr'],
    ['Cô ấy có mười hai cuốn sách.', 'She has eleven books.', 'vi'],
  ])('another one: %s → %s', (source, target, from) => {
    expect(checkTranslation(source, target, from, 'en')).toContain('number-changed')
  })

  test.each([
    ['Die beiden kamen.', 'The two came.', 'de'],
    ['Ein Dutzend kam.', 'Twelve came.', 'de'],
    ['Der dritte Mann kam.', 'The third man came.', 'de'],
    ['Drei der 5 Wagen sind neu.', 'Three of the five cars are new.', 'de'],
    ['十二名学生和三位老师来了。', 'Twelve students and 3 teachers came.', 'zh-Hans'],
    ['Elle avait dix-sept ans.', 'She was seventeen.', 'fr'],
    ['Etwa um 14:30 Uhr kamen sie.', 'They came at about 2:30 p.m.', 'de'],
  ])('the same one, said otherwise: %s → %s', (source, target, from) => {
    expect(checkTranslation(source, target, from, 'en')).toEqual([])
  })
})

describe('dates and times', () => {
  test.each([
    ['Am 8. März kam sie.', 'On 8 May she came.', 'de', 'date-changed'],
    ['Am Montag kam sie nach Paris.', 'On Tuesday she came to Paris.', 'de', 'date-changed'],
    ['她在3月5日来了，那天下雨。', 'She came on 5 July; it rained that day.', 'zh-Hans', 'date-changed'],
    ['周五有雨，她没来。', 'It rained on Monday, and she did not come.', 'zh-Hans', 'date-changed'],
    ['Она приехала 5 марта.', 'She arrived on 5 August.', 'ru', 'date-changed'],
    ['Um 14:30 Uhr kam sie.', 'She came at 4:30 p.m.', 'de', 'time-changed'],
    ['Um 8.15 Uhr kam sie.', 'She came at 8:50.', 'de', 'time-changed'],
  ])('another one: %s → %s', (source, target, from, code) => {
    expect(checkTranslation(source, target, from, 'en')).toContain(code)
  })

  test.each([
    ['Am 5. März kam sie.', 'She came on 3/5.', 'de'],
    ['Am 5.3.2020 kam sie.', 'On 5 March 2020 she came.', 'de'],
    ['Sie mag im Mai kommen.', 'She may come in May.', 'de'],
    ['Um 14.30 Uhr kam sie.', 'She came at 2:30 pm.', 'de'],
    ['Am Montag kam sie.', 'She came yesterday.', 'de'],
  ])('the same one, said otherwise: %s → %s', (source, target, from) => {
    expect(checkTranslation(source, target, from, 'en')).toEqual([])
  })
})

describe('what no translation looks like', () => {
  const source = 'Die neue Brücke über den Fluss ist seit gestern offen.'
  const right = 'The new bridge over the river has been open since yesterday.'
  test.each([
    ['the second half left', 'The new bridge über den Fluss ist seit gestern offen.', ['partly-untranslated']],
    ['U+FFFD', right.replace('i', '\uFFFD'), ['broken-character']],
    ['<unk>', right.replace('bridge', '⁇'), ['broken-character']],
    ['a tag', right.replace('new', '<b>new</b>'), ['markup']],
    ['an entity', right.replace(' ', '&nbsp;'), ['markup']],
    ['capitals', right.toUpperCase(), ['case']],
    ['small letters', right.toLowerCase(), ['case']],
    ['the end cut off', 'The new bridge over the river', ['end-mark']],
    ['a question', right.replace('.', '?'), ['end-mark']],
    ['an open bracket', right.replace('over', '(over'), ['brackets']],
    ['a word twice', right.replace('over', 'over over'), ['doubled-word']],
    ['another script', right.replace('river', 'река'), ['foreign-script']],
    ['nothing wrong', right, []],
  ])('%s', (_, target, codes) => {
    expect(checkTranslation(source, target, 'de', 'en')).toEqual(codes)
  })

  test('another language, where a detector is sure', () => {
    const detect = () => ({ language: 'es', confidence: 0.98 })
    const spanish = 'El nuevo puente sobre el río está abierto desde ayer.'
    expect(checkTranslation(source, spanish, 'de', 'en', { detect })).toEqual(['wrong-language'])
    expect(checkTranslation(source, spanish, 'de', 'en', { detect: () => ({ language: 'es', confidence: 0.5 }) })).toEqual([])
    expect(checkTranslation('Juan Pérez', 'Juan Pérez', 'de', 'en', { detect })).toEqual([])
  })

  test('the sentence beside', () => {
    const [first, second] = ['Marie Curie kam 1891 nach Paris.', 'Der Preis ging an Rutherford in Manchester.']
    const made = 'The prize went to Rutherford in Manchester.'
    expect(checkTranslation(first, made, 'de', 'en', { neighbours: [{ source: second }] })).toContain('neighbour')
    expect(checkTranslation(second, made, 'de', 'en', { neighbours: [{ source: first }] })).toEqual([])
  })

  test('the sentence beside, in another script', () => {
    const [first, second] = ['他在1891年来到巴黎，一直工作到很晚。', 'Rutherford 在曼彻斯特获得了这个奖。']
    const made = 'Rutherford won the prize in Manchester.'
    const neighbours = (source: string, target?: string) => ({ neighbours: [{ source, target }] })
    expect(checkTranslation(first, made, 'zh-Hans', 'en', neighbours(second))).toContain('neighbour')
    expect(checkTranslation(second, made, 'zh-Hans', 'en', neighbours(first))).toEqual([])
    expect(checkTranslation('他工作到很晚。', made, 'zh-Hans', 'en', neighbours('奖项在曼彻斯特颁发。', made))).toContain('neighbour')
    expect(
      checkTranslation(
        '他工作到很晚。',
        'He worked until late at night.',
        'zh-Hans',
        'en',
        neighbours('他工作到很晚。', 'He worked until late at night.'),
      ),
    ).toEqual([])
  })

  test.each([
    ['ru', 'Он приехал в Париж весной.', 'Резерфорд получил премию в Манчестере?', 'Did Rutherford win the prize in Manchester?'],
    ['ko', '그는 1891년에 파리에 왔다.', '상은 "맨체스터"에서 수여되었다 (1908).', 'The prize was awarded in "Manchester" (1908).'],
    [
      'es',
      'La policía detuvo a dos personas.',
      'El presidente de la república visitó la universidad.',
      'The president of the republic visited the university.',
    ],
  ])('the sentence beside, without a figure of its own, from %s', (from, first, second, made) => {
    expect(checkTranslation(first, made, from, 'en', { neighbours: [{ source: second }] })).toContain('neighbour')
    expect(checkTranslation(second, made, from, 'en', { neighbours: [{ source: first }] })).not.toContain('neighbour')
  })

  test('Korean says as much in half the letters: that is no odd length', () => {
    const korean = '정부는 어제 새로운 다리를 건설하겠다고 발표했다.'
    const english = 'The government announced yesterday that it would build a new bridge across the river soon.'
    expect(checkTranslation(korean, english, 'ko', 'en')).not.toContain('length-ratio')
  })

  test('what the source has itself is no fault', () => {
    expect(checkTranslation('Er sagte: <b>ja</b> (nein', 'He said: <b>yes</b> (no', 'de', 'en')).toEqual([])
  })
})
