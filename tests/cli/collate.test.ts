import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flood, floodGarbled } from '../stories/make.ts'
import { folderOf, root, synoptic } from './synoptic.ts'

test('two files: the group, its kind and which sentences stand beside which', async () => {
  const folder = await folderOf({
    'one.txt': flood.join(' '),
    'two.txt': floodGarbled.join(' '),
    'three.txt': 'A comet was seen over Uppsala. Nobody knew its name.',
  })
  const { stdout, code } = await synoptic(['collate', folder, '--json'])
  expect(code).toBe(0)
  const rows = flood.map((_, at) => ({ a: [at], b: [at], score: expect.any(Number) }))
  expect(JSON.parse(stdout)).toEqual({
    groups: [{ members: ['one', 'two'], pairs: [{ a: 'one', b: 'two', kind: 'copy', similarity: expect.any(Number), alignments: rows }] }],
    sameStory: [],
  })
})

test('the sample: of fourteen articles on one event two are versions of each other', async () => {
  const { stdout, stderr } = await synoptic(['collate', join(root, 'input')])
  expect(stdout.split('\n')[0]).toBe('solvay.de  solvay.en')
  expect(stderr).toContain('14 articles: 1 group, ')
})

test('one article, or one given twice, has nothing to be compared with', async () => {
  const folder = await folderOf({ 'one.txt': flood.join(' '), 'empty.txt': '' })
  const file = join(folder, 'one.txt')
  const twice = await synoptic(['collate', file, join(folder, '.', 'one.txt'), join(folder, 'empty.txt')])
  expect(twice).toMatchObject({ code: 1, stdout: '' })
  for (const told of ['given twice is read once', 'empty.txt:1: rejected', '1 article: 0 groups', 'nothing to compare: expected two'])
    expect(twice.stderr).toContain(told)
})

test('thirty versions are one group, held together by pairs', async () => {
  const files = Array.from({ length: 30 }, (_, at) => [`v${at}.txt`, flood.join(' ').replace('Tuesday', `day ${at}`)] as const)
  const { stdout } = await synoptic(['collate', await folderOf(Object.fromEntries(files)), '--json'])
  const { groups } = JSON.parse(stdout)
  expect(groups).toHaveLength(1)
  expect(groups[0].members).toHaveLength(30)
  expect(groups[0].pairs).toHaveLength(29)
})
