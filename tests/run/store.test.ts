import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Completion, knownIn, ShardStore } from '../../src/run/store.ts'

const hash = 'a'.repeat(64)
/** Keys as they are: sha256, hexadecimal. */
const key = (name: string): string => Buffer.from(name).toString('hex').padStart(64, '0').split('').toReversed().join('')
const [k1, k2, k4] = [key('1'), key('2'), key('4')]

async function empty(): Promise<{ store: ShardStore; folder: string; journal: string; record: string }> {
  const output = await mkdtemp(join(tmpdir(), 'store-'))
  const folder = join(output, '.synoptic', 'shards')
  const file = join(folder, hash.slice(0, 24))
  return { store: new ShardStore(output), folder, journal: `${file}.journal`, record: `${file}.json` }
}

function completion(parts: Partial<Completion> = {}): Completion {
  return { hash, origins: 'o', read: 0, keys: [], unfinished: [], rejected: [], warnings: {}, stages: {}, ...parts }
}

/** What a shard of new content with these articles would take over. */
async function finished(store: ShardStore, ...keys: string[]): Promise<Map<string, string>> {
  const known = await knownIn((await store.harvest()).filesOf(keys), new Set(keys))
  return new Map([...known].flatMap(([key, { line, finished }]) => (finished ? [[key, line]] : [])))
}

describe('ShardStore', () => {
  test('nothing is done in an empty folder', async () => {
    const { store } = await empty()
    expect(await store.completion(hash)).toBeUndefined()
    expect(await finished(store, k1)).toEqual(new Map())
  })

  test('finished articles of a shard under way are found again; a line torn by a kill is not, and does no harm to the next one', async () => {
    const { store, journal } = await empty()
    const first = await store.open(hash, false)
    await Promise.all([first.add(k1, '{"id":"ä"}'), first.add(k2, '{"id":"b"}')])
    await first.close()
    await appendFile(journal, `${key('3')}\t{"id":"to`)

    expect([...(await finished(store, k1, k2, key('3'))).keys()]).toEqual([k1, k2])
    const second = await store.open(hash, false)
    await second.add(k4, '{"id":"d"}')
    await second.close()
    expect(await finished(store, k1, k4)).toEqual(
      new Map([
        [k1, '{"id":"ä"}'],
        [k4, '{"id":"d"}'],
      ]),
    )
  })

  test('a completed shard has its lines and its record, and no journal; what is pending in it is not finished', async () => {
    const { store, journal } = await empty()
    await (await store.open(hash, false)).close()
    await store.complete(['{"id":"a"}', '{"id":"b"}'], completion({ keys: [k1, k2], unfinished: [1] }))
    expect(await readFile(store.linesFile(hash), 'utf8')).toBe('{"id":"a"}\n{"id":"b"}\n')
    await expect(readFile(journal)).rejects.toThrow('ENOENT')
    expect(await finished(store, k1, k2)).toEqual(new Map([[k1, '{"id":"a"}']]))
  })

  test.each(['flipped', 'cut', 'missing', '{}'])('lines or a record that are %s count as not done, and are told', async (damage) => {
    for (const what of ['lines', 'record'] as const) {
      const { store, record } = await empty()
      await store.complete(['{"id":"a"}', '{"id":"b"}'], completion({ keys: [k1, k2] }))
      const file = what === 'lines' ? store.linesFile(hash) : record
      const whole = await readFile(file, 'utf8')
      if (damage === 'missing') await rm(file)
      else await writeFile(file, { flipped: whole.replace(/[ac]/u, 'A'), cut: whole.slice(0, -5), '{}': '{}' }[damage] ?? '')
      const told: string[] = []
      expect(await store.completion(hash, (path) => told.push(path))).toBeUndefined()
      expect(await finished(store, k1, k2)).toEqual(new Map())
      expect(told).toEqual(what === 'record' && damage === 'missing' ? [] : [file])
    }
  })

  test('a line of the journal that was damaged counts as not done', async () => {
    const { store, journal } = await empty()
    const under = await store.open(hash, false)
    await under.add(k1, '{"id":"first"}')
    await under.add(k2, '{"id":"second"}')
    await under.close()
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('first', 'fihst'))
    expect([...(await finished(store, k1, k2)).keys()]).toEqual([k2])
  })

  test('a fresh start forgets what was under way', async () => {
    const { store } = await empty()
    const first = await store.open(hash, false)
    await first.add(k1, '{"id":"a"}')
    await first.close()
    await (await store.open(hash, true)).close()
    expect(await finished(store, k1)).toEqual(new Map())
  })

  test('shards of an earlier input go', async () => {
    const { store, folder } = await empty()
    const other = 'b'.repeat(64)
    for (const one of [hash, other]) await store.complete(['{}'], completion({ hash: one, keys: [k1] }))
    await store.keepOnly([hash])
    expect(await store.completion(hash)).toBeDefined()
    expect((await readdir(folder)).every((name) => name.startsWith('aaaa'))).toBe(true)
  })

  test('what another store finished is taken over, as it is', async () => {
    const [{ store: from }, { store: to }] = [await empty(), await empty()]
    await from.complete(['{"id":"a"}'], completion({ keys: [k1] }))
    await to.takeOver(from, hash)
    await to.takeOver(from, hash)
    expect(await to.completion(hash)).toEqual(await from.completion(hash))
  })
})
