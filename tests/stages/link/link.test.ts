import { describe, expect, test } from 'vitest'
import type { Mention, Segmented } from '../../../src/article.ts'
import type { Glossary } from '../../../src/glossary/index.ts'
import { type Evidence, findMentions, link, rewrite } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'
import { makeArticle } from '../../make.ts'

const physics = glossaryOf(
  'Marie Skłodowska-Curie',
  'Henri Becquerel',
  'Wilhelm C. Röntgen',
  'Gösta Mittag-Leffler',
  'Ernest Rutherford',
  'Lise Meitner',
  'Justus von Liebig',
  'Stefan Banach',
  'Dmitri Mendeleev',
  { canonical: 'Tu Youyou', kind: 'person', given: 'Youyou', family: 'Tu' },
  { canonical: 'Göttingen', kind: 'place' },
  { canonical: 'Swedish Academy of Sciences', kind: 'organization', variants: ['KVA'] },
)

const segmented = (text: string): Segmented => ({
  ...makeArticle(),
  text,
  blocks: [],
  removed: [],
  language: 'en',
  confidence: 1,
  passages: [],
  segments: [],
})

const normalized = (text: string, language = 'en', glossary: Glossary = physics, evidence: readonly Evidence[] = []) =>
  rewrite(text, findMentions(text, language, glossary, evidence))

/** What is found, as `surface+suffix → replacement action`. */
const seen = (text: string, language = 'en', glossary: Glossary = physics) =>
  findMentions(text, language, glossary).map(
    ({ surface, suffix, replacement, action }: Mention) =>
      `${surface}+${suffix} ${action}${replacement === surface ? '' : ` ${replacement}`}`,
  )

describe('garbled names', () => {
  test.each([
    ['Henry Bequerel left. Becquerell stayed.', 'Henri Becquerel left. Becquerel stayed.'],
    [
      'Henri Becquerel left, according to Morning Post Bequerel stayed.',
      'Henri Becquerel left, according to Morning Post Becquerel stayed.',
    ],
    ['Marya Sklodowska-Curie spoke.', 'Marie Skłodowska-Curie spoke.'],
    ['Ernest Rutherfurd smoked. Rutherf0rd slept.', 'Ernest Rutherford smoked. Rutherford slept.'],
    ['Gosta Mittag Lefler dined. Mittag-Lefler paid.', 'Gösta Mittag-Leffler dined. Mittag-Leffler paid.'],
    ['We met in Goettingen.', 'We met in Göttingen.'],
    ['Dimitri Mendeleyev slept. Mendelejeff dreamt.', 'Dmitri Mendeleev slept. Mendeleev dreamt.'],
    ['The Swedish Academy of Sceinces met.', 'The Swedish Academy of Sciences met.'],
    ['Ernest Rutherford came. Ruther ford left.', 'Ernest Rutherford came. Rutherford left.'],
  ])('%s', (text, expected) => {
    expect(normalized(text)).toBe(expected)
  })

  test('part for part: family name for family name, given name for given name', () => {
    expect(seen('Lise Meitner came. Maitner sat. Liese Meitner wrote.')).toEqual([
      'Lise Meitner+ keep',
      'Maitner+ rewrite Meitner',
      'Liese Meitner+ rewrite Lise Meitner',
    ])
  })

  test('says who, how sure and why', () => {
    const [full, lone] = findMentions('Henri Becquerel left. Bekerel stayed.', 'en', physics)
    expect(full).toMatchObject({ entry: 'henri-becquerel', canonical: 'Henri Becquerel', kind: 'person', action: 'keep' })
    expect(full?.confidence).toBeGreaterThan(0.95)
    expect(lone).toMatchObject({ span: { start: 22, end: 29 }, surface: 'Bekerel', replacement: 'Becquerel', action: 'rewrite' })
    expect(lone?.reason).toMatch(/^spelling 0\.\d\d; family name; Henri Becquerel is named in full here$/)
  })
})

describe('what is never changed', () => {
  test.each([
    ['initials', 'Wilhelm C. Röntgen and W. K. Röntgen and Wilhelm Röntgen.'],
    ['a missing particle', 'Justus Liebig cooked.'],
    ['capitals', 'ERNEST RUTHERFORD smoked.'],
    ['a short form', 'Ernest Rutherford, or Ern Rutherford.'],
    ['an acronym', 'The KVA met.'],
  ])('%s', (_what, text) => {
    expect(normalized(text)).toBe(text)
  })

  test('capitals stay capitals where letters change', () => {
    expect(normalized('HENRI BEQUEREL left.')).toBe('HENRI BECQUEREL left.')
  })

  test.each([
    ['another given name', 'Henri Becquerel left. Jean Bequerel stayed.'],
    ['another given name, nobody else', 'Margaret Rutherfurd played.'],
    ['the name of somebody named so before', 'Ernest Rutherford came. So did Ann Rutherfurd. Rutherfurd sang.'],
    ['the given name of somebody named so before', 'Henri Becquerel came. So did Henry Poole. Henry sang.'],
    ['a woman with the name of a man', 'Stefan Banach and Stefana Banach.'],
    ['a street', 'Henri Becquerel lived in Bequerel Street.'],
    ['a thing', 'Ernest Rutherford drove a Rutherfurd.'],
    ['a word of the language', 'Neither came. During the war the German center was closed.'],
    ['a lone given name of nobody', 'Henry spoke.'],
  ])('%s', (_what, text) => {
    expect(normalized(text)).toBe(text)
  })

  test('spellings under "not"', () => {
    const glossary = glossaryOf({ canonical: 'Ernest Rutherford', kind: 'person', not: ['Rutherfurd', 'Ernst Ruterford'] })
    expect(seen('Ernest Rutherford came. Rutherfurd left, and Ernst Ruterford.', 'en', glossary)).toEqual(['Ernest Rutherford+ keep'])
  })
})

describe('forms that a language has', () => {
  const famous = glossaryOf(
    'William Shakespeare',
    'Isaac Newton',
    'Anton Chekhov',
    'France Prešeren',
    'Charles Darwin',
    'Nicolaus Copernicus',
    'Plato',
  )

  test.each([
    ['de', 'Nikolaus Kopernikus rechnete. Kopernikus schrieb.', ['Nikolaus Kopernikus', 'Kopernikus']],
    ['fr', 'Copernic avait lu Platon.', ['Copernic', 'Platon']],
    ['pl', 'Mikołaj Kopernik pisał. Czytano Kopernika.', ['Mikołaj Kopernik', 'Kopernik']],
    ['el', 'Ο Πλάτωνας έγραφε.', ['Πλάτωνας']],
    ['sr', 'Knjigu je pisao Vilijam Šekspir, a račun Isak Njutn.', ['Vilijam Šekspir', 'Isak Njutn']],
    ['lv', 'Darbu rakstīja Viljams Šekspīrs.', ['Viljams Šekspīrs']],
    ['de', 'Das Stück schrieb Anton Tschechow.', ['Anton Tschechow']],
    ['sk', 'Drámu napísal William Shakespeare. Čítali sme Shakespeara.', ['William Shakespeare', 'Shakespeara']],
    ['sl', 'Pesmi je pisal France Prešeren. Brali smo Prešerna.', ['France Prešeren', 'Prešerna']],
  ])('are linked and kept in %s: %s', (language, text, surfaces) => {
    const found = findMentions(text, language, famous)
    expect(found.map(({ surface }) => surface)).toEqual(surfaces)
    expect(found.map(({ action }) => action)).toEqual(surfaces.map(() => 'keep'))
  })

  test('a form of another language is garbled here', () => {
    expect(seen('Nicolaus Kopernikus wrote.', 'en', famous)).toEqual(['Nicolaus Kopernikus+ rewrite Nicolaus Copernicus'])
  })

  test.each([
    ['lv', 'Koncerts notika Šekspīra ielā.'],
    ['hy', 'Համերգը Դարվինի փողոցում էր։'],
    ['az', 'Görüş Darvin küçəsində oldu.'],
    ['zh', '他们在达尔文大学见面。'],
    ['ru', 'Мы ждали у кинотеатра на улице Дарвина.'],
    ['bg', 'Срещата беше на площад „Чарлз Дарвин“.'],
  ])('what is named after somebody is not he: %s %s', (language, text) => {
    expect(seen(text, language, famous)).toEqual([])
  })

  test('a given name that may be a form of another is none where the family name is another too', () => {
    expect(seen('Der Maler Jean Franco kam.', 'de', glossaryOf('Ivan Franko'))).toEqual([])
  })

  test('words that sound somewhat like a short name are words', () => {
    expect(seen('הוא שהה במלון של הקבוצה.', 'he', glossaryOf('Hu Shih'))).toEqual([])
  })

  test('a Basque ending is no part of the name', () => {
    expect(seen('Charles Darwinek idatzi zuen.', 'eu', famous)).toEqual(['Charles Darwin+ek keep'])
  })

  test('somebody of another given name is somebody else', () => {
    expect(seen('The shop of Jessica Newton is closed.', 'en', famous)).toEqual([])
  })
})

describe('order, initials, variants', () => {
  test.each([
    ['Becquerel, Henri', 'henri-becquerel'],
    ['Röntgen, W. C.', 'wilhelm-c-rontgen'],
    ['W. C. Röntgen', 'wilhelm-c-rontgen'],
    ['Youyou Tu', 'tu-youyou'],
    ['Tu Youyou', 'tu-youyou'],
  ])('%s', (text, entry) => {
    expect(findMentions(`${text} was there.`, 'en', physics)[0]).toMatchObject({ entry, action: 'keep' })
  })

  test('a listed variant becomes what it stands for', () => {
    const glossary = glossaryOf(
      { canonical: 'Gdańsk', kind: 'place', variants: ['Danzig'] },
      { canonical: 'Marie Skłodowska-Curie', kind: 'person', variants: ['Madame Curie', 'Manya'] },
    )
    expect(normalized('Danzig saw Manya.', 'en', glossary)).toBe('Gdańsk saw Marie.')
    expect(findMentions('Danzig', 'en', glossary)[0]?.reason).toBe('listed variant')
  })

  test('a listed form is that form, however near another spelling is', () => {
    const glossary = glossaryOf({ canonical: 'Sorbonne', kind: 'organization', forms: { de: 'Sorbonne', es: 'Sorbona' } })
    expect(normalized('He taught at the Sorbona.', 'en', glossary)).toBe('He taught at the Sorbonne.')
  })

  test('where the family name comes first, the whole is one word too', () => {
    const glossary = glossaryOf({ canonical: 'Kim Dae-jung', kind: 'person', given: 'Dae-jung', family: 'Kim' })
    expect(findMentions('김대중은 웃었다.', 'ko', glossary)).toMatchObject([{ surface: '김대중', suffix: '은', action: 'keep' }])
  })

  test.each(['On Monday', 'In March', 'On 3 June', 'In August'])('%s is no given name', (date) => {
    const text = `Henri Becquerel wrote. ${date} Bequerel left. Then Bequerel returned.`
    expect(normalized(text)).toBe(text.replaceAll('Bequerel', 'Becquerel'))
    const stranger = 'Henri Becquerel wrote. Later June Bequerel called.'
    expect(normalized(stranger)).toBe(stranger)
  })

  test('two referents of a family name: the one named last is meant; a stranger to neither', () => {
    const curies = glossaryOf('Marie Curie', 'Pierre Curie')
    const entries = findMentions('Marie Curie came. Curie sat. Pierre Curie came. Curie sat.', 'en', curies).map(({ entry }) => entry)
    expect(entries).toEqual(['marie-curie', 'marie-curie', 'pierre-curie', 'pierre-curie'])
    expect(findMentions('Then Curie sat.', 'en', curies)).toEqual([])
  })

  test('a name that may be anybody’s is told of', async () => {
    const warnings: unknown[] = []
    const stage = link({ glossary: glossaryOf('Marie Curie', 'Pierre Curie') })
    const article = segmented('Then Curie sat.')
    await stage.run(article, { signal: new AbortController().signal, warn: (...warning) => warnings.push(warning) })
    expect(warnings).toEqual([['name-ambiguous', "'Curie' may be Marie Curie or Pierre Curie", { start: 5, end: 10 }]])
  })
})

describe('endings stay', () => {
  test.each([
    ['en', "Henri Becquerel. Bequerel's plates. Bequerel’s rays.", "Henri Becquerel. Becquerel's plates. Becquerel’s rays."],
    ['de', 'Lise Meitner. Maitners Neffe.', 'Lise Meitner. Meitners Neffe.'],
    ['pl', 'Stefana Banacha znano. Banahu pamiętano.', 'Stefana Banacha znano. Banachu pamiętano.'],
    ['cs', 'Ernest Rutherford. Ruterfordovi psal.', 'Ernest Rutherford. Rutherfordovi psal.'],
    ['tr', 'Lise Meitner geldi. Maitner’in evi.', 'Lise Meitner geldi. Meitner’in evi.'],
    ['fi', 'Lise Meitner tuli. Maitnerin koti.', 'Lise Meitner tuli. Meitnerin koti.'],
    ['hu', 'Meitner, Lise jött. Maitnernek írtak.', 'Meitner, Lise jött. Meitnernek írtak.'],
  ])('%s', (language, text, expected) => {
    expect(normalized(text, language)).toBe(expected)
  })

  test('an ending that looks like one is not taken off a name that ends in a vowel', () => {
    expect(normalized('Jan Purkinje psal.', 'cs', glossaryOf('Jan Purkyně'))).toBe('Jan Purkyně psal.')
  })

  test('an added ending is the suffix; one in the place of letters is part of the name', () => {
    expect(seen('Czytano Stefana Banacha.', 'pl')).toEqual(['Stefana Banach+a keep'])
    expect(seen('O Marii Skłodowskiej-Curie pisano.', 'pl')).toEqual(['Marii Skłodowskiej-Curie+ keep'])
  })
})

describe('other scripts and languages', () => {
  test.each([
    ['ru', 'Эрнест Резерфорд спал. Резерфорда ждали.', ['ernest-rutherford', 'ernest-rutherford']],
    ['uk', 'Стефан Банах жив у Львові.', ['stefan-banach']],
    ['el', 'Ο Έρνεστ Ράδερφορντ ήρθε.', ['ernest-rutherford']],
    ['ar', 'قال إرنست رذرفورد شيئا', ['ernest-rutherford']],
    ['ja', 'アーネスト・ラザフォードが来た。', ['ernest-rutherford']],
    ['ko', '어니스트 러더퍼드가 왔다.', ['ernest-rutherford']],
  ])('%s is linked and left alone', (language, text, entries) => {
    const mentions = findMentions(text, language, physics)
    expect(mentions.map(({ entry }) => entry)).toEqual(entries)
    for (const { action, surface, replacement } of mentions) expect([action, replacement]).toEqual(['keep', surface])
  })

  test('the form for the language is what is written there', () => {
    const glossary = glossaryOf(
      { canonical: 'Cologne', kind: 'place', forms: { de: 'Köln' } },
      { canonical: 'Dmitri Mendeleev', kind: 'person', forms: { ru: 'Дмитрий Менделеев', de: 'Dmitri Mendelejew' } },
    )
    expect(normalized('Er fuhr nach Cologne.', 'de', glossary)).toBe('Er fuhr nach Köln.')
    expect(normalized('He went to Köln.', 'en', glossary)).toBe('He went to Cologne.')
    expect(normalized('Dmitri Mendeleev schlief. Mendeleev träumte.', 'de', glossary)).toBe(
      'Dmitri Mendelejew schlief. Mendelejew träumte.',
    )
    expect(normalized('Дмитрий Менделеев спал. Менделеив спал.', 'ru', glossary)).toBe('Дмитрий Менделеев спал. Менделеев спал.')
  })

  test.each([
    ['ru', 'Дмитрия Менделеива знали. Менделеиву писали.', 'Дмитрия Менделеева знали. Менделееву писали.'],
    ['ru', 'Софья Кавалевская считала. Кавалевскую ждали.', 'Софья Ковалевская считала. Ковалевскую ждали.'],
    ['ru', 'В Кёлне дождь. Кельн стоит.', 'В Кёльне дождь. Кёльн стоит.'],
    ['uk', 'Дмитро Менделєєв спав.', 'Дмитро Менделєєв спав.'],
    ['en', 'Sofja Kowalewskaja came; Менделиив did not.', 'Sofia Kovalevskaya came; Менделиив did not.'],
  ])('garbled forms and case endings in the form’s language alone: %s %s', (language, text, expected) => {
    const glossary = glossaryOf(
      { canonical: 'Dmitri Mendeleev', kind: 'person', forms: { ru: 'Дмитрий Менделеев' } },
      { canonical: 'Sofia Kovalevskaya', kind: 'person', forms: { ru: 'Софья Ковалевская' } },
      { canonical: 'Cologne', kind: 'place', forms: { ru: 'Кёльн' } },
    )
    expect(normalized(text, language, glossary)).toBe(expected)
  })

  test.each([
    ['zh', '查尔斯·达尔文写书。达尔文航海。鲁迅写小说。', ['查尔斯·达尔文', '达尔文', '鲁迅']],
    ['ja', 'チャールズ・ダーウィンは本を書いた。ダーウィンが来た。', ['チャールズ・ダーウィン', 'ダーウィン']],
    ['he', "צ'רלס דרווין כתב. ודרווין הפליג.", ["צ'רלס דרווין", 'דרווין']],
    ['ka', 'ჩარლზ დარვინი წერდა.', ['ჩარლზ დარვინი']],
    ['hy', 'Չարլզ Դարվինը գրեց։', ['Չարլզ Դարվին']],
    ['hi', 'चार्ल्स डार्विन ने लिखा।', ['चार्ल्स डार्विन']],
    ['ru', 'Чарльз Роберт Дарвин писал. Книгу Дарвина читали. Лу Синь молчал.', ['Чарльз Роберт Дарвин', 'Дарвин', 'Лу Синь']],
    ['en', 'Lu Hsun read Charles Darvin.', ['Lu Hsun', 'Charles Darvin']],
  ])('%s finds %s', (language, text, surfaces) => {
    const glossary = glossaryOf('Charles Darwin', { canonical: 'Lu Xun', kind: 'person', given: 'Xun', family: 'Lu' })
    expect(findMentions(text, language, glossary).map(({ surface }) => surface)).toEqual(surfaces)
  })
})

describe('namesakes and things', () => {
  const people = glossaryOf('Martin Luther King Jr.', 'Charles Darwin', 'Rudolf Diesel', 'Golda Meir', 'Karel Čapek', 'Ferenc Molnár')
  test.each([
    ['en', 'Martin Luther King Sr. preached.', []],
    ['en', 'Charles Darwin spoke. Darwin Núñez scored.', ['Charles Darwin']],
    ['en', 'The Charles Darwin University opened.', []],
    ['de', 'Rudolf Diesel kam. Er tankte 40 Diesel.', ['Rudolf Diesel']],
    ['cs', 'Karel Čapek psal. Helena Čapková také.', ['Karel Čapek']],
    ['hu', 'Molnár Anna énekelt.', []],
  ])('%s: %s', (language, text, surfaces) => {
    expect(findMentions(text, language, people).map(({ surface }) => surface)).toEqual(surfaces)
  })

  test.each([
    ['pl', 'Przyszli Jan i Wanda Landowska.', 'Wanda Landowska'],
    ['tr', 'Ayşe ve Orhan Pamuk geldi.', 'Orhan Pamuk'],
    ['fr', 'On a donné le prix à Orhan Pamuk.', 'Orhan Pamuk'],
  ])('%s: a name in full is nobody’s place: %s', (language, text, surface) => {
    expect(findMentions(text, language, glossaryOf('Wanda Landowska', 'Orhan Pamuk'))).toMatchObject([{ surface, action: 'keep' }])
  })

  test('a woman is called so in Czech, a man is not', () => {
    expect(findMentions('Golda Meirová přijela. Meirové psali.', 'cs', people).map(({ surface }) => surface)).toEqual([
      'Golda Meirová',
      'Meirové',
    ])
  })

  test('names that a language translates stay as they are', () => {
    expect(seen('Karol Darwin pisał. Karola Darwina czytano.', 'pl', people)).toEqual(['Karol Darwin+ keep', 'Karola Darwin+a keep'])
  })

  test('so do short forms that are spelt otherwise', () => {
    expect(seen('Bill Shakespeare and Bob Oppenheimer.', 'en', glossaryOf('William Shakespeare', 'J. Robert Oppenheimer'))).toEqual([
      'Bill Shakespeare+ keep',
      'Bob Oppenheimer+ keep',
    ])
  })
})

describe('variants', () => {
  const glossary = glossaryOf(
    { canonical: 'Los Angeles', kind: 'place', variants: ['LA'] },
    { canonical: 'Donald Trump', kind: 'person', variants: ['President Trump'] },
  )

  test('an abbreviation has its own case', () => {
    expect(seen('La Canfora wrote it. In LA it rained.', 'en', glossary)).toEqual(['LA+ keep'])
  })

  test('one word of a title is no part of the name', () => {
    const text = 'Donald Trump came. Then the President spoke.'
    expect(normalized(text, 'en', glossary)).toBe(text)
  })
})

describe('evidence', () => {
  test('what the source says makes a garbled name certain', () => {
    const text = 'Yesterday Bekarel left.'
    expect(normalized(text)).toBe(text)
    const evidence = [{ span: { start: 0, end: text.length }, entries: ['henri-becquerel'] }]
    expect(normalized(text, 'en', physics, evidence)).toBe('Yesterday Becquerel left.')
  })

  test('holds only where it was given', () => {
    const text = 'Nobody came. Yesterday Bekarel left.'
    expect(normalized(text, 'en', physics, [{ span: { start: 0, end: 12 }, entries: ['henri-becquerel'] }])).toBe(text)
  })
})

test('no names, no text, no glossary', () => {
  expect(findMentions('', 'en', physics)).toEqual([])
  expect(findMentions('Henri Becquerel', 'en', glossaryOf())).toEqual([])
  expect(rewrite('', [])).toBe('')
})
