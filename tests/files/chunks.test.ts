import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chunksOf } from '../../src/files/chunks.ts'

let path: string
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'chunks-')), 'x.txt')
})
afterEach(() => rm(join(path, '..'), { recursive: true }))

async function read(content: string | Uint8Array): Promise<string> {
  await writeFile(path, content)
  const chunks: string[] = []
  for await (const chunk of chunksOf(path)) chunks.push(chunk)
  return chunks.join('')
}

/** More than is read at once; no piece ends where a character does. */
const long = `${'ü\n🌉x\n'.repeat(100_000)}`

test.each([
  ['UTF-8', Buffer.from(long)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${long}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${long}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${long}`, 'utf16le').swap16()],
])('%s is read whole', async (_, bytes) => {
  expect(await read(bytes)).toBe(long)
})

test('an empty file has no text', async () => {
  expect(await read('')).toBe('')
})

test.each([0, 1, 3, 60_000, 199_999])('bytes that are no text are found after %i lines', async (lines) => {
  const start = 'ü\n🌉x\n'.repeat(lines).split('\n').slice(0, lines).join('\n')
  const bytes = Buffer.concat([
    Buffer.from(lines === 0 ? '' : `${start}\n`),
    Buffer.from('R\xf6ntgen\nand more\n', 'latin1'),
    Buffer.from(long),
  ])
  await expect(read(bytes)).rejects.toMatchObject({ line: lines + 1, message: expect.stringContaining('is not UTF-8') })
})

test('a character that the file breaks off is none', async () => {
  await expect(read(Buffer.from('a\nü').subarray(0, 3))).rejects.toMatchObject({ message: expect.stringContaining('is not UTF-8') })
})

test('a file that is not there is an error', async () => {
  await expect(chunksOf(path).next()).rejects.toMatchObject({ file: path, message: expect.stringContaining('cannot be read: ENOENT') })
})
