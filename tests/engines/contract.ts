/** What every Translator promises (src/engines/translator.ts), whatever it is made of. */
import { describe, expect, test } from 'vitest'
import type { Translator } from '../../src/engines/translator.ts'
import { said } from './fakes.ts'

export interface Subject extends AsyncDisposable {
  /** Serves de→en and en→de, not fr→en; changes every text with a letter in it. */
  readonly translator: Translator
  /** Numbers stay where they are in the text; not so in a model of random weights. @defaultValue true */
  readonly numbered?: boolean
}

export function contract(name: string, open: () => Promise<Subject>): void {
  describe(`${name} keeps the contract of a Translator:`, () => {
    const { signal } = new AbortController()

    test('it lists the pairs it serves', async () => {
      await using subject = await open()
      const pairs = await subject.translator.languages(signal)
      expect(pairs).toContainEqual({ from: 'de', to: 'en' })
      expect(pairs).toContainEqual({ from: 'en', to: 'de' })
      expect(pairs.every(({ from, to }) => from !== to)).toBe(true)
    })

    test('it answers as many texts as it was asked, in their order', async () => {
      await using subject = await open()
      const texts = Array.from({ length: 23 }, (_, index) => `Haus ${index}`)
      const answers = await said(subject.translator, texts, 'de', 'en', signal)
      expect(answers).toHaveLength(23)
      answers.forEach((answer, index) => {
        expect(answer).not.toBe(texts[index])
        if (subject.numbered ?? true) expect(answer).toMatch(new RegExp(`\\b${index}$`))
      })
    })

    test('it takes no texts, empty texts and the same text twice', async () => {
      await using subject = await open()
      expect(await said(subject.translator, [], 'de', 'en', signal)).toEqual([])
      const [first, second, third, fourth] = await said(subject.translator, ['', 'Haus', '', 'Haus'], 'de', 'en', signal)
      expect([first, third]).toEqual(['', ''])
      expect(second).not.toBe('')
      expect(fourth).toBe(second)
    })

    test('it says the same again', async () => {
      await using subject = await open()
      const texts = ['Haus 1', 'Katze 2']
      const answers = await said(subject.translator, texts, 'de', 'en', signal)
      expect(await said(subject.translator, texts, 'de', 'en', signal)).toEqual(answers)
    })

    test('it refuses a pair it does not serve', async () => {
      await using subject = await open()
      await expect(said(subject.translator, ['maison'], 'fr', 'en', signal)).rejects.toMatchObject({
        name: 'EngineError',
        code: 'unsupported-pair',
      })
    })

    test('it throws the reason of an abort, before and during a call', async () => {
      await using subject = await open()
      const reason = new Error('enough')
      await expect(said(subject.translator, ['Haus'], 'de', 'en', AbortSignal.abort(reason))).rejects.toThrow('enough')
      const controller = new AbortController()
      const answers = said(subject.translator, ['Haus 3'], 'de', 'en', controller.signal)
      controller.abort(reason)
      await expect(answers).rejects.toThrow('enough')
    })
  })
}
