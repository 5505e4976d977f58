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
  expect(stderr).toContain('14 articles: 1 groups')
})
