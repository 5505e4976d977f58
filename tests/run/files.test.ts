import { type FileHandle, mkdtemp, open, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { asWriteError, makeFolder, writeWhole } from '../../src/run/files.ts'
import { linesOf } from '../../src/run/lines.ts'
import { lock } from '../../src/run/lock.ts'

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'files-'))

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

describe('writeWhole and linesOf', () => {
  test('give back what was written, whatever characters a line holds', async () => {
    const path = join(await folder(), 'lines')
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'))
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        await writeWhole(path, lines)
        expect(await all(linesOf(path))).toEqual(lines)
      }),
    )
    await writeWhole(path, ['a\u2028b\u2029c\rd', 'x'.repeat(3_000_000)])
    expect((await all(linesOf(path))).map((text) => text.length)).toEqual([7, 3_000_000])
  })

  test('what is moved into place is on the disk', async () => {
    const path = join(await folder(), 'lines')
    const some = await open(join(await folder(), 'some'), 'w')
    const sync = vi.spyOn(Object.getPrototypeOf(some) as FileHandle, 'sync').mockImplementation(async () => {
      await expect(stat(path)).rejects.toThrow('ENOENT')
    })
    await some.close()
    await writeWhole(path, ['a'])
    expect(sync).toHaveBeenCalledOnce()
    sync.mockRestore()
  })

  test('a write that fails leaves the file as it was, and nothing beside it', async () => {
    const at = await folder()
    const path = join(at, 'f')
    await writeWhole(path, ['before'])
    const failing = function* (): Generator<string> {
      yield 'half'
      throw new Error('no more')
    }
    await expect(writeWhole(path, failing())).rejects.toThrow('no more')
    expect(await readFile(path, 'utf8')).toBe('before\n')
    expect(await readdir(at)).toEqual(['f'])
  })
})

describe('asWriteError', () => {
  test('a full disk is said in words, with the file and the remedy, also when it is the cause of something else', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', path: 'out/corpus/00000.jsonl.tmp' })
    for (const thrown of [full, new Error('worker failed', { cause: full })]) {
      const error = asWriteError(thrown, 'out')
      expect(error).toBeInstanceOf(UsageError)
      expect((error as Error).message).toMatch(/^out\/corpus\/00000\.jsonl\.tmp: .*disk is full.*-o.*goes on/)
    }
  })

  test('anything else stays what it is', () => {
    const error = new TypeError('x')
    expect(asWriteError(error, 'out')).toBe(error)
  })
})

describe('lock', () => {
  test('a second run in the folder is refused while the first is alive, and not after', async () => {
    const output = await folder()
    {
      await using _held = await lock(output)
      await expect(lock(output)).rejects.toThrow(`process ${process.pid} is running`)
    }
    await using _again = await lock(output)
  })

  test('a lock left by a process that is gone, or torn, is taken over', async () => {
    const output = await folder()
    const gone = JSON.stringify({ pid: 999_999_999, host: hostname(), started: '' })
    const reused = JSON.stringify({ pid: process.pid, host: hostname(), started: 'another boot 1' })
    for (const left of [gone, reused, '', 'garbage']) {
      await (await lock(output))[Symbol.asyncDispose]()
      await writeFile(join(output, '.synoptic', 'lock'), left)
      const told: string[] = []
      await using _held = await lock(output, (message) => told.push(message))
      expect(told).toEqual([expect.stringContaining('left behind')])
    }
  })

  test('a lock of another host holds as long as it shows signs of life', async () => {
    const output = await folder()
    await (await lock(output))[Symbol.asyncDispose]()
    const path = join(output, '.synoptic', 'lock')
    await writeFile(path, JSON.stringify({ pid: 1, host: 'elsewhere', started: '' }))
    await expect(lock(output)).rejects.toThrow('process 1 on elsewhere is running')
    const before = new Date(Date.now() - 120_000)
    await utimes(path, before, before)
    await using _held = await lock(output)
  })

  test('of two that want a lock left behind, one gets it', async () => {
    const output = await folder()
    await (await lock(output))[Symbol.asyncDispose]()
    await writeFile(join(output, '.synoptic', 'lock'), JSON.stringify({ pid: 999_999_999, host: hostname(), started: '' }))
    const both = await Promise.allSettled([lock(output), lock(output)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('makeFolder', () => {
  test('makes what is missing on the way, and may be called again', async () => {
    const path = join(await folder(), 'a', 'b', 'c')
    await makeFolder(path)
    await makeFolder(path)
    expect((await stat(path)).isDirectory()).toBe(true)
  })

  test('says so where no folder can be made', async () => {
    const file = join(await folder(), 'file')
    await writeFile(file, '')
    await expect(makeFolder(join(file, 'below'))).rejects.toThrow('ENOTDIR')
  })

  test.runIf(process.platform === 'linux')('ends below /proc', async () => {
    await expect(makeFolder('/proc/nope/below')).rejects.toThrow(UsageError)
  })
})
