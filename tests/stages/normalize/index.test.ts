import { describe, expect, test } from 'vitest'
import type { Linked, Segmented, Translated, Translation } from '../../../src/article.ts'
import type { Glossary } from '../../../src/glossary/index.ts'
import { link } from '../../../src/stages/link/index.ts'
import { normalize } from '../../../src/stages/normalize/index.ts'
import { cpuMilliseconds } from '../../cpu.ts'
import { glossaryOf } from '../../glossary/make.ts'
import { makeArticle } from '../../make.ts'

const context = { signal: new AbortController().signal, warn: () => {} }
const glossary = glossaryOf('Henri Becquerel', 'Lise Meitner', { canonical: 'Göttingen', kind: 'place', forms: { fr: 'Gœttingue' } })

/** Sentences joined by spaces, and where each stands. */
function laidOut(sentences: readonly string[]) {
  let text = ''
  const segments = sentences.map((sentence) => {
    const start = text === '' ? 0 : text.length + 1
    text += (text === '' ? '' : ' ') + sentence
    return { span: { start, end: text.length }, text: sentence, block: 0 }
  })
  return { text, segments }
}

function segmented(language: string, sentences: readonly string[], title = ''): Segmented {
  const { text, segments } = laidOut(sentences)
  return {
    ...makeArticle({ title, body: text }),
    text,
    blocks: [{ start: 0, end: text.length }],
    removed: [],
    language,
    confidence: 1,
    passages: [],
    segments: segments.map((segment) => ({ ...segment, language })),
  }
}

function translation(language: string, sentences: readonly string[], more: Partial<Translation> = {}): Translation {
  const { text, segments } = laidOut(sentences)
  return {
    language,
    engine: 'memory',
    status: 'done',
    title: '',
    text,
    segments: segments.map((segment) => ({ ...segment, origin: 'memory', checks: [] })),
    ...more,
  }
}

async function normalized(article: Segmented, translations: readonly Translation[], names: Glossary = glossary) {
  const linked = (await link({ glossary: names }).run(article, context)) as Linked
  const translated: Translated = { ...linked, translations }
  return (await normalize({ glossary: names }).run(translated, context)).normalized
}

describe('normalize', () => {
  test('rewrites source and title, and moves the segments', async () => {
    const { source } = await normalized(segmented('en', ['Henry Bequerel left.', 'Then Bekerel slept.'], 'Where is Bequerel?'), [])
    expect(source.text).toBe('Henri Becquerel left. Then Becquerel slept.')
    expect(source.title).toBe('Where is Becquerel?')
    expect(source.segments.map(({ text }) => text)).toEqual(['Henri Becquerel left.', 'Then Becquerel slept.'])
    for (const { span, text } of source.segments) expect(source.text.slice(span.start, span.end)).toBe(text)
    expect(source.mentions.map(({ surface }) => surface)).toEqual(['Henry Bequerel', 'Bekerel'])
  })

  test('a name of the source sentence is expected in its translation, and nowhere else', async () => {
    const article = segmented('de', ['Gestern ging Becquerel.', 'Er schlief.'])
    const [both] = (await normalized(article, [translation('en', ['Yesterday Bekarel left.', 'But Bekarel slept.'])])).translations
    expect(both?.text).toBe('Yesterday Becquerel left. But Bekarel slept.')
  })

  test('of a given translation the whole is the evidence', async () => {
    const article = segmented('de', ['Gestern ging Becquerel.'])
    const given = translation('en', ['He was tired.', 'Yesterday Bekarel left.'], { engine: 'given', title: 'Bekarel' })
    const [english] = (await normalized(article, [given])).translations
    expect(english).toMatchObject({ text: 'He was tired. Yesterday Becquerel left.', title: 'Becquerel' })
  })

  test('a name that the source garbles and the translation has right', async () => {
    const article = segmented('de', ['Gestern ging Bekarel.'])
    expect((await normalized(article, [])).source.text).toBe('Gestern ging Bekarel.')
    const { source } = await normalized(article, [translation('en', ['Yesterday Becquerel left.'])])
    expect(source).toMatchObject({
      text: 'Gestern ging Becquerel.',
      mentions: [{ reason: expect.stringContaining('the translation names Becquerel') }],
    })
  })

  test('a badly spelt name in the source confirms none in the translation', async () => {
    const article = segmented('de', ['Gestern ging Meitmer.'])
    const [english] = (await normalized(article, [translation('en', ['Yesterday Maitmer left.'])])).translations
    expect(english?.text).toBe('Yesterday Maitmer left.')
  })

  test('the form of the language of the translation', async () => {
    const article = segmented('en', ['He went to Göttingen.'])
    const [french] = (await normalized(article, [translation('fr', ['Il alla à Göttingen.'])])).translations
    expect(french?.text).toBe('Il alla à Gœttingue.')
  })

  test('a name across a segment boundary goes to the first segment whole', async () => {
    const article = segmented('en', ['Henry', 'Bequerel left.'])
    const { source } = await normalized(article, [])
    expect(source.text).toBe('Henri Becquerel left.')
    expect(source.segments.map(({ text }) => text)).toEqual(['Henri Becquerel', ' left.'])
  })

  test('a sentence that says one name over and over, in one word, is compared in no time', async () => {
    // 344 stretches on either side, of eight spellings: 10 s when each pair of them is compared, a twentieth when each pair of spellings is.
    const sentence = `Then ${'Meitners'.repeat(43)} came.`
    await normalized(segmented('de', ['Then Meitners came.']), [translation('en', ['Then Meitners came.'])])
    const started = cpuMilliseconds()
    const { source } = await normalized(segmented('de', [sentence]), [translation('en', [sentence])])
    expect(source.text).toContain('MeitnersMeitners')
    expect(cpuMilliseconds() - started).toBeLessThan(4000)
  })

  test('pending segments and suggestions change nothing', async () => {
    const article = segmented('en', ['Dmitri Meitinger met Lise Meitner.'])
    const pending = translation('de', ['', ''], { status: 'pending' })
    const { source, translations } = await normalized(article, [pending])
    expect(source.text).toBe(article.text)
    expect(translations).toMatchObject([{ text: '', mentions: [] }])
  })

  test('matches names of text without full stops in time that goes with its length, those at the same place', async () => {
    const names = glossaryOf('Albert Einstein', 'Marie Curie', '爱因斯坦')
    const source = '研究人员在周一宣布他们发明了一种新的诊断工具'.repeat(60)
    const target = (count: number) => 'On Monday Albrt Einstien met Mary Currie and Johann Gartner in Berlin with Otto Hahn '.repeat(count)
    const cost = async (count: number) => {
      const started = cpuMilliseconds()
      await normalized(segmented('zh', [source]), [translation('en', [target(count)])], names)
      return cpuMilliseconds() - started
    }
    await cost(2)
    expect(await cost(24)).toBeLessThan(20_000)
  })
})
