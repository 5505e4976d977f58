import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, type Result, synoptic } from './synoptic.ts'

/** Aligns three sentences with the help of `pivot`. */
async function alignWith(pivot: string): Promise<Result> {
  const folder = await folderOf({
    'story.de': 'Die Brücke ist alt.\nAnna wohnt seit 1911 dort.\nDer Fluss ist breit.\n',
    'story.en': 'The bridge is old.\nAnna has lived there since 1911.\nThe river is wide.\n',
    'pivot.en': pivot,
  })
  const [source = '', target = '', given = ''] = ['story.de', 'story.en', 'pivot.en'].map((name) => join(folder, name))
  return synoptic(['align', source, target, '--from', 'de', '--to', 'en', '--pivot', given])
}

test('an empty line of a pivot is filled with the segment itself, and said', async () => {
  const { code, stdout, stderr } = await alignWith('The bridge is old.\n\nThe river is broad.\n')
  expect(stdout.match(/^\[.*\]:\[.*\]/gmu)).toEqual(['[0]:[0]', '[1]:[1]', '[2]:[2]'])
  expect(stderr).toContain('nothing on line 2')
  expect(code).toBe(0)
})

test('a pivot with too few lines is wrong usage', async () => {
  const { code, stdout, stderr } = await alignWith('The bridge is old.\n')
  expect(stderr).toContain('expected a line for each of the 3 segments')
  expect(stdout).toBe('')
  expect(code).toBe(2)
})
