import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faults } from '../../../bench/engines/faults.ts'
import { mocked, startMock } from '../../../bench/engines/server.ts'
import { libreTranslate } from '../../../src/engines/libretranslate/index.ts'
import { traffic, type Waiting } from '../../../src/engines/traffic/index.ts'
import type { Translator } from '../../../src/engines/translator.ts'
import { type EngineCode, EngineError } from '../../../src/errors.ts'
import { fakeClock, fakeTranslator, said, translated } from '../fakes.ts'

const { signal } = new AbortController()
const ask = (translator: Translator, texts: readonly string[]) => said(translator, texts, 'de', 'en', signal)

/** Fails as `codes` say, one request after the other; then translates. */
function failing(codes: readonly EngineCode[], options: ConstructorParameters<typeof EngineError>[2] = {}) {
  const left = [...codes]
  return fakeTranslator(async (texts, _from, to) => {
    const code = left.shift()
    if (code !== undefined) throw new EngineError(code, code, options)
    return texts.map((text) => translated(text, to))
  })
}

/** Without pauses: time is skipped. */
const quick = (translator: Translator, waitMs = 600_000, onWait = (_: Waiting | undefined) => {}) =>
  traffic(translator, { waitMs, onWait, clock: fakeClock() })

describe('what many articles ask', () => {
  test('goes in batches that they share, each answer to whom it belongs', async () => {
    const engine = fakeTranslator(async (texts, _from, to) => {
      await new Promise((resolve) => setTimeout(resolve, 3))
      return texts.map((text) => translated(text, to))
    })
    const translator = traffic(engine)
    const answers = await Promise.all(Array.from({ length: 2000 }, (_, index) => ask(translator, [`Satz ${index}`])))
    expect(answers.flat()).toEqual(Array.from({ length: 2000 }, (_, index) => `en: Satz ${index}`))
    expect(engine.calls.length).toBeLessThan(700)
    expect(engine.calls.flat()).toHaveLength(2000)
  })

  test('is kept apart by language', async () => {
    const engine = fakeTranslator()
    const translator = traffic(engine)
    await Promise.all([said(translator, ['a', 'b'], 'de', 'en', signal), said(translator, ['c', 'd'], 'en', 'de', signal)])
    for (const texts of engine.calls)
      expect(texts.every((text) => 'ab'.includes(text)) || texts.every((text) => 'cd'.includes(text))).toBe(true)
  })
})

describe('a text that is refused', () => {
  test('is found in any batch, and no other is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (bad) => {
        const texts = bad.map((isBad, index) => (isBad ? `bad ${index}` : `good ${index}`))
        const engine = fakeTranslator(async (asked, _from, to) => {
          if (asked.some((text) => text.startsWith('bad'))) throw new EngineError('refused-text', 'no', { status: 500 })
          return asked.map((text) => translated(text, to))
        })
        const expected = texts.map((text) => (text.startsWith('bad') ? undefined : `en: ${text}`))
        const answers = ask(quick(engine), texts)
        if (bad.includes(true)) await expect(answers).rejects.toMatchObject({ code: 'refused-text', partial: expected })
        else expect(await answers).toEqual(expected)
      }),
    )
  })

  test('by chance comes through', async () => {
    expect(await ask(quick(failing(['refused-text', 'refused-text'], { status: 500 })), ['a'])).toEqual(['en: a'])
  })

  test('before it is sent is not tried again', async () => {
    const engine = failing(['refused-text'])
    await expect(ask(quick(engine), ['a'])).rejects.toMatchObject({ code: 'refused-text' })
    expect(engine.calls).toHaveLength(1)
  })

  test('by breaking the server off, each time, is told from an outage', async () => {
    const engine = fakeTranslator(async (texts, _from, to) => {
      if (texts.includes('poison')) throw new EngineError('unreachable', 'reset')
      return texts.map((text) => translated(text, to))
    })
    const texts = Array.from({ length: 200 }, (_, index) => (index === 7 ? 'poison' : `text ${index}`))
    const [outcome] = await Promise.allSettled([ask(quick(engine), texts)])
    expect(outcome).toMatchObject({
      reason: { code: 'unreachable', partial: texts.map((text) => (text === 'poison' ? undefined : `en: ${text}`)) },
    })
  })
})

describe('an outage', () => {
  test('is waited for, by all who ask', async () => {
    const engine = failing(Array.from({ length: 30 }, () => 'unreachable' as const))
    const told: (Waiting | undefined)[] = []
    const translator = quick(engine, 600_000, (waiting) => told.push(waiting))
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => ask(translator, [text])))
    expect(answers.flat()).toEqual(['en: a', 'en: b', 'en: c'])
    expect(told[0]?.reason).toBe('unreachable')
    expect(told.at(-1)).toBeUndefined()
  })

  test('that outlasts the wait leaves all of them without, after a handful of requests', async () => {
    const engine = failing(Array.from({ length: 1000 }, () => 'unreachable' as const))
    const translator = quick(engine, 60_000)
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, (_, index) => ask(translator, [`${index}`])))
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason.code === 'unreachable')).toBe(true)
    expect(engine.calls.length).toBeLessThan(30)
  })

  test.each(['unauthorized', 'unsupported-pair'] as const)('is not what %s is', async (code) => {
    const engine = failing([code])
    await expect(ask(quick(engine), ['a'])).rejects.toMatchObject({ code })
    expect(engine.calls).toHaveLength(1)
  })
})

test('a limit that frees nothing for an hour is an outage longer than the wait', async () => {
  const engine = failing(
    Array.from({ length: 10 }, () => 'rate-limited' as const),
    { retryAfterMs: 3_600_000 },
  )
  await expect(ask(quick(engine), ['a'])).rejects.toMatchObject({ code: 'rate-limited' })
})

test('with one request in five going wrong, in every way there is, all texts come through, none is asked again after its answer', async () => {
  await using mock = await startMock({ faulty: 0.2, textMs: 5, slots: 8 })
  const texts = Array.from({ length: 2000 }, (_, index) => `Das ist Satz ${index} von vielen.`)
  const translator = traffic(libreTranslate({ url: mock.url, timeoutMs: 1000 }), { concurrency: 8 })
  const answers = await Promise.all(Array.from({ length: 80 }, (_, at) => ask(translator, texts.slice(at * 25, at * 25 + 25))))
  expect(answers.flat()).toEqual(texts.map((text) => mocked(text, 'en')))
  expect(mock.requests()).toBeGreaterThan(faults.length * 3)
  expect([...mock.seen.values()].filter(({ askedAfterAnswer }) => askedAfterAnswer > 0)).toEqual([])
})

test('a server that goes away in the middle and comes back is used to the end', async () => {
  await using mock = await startMock({ textMs: 5, slots: 4 })
  const texts = Array.from({ length: 300 }, (_, index) => `Satz ${index}`)
  const answers = ask(traffic(libreTranslate({ url: mock.url })), texts)
  await new Promise((resolve) => setTimeout(resolve, 150))
  await mock.down()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await mock.up()
  expect(await answers).toEqual(texts.map((text) => `en: ${text}`))
})

// Of a number that people set: before any other is known, all that are under way when it is reached are refused, one time more, one time fewer.
test('a rate limit is stayed under: no ban', async () => {
  await using mock = await startMock({ slots: 2, textMs: 20, limit: { texts: 30, windowMs: 3000, violations: 5, retryAfter: true } })
  const texts = Array.from({ length: 80 }, (_, index) => `Satz ${index}`)
  expect(await ask(traffic(libreTranslate({ url: mock.url })), texts)).toHaveLength(80)
  expect(mock.refusals()).toBeLessThanOrEqual(5)
})

test.each([
  ['slow', { slots: 4, textMs: 10 }],
  ['fast', { slots: 64, textMs: 0 }],
  ['of many slots', { slots: 32, textMs: 5 }],
])('a limit that is not told is learnt from few refusals by a server that is %s', async (_, options) => {
  await using mock = await startMock({ ...options, limit: { texts: 101, windowMs: 60_000, violations: 5 } })
  const controller = new AbortController()
  const answers = said(
    traffic(libreTranslate({ url: mock.url })),
    Array.from({ length: 600 }, (_, index) => `Satz ${index}`),
    'de',
    'en',
    controller.signal,
  )
  setTimeout(() => controller.abort(new Error('enough')), 5000)
  await expect(answers).rejects.toThrow('enough')
  expect(mock.refusals()).toBeLessThanOrEqual(5)
})
