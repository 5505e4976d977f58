/** What every Translator promises (src/engines/translator.ts), whatever it is made of. */
import { describe, expect, test } from 'vitest'
import type { Translator } from '../../src/engines/translator.ts'
import { said } from './fakes.ts'

export interface Subject extends AsyncDisposable {
  /** Serves `from`→`to` and back, not `stranger`→`to`; changes every text with a letter in it. */
  readonly translator: Translator
  /** @defaultValue de */
  readonly from?: string
  /** @defaultValue en */
  readonly to?: string
  /** A word of `from`. @defaultValue Haus */
  readonly word?: string
  /** @defaultValue fr */
  readonly stranger?: string
  /** Numbers stay where they are in the text; not so in a model of random weights. @defaultValue true */
  readonly numbered?: boolean
}

export function contract(name: string, open: () => Promise<Subject>): void {
  describe(`${name} keeps the contract of a Translator:`, () => {
    const { signal } = new AbortController()

    test('it lists the pairs it serves', async () => {
      await using subject = await open()
      const { from = 'de', to = 'en' } = subject
      const pairs = await subject.translator.languages(signal)
      expect(pairs).toContainEqual({ from, to })
      expect(pairs).toContainEqual({ from: to, to: from })
      expect(pairs.every(({ from, to }) => from !== to)).toBe(true)
    })

    test('it answers as many texts as it was asked, in their order', async () => {
      await using subject = await open()
      const { from = 'de', to = 'en', word = 'Haus' } = subject
      const texts = Array.from({ length: 23 }, (_, index) => `${word} ${index}`)
      const answers = await said(subject.translator, texts, from, to, signal)
      expect(answers).toHaveLength(23)
      answers.forEach((answer, index) => {
        expect(answer).not.toBe(texts[index])
        if (subject.numbered ?? true) expect(answer).toMatch(new RegExp(`\\b${index}$`))
      })
    })

    test('it takes no texts, empty texts and the same text twice', async () => {
      await using subject = await open()
      const { from = 'de', to = 'en', word = 'Haus' } = subject
      expect(await said(subject.translator, [], from, to, signal)).toEqual([])
      const [first, second, third, fourth] = await said(subject.translator, ['', word, '', word], from, to, signal)
      expect([first, third]).toEqual(['', ''])
      expect(second).not.toBe('')
      expect(fourth).toBe(second)
    })

    test('it says the same again', async () => {
      await using subject = await open()
      const { from = 'de', to = 'en', word = 'Haus' } = subject
      const texts = [`${word} 1`, `${word} 2`]
      const answers = await said(subject.translator, texts, from, to, signal)
      expect(await said(subject.translator, texts, from, to, signal)).toEqual(answers)
    })

    test('it refuses a pair it does not serve', async () => {
      await using subject = await open()
      const { to = 'en' } = subject
      await expect(said(subject.translator, ['maison'], subject.stranger ?? 'fr', to, signal)).rejects.toMatchObject({
        name: 'EngineError',
        code: 'unsupported-pair',
      })
    })

    test('it throws the reason of an abort, before and during a call', async () => {
      await using subject = await open()
      const { from = 'de', to = 'en', word = 'Haus' } = subject
      const reason = new Error('enough')
      await expect(said(subject.translator, [word], from, to, AbortSignal.abort(reason))).rejects.toThrow('enough')
      const controller = new AbortController()
      const answers = said(subject.translator, [`${word} 3`], from, to, controller.signal)
      controller.abort(reason)
      await expect(answers).rejects.toThrow('enough')
    })
  })
}
