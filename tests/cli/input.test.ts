/** Which of the input is read. */
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { synoptic } from './synoptic.ts'

let folder: string
let input: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synoptic-input-'))
  input = join(folder, 'in')
  await mkdir(input)
  const records = [
    ['a', 'The mill on the river stood empty for forty years, and nobody minded.'],
    ['b', 'Die Mühle am Fluss stand vierzig Jahre lang leer, und niemanden störte es.'],
    ['c', 'The mill on the river stood empty for forty years, and nobody minded.'],
    ['d', 'A short one.'],
  ]
  await writeFile(join(input, 'd.csv'), ['key;content', ...records.map((cells) => cells.join(';'))].join('\n'))
  await writeFile(join(input, 'scan.pdf'), 'x')
})

const fields = ['--field', 'text=content', '--field', 'id=key']

test('--dry-run lists it and does nothing', async () => {
  const { code, stdout, stderr } = await synoptic(['run', input, '-o', join(folder, 'none'), '--dry-run'])
  expect([code, stdout]).toEqual([0, `${join(input, 'd.csv')}\tcsv\t\t${(await readFile(join(input, 'd.csv'))).length}\n`])
  expect(stderr).toContain('1 skipped: no reader for .pdf')
  await expect(readFile(join(folder, 'none', 'run.json'))).rejects.toThrow()
})

test('--strict wants a reader for every file', async () => {
  const { code, stderr } = await synoptic(['run', input, '-o', join(folder, 'none'), '--strict'])
  expect(code).toBe(2)
  expect(stderr).toContain(`1 skipped: no reader for .pdf (${join(input, 'scan.pdf')})`)
})

test('what was not asked for is told, and is no failure', async () => {
  const output = join(folder, 'out')
  const flags = ['--engine', 'memory', '--only-language', 'en', '--min-chars', '20', '--drop-duplicates', '--json']
  const { code, stdout, stderr } = await synoptic(['run', input, '-o', output, ...fields, ...flags])
  expect(stderr).toContain('1 skipped: no reader for .pdf')
  expect(JSON.parse(stdout)).toMatchObject({
    counts: { read: 4, written: 1, rejected: 3 },
    rejections: { 'select/duplicate': 1, 'select/other-language': 1, 'select/too-short': 1 },
  })
  expect(code).toBe(0)
  const skipped = (await readFile(join(output, 'skipped.jsonl'), 'utf8')).trim()
  expect(JSON.parse(skipped)).toEqual({ file: join(input, 'scan.pdf'), reason: 'no reader for .pdf', count: 1 })
})

test('parts of a run skip what all of it skips', async () => {
  const output = join(folder, 'parts')
  for (const part of ['1/2', '2/2'])
    await synoptic(['run', input, '-o', `${output}-${part[0]}`, ...fields, '--engine', 'memory', '--shard', part])
  const { code } = await synoptic(['assemble', `${output}-1`, `${output}-2`, '-o', output])
  // One article waits for a translation.
  expect(code).toBe(1)
  expect((await readFile(join(output, 'skipped.jsonl'), 'utf8')).split('\n')).toHaveLength(2)
})
