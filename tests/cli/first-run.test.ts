/** A run on a machine that has no model yet, at a terminal: it asks, fetches and translates, or says in words why not, and goes on. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Mirror, startMirror } from '../engines/bergamot/mirror.ts'
import { diskOf, mayMount } from './disk.ts'
import { folderOf, records, root, snapshot, synoptic } from './synoptic.ts'

const python = '/usr/bin/python3'
const article =
  'Der alte Hund und das Haus\n\nDer Hund ist alt und das Haus ist groß. In der Stadt sagte die Frau, dass das Wasser kalt war.\n\nDas Buch ist in dem Garten.\n'

let folder: string
let mirror: Mirror
beforeEach(async () => {
  folder = await folderOf({ 'in/hund.de.txt': article })
  mirror = await startMirror(['de-en'])
})
afterEach(async () => {
  await mirror[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the program at a terminal of its own, whose user says `answer` when asked. */
async function atTerminal(answer: string, url = mirror.url): Promise<{ code: number | null; screen: string }> {
  const args = ['run', 'in', '-o', 'out', '--to', 'en', '--engine', 'bergamot', '--wait', '0', '--model-mirror', url]
  const child = spawn(
    python,
    [fileURLToPath(new URL('terminal.py', import.meta.url)), answer, process.execPath, join(root, 'dist/cli/main.js'), ...args],
    {
      cwd: folder,
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), SYNOPTIC_MODELS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const screen = await text(child.stdout)
  return { code: await ended, screen }
}

async function segments(): Promise<readonly { origin: string; text: string }[]> {
  const files = await snapshot(join(folder, 'out'))
  const [line] = records<{ translations: { segments: { origin: string; text: string }[] }[] }>(files['corpus/00000.jsonl']!)
  return line!.translations[0]!.segments
}

const models = async (): Promise<readonly string[]> => {
  const place = join(folder, 'cache/synoptic/models')
  return existsSync(place) ? (await readdir(place)).filter((name) => !name.startsWith('.')) : []
}

describe.skipIf(!existsSync(python))('the first run at a terminal', () => {
  test('asks with size and licence, fetches, translates, and asks no more', async () => {
    mirror.cutAfter = 30_000
    const { code, screen } = await atTerminal('y')
    expect(screen).toMatch(/de-en, \d+(\.\d+)? MB, licence MPL-2\.0, from 127\.0\.0\.1:\d+ into .*models/u)
    expect(screen).toContain('Fetch? [Y/n]')
    expect(code).toBe(0)
    expect((await segments()).every(({ origin, text }) => origin === 'engine' && text !== '')).toBe(true)
    expect(await models()).toEqual(['de-en'])
    // What was cut went on where it was.
    expect(mirror.asked.some((path) => / from \d+$/u.test(path))).toBe(true)
    await rm(join(folder, 'out'), { recursive: true })
    const again = await atTerminal('n')
    expect(again.code).toBe(0)
    expect(again.screen).not.toContain('Fetch?')
  })

  test('takes a no: what would be translated is pending', async () => {
    const { code, screen } = await atTerminal('n')
    expect(code).toBe(1)
    expect(screen).toMatch(/none was to be fetched/u)
    expect((await segments()).every(({ origin }) => origin === 'missing')).toBe(true)
    expect(await models()).toEqual([])
  })

  test('says what is wrong with what came, and keeps none of it', async () => {
    const files = mirror.list.models['de-en']![0]!.files as { model: { uncompressedHash: string } }
    files.model.uncompressedHash = '0'.repeat(64)
    const { code, screen } = await atTerminal('y')
    expect(code).toBe(1)
    expect(screen).toMatch(/is not the file that was listed: its sha256 is/u)
    expect((await segments()).every(({ origin }) => origin === 'missing')).toBe(true)
    expect(await models()).toEqual([])
  })

  test('says so where there is no network, and where there is no such pair', async () => {
    const away = await atTerminal('y', 'http://127.0.0.1:9')
    expect(away.code).toBe(1)
    expect(away.screen).toMatch(/127\.0\.0\.1:9 cannot be reached [^;]*; check the network/u)
    mirror.list.models = {}
    const none = await atTerminal('y')
    expect(none.code).toBe(1)
    expect(none.screen).toMatch(/there is no model from de to en/u)
  })
})

const fetchInto = (place: string) =>
  synoptic(['models', 'fetch', 'de-en', '--yes', '--model-mirror', mirror.url, '--model-dir', place], { cwd: folder })
const shown = async (place: string): Promise<readonly string[]> => (await readdir(place)).filter((name) => !name.startsWith('.'))

describe('models fetch', () => {
  test.each([
    ['packed, is cut', (packed: Buffer) => packed.subarray(0, packed.length / 2), /cannot be unpacked/u],
    ['is short', (packed: Buffer) => gzipSync(gunzipSync(packed).subarray(0, 1000)), /it has 1000 bytes, and should have \d+/u],
  ])('keeps nothing of a model that, %s, and says so once', async (_, damage, why) => {
    const [path, packed] = [...mirror.files].find(([name]) => name.includes('/model.'))!
    mirror.files.set(path, damage(packed))
    const { code, stderr } = await fetchInto('models')
    expect(stderr).toMatch(why)
    expect(stderr.match(/is not the file that was listed/gu)).toHaveLength(1)
    expect(code).toBe(1)
    expect(await shown(join(folder, 'models'))).toEqual([])
    mirror.files.set(path, packed)
    expect((await fetchInto('models')).code).toBe(0)
  })

  // The packed model has 87 KB, unpacked it has 113.
  test.skipIf(!mayMount).each([
    ['for what comes', 40],
    ['for what is unpacked of it', 140],
  ])('says that a disk has no room %s; with room the same command finishes', async (_, free) => {
    const files = mirror.list.models['de-en']![0]!.files as { model: { uncompressedSize?: number } }
    // What is not told beforehand shows only when the disk is full.
    delete files.model.uncompressedSize
    await using disk = await diskOf(512, 512 - free)
    const full = await fetchInto(disk.folder)
    expect(full.stderr).toContain('the disk is full')
    expect(full.stderr).toMatch(/free some space, or choose another folder with --model-dir/u)
    expect(full.code).toBe(1)
    expect(await shown(disk.folder)).toEqual(['filler'])
    await disk.empty()
    expect(await fetchInto(disk.folder)).toMatchObject({ code: 0 })
    expect(await shown(disk.folder)).toEqual(['de-en'])
  })

  test.skipIf(!mayMount)('does not begin what the disk cannot hold', async () => {
    await using disk = await diskOf(512, 360)
    const { code, stderr } = await fetchInto(disk.folder)
    expect(stderr).toMatch(/0 MB are free there, and the model takes 1 MB/u)
    expect(stderr).toMatch(/free some space, or choose another folder with --model-dir/u)
    expect(code).toBe(1)
    expect(mirror.asked).toEqual(['/db/models.json'])
  })
})
