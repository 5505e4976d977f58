import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemory, formatTmx, loadMemory, type Unit } from '../../src/engines/memory.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
async function file(content: string | Buffer): Promise<string> {
  files += 1
  const path = join(folder, `${files}.tmx`)
  await writeFile(path, content)
  return path
}

function tmx(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header srclang="de"/>\n<body>\n${body}\n</body>\n</tmx>\n`
}

function tu(variants: Record<string, string>): string {
  return `<tu>${Object.entries(variants)
    .map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`)
    .join('')}</tu>`
}

async function memoryOf(body: string) {
  return loadMemory([await file(tmx(body))])
}

describe('a lookup', () => {
  test('goes both ways, whatever the white space and the Unicode form', async () => {
    const memory = await memoryOf(tu({ de: 'Die\n  alte Brücke ', en: 'The old bridge' }))
    expect(memory.lookup('Die alte Bru\u0308cke', 'de', 'en')).toBe('The old bridge')
    expect(memory.lookup('  The old\tbridge', 'en', 'de')).toBe('Die alte Brücke')
    expect(memory.lookup('the old bridge', 'en', 'de')).toBeUndefined()
    expect(memory.lookup('Die alte Brücke', 'de', 'fr')).toBeUndefined()
    expect(memory.size).toBe(1)
  })

  test('takes the exact tag first, else one that is narrower or wider, never a sibling', async () => {
    const memory = await memoryOf(tu({ 'de-AT': 'Jänner', 'en-US': 'January', 'en-GB': 'January (GB)', 'zh-Hans': '一月' }))
    expect(memory.lookup('Jänner', 'de', 'en-GB')).toBe('January (GB)')
    expect(memory.lookup('Jänner', 'de', 'en')).toBe('January (GB)')
    expect(memory.lookup('Jänner', 'de-AT', 'en-US')).toBe('January')
    expect(memory.lookup('January', 'en', 'zh-Hant')).toBeUndefined()
    const wide = await memoryOf(tu({ de: 'Haus', en: 'house' }))
    expect(wide.lookup('Haus', 'de-CH', 'en-US')).toBe('house')
  })

  test('finds the last unit that says it: a correction is appended', async () => {
    const first = await file(tmx(tu({ de: 'Bank', en: 'bank' }) + tu({ de: 'Bank', fr: 'banc' })))
    const second = await file(tmx(tu({ de: 'Bank', en: 'bench' })))
    const memory = await loadMemory([first, second])
    expect(memory.lookup('Bank', 'de', 'en')).toBe('bench')
    expect(memory.lookup('Bank', 'de', 'fr')).toBe('banc')
    expect(memory.stats()).toEqual([
      { from: 'de', to: 'en', units: 2, conflicts: 2 },
      { from: 'de', to: 'fr', units: 1, conflicts: 0 },
    ])
  })
})

describe('a TMX file', () => {
  test('may have inline codes, entities, CDATA, comments, old attributes', async () => {
    const memory = await memoryOf(`
<!-- <tu><tuv xml:lang="de"><seg>hidden</seg></tuv></tu> -->
<tu tuid="1"><note>n</note><prop type="x">p</prop>
  <tuv lang="DE"><seg>Ein <bpt i="1">&lt;b></bpt>gro<hi>ß</hi>es<ept i="1">&lt;/b></ept> Haus<ph x="1"/> &amp; Hof &#x2014; <![CDATA[<tu> </tu>]]></seg></tuv>
  <tuv xml:lang="EN-us"><seg>A &quot;big&quot; house&#33;</seg></tuv>
</tu>`)
    expect(memory.lookup('Ein großes Haus & Hof — <tu> </tu>', 'de', 'en')).toBe('A "big" house!')
    expect(memory.size).toBe(1)
  })

  test.each(['utf16le', 'utf16be'] as const)('may be %s with a byte order mark', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${tmx(tu({ de: 'Müsli 🌉', en: 'muesli' }))}`, 'utf16le')
    const memory = await loadMemory([await file(encoding === 'utf16le' ? bytes : bytes.swap16())])
    expect(memory.lookup('Müsli 🌉', 'de', 'en')).toBe('muesli')
  })

  test('may be larger than what is read at once', async () => {
    const count = 20_000
    const memory = await memoryOf(
      Array.from({ length: count }, (_, index) => tu({ de: `Satz Nummer ${index} ü`, en: `sentence number ${index}` })).join('\n'),
    )
    expect(memory.size).toBe(count)
    for (const index of [0, 3333, 19_999]) expect(memory.lookup(`Satz Nummer ${index} ü`, 'de', 'en')).toBe(`sentence number ${index}`)
  })

  test('cannot make entities of its own grow', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
<tmx version="1.4"><header/><body>${tu({ de: '&b;&c;', en: 'x' })}</body></tmx>`
    const memory = await loadMemory([await file(bomb)])
    expect(memory.lookup('&b;&c;', 'de', 'en')).toBe('x')
  })

  test('may hold units that say nothing to anybody', async () => {
    const memory = await memoryOf(`${tu({ de: 'allein' })}<tu></tu>${tu({ de: '', en: 'empty' })}`)
    expect(memory.size).toBe(0)
  })

  test.each([
    ['is malformed inside a unit', tmx('<tu>\n<tuv xml:lang="de"><seg>a</tuv></tu>'), /:7: malformed <tu>/],
    ['has a variant without a language', tmx('\n<tu><tuv><seg>a</seg></tuv></tu>'), /:7: expected a <tuv> with xml:lang/],
    ['has a variant with no language tag', tmx(tu({ english: 'a' })), /:6: .*got 'english'/],
    ['has a tag that breaks off', tmx('<tu><tuv xml:lang="de"><seg>a < b</seg></tuv></tu>'), /:6: malformed/],
    ['ends inside a unit', '<tmx>\n<body>\n<tu><tuv xml:lang="de"><seg>a', /:3: the file ends inside/],
    ['has a unit inside another', tmx('<tu><tu></tu></tu>'), /:6: a <tu> starts inside another/],
    ['is no TMX', '<html></html>', /:1: expected a TMX file/],
    ['is empty', '', /:1: expected a TMX file/],
    ['is not the encoding it should be', Buffer.from('<tmx><tu>\xe4</tu>', 'latin1'), /is not UTF-8/],
  ])('that %s is an error that names the line', async (_, content, message) => {
    const path = await file(content)
    await expect(loadMemory([path])).rejects.toMatchObject({ file: path, message: expect.stringMatching(message) })
  })

  test('that is not there is an error', async () => {
    await expect(loadMemory([join(folder, 'nowhere.tmx')])).rejects.toMatchObject({
      message: expect.stringContaining('ENOENT'),
    })
  })
})

describe('a memory that is written', () => {
  test('is read back, whatever its texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), { maxLength: 5 }),
        async (pairs) => {
          const legal = (text: string) =>
            text
              .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
              .normalize('NFC')
              .replace(/\s+/gu, ' ')
              .trim()
          const units = pairs.map(
            ([de, en]): Unit =>
              new Map([
                ['de', de],
                ['en', en],
              ]),
          )
          const memory = await loadMemory([await file([...formatTmx(units)].join(''))])
          const expected = pairs
            .map(([de, en]) => [
              ['de', legal(de)],
              ['en', legal(en)],
            ])
            .filter((unit) => unit.every(([, text]) => text !== ''))
          expect([...memory.units()].map((unit) => [...unit])).toEqual(expected)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('names the language of each text', () => {
    const text = [
      ...formatTmx([
        new Map([
          ['de', 'a < b & c'],
          ['zh-Hans', '"甲"'],
        ]),
      ]),
    ].join('')
    expect(text).toContain('<tuv xml:lang="de"><seg>a &lt; b &amp; c</seg></tuv>')
    expect(text).toContain('<tuv xml:lang="zh-Hans"><seg>&quot;甲&quot;</seg></tuv>')
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<tmx version="1.4">\n {2}<header /)
  })
})

test('an empty memory knows nothing', () => {
  const memory = createMemory([])
  expect(memory.lookup('Haus', 'de', 'en')).toBeUndefined()
  expect([memory.size, memory.stats(), [...memory.units()]]).toEqual([0, [], []])
})
