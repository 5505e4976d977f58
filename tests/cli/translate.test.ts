import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startServer } from './server.ts'
import { folderOf, synoptic } from './synoptic.ts'

const flags = ['--from', 'de', '--to', 'en']

describe('translate', () => {
  test('asks the engine once for what its cache keeps', async () => {
    await using server = await startServer()
    const cwd = await folderOf({ 'text.txt': 'Guten Morgen.\nWie geht es dir?\n' })
    for (const _ of ['first', 'second']) {
      const { code, stdout } = await synoptic(['translate', 'text.txt', ...flags, '--cache', join(cwd, 'cache')], {
        cwd,
        env: { LIBRETRANSLATE_URL: server.url },
      })
      expect([code, stdout]).toEqual([0, '(en) Guten Morgen.\n(en) Wie geht es dir?\n'])
    }
    expect(server.asked).toHaveLength(2)
  })

  test('writes what it has, and marks what nobody translated', async () => {
    const cwd = await folderOf({ 'text.txt': 'Guten Morgen.\nWie geht es dir?\n' })
    const server = await startServer()
    await server[Symbol.asyncDispose]()
    const { code, stdout, stderr } = await synoptic(['translate', 'text.txt', ...flags], { cwd, env: { LIBRETRANSLATE_URL: server.url } })
    expect([code, stdout]).toEqual([1, '[untranslated] Guten Morgen.\n[untranslated] Wie geht es dir?\n'])
    expect(stderr).toMatch(/2 of 2 sentences are not translated, .*ECONNREFUSED/)
  })
})
