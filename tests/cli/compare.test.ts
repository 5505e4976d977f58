import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, synoptic } from './synoptic.ts'

const files = {
  'a.de': 'Das Schiff verließ Uppsala.\nEs regnet.\n',
  'ref.en': 'The ship left Uppsala.\nIt rains.\n',
  'one.en': 'The ship left Uppsala.\nIt rains.\n',
  'two.en': 'A boat leaves Upsala.\nRain it does.\n',
  'short.en': 'The ship left Uppsala.\n',
}
const pair = ['--source', 'a.de', '--from', 'de', '--to', 'en']

describe('compare', () => {
  test('prints a row a system, JSON, a table of segments, and a page', async () => {
    const cwd = await folderOf(files)
    const words = ['compare', ...pair, '--reference', 'ref.en', 'one=one.en', 'two=two.en', '--resamples', '50']
    const shown = await synoptic(words, { cwd })
    expect(shown.code).toBe(0)
    expect(shown.stdout).toMatch(/^system +BLEU +chrF2/)
    expect(shown.stdout).toMatch(/^one +100\.0/m)
    expect(shown.stderr).toContain('bleu: nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:')

    const json = JSON.parse((await synoptic([...words, '--json', '--html', 'page.html'], { cwd })).stdout)
    expect(Object.keys(json)).toEqual(['systems', 'signatures', 'differences'])
    expect(json.systems.map(({ name, chrf }: { name: string; chrf: number }) => [name, chrf > 99])).toEqual([
      ['one', true],
      ['two', false],
    ])
    expect(json.systems[0].segments).toBeUndefined()
    expect(await readFile(join(cwd, 'page.html'), 'utf8')).toContain('<h1>2 translations of 2 sentences</h1>')

    const rows = (await synoptic([...words, '--tsv'], { cwd })).stdout.trimEnd().split('\n')
    expect(rows).toHaveLength(1 + 2 * 2)
    expect(rows[0]).toBe('line\tsystem\tbleu\tchrf\tchrfpp\tter\tagreement\tchecks\tsource\treference\ttranslation')
  })

  test('one translation without a reference: says that nothing can be measured', async () => {
    const { stdout, stderr, code } = await synoptic(['compare', ...pair, 'one.en'], { cwd: await folderOf(files) })
    expect({ stdout, code }).toEqual({ stdout: 'system\none.en\n', code: 0 })
    expect(stderr).toContain('nothing to measure by: neither a --reference nor a second translation')
  })

  test.each([
    [['short.en'], 'short.en: expected 2 lines, one for each of a.de, got 1'],
    [['one.en', 'one.en'], "two translations are called 'one.en': give them names, as in a=FILE b=FILE"],
    [['none.en'], 'none.en: cannot be read'],
    [['one.en', '--resamples', '0'], "--resamples: expected a whole number from 1 to 999999, got '0'"],
    [['one.en', '--html', 'no/page.html'], '--html no/page.html: cannot be written'],
    [['one.en', '--tokenize', 'mecab'], 'Allowed choices are 13a, intl, zh, ja-mecab, char, none'],
    [['one.en', '--tokenize', 'ja-mecab'], '--tokenize ja-mecab needs --mecab-dictionary FOLDER'],
    [['one.en', '--reference', 'one.en', '--tokenize', 'ja-mecab', '--mecab-dictionary', '.'], 'sys.dic: expected a dictionary of MeCab'],
  ])('%j is wrong usage', async (words, message) => {
    const { code, stderr } = await synoptic(['compare', ...pair, ...words], { cwd: await folderOf(files) })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})
