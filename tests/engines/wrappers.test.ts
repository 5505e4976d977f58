import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batched } from '../../src/engines/batched.ts'
import { breaker } from '../../src/engines/breaker.ts'
import { divided } from '../../src/engines/divided.ts'
import { wrapped } from '../../src/engines/index.ts'
import { limited } from '../../src/engines/limited.ts'
import { piecesOf } from '../../src/engines/pieces.ts'
import { retrying } from '../../src/engines/retrying.ts'
import { type EngineCode, EngineError } from '../../src/errors.ts'
import { fakeClock, fakeTranslator, translated } from './fakes.ts'

const { signal } = new AbortController()
const ask = (translator: { translate: ReturnType<typeof fakeTranslator>['translate'] }, texts: readonly string[]) =>
  translator.translate(texts, 'de', 'en', signal)

/** Fails as `codes` say, one call after the other; then translates. */
function failing(codes: readonly EngineCode[], options: ConstructorParameters<typeof EngineError>[2] = {}) {
  const left = [...codes]
  return fakeTranslator(async (texts, _from, to) => {
    const code = left.shift()
    if (code !== undefined) throw new EngineError(code, code, options)
    return texts.map((text) => translated(text, to))
  })
}

describe('batched', () => {
  test('cuts by number and by code points; a long text goes alone', async () => {
    const engine = fakeTranslator()
    await ask(batched(engine, { texts: 3, codePoints: 10 }), ['a', 'b', 'c', 'd', '🌉🌉🌉🌉🌉🌉', 'x'.repeat(50), 'e'])
    expect(engine.calls).toEqual([['a', 'b', 'c'], ['d', '🌉🌉🌉🌉🌉🌉'], ['x'.repeat(50)], ['e']])
  })

  test('keeps what came, and tells of the engine rather than of a text', async () => {
    const engine = fakeTranslator(async (texts) => {
      if (texts.includes('bad'))
        throw new EngineError('refused-text', 'no', { partial: texts.map((text) => (text === 'bad' ? undefined : text)) })
      if (texts.includes('down')) throw new EngineError('unreachable', 'gone')
      return texts
    })
    const translator = batched(engine, { texts: 2 })
    await expect(ask(translator, ['a', 'b', 'bad', 'c', 'd'])).rejects.toMatchObject({
      code: 'refused-text',
      partial: ['a', 'b', undefined, 'c', 'd'],
    })
    await expect(ask(translator, ['bad', 'a', 'down', 'b', 'c'])).rejects.toMatchObject({
      code: 'unreachable',
      partial: [undefined, 'a', undefined, undefined, 'c'],
    })
  })

  test('passes on what is no EngineError', async () => {
    const broken = fakeTranslator(async () => {
      throw new TypeError('a bug')
    })
    await expect(ask(batched(broken), ['a'])).rejects.toThrow(TypeError)
  })
})

describe('divided', () => {
  test('finds the bad texts of any batch, and no good one is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (bad) => {
        const texts = bad.map((isBad, index) => (isBad ? `bad ${index}` : `good ${index}`))
        const engine = fakeTranslator(async (asked, _from, to) => {
          if (asked.some((text) => text.startsWith('bad'))) throw new EngineError('refused-text', 'no', { status: 500 })
          return asked.map((text) => translated(text, to))
        })
        const expected = texts.map((text) => (text.startsWith('bad') ? undefined : `en: ${text}`))
        const answers = ask(divided(engine), texts)
        if (bad.includes(true))
          await expect(answers).rejects.toMatchObject({ code: 'refused-text', partial: bad.length === 1 ? undefined : expected })
        else expect(await answers).toEqual(expected)
      }),
    )
  })

  test('does not divide what is not a text’s fault', async () => {
    const engine = failing(['unreachable'])
    await expect(ask(divided(engine), ['a', 'b'])).rejects.toMatchObject({ code: 'unreachable' })
    expect(engine.calls).toHaveLength(1)
  })
})

test('limited lets so many calls through at once, and starts none that was aborted while it waited', async () => {
  let most = 0
  let now = 0
  const engine = fakeTranslator(async (texts) => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setTimeout(resolve, 2))
    now -= 1
    return texts
  })
  const translator = limited(engine, 3)
  await Promise.all(Array.from({ length: 12 }, (_, index) => ask(translator, [`${index}`])))
  expect(most).toBe(3)
  const controller = new AbortController()
  const waiting = Array.from({ length: 6 }, () => translator.translate(['x'], 'de', 'en', controller.signal))
  controller.abort(new Error('enough'))
  await Promise.all(waiting.map((answer) => expect(answer).rejects.toThrow('enough')))
  expect(engine.calls.length).toBeLessThan(12 + 6)
})

describe('retrying', () => {
  test('waits twice as long each time, up to a limit, and gives up in the end', async () => {
    const clock = fakeClock()
    let isDown = false
    const engine = fakeTranslator(async (texts) => {
      if (isDown) throw new EngineError('unreachable', 'gone')
      return texts
    })
    const translator = retrying(engine, { attempts: 7, clock })
    await ask(translator, ['a'])
    isDown = true
    await expect(ask(translator, ['a'])).rejects.toMatchObject({ code: 'unreachable' })
    expect(clock.waits).toEqual([500, 1000, 2000, 4000, 8000, 8000])
  })

  test('gives up sooner on an engine that never answered', async () => {
    const clock = fakeClock()
    await expect(ask(retrying(failing(Array.from({ length: 10 }, () => 'unreachable')), { clock }), ['a'])).rejects.toThrow()
    expect(clock.waits).toEqual([500, 1000, 2000])
  })

  test('comes through as soon as the engine is back', async () => {
    const clock = fakeClock()
    expect(await ask(retrying(failing(['unreachable', 'unreachable']), { clock }), ['a'])).toEqual(['en: a'])
    expect(clock.waits).toHaveLength(2)
  })

  test('waits as long as the server says; without that, past the window of a minute', async () => {
    const told = fakeClock()
    await ask(retrying(failing(['rate-limited', 'unreachable'], { retryAfterMs: 3000 }), { clock: told }), ['a'])
    expect(told.waits).toEqual([3000, 3000])
    const untold = fakeClock()
    await ask(retrying(failing(['rate-limited', 'rate-limited', 'rate-limited', 'rate-limited']), { clock: untold }), ['a'])
    expect(untold.waits).toEqual([5000, 10_000, 20_000, 40_000])
  })

  test('does not begin what cannot end in time', async () => {
    const clock = fakeClock()
    await expect(ask(retrying(failing(['rate-limited'], { retryAfterMs: 3_600_000 }), { clock }), ['a'])).rejects.toMatchObject({
      code: 'rate-limited',
    })
    expect(clock.waits).toEqual([])
  })

  test('makes all calls rest when one is told to slow down', async () => {
    const clock = fakeClock()
    const translator = retrying(failing(['rate-limited'], { retryAfterMs: 9000 }), { clock })
    await ask(translator, ['a'])
    expect(clock.now()).toBe(9000)
  })

  test.each(['unauthorized', 'banned', 'unsupported-pair', 'refused-text'] as const)('does not ask again after %s', async (code) => {
    const engine = failing([code])
    await expect(ask(retrying(engine, { clock: fakeClock() }), ['a'])).rejects.toMatchObject({ code })
    expect(engine.calls).toHaveLength(1)
  })

  test('gives a lone text that made the engine fail, and a senseless answer, one more try', async () => {
    expect(await ask(retrying(failing(['refused-text'], { status: 500 }), { clock: fakeClock() }), ['a'])).toEqual(['en: a'])
    expect(await ask(retrying(failing(['bad-answer']), { clock: fakeClock() }), ['a', 'b'])).toHaveLength(2)
    await expect(ask(retrying(failing(['refused-text'], { status: 500 }), { clock: fakeClock() }), ['a', 'b'])).rejects.toMatchObject({
      status: 500,
    })
  })

  test('ends its wait when it is aborted', async () => {
    const controller = new AbortController()
    const answer = retrying(failing(['unreachable'])).translate(['a'], 'de', 'en', controller.signal)
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(answer).rejects.toThrow('enough')
  })
})

describe('breaker', () => {
  test('asks an engine that is down once, not once for every article', async () => {
    const clock = fakeClock()
    const engine = failing(['unreachable'])
    const translator = breaker(engine, clock)
    for (let article = 0; article < 1000; article += 1) await expect(ask(translator, ['a'])).rejects.toMatchObject({ code: 'unreachable' })
    expect(engine.calls).toHaveLength(1)
    clock.pass(30_000)
    expect(await ask(translator, ['a'])).toEqual(['en: a'])
    expect(await ask(translator, ['b'])).toEqual(['en: b'])
  })

  test('tries anew with a single call', async () => {
    const clock = fakeClock()
    let arrive = (): void => {}
    const slow = fakeTranslator(async (texts) => {
      if (slow.calls.length === 1) throw new EngineError('unreachable', 'down')
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return texts
    })
    const translator = breaker(slow, clock)
    await expect(ask(translator, ['a'])).rejects.toThrow()
    clock.pass(30_000)
    const trial = ask(translator, ['b'])
    await expect(ask(translator, ['c'])).rejects.toMatchObject({ code: 'unreachable' })
    arrive()
    expect(await trial).toEqual(['b'])
    expect(slow.calls).toHaveLength(2)
  })

  test('takes a wrong key for wrong, however long it takes', async () => {
    const clock = fakeClock()
    const engine = failing(['unauthorized'])
    const translator = breaker(engine, clock)
    await expect(ask(translator, ['a'])).rejects.toThrow()
    clock.pass(1e9)
    await expect(ask(translator, ['a'])).rejects.toMatchObject({ code: 'unauthorized' })
    expect(engine.calls).toHaveLength(1)
  })

  test.each(['refused-text', 'unsupported-pair', 'bad-answer'] as const)('lets the next call through after %s', async (code) => {
    const translator = breaker(failing([code]), fakeClock())
    await expect(ask(translator, ['a'])).rejects.toMatchObject({ code })
    expect(await ask(translator, ['a'])).toEqual(['en: a'])
  })
})

test('all of them together find the one bad text among many', async () => {
  const engine = fakeTranslator(async (texts, _from, to) => {
    if (texts.includes('bad')) throw new EngineError('refused-text', 'no', { status: 400 })
    return texts.map((text) => translated(text, to))
  })
  const texts = Array.from({ length: 50 }, (_, index) => (index === 33 ? 'bad' : `text ${index}`))
  await expect(ask(wrapped(engine, 4), texts)).rejects.toMatchObject({
    code: 'refused-text',
    partial: texts.map((text) => (text === 'bad' ? undefined : `en: ${text}`)),
  })
})

describe('piecesOf', () => {
  test('cuts between sentences, clauses and lines, and nowhere else', () => {
    const textsOf = (text: string, limit: number) => piecesOf(text, limit)?.map((piece) => piece.text)
    expect(textsOf('One. Two. Three.', 9)).toEqual(['One. Two.', 'Three.'])
    expect(textsOf('他来了。他走了。', 4)).toEqual(['他来了。', '他走了。'])
    expect(textsOf('first line\nsecond line', 12)).toEqual(['first line', 'second line'])
    expect(textsOf('he came; she went', 9)).toEqual(['he came;', 'she went'])
    expect(textsOf('no place to cut', 9)).toBeUndefined()
    expect(textsOf('Short. A sentence that is too long.', 9)).toBeUndefined()
  })

  test('loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ü', '🌉', ' ', '.', '。', '\n', ';') }),
        fc.integer({ min: 1, max: 12 }),
        (text, limit) => {
          const pieces = piecesOf(text.trim(), limit)
          if (pieces === undefined) return
          expect(pieces.map((piece) => piece.text + piece.gap).join('')).toBe(text.trim())
          for (const piece of pieces) expect([...piece.text].length).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })
})
