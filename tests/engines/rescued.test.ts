import { expect, test } from 'vitest'
import { rescued } from '../../src/engines/rescued.ts'
import { fakeTranslator, said } from './fakes.ts'

const { signal } = new AbortController()
const long = 'Die Brücke wurde im Mai gebaut; das alte Haus am Fluss steht heute noch immer.'

test('what comes back in the source language is asked for in parts', async () => {
  const engine = fakeTranslator(async (texts) => texts.map((text) => (text.length > 60 ? text : `en ${text.length}`)))
  expect(await said(rescued(engine), ['Haus', long], 'de', 'en', signal)).toEqual(['en 4', 'en 31 en 46'])
  expect(engine.calls).toHaveLength(2)
})

test('what is no better in parts stays, for the checks to tell', async () => {
  const engine = fakeTranslator(async (texts) => [...texts])
  expect(await said(rescued(engine), [long], 'de', 'en', signal)).toEqual([long])
})

test('what is right is asked for once', async () => {
  const engine = fakeTranslator()
  await said(rescued(engine), [long, 'Haus'], 'de', 'en', signal)
  expect(engine.calls).toHaveLength(1)
})
