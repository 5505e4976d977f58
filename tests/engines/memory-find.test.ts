import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measure } from '../../bench/memory/measure.ts'
import { differences, distance } from '../../src/engines/memory/distance.ts'
import { formatUnits, unitsOf } from '../../src/engines/memory/files.ts'
import { gather } from '../../src/engines/memory/import.ts'
import { openStore, writeStore } from '../../src/engines/memory/store.ts'
import { Tokens } from '../../src/engines/memory/tokens.ts'
import { loadMemory, memoryOf, type Unit } from '../../src/engines/memory.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
})
afterAll(() => rm(folder, { recursive: true }))

function words(text: string): readonly string[] {
  const tokens = new Tokens().read(text)
  return Array.from({ length: tokens.count }, (_, at) => tokens.surface(at))
}

describe('tokens', () => {
  test.each([
    ['Der Zug, „ICE 3“, fährt um 14:30 Uhr.', ['Der', 'Zug', 'ICE', '3', 'fährt', 'um', '14:30', 'Uhr']],
    ['3,5 Mio. und 1’000, A4', ['3,5', 'Mio', 'und', '1’000', 'A4']],
    ['他2024年来了吗？', ['他', '2024', '年', '来', '了', '吗', '？']],
    ['Это — 5 км?', ['Это', '5', 'км', '?']],
    ['…', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('are alike whatever their case and width; numbers are alike', () => {
    const hashes = (text: string) => [...new Tokens().read(text).hashes.slice(0, 3)]
    expect(hashes('Straße Ａ 12')).toEqual(hashes('STRAßE a 1.345,20'))
    expect(hashes('a b c')).not.toEqual(hashes('a b d'))
  })
})

describe('edits', () => {
  const textOf = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })

  test('are as few as the textbook has', () => {
    fc.assert(
      fc.property(textOf, textOf, fc.integer({ min: 0, max: 12 }), (a, b, most) => {
        const expected = textbook(a, b)
        const [one, two] = [new Tokens().read(a.join(' ')), new Tokens().read(b.join(' '))]
        const found = distance(one, two, most)
        expect(expected <= most ? found : Number(found > most)).toBe(expected <= most ? expected : 1)
        // The stretches that differ make up for all of them.
        const spans = differences(one, two).map(({ asked, stored }) => Math.max(asked[1] - asked[0], stored[1] - stored[0]))
        expect(spans.reduce((sum, each) => sum + each, 0)).toBe(expected)
      }),
    )
  })
})

function textbook(a: readonly string[], b: readonly string[]): number {
  const costs = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      costs[i]![j] = Math.min(costs[i - 1]![j]! + 1, costs[i]![j - 1]! + 1, costs[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]))
    }
  }
  return costs[a.length]![b.length]!
}

describe('a search', () => {
  const memory = memoryOf([
    { de: 'Der Zug nach Bremen fährt um 14:30 Uhr ab.', en: 'The train to Bremen leaves at 14:30.' },
    {
      de: 'Am 3. Mai 1911 hielt sie in Stockholm einen Vortrag über Radium.',
      en: 'On 3 May 1911 she gave a lecture on radium in Stockholm.',
    },
    { de: 'Die kleine Katze schläft heute auf dem warmen Dach.', en: 'The little cat sleeps on the warm roof today.' },
    {
      de: 'Er wartet einen Tag, höchstens 2 Tage, auf die Antwort aus dem Amt.',
      en: 'He waits a day, 2 days at most, for the reply from the office.',
    },
    { 'zh-Hans': '他昨天在北京见到了王先生。', en: 'He met Mr Wang in Beijing yesterday.' },
  ])
  const find = (text: string, from = 'de') => memory.find(text, from, 'en')[0]

  test('finds the very text', () => {
    expect(find('Die kleine  Katze schläft heute auf dem warmen Dach.')).toMatchObject({
      kind: 'exact',
      score: 1,
      differing: [],
      isUsable: true,
    })
  })

  test('finds it whatever its case and punctuation, and ends it as it ended', () => {
    const hit = find('Die kleine Katze schläft heute (auf dem warmen Dach)')
    expect(hit).toMatchObject({ kind: 'normalized', score: 0.99, target: 'The little cat sleeps on the warm roof today', isUsable: true })
  })

  test('exchanges numbers and names of which it is certain which they are', () => {
    expect(find('Der Zug nach Hamburg fährt um 15:45 Uhr ab.')).toMatchObject({
      kind: 'fuzzy',
      score: 0.99,
      target: 'The train to Hamburg leaves at 15:45.',
      repairs: [
        { asked: '15:45', stored: '14:30' },
        { asked: 'Hamburg', stored: 'Bremen' },
      ],
      differing: [],
      isUsable: true,
    })
    expect(find('Am 7. Mai 1923 hielt sie in Stockholm einen Vortrag über Radium.')).toMatchObject({
      kind: 'normalized',
      target: 'On 7 May 1923 she gave a lecture on radium in Stockholm.',
      isUsable: true,
    })
  })

  test.each([
    ['one of a kind is not two', 'Er wartet einen Tag, höchstens 1 Tage, auf die Antwort aus dem Amt.'],
    ['a month is written otherwise', 'Am 3. Juni 1911 hielt sie in Stockholm einen Vortrag über Radium.'],
    ['marks within numbers differ', 'Der Zug nach Bremen fährt um 14.30 Uhr ab.'],
    ['a noun is written with a capital too', 'Die kleine Katze schläft heute auf dem warmen Sofa.'],
    ['the first word may be a name', 'Anna kleine Katze schläft heute auf dem warmen Dach.'],
    ['a question is none', 'Die kleine Katze schläft heute auf dem warmen Dach?'],
  ])('does not use what may be wrong: %s', (_, text) => {
    expect(find(text)).toMatchObject({ isUsable: false })
  })

  test('cannot tell names in a script without capitals, and does not use what differs there', () => {
    expect(find('他昨天在上海见到了王先生。', 'zh-Hans')).toMatchObject({ kind: 'fuzzy', isUsable: false })
    expect(find('他昨天在北京见到了王先生', 'zh-Hans')).toMatchObject({ kind: 'normalized', isUsable: true })
  })

  test('says which words differ, and how much that is', () => {
    expect(find('Die kleine Katze schläft oft auf dem sehr warmen Dach.')).toMatchObject({
      kind: 'fuzzy',
      score: 0.8,
      differing: [
        { asked: 'oft', stored: 'heute' },
        { asked: 'sehr', stored: '' },
      ],
      isUsable: true,
    })
    expect(memory.find('Die Katze schläft.', 'de', 'en')).toEqual([])
    expect(memory.find('', 'de', 'en')).toEqual([])
  })

  test('takes the last of equal ones, and the nearest tag', () => {
    const other = memoryOf([
      { 'de-AT': 'Das ist ein sehr alter Satz.', 'en-US': 'That is an old sentence.' },
      { de: 'Das ist ein sehr kurzer Satz.', en: 'That is a short sentence.' },
      { de: 'Das ist ein sehr kurzer Satz.', en: 'This is a short sentence.' },
    ])
    const hits = other.find('das ist ein sehr kurzer Satz', 'de', 'en', { limit: 3, least: 0.6 })
    expect(hits.map(({ target, score }) => [target, score])).toEqual([
      ['This is a short sentence', 0.99],
      ['That is a short sentence', 0.99],
      ['That is an old sentence', 1 - 1 / 6],
    ])
    expect(other.find('das ist ein sehr alter Satz', 'de', 'en')[0]?.target).toBe('That is an old sentence')
  })

  test('finds the best there is', async () => {
    const { recall, 'recall of': of, 'exact found': exact } = await measure(2000, 200, 200)
    expect(of).toBeGreaterThan(100)
    expect([recall, exact]).toEqual([1, 1])
  })
})

describe('a database', () => {
  const unit = (de: string, en: string): Unit =>
    new Map([
      ['de', de],
      ['en', en],
    ])
  const made = async (name: string, units: readonly Unit[]): Promise<string> => {
    const path = join(folder, name)
    await writeStore(path, async (builder) => {
      for (const each of units) builder.add(each)
    })
    return path
  }

  test('gives back what was put in, each once, the last of equal ones at the end', async () => {
    const path = await made('a.tmdb', [unit('Haus', 'house'), unit('Bank', 'bank'), unit('Bank', 'bench'), unit('Bank', 'bank')])
    const memory = await loadMemory([path])
    expect([...memory.units()].map((each) => each.get('en'))).toEqual(['house', 'bench', 'bank'])
    expect(memory.lookup('Bank', 'de', 'en')).toBe('bank')
    expect(memory.lookup('bench', 'en', 'de')).toBe('Bank')
    expect(memory.stats()).toEqual([{ from: 'de', to: 'en', units: 3, conflicts: 2 }])
  })

  test('is the same bytes for the same units', async () => {
    const units = Array.from({ length: 50 }, (_, index) => unit(`Satz ${index} von ${index % 7} vielen`, `sentence ${index}`))
    const [one, two] = [await made('one.tmdb', units), await made('two.tmdb', units)]
    expect((await readFile(one)).equals(await readFile(two))).toBe(true)
  })

  test('gives way to a .tmx file: corrections are made there', async () => {
    const tmx = join(folder, 'fix.tmx')
    await writeFile(tmx, [...formatUnits('.tmx', [unit('Bank', 'bench')], [])].join(''))
    const memory = await loadMemory([tmx, await made('b.tmdb', [unit('Bank', 'bank'), unit('Haus', 'house')])])
    expect([memory.lookup('Bank', 'de', 'en'), memory.lookup('Haus', 'de', 'en'), memory.size]).toEqual(['bench', 'house', 3])
  })

  test('that is damaged or cut off is told, wherever it is', async () => {
    const bytes = await readFile(await made('whole.tmdb', [unit('Das ist das Haus.', 'That is the house.'), unit('Hund', 'dog')]))
    const bad = join(folder, 'bad.tmdb')
    await writeFile(bad, bytes.subarray(0, bytes.length - 10))
    await expect(loadMemory([bad])).rejects.toThrow(/bad\.tmdb.*cut off/)
    await writeFile(bad, Buffer.concat([Buffer.from('nonsense'), bytes.subarray(8)]))
    await expect(loadMemory([bad])).rejects.toThrow(/is no memory/)
    const flipped = Buffer.from(bytes)
    flipped[bytes.indexOf('house')]! ^= 1
    await writeFile(bad, flipped)
    const memory = await loadMemory([bad])
    expect(() => memory.lookup('Das ist das Haus.', 'de', 'en')).toThrow(/damaged at byte 16/)
    await expect(loadMemory([join(folder, 'none.tmdb')])).rejects.toThrow(/none\.tmdb.*ENOENT/)
  })

  test('takes texts of any length and any characters', async () => {
    const long = 'Wort '.repeat(5000).trim()
    const path = await made('odd.tmdb', [
      unit(long, 'long'),
      unit('\ud83d\ude00 \ud800', 'face'),
      unit('—', 'dash'),
      new Map([
        ['de', 'a'],
        ['en', 'b'],
        ['fr', 'c'],
      ]),
    ])
    const memory = await loadMemory([path])
    expect(memory.lookup(long, 'de', 'en')).toBe('long')
    expect(memory.lookup('—', 'de', 'en')).toBe('dash')
    expect(memory.lookup('a', 'de', 'fr')).toBe('c')
    expect(memory.find(`${long} noch`, 'de', 'en')).toEqual([])
  })
})

describe('a table', () => {
  const table = async (content: string): Promise<string> => {
    const path = join(folder, 'table.tsv')
    await writeFile(path, content)
    return path
  }

  test('is read back as it was written, whatever its texts', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((raw) => raw.normalize('NFC').replace(/\s+/gu, ' ').trim())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (rows) => {
        const units = rows
          .filter(([de, en]) => de !== '' && en !== '')
          .map(
            ([de, en]): Unit =>
              new Map([
                ['de', de],
                ['en', en],
              ]),
          )
        const path = await table([...formatUnits('.tsv', units, ['de', 'en'])].join(''))
        const back: Unit[] = []
        for await (const unit of unitsOf(path)) back.push(unit)
        expect(back).toEqual(units)
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['', /:1: expected a first row/],
    ['english\tgerman\nx\ty\n', /:1:1: expected a BCP 47 tag/],
    ['de\nHaus\n', /:1: expected a first row of at least two/],
    ['de\tde\nHaus\tx\n', /:1: expected a first row of at least two/],
    ['de\ten\nHaus\thouse\na\tb\tc\n', /:3: expected at most 2 cells, got 3/],
  ])('that is wrong (%j) is an error that names the line', async (content, message) => {
    const path = await table(content)
    await expect(loadMemory([path])).rejects.toThrow(message)
  })
})

test('an import of the same units adds none', async () => {
  const target = join(folder, 'deep', 'gathered.tmdb')
  const source = join(folder, 'source.tmx')
  await writeFile(
    source,
    [
      ...formatUnits(
        '.tmx',
        [
          new Map([
            ['de', 'Haus'],
            ['en', 'house'],
          ]),
        ],
        [],
      ),
    ].join(''),
  )
  const run = (before: boolean) =>
    gather(target, [unitsOf(source)], async ({ store, added }) => [store.footer.units, added], before ? [unitsOf(target)] : [])
  expect(await run(false)).toEqual([1, 1])
  expect(await run(true)).toEqual([1, 0])
  const store = openStore(target)
  expect(store.exact('Haus', 'de', 'en')).toBe('house')
  store.close()
})
