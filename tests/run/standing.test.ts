import { appendFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noteStanding, standsAsMade } from '../../src/run/standing.ts'
import { temporaryFolder } from '../write/folder.ts'

async function output(): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'text/00000'), { recursive: true })
  for (const file of ['text/00000/a.en.txt', 'text/00000/b.en.txt', 'names.tsv']) await writeFile(join(folder, file), file)
  await noteStanding(folder, 'recipe')
  return folder
}

describe('standsAsMade', () => {
  test('results that nobody touched stand; made of something else they do not', async () => {
    const folder = await output()
    expect(await standsAsMade(folder, 'recipe')).toBe(true)
    expect(await standsAsMade(folder, 'another')).toBe(false)
  })

  test.each<[string, (file: string) => Promise<void>]>([
    ['longer', (file) => appendFile(file, 'x')],
    ['gone', (file) => rm(file)],
    [
      'rewritten, as long as before',
      async (file) => {
        await utimes(file, 1, 1)
      },
    ],
    [
      'another file of the same bytes',
      async (file) => {
        const content = await readFile(file)
        await writeFile(`${file}.new`, content)
        await rm(file)
        await writeFile(file, content)
        await rm(`${file}.new`)
      },
    ],
  ])('a file that is %s is noticed', async (_, change) => {
    const folder = await output()
    await change(join(folder, 'text/00000/b.en.txt'))
    expect(await standsAsMade(folder, 'recipe')).toBe(false)
  })

  test('a file more is noticed, and so is a note that is damaged', async () => {
    const folder = await output()
    await writeFile(join(folder, '.synoptic/results.json'), '{')
    expect(await standsAsMade(folder, 'recipe')).toBe(false)
    await noteStanding(folder, 'recipe')
    await writeFile(join(folder, 'text/c.en.txt'), '')
    expect(await standsAsMade(folder, 'recipe')).toBe(false)
  })
})
