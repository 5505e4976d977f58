import { join } from 'node:path'
import { expect, test } from 'vitest'
import { slicesOf } from '../../../src/files/xml/slices.ts'
import { folderOf } from '../../cli/synoptic.ts'

const wanted = { format: 'TMX', roots: ['tmx'], elements: ['tu'] }

async function read(xml: string): Promise<string[]> {
  const path = join(await folderOf({ 'file.xml': xml }), 'file.xml')
  const found: string[] = []
  for await (const slice of slicesOf(path, wanted)) found.push(slice.xml)
  return found
}

test('gives the wanted elements, and none that a comment or a document type hides', async () => {
  expect(await read('<!DOCTYPE tmx [<!ENTITY a "<tu/>">]><tmx><!-- <tu>0</tu> --><body><tu>1</tu><tu a="2"></tu></body></tmx>')).toEqual([
    '<tu>1</tu>',
    '<tu a="2"></tu>',
  ])
  expect(await read('<tmx/>')).toEqual([])
})

test.each([
  ['between elements', '<tmx><body><tu>1</tu>\n', /file\.xml:2: the file ends before its end tag, <\/tmx>: it was cut off/u],
  ['inside an element', '<tmx><body><tu>1', /file\.xml:1: the file ends inside this <tu>/u],
  ['inside a tag', '<tmx><body><tu>1</tu></tm', /cut off/u],
])('a file that was cut off %s is an error: what is missing is not taken for what is not there', async (_, xml, message) => {
  await expect(read(xml)).rejects.toThrow(message)
})
