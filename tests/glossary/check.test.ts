import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkFiles, formatProblem } from '../../src/glossary/index.ts'
import type { Problem } from '../../src/glossary/problem.ts'
import { oneLetterApart } from '../../src/names/compare/apart.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function check(files: Record<string, string>): Promise<readonly Problem[]> {
  const paths = Object.keys(files).map((name) => join(folder, name))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const { problems } = await checkFiles(paths)
  return problems.map((problem) => ({
    ...problem,
    file: problem.file.replace(`${folder}/`, ''),
    message: problem.message.replaceAll(`${folder}/`, ''),
  }))
}

/** 'file:line:column code' of each. */
async function codes(text: string, name = 'a.csv'): Promise<string[]> {
  return (await check({ [name]: text })).map(({ line, column, code }) => `${line}:${column} ${code}`)
}

describe('doubts', () => {
  test('a spelling of two entries, a variant that is another name, a name in two kinds', async () => {
    const problems = await check({
      'a.csv': 'canonical,kind,variants\nGdańsk,place,Danzig|Dantzig\nLincoln,place,\n',
      'b.csv': 'kind,canonical,variants\norganization,Danzig Records,Danzig\nperson,Lincoln,Gdansk\nplace,Gdańsk Wrzeszcz,Gdańsk\n',
    })
    expect(problems.filter(({ code }) => code === 'shared-spelling').map(formatProblem)).toEqual([
      expect.stringMatching(/^b\.csv:2:3: shared-spelling: 'Danzig' is a spelling of 'Gdańsk' too \(a\.csv:2\); a text cannot tell which/),
      expect.stringMatching(/^b\.csv:3:2: shared-spelling: 'Lincoln' is the name of 'Lincoln' too \(a\.csv:3\)/),
      expect.stringMatching(/^b\.csv:4:3: shared-spelling: 'Gdańsk' is the canonical name of 'Gdańsk' too \(a\.csv:2\)/),
    ])
  })

  test('names one letter or accent apart, until each refuses the other', async () => {
    const one = await check({
      'a.csv': 'canonical,kind\nGeorg Hofmann,person\nGeorg Hoffmann,person\nGeorg Höfmann,person\nUbo,place\nUba,place\n',
    })
    expect(one.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      "3:1 'Georg Hoffmann' is one letter or accent from 'Georg Hofmann' (a.csv:2)",
      "4:1 'Georg Höfmann' is one letter or accent from 'Georg Hofmann' (a.csv:2), 'Georg Hoffmann' (a.csv:3)",
    ])
    expect(await codes('canonical,kind,not\nGeorg Hofmann,person,Georg Hoffmann\nGeorg Hoffmann,person,Georg Hofmann\n')).toEqual([])
  })

  test('a name that is a word, in English and elsewhere; terms are meant to be words', async () => {
    const problems = await check({
      'a.csv': 'canonical,kind,variants\nMax Born,person,\nAnna Pour,person,\nGdańsk,place,Mit\nopen cluster,term,\ngalaxy,term,\n',
    })
    expect(problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)).toEqual([
      "2:0 common-word 'Born' is a word as well (English)",
      "3:0 common-word 'Pour' is a word as well (English, fr)",
      "4:3 common-word 'Mit' is a word as well (de)",
    ])
  })

  test.each([
    ['a spelling that is refused too', 'canonical,variants,not\nGdańsk,Danzig,DANZIG\n', ['2:3 refused-own']],
    ['letters of two scripts in a word', 'canonical\nMarie Сurie\n', ['2:1 mixed-script']],
    ['two scripts in two words', 'canonical,ru\nAnna,Группа ABC\n', []],
    ['a soft hyphen', 'canonical\nLeff\u00adler\n', ['2:1 invisible']],
    ['a joiner, which Persian spelling has', 'canonical,fa\nNimruz,نیم\u200cروز\n', []],
    ['a spelling of one letter', 'canonical,variants\nUppsala,U|?\nBa,巴\n', ['2:2 too-short', '2:2 too-short']],
    ['Cyrillic in a German column', 'canonical,kind,de,ru\nMoskva,place,Москва,Москва\n', ['2:3 wrong-column']],
    ['a Latin place in a Russian column', 'canonical,kind,ru\nMoskva,place,Moscow\n', ['2:3 wrong-column']],
    [
      'a brand in a Russian column; Serbian in both its scripts',
      'canonical,kind,ru,sr,sr-Cyrl\nAcmeco,organization,Acmeco,Acmeco,Акмеко\n',
      [],
    ],
    [
      'a row that is there already, a variant that is the name',
      'canonical,variants\nUppsala,Upsala\nUppsala,Uppsala\n',
      ['3:1 duplicate', '3:2 duplicate'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await codes(text)).toEqual(expected)
  })

  test('a sound glossary has none', async () => {
    expect(
      await codes(
        "canonical,kind,variants,not,ja\nLise Meitner,person,L. Meitner,Lisa Meitner,リーゼ・マイトナー\nGerard 't Hooft,person,,,\n",
      ),
    ).toEqual([])
  })
})

test('faults and doubts come together, in the order of the files, each saying what to do', async () => {
  const problems = await check({
    'b.csv': 'canonical,kind\nLise Meitner,planet\nMarie Сurie,person\n',
    'a.jsonl': '{"canonical":"Otto Hahn","kind":"person","given":"Karl"}\n{"canonical":"Lise"\n',
  })
  expect(problems.map(({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`)).toEqual([
    'b.csv:2:2 error kind',
    'b.csv:3:1 warning mixed-script',
    'a.jsonl:1:42 error not-a-part',
    expect.stringMatching(/^a\.jsonl:2:\d+ error unreadable$/),
  ])
  for (const { remedy } of problems) expect(remedy).not.toBe('')
})

describe('oneLetterApart', () => {
  const near = (a: string, b: string) => {
    const without = (name: string) => [name, ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1))]
    return (
      a === b ||
      without(a).includes(b) ||
      without(b).includes(a) ||
      (a.length === b.length && [...a].filter((c, at) => c !== b[at]).length === 1)
    )
  }

  test('finds what comparing each with each finds', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'ł'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 6 }), (names) => {
        const found = oneLetterApart(names)
        for (const [b, second] of names.entries()) {
          const expected = names.slice(0, b).flatMap((first, a) => (near(first, second) ? [a] : []))
          expect(found.get(b) ?? []).toEqual(expected)
        }
      }),
    )
  })
})
