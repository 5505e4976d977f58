import { describe, expect, test } from 'vitest'
import { createMemory } from '../../../src/engines/memory.ts'
import type { Term, Translator } from '../../../src/engines/translator.ts'
import { EngineError } from '../../../src/errors.ts'
import { createGlossary } from '../../../src/glossary/index.ts'
import { pipeline } from '../../../src/pipeline.ts'
import { fakeTranslator } from '../../engines/fakes.ts'
import { makeArticle } from '../../make.ts'

const glossary = createGlossary([
  { canonical: 'José Blanco', kind: 'person' },
  { canonical: 'Ángel Rosas', kind: 'person' },
  { canonical: 'Karl der Große', kind: 'person' },
  { canonical: 'Sevilla', kind: 'place', forms: { en: 'Seville' } },
  { canonical: 'Casa Blanca', kind: 'place' },
])

/** Translates some words, names or not, as rules do. */
const words: Readonly<Record<string, string>> = {
  Blanco: 'White',
  Blanca: 'White',
  Ángel: 'Angel',
  Rosas: 'Pink',
  vive: 'lives',
  Sevilla: 'Hispalis',
}
const byWords = (text: string): string => text.replace(/[\p{L}\d]+/gu, (word) => words[word] ?? word)

/** What becomes of `body`, and what was asked for. */
async function through(body: string, answer = byWords, more: Partial<Translator> = {}) {
  const fake = { ...fakeTranslator(async (texts) => texts.map(answer)), ...more }
  const stages = pipeline({ glossary, memory: createMemory([]), translator: fake, to: ['en'] })
  const outcome = await stages.run(makeArticle({ body, metadata: { language: 'es' } }), new AbortController().signal)
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  const warnings = outcome.article.warnings.map(({ detail }) => detail)
  const [{ text, status, segments }] = outcome.article.translations as [(typeof outcome.article.translations)[number]]
  return { text, status, segments, warnings, calls: fake.calls }
}

const body = 'José Blanco vive en la ciudad con su madre y con su perro.'

describe('a name that the engine translates', () => {
  test('is asked for again, with a word in its place', async () => {
    const { text, calls } = await through(body)
    expect(text).toBe('José Blanco lives en la ciudad con su madre y con su perro.')
    expect(calls).toEqual([[body], ['Xq1 vive en la ciudad con su madre y con su perro.']])
  })

  test('is said to have been put back, and what the engine made of it', async () => {
    const { segments } = await through(`${body} La casa es grande y el perro duerme en la puerta.`)
    expect(segments.map(({ kept }) => kept)).toEqual([{ names: ['José Blanco'], instead: byWords(body) }, undefined])
  })

  test('stands where its word comes back, each in its own place', async () => {
    const turned = (text: string): string => byWords(text).replace('Xq1 vio a Xq2', 'Xq2 saw Xq1')
    const { text } = await through('José Blanco vio a Ángel Rosas en la ciudad con su perro ayer.', turned)
    expect(text).toMatch(/^Ángel Rosas saw José Blanco/u)
  })

  test('is written as the glossary has it in that language', async () => {
    const { text } = await through('El tren llega a Sevilla por la noche y sale otra vez por la mañana.')
    expect(text).toContain('a Seville por')
  })

  test.each([
    ['lost', (text: string) => byWords(text).replace(/Xq1 /u, '')],
    ['doubled', (text: string) => byWords(text).replace('Xq1', 'Xq1 Xq1')],
    ['changed', (text: string) => byWords(text).replace('Xq1', 'xq1')],
    ['inflected', (text: string) => byWords(text).replace('Xq1', 'Xq1s')],
    ['not the only one', (text: string) => byWords(text).replace('Xq1', 'Xq1 Xq7')],
    ['in a text that looks wrong', (text: string) => (text.includes('Xq1') ? 'Xq1' : byWords(text))],
  ])('stays as it came when its word is %s', async (_, answer) => {
    const { text } = await through(body, answer)
    expect(text).toBe('José White lives en la ciudad con su madre y con su perro.')
  })

  test('is by the engine that answered the second question', async () => {
    const other = fakeTranslator(async (texts) => texts.map(byWords))
    const routed: Partial<Translator> = {
      translate: async (texts, from, to, options) => {
        const isAgain = texts[0]!.includes('Xq1')
        const passed = [{ engine: 'first', reason: 'away' }]
        const answers = await other.translate(texts, from, to, options)
        return answers.map((answer) => ({ ...answer, engine: isAgain ? 'second' : 'first', version: '7', ...(isAgain && { passed }) }))
      },
    }
    const { segments, warnings } = await through(`${body} La casa es grande y el perro duerme en la puerta.`, byWords, routed)
    expect(segments.map(({ engine }) => engine)).toEqual(['second 7', 'first 7'])
    expect(warnings).toContain('en: first did not translate: away')
  })

  test('stays as it came when the second question fails', async () => {
    const fail = fakeTranslator(async (texts) => {
      if (texts[0]!.includes('Xq1')) throw new EngineError('unreachable', 'away')
      return texts.map(byWords)
    })
    const { text, status } = await through(body, byWords, fail)
    expect([text, status]).toEqual(['José White lives en la ciudad con su madre y con su perro.', 'done'])
  })
})

describe('nothing is asked for again', () => {
  test.each([
    [
      'the name is there',
      'Por la tarde Ángel Rosas vive en la ciudad con su madre y su perro.',
      (text: string) => text.replace('vive', 'lives'),
    ],
    [
      'it is there in another spelling',
      'Por la tarde Ángel Rosas vive en la ciudad con su perro.',
      (text: string) => text.replace('Ángel', 'Angel'),
    ],
    [
      'languages have names of their own for it',
      'La Casa Blanca y Karl der Große: vive en la ciudad con su perro.',
      (text: string) => text.replace('Casa Blanca', 'White House').replace('Karl der Große', 'Charlemagne'),
    ],
    ['the text has such a word already', `Xq3: ${body}`, byWords],
  ])('when %s', async (_, text, answer) => {
    expect((await through(text, answer)).calls).toHaveLength(1)
  })
})

test('an engine that takes a glossary is told the names of the text', async () => {
  const told: (readonly Term[] | undefined)[] = []
  const fake = fakeTranslator()
  const reading: Partial<Translator> = {
    reads: ['terms'],
    translate: (texts, from, to, options) => {
      told.push(options.terms)
      return fake.translate(texts, from, to, options)
    },
  }
  await through('José Blanco vive en Sevilla con su madre y con su perro.', byWords, reading)
  expect(told).toEqual([
    [
      { source: 'José Blanco', target: 'José Blanco' },
      { source: 'Sevilla', target: 'Seville' },
    ],
  ])
})
