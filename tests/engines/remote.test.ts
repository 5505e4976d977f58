import { MessageChannel, Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { remoteTranslator, serveTranslator } from '../../src/engines/remote.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { EngineError } from '../../src/errors.ts'
import { fakeTranslator, said } from './fakes.ts'

const { signal } = new AbortController()
let channel: MessageChannel
beforeEach(() => {
  channel = new MessageChannel()
})
afterEach(() => channel.port1.close())

function across(translator: Translator): Translator {
  serveTranslator(channel.port1, translator)
  return remoteTranslator(channel.port2, translator)
}

test('an EngineError arrives whole', async () => {
  const remote = across(
    fakeTranslator(async () => {
      throw new EngineError('rate-limited', 'slow down', { status: 429, partial: [{ text: 'a', engine: 'x' }, undefined] })
    }),
  )
  const error = await said(remote, ['x', 'y'], 'de', 'en', signal).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(EngineError)
  expect(error).toMatchObject({ code: 'rate-limited', message: 'slow down', status: 429, partial: ['a', undefined] })
})

test('a bug arrives as what it is', async () => {
  const remote = across(
    fakeTranslator(async () => {
      throw new TypeError('a bug')
    }),
  )
  const error = await said(remote, ['x'], 'de', 'en', signal).catch((thrown: unknown) => thrown)
  expect(error).not.toBeInstanceOf(EngineError)
  expect(String(error)).toContain('a bug')
})

test('an abort reaches the other side, and no other call', async () => {
  const reasons: unknown[] = []
  const remote = across(
    fakeTranslator(
      (texts, _from, _to, inner) =>
        new Promise((resolve, reject) => {
          if (texts[0] === 'quick') setTimeout(() => resolve(texts), 20)
          inner.addEventListener('abort', () => {
            reasons.push(inner.reason)
            reject(inner.reason)
          })
        }),
    ),
  )
  const controller = new AbortController()
  const slow = said(remote, ['slow'], 'de', 'en', controller.signal)
  const quick = said(remote, ['quick'], 'de', 'en', signal)
  controller.abort(new Error('enough'))
  await expect(slow).rejects.toThrow('enough')
  expect(await quick).toEqual(['quick'])
  expect(reasons).toHaveLength(1)
})

test('a port that closes fails what waits, and aborts what is under way', async () => {
  let aborted = false
  const remote = across(
    fakeTranslator(
      (_texts, _from, _to, inner) =>
        new Promise((_, reject) =>
          inner.addEventListener('abort', () => {
            aborted = true
            reject(inner.reason)
          }),
        ),
    ),
  )
  const answer = said(remote, ['x'], 'de', 'en', signal)
  await new Promise((resolve) => setTimeout(resolve, 10))
  channel.port1.close()
  await expect(answer).rejects.toMatchObject({ code: 'unreachable' })
  await expect(said(remote, ['x'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'unreachable' })
  await expect.poll(() => aborted).toBe(true)
})

test('it works between threads', async () => {
  const worker = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads')
     workerData.on('message', (reply) => { parentPort.postMessage(reply); workerData.close() })
     workerData.postMessage({ id: 1, kind: 'translate', texts: ['Haus'], from: 'de', to: 'en' })`,
    { eval: true, workerData: channel.port2, transferList: [channel.port2] },
  )
  serveTranslator(channel.port1, fakeTranslator())
  const reply = await new Promise((resolve) => worker.once('message', resolve))
  expect(reply).toEqual({ id: 1, kind: 'result', value: [{ text: 'en: Haus', engine: 'fake' }] })
  await worker.terminate()
})
