import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { Aligned } from '../../src/article.ts'
import { alignedSink } from '../../src/write/aligned/index.ts'
import { build } from './build.ts'
import { temporaryFolder } from './folder.ts'

async function written(articles: readonly Aligned[]): Promise<{ folder: string; read: (name: string) => Promise<string> }> {
  const folder = await temporaryFolder()
  const sink = alignedSink(folder, { formats: ['tmx', 'tsv'], version: '1.2.3' })
  for (const article of articles) await sink.write(article)
  await sink.close()
  return { folder, read: (name) => readFile(join(folder, name), 'utf8') }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => ['tu', 'tuv', 'prop'].includes(name),
})

interface Tmx {
  tmx: { header: Record<string, string>; body: { tu?: { prop: { '#text': string }[]; tuv: { '@_xml:lang': string; seg: string }[] }[] } }
}

function units(xml: string): NonNullable<Tmx['tmx']['body']['tu']> {
  expect(XMLValidator.validate(xml)).toBe(true)
  return (parser.parse(xml) as Tmx).tmx.body.tu ?? []
}

const german = build(
  {
    id: 'solvay',
    language: 'de',
    paragraphs: [['Bekerel kam & <ging>.', 'Er sprach.', 'Niemand hörte zu.']],
    names: [{ surface: 'Bekerel', replacement: 'Becquerel' }],
  },
  [
    {
      language: 'en',
      paragraphs: [['Becquerel came & <left>, and he spoke.', 'Later.']],
      alignments: [
        { source: [0, 1], target: [0], score: 0.87654321 },
        { source: [2], target: [], score: 0 },
        { source: [], target: [1], score: 0 },
      ],
    },
  ],
)

describe('alignedSink', () => {
  it('joins aligned segments, with their names as the glossary writes them', async () => {
    const { read } = await written([german])
    expect(await read('de-en.tsv')).toBe(
      [
        'document\tsource_segments\ttarget_segments\tscore\torigin\tchecks\tjudged\tsource\ttarget',
        'solvay\t0 1\t0\t0.8765\tmemory\t\t\tBecquerel kam & <ging>. Er sprach.\tBecquerel came & <left>, and he spoke.',
        'solvay\t2\t\t0\t\t\t\tNiemand hörte zu.\t',
        'solvay\t\t1\t0\tmemory\t\t\t\tLater.',
        '',
      ].join('\n'),
    )
  })

  it('writes TMX units for what has text on both sides, with document and score', async () => {
    const { read } = await written([german])
    const xml = await read('de-en.tmx')
    expect(xml).toContain('<seg>Becquerel kam &amp; &lt;ging&gt;. Er sprach.</seg>')
    expect(xml).toMatch(/<header creationtool="synoptic" creationtoolversion="1\.2\.3" [^>]*srclang="de"/)
    expect(units(xml).map(({ prop }) => prop.map((property) => property['#text']))).toEqual([['solvay', '0.8765', 'memory']])
  })

  it('joins Chinese without a space', async () => {
    const { read } = await written([
      build({ language: 'en', paragraphs: [['He came and left.']] }, [
        { language: 'zh-Hans', paragraphs: [['他来了。', '他走了。']], alignments: [{ source: [0], target: [0, 1], score: 1 }] },
      ]),
    ])
    expect(await read('en-zh-Hans.tsv')).toContain('\t他来了。他走了。\n')
  })

  it('keeps each pair in files of its own, in the order of the articles', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      build({ id: `a${at}`, language: at % 2 === 0 ? 'de' : 'fr', paragraphs: [[`${at} `.repeat(400)]] }, [
        { language: 'en', paragraphs: [[`${at}`]] },
        { language: 'ar', paragraphs: [[`${at}`]] },
      ]),
    )
    const { folder, read } = await written(many)
    const files = ['de-ar', 'de-en', 'fr-ar', 'fr-en'].flatMap((pair) => [`${pair}.tmx`, `${pair}.tsv`])
    expect((await readdir(folder)).sort()).toEqual(['counts.json', ...files])
    const ids = (await read('fr-ar.tsv'))
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[0])
    expect(ids).toEqual(many.filter((_, at) => at % 2 === 1).map(({ id }) => id))
    expect(units(await read('de-en.tmx'))).toHaveLength(150)
  })

  it('writes nothing of a translation that is not finished', async () => {
    const { folder } = await written([
      build({ language: 'de', paragraphs: [['Ja.']] }, [{ language: 'en', paragraphs: [['']], status: 'pending' }]),
    ])
    expect(await readdir(folder)).toEqual([])
  })

  it('stays well-formed XML, and keeps every character XML allows, whatever the text', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(']]>', '<!--', '&amp;', '\u0000x', '\ud800x', '\ufffex', '</seg></tuv>', '\u202ex', 'a\r\nb'),
    )
    const folder = await temporaryFolder()
    const allowed = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5 }), async (pairs) => {
        const sink = alignedSink(folder, { formats: ['tmx'], version: '1' })
        await sink.write(
          build({ language: 'de', paragraphs: [pairs.map(([source]) => source)] }, [
            { language: 'en', paragraphs: [pairs.map(([, target]) => target)] },
          ]),
        )
        await sink.close()
        const found = units(await readFile(join(folder, 'de-en.tmx'), 'utf8')).map(({ tuv }) => tuv.map(({ seg }) => seg))
        expect(found).toEqual(pairs.map((pair) => pair.map(allowed)))
      }),
      { numRuns: 40 },
    )
  })

  it('refuses a path for a language', async () => {
    await expect(
      written([build({ language: '../../etc', paragraphs: [['x']] }, [{ language: 'en', paragraphs: [['x']] }])]),
    ).rejects.toThrow(/file name/)
  })
})
