import { describe, expect, test } from 'vitest'
import { pooled } from '../../src/engines/pooled.ts'
import { type RoutedOptions, routed, routeOf } from '../../src/engines/routed.ts'
import type { Answer, LanguagePair, Translator } from '../../src/engines/translator.ts'
import { EngineError } from '../../src/errors.ts'
import { fakeClock } from './fakes.ts'

const { signal } = new AbortController()

/** Serves `pairs`, and fails where `fails` says how. */
function engine(
  name: string,
  pairs: readonly string[],
  fails: (text: string) => EngineError['code'] | undefined = () => undefined,
): Translator {
  const list = pairs.map((pair) => pair.split('-')).map(([from, to]): LanguagePair => ({ from: from!, to: to! }))
  return {
    name,
    languages: async () => list,
    translate: async (texts, from, to, { signal }) => {
      signal.throwIfAborted()
      if (!pairs.includes(`${from}-${to}`)) throw new EngineError('unsupported-pair', 'no such pair')
      const codes = texts.map(fails)
      const answers = texts.map((text, at): Answer | undefined =>
        codes[at] === undefined ? { text: `${to}(${text})`, engine: name } : undefined,
      )
      const code = codes.find((one) => one !== undefined)
      if (code !== undefined) throw new EngineError(code, `${name} says ${code}`, { partial: answers, remedy: `mend ${name}` })
      return answers as Answer[]
    },
  }
}

function route(engines: readonly Translator[], more: Partial<RoutedOptions> = {}): Translator {
  return routed({ engines: new Map(engines.map((one) => [one.name, one])), order: engines.map(({ name }) => name), ...more })
}

describe('engines in a row', () => {
  test('translate each text by the first that can, and say what the others said', async () => {
    const told: string[] = []
    const first = engine('first', ['de-en'], (text) => (text === 'b' ? 'refused-text' : undefined))
    const answers = await route([first, engine('second', ['de-en'])], { onPass: (message) => told.push(message) }).translate(
      ['a', 'b', 'c'],
      'de',
      'en',
      { signal },
    )
    expect(answers).toEqual([
      { text: 'en(a)', engine: 'first' },
      { text: 'en(b)', engine: 'second', passed: [{ engine: 'first', reason: 'first says refused-text' }] },
      { text: 'en(c)', engine: 'first' },
    ])
    expect(told).toEqual(['first does not translate from de to en: first says refused-text'])
  })

  test('lose no text of 2,000 while all three fail at random, and tell who made each', async () => {
    let state = 7
    const chance = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31
      return state / 2 ** 31
    }
    const fate = new Map<string, Map<string, EngineError['code'] | undefined>>()
    const fails = (name: string) => (text: string) => {
      const known = fate.get(name) ?? new Map()
      fate.set(name, known)
      if (!known.has(text))
        known.set(text, chance() < 0.4 ? (['unreachable', 'refused-text', 'rate-limited'] as const)[Math.floor(chance() * 3)] : undefined)
      return known.get(text)
    }
    const names = ['one', 'two', 'three']
    const all = route([...names.map((name) => engine(name, ['de-en'], fails(name))), engine('last', ['de-en'])])
    const texts = Array.from({ length: 2000 }, (_, index) => `text ${index}`)
    const batches = Array.from({ length: 100 }, (_, index) => texts.slice(index * 20, index * 20 + 20))
    const answers = (await Promise.all(batches.map((batch) => all.translate(batch, 'de', 'en', { signal })))).flat()
    expect(answers.map(({ text }) => text)).toEqual(texts.map((text) => `en(${text})`))
    answers.forEach(({ engine: by, passed = [] }, at) => {
      const before = names.slice(0, names.includes(by) ? names.indexOf(by) : 3)
      expect(before.every((name) => fate.get(name)?.get(texts[at]!) !== undefined)).toBe(true)
      expect(passed.map((one) => one.engine)).toEqual(before)
    })
  })

  test('say what all said, and what to do, when none can; what is there is kept', async () => {
    const down = route([engine('first', ['de-en'], (text) => (text === 'b' ? 'unreachable' : undefined)), engine('second', ['fr-en'])])
    await expect(down.translate(['a', 'b'], 'de', 'en', { signal })).rejects.toMatchObject({
      code: 'unreachable',
      message: 'first: first says unreachable; second: no such pair',
      remedy: 'mend first',
      partial: [{ text: 'en(a)', engine: 'first' }, undefined],
    })
  })

  test('go by way of English, or of what they have in common', async () => {
    const english = route([engine('one', ['de-en', 'de-ca']), engine('two', ['en-fr', 'ca-fr'])])
    expect(await english.translate(['a'], 'de', 'fr', { signal })).toMatchObject([
      { text: 'fr(en(a))', engine: 'one+two', version: 'by way of en' },
    ])
    const other = route([engine('one', ['de-nb', 'nb-nn'])])
    expect(await other.translate(['a'], 'de', 'nn', { signal })).toMatchObject([{ text: 'nn(nb(a))', engine: 'one' }])
    await expect(other.translate(['a'], 'ja', 'nn', { signal })).rejects.toMatchObject({ code: 'unsupported-pair' })
  })

  test('go that way too while one is away that might have the pair', async () => {
    const away = engine('away', ['de-fr'], () => 'unreachable')
    const silent: Translator = { ...away, languages: () => Promise.reject(new EngineError('unreachable', 'away')) }
    expect(await route([silent, engine('one', ['de-en', 'en-fr'])]).translate(['a'], 'de', 'fr', { signal })).toMatchObject([
      { text: 'fr(en(a))', engine: 'one' },
    ])
    const odd = engine('odd', ['de-fr'], () => 'refused-text')
    const steps = engine('one', ['de-en', 'en-fr'])
    await expect(route([odd, steps]).translate(['a'], 'de', 'fr', { signal })).rejects.toMatchObject({ code: 'refused-text' })
  })

  test('go that way too while one that lacks the pair answers nonsense to all', async () => {
    const steps = engine('one', ['de-en', 'en-fr'])
    const broken = (pairs: readonly string[]): Translator => ({
      ...engine('broken', pairs),
      translate: () => Promise.reject(new EngineError('bad-answer', 'nonsense')),
    })
    expect(await route([broken(['de-en']), steps]).translate(['a'], 'de', 'fr', { signal })).toMatchObject([{ text: 'fr(en(a))' }])
    await expect(route([broken(['de-fr']), steps]).translate(['a'], 'de', 'fr', { signal })).rejects.toMatchObject({ code: 'bad-answer' })
  })

  test('never take what came only half the way for a translation', async () => {
    const inward = engine('in', ['de-en'], (text) => (text === 'b' ? 'refused-text' : undefined))
    const onward = engine('on', ['en-fr'], (text) => (text === 'en(c)' ? 'unreachable' : undefined))
    await expect(route([inward, onward]).translate(['a', 'b', 'c'], 'de', 'fr', { signal })).rejects.toMatchObject({
      code: 'refused-text',
      partial: [{ text: 'fr(en(a))', engine: 'in+on' }, undefined, undefined],
    })
  })

  test('are those of the most exact route', () => {
    const routes = { 'es-ca': ['a'], 'es-*': ['b'], '*-ca': ['c'], 'zh-Hans-en': ['d'] }
    const of = (from: string, to: string) => routeOf({ order: ['z'], routes }, from, to)[0]
    expect([of('es', 'ca'), of('es', 'fr'), of('fr', 'ca'), of('fr', 'de'), of('es-MX', 'ca'), of('zh-Hans', 'en')]).toEqual([
      'a',
      'b',
      'c',
      'z',
      'a',
      'd',
    ])
  })
})

describe('a pool of servers', () => {
  test('asks the next when one is away, and waits for one of them when all are', async () => {
    const clock = fakeClock()
    let down = new Set(['http://a', 'http://b'])
    const told: unknown[] = []
    const open = (url: string): Translator => engine(url, ['de-en'], () => (down.has(url) ? 'unreachable' : undefined))
    const pool = pooled(['http://a', 'http://b'], open, {
      clock,
      waitMs: 60_000,
      onWait: (waiting) => {
        told.push(waiting?.leftMs)
        if (told.length === 4) down = new Set(['http://a'])
      },
    })
    expect(await pool.translate(['x'], 'de', 'en', { signal })).toMatchObject([{ text: 'en(x)', engine: 'http://b' }])
    expect(told).toEqual([60_000, undefined, 55_000, undefined])
    down = new Set(['http://a', 'http://b'])
    await expect(pool.translate(['x'], 'de', 'en', { signal })).rejects.toMatchObject({ code: 'unreachable' })
  })
})
