import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Completion, Journal } from '../../src/run/journal.ts'

async function empty(): Promise<{ output: string; journal: Journal; partial: string }> {
  const output = await mkdtemp(join(tmpdir(), 'journal-'))
  return { output, journal: new Journal(output), partial: join(output, '.synoptic', 'shards', '00000.partial.jsonl') }
}

function completion(parts: Partial<Completion> = {}): Completion {
  return { hash: 'h', read: 0, keys: [], unfinished: [], rejected: [], warnings: {}, stages: {}, ...parts }
}

describe('Journal', () => {
  test('nothing is done in an empty folder', async () => {
    const { journal } = await empty()
    expect(await journal.completion(0)).toBeUndefined()
    expect(await journal.finished(0)).toEqual(new Map())
  })

  test('finished articles of a shard under way are found again; a line torn by a kill is not, and does no harm to the next one', async () => {
    const { journal, partial } = await empty()
    const first = await journal.open(0, false)
    await Promise.all([first.add('k1', '{"id":"ä"}'), first.add('k2', '{"id":"b"}')])
    await first.close()
    await appendFile(partial, 'k3\t{"id":"to')

    expect([...(await journal.finished(0)).keys()]).toEqual(['k1', 'k2'])
    const second = await journal.open(0, false)
    await second.add('k4', '{"id":"d"}')
    await second.close()
    expect(await journal.finished(0)).toEqual(
      new Map([
        ['k1', '{"id":"ä"}'],
        ['k2', '{"id":"b"}'],
        ['k4', '{"id":"d"}'],
      ]),
    )
  })

  test('a completed shard has its lines and its record, and no journal', async () => {
    const { journal, partial } = await empty()
    await (await journal.open(0, false)).close()
    await journal.complete(0, ['{"id":"a"}', '{"id":"b"}'], completion({ keys: ['ka', 'kb'], unfinished: ['b'] }))
    expect(await readFile(journal.corpusFile(0), 'utf8')).toBe('{"id":"a"}\n{"id":"b"}\n')
    await expect(readFile(partial)).rejects.toThrow('ENOENT')
    // b is pending: it is not among the finished ones.
    expect(await journal.finished(0)).toEqual(new Map([['ka', '{"id":"a"}']]))
  })

  test('a shard whose record is torn counts as not done', async () => {
    const { journal, output } = await empty()
    await journal.complete(0, ['{"id":"a"}'], completion({ keys: ['ka'] }))
    await writeFile(join(output, '.synoptic', 'shards', '00000.json'), '{"hash":')
    expect(await journal.completion(0)).toBeUndefined()
  })

  test.each(['flipped', 'cut', 'missing', '{}'])('a corpus file or a record that is %s counts as not done, and is told', async (damage) => {
    for (const what of ['corpus', 'record'] as const) {
      const { journal, output } = await empty()
      await journal.complete(0, ['{"id":"a"}', '{"id":"b"}'], completion({ keys: ['ka', 'kb'], hash: 'same' }))
      const file = what === 'corpus' ? journal.corpusFile(0) : join(output, '.synoptic', 'shards', '00000.json')
      const whole = await readFile(file, 'utf8')
      if (damage === 'missing') await rm(file)
      else await writeFile(file, { flipped: whole.replace('a', 'A'), cut: whole.slice(0, -5), '{}': '{}' }[damage] ?? '')
      const told: string[] = []
      expect(await journal.completion(0, (path) => told.push(path))).toBeUndefined()
      expect(await journal.finished(0)).toEqual(new Map())
      expect(told).toEqual(what === 'record' && damage === 'missing' ? [] : [file])
    }
  })

  test('a line of the journal that was damaged counts as not done', async () => {
    const { journal, partial } = await empty()
    const under = await journal.open(0, false)
    await under.add('k1', '{"id":"first"}')
    await under.add('k2', '{"id":"second"}')
    await under.close()
    await writeFile(partial, (await readFile(partial, 'utf8')).replace('first', 'fihst'))
    expect([...(await journal.finished(0)).keys()]).toEqual(['k2'])
  })

  test('a fresh start forgets what was under way', async () => {
    const { journal } = await empty()
    const first = await journal.open(0, false)
    await first.add('k1', '{"id":"a"}')
    await first.close()
    await (await journal.open(0, true)).close()
    expect(await journal.finished(0)).toEqual(new Map())
  })

  test('shards of an earlier, longer input go', async () => {
    const { journal } = await empty()
    for (const index of [0, 1, 2]) await journal.complete(index, [`{"id":"${index}"}`], completion({ keys: ['k'] }))
    await journal.dropFrom(1)
    expect(await journal.completion(0)).toBeDefined()
    expect(await journal.completion(1)).toBeUndefined()
    await expect(readFile(journal.corpusFile(2))).rejects.toThrow('ENOENT')
  })
})
