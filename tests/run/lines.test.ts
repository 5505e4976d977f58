import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeWhole } from '../../src/run/files.ts'
import { isCompressed, lineAt, linesOf, placedLinesOf } from '../../src/run/lines.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-lines-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const value of values) found.push(value)
  return found
}

describe('lines of a file', () => {
  // As JSON holds them: no line break, no half of a pair.
  const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 400 })).map((text) => JSON.stringify(text))

  test.each([false, true])('come back, each also alone from its place; compressed: %s', async (compress) => {
    const file = join(folder, `lines-${compress}`)
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        await writeWhole(file, lines, { compress })
        expect(await all(linesOf(file))).toEqual(lines)
        const opened = await open(file)
        try {
          for (const { line, ...place } of await all(placedLinesOf(file))) expect(await lineAt(opened, place)).toBe(line)
        } finally {
          await opened.close()
        }
        const bytes = await readFile(file)
        const plain = (compress && lines.length > 0 ? gunzipSync(bytes) : bytes).toString('utf8')
        expect(plain).toBe(lines.map((each) => `${each}\n`).join(''))
        expect(lines.length > 0 && (await isCompressed(file))).toBe(compress && lines.length > 0)
      }),
      { numRuns: 60 },
    )
  })

  test('longer than what is read at once come back', async () => {
    const file = join(folder, 'long')
    const lines = ['"kurz"', JSON.stringify(Array.from({ length: 400_000 }, (_, at) => (at * 7919) % 65_521).join()), '"kurz"']
    await writeWhole(file, lines, { compress: true })
    expect(await all(linesOf(file))).toEqual(lines)
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -3), 'a compressed line is cut off'],
    ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -8), Buffer.from([1, 2, 3, 4]), bytes.subarray(-4)]), 'damaged'],
    ['of another program', () => gzipSync('"a"\n'), 'damaged'],
  ])('that are compressed and %s are an error', async (_, change, message) => {
    const file = join(folder, 'damaged')
    await writeWhole(file, ['"eins"', '"zwei"'], { compress: true })
    await writeFile(file, change(await readFile(file)))
    await expect(all(linesOf(file))).rejects.toThrow(message)
  })
})
