import { describe, expect, it } from 'vitest'
import type { Cleaned, Detected, Language } from '../../../src/article.ts'
import { detect, type Options } from '../../../src/stages/detect/index.ts'

interface Warned {
  readonly article: Detected
  readonly warnings: readonly string[]
}

async function run(text: string, language?: Language, options?: Options): Promise<Warned> {
  const cleaned: Cleaned = {
    id: 'a',
    origin: { file: 'a.txt', line: 1 },
    title: '',
    body: text,
    format: 'text',
    metadata: language === undefined ? {} : { language },
    versions: [],
    warnings: [],
    text,
    blocks: [{ start: 0, end: text.length }],
    removed: [],
  }
  const warnings: string[] = []
  const article = await detect(options).run(cleaned, { signal: new AbortController().signal, warn: (code) => warnings.push(code) })
  return { article, warnings }
}

const spanish = 'El viejo puente fue reparado el invierno pasado. Los primeros trenes lo cruzaron el lunes por la mañana.'

describe('the detect stage', () => {
  it('adds language, confidence and passages, and changes nothing else', async () => {
    const { article, warnings } = await run(spanish)
    expect(article).toMatchObject({ id: 'a', text: spanish, language: 'es', passages: [{ start: 0, end: spanish.length, language: 'es' }] })
    expect(article.confidence).toBeGreaterThan(0.95)
    expect(warnings).toEqual([])
  })

  it('warns when the text contradicts its metadata, and believes the text', async () => {
    const { article, warnings } = await run(spanish, 'de')
    expect(article.language).toBe('es')
    expect(warnings).toEqual(['language-mismatch'])
  })

  it('finds no contradiction between a tag and a more exact one', async () => {
    expect((await run(spanish, 'es-MX')).warnings).toEqual([])
    expect((await run('今天天气很好，我们去公园走走。', 'zh')).warnings).toEqual([])
  })

  it('leaves a text without letters undetermined', async () => {
    const { article, warnings } = await run('123 456', 'de')
    expect(article).toMatchObject({ language: 'und', confidence: 0, passages: [{ start: 0, end: 7, language: 'und' }] })
    expect(warnings).toEqual([])
  })

  it('answers only the languages it was limited to, in passages too', async () => {
    const { article } = await run(`${spanish}\n\nThe old bridge was repaired last winter, and everybody was glad.`, undefined, {
      only: ['es', 'pt'],
    })
    for (const { language } of article.passages) expect(['es', 'pt']).toContain(language)
  })

  it('has no passages in no text', async () => {
    expect((await run('')).article).toMatchObject({ language: 'und', passages: [] })
  })
})
