import { describe, expect, test } from 'vitest'
import type { Article, Linked, Segmented, Warning } from '../../../src/article.ts'
import { createMemory, type Memory, memoryOf } from '../../../src/engines/memory.ts'
import type { Translator } from '../../../src/engines/translator.ts'
import { EngineError, RejectError } from '../../../src/errors.ts'
import { translate } from '../../../src/stages/translate/index.ts'
import { fakeTranslator } from '../../engines/fakes.ts'
import { makeArticle } from '../../make.ts'

/** An article as link leaves it: `blocks` of sentences. */
function linked(language: string, blocks: readonly (readonly string[])[], more: Partial<Linked> = {}): Linked {
  let text = ''
  const segments = blocks.flatMap((sentences, block) => {
    if (block > 0) text += '\n\n'
    return sentences.map((sentence, index) => {
      if (index > 0) text += ' '
      const start = text.length
      text += sentence
      return { span: { start, end: text.length }, text: sentence, language, block }
    })
  })
  return {
    ...makeArticle({ body: text }),
    text,
    blocks: [],
    removed: [],
    language,
    confidence: 1,
    passages: [],
    segments,
    mentions: [],
    titleMentions: [],
    ...more,
  }
}

const nothing = createMemory([])

interface Setup {
  readonly translator?: Translator
  readonly memory?: Memory
  readonly memoryThreshold?: number
  readonly to?: readonly string[]
  readonly prepare?: (version: Article) => Promise<Segmented>
  readonly signal?: AbortSignal
}

async function run(
  article: Linked,
  {
    translator = fakeTranslator(),
    memory = nothing,
    memoryThreshold,
    to = ['en'],
    prepare,
    signal = new AbortController().signal,
  }: Setup = {},
) {
  const warnings: Omit<Warning, 'stage'>[] = []
  const stage = translate({
    translator,
    memory,
    memoryThreshold,
    to,
    prepare: prepare ?? (() => Promise.reject(new Error('no version expected'))),
  })
  const result = await stage.run(article, {
    signal,
    warn: (code, detail, span) => void warnings.push({ code, detail, ...(span && { span }) }),
  })
  for (const { text, segments } of result.translations) {
    for (const { span, text: segment } of segments) expect(text.slice(span.start, span.end)).toBe(segment)
  }
  return { translations: result.translations, warnings }
}

describe('an article', () => {
  test('is translated segment by segment, title and all, in one call; blocks stay apart', async () => {
    const translator = fakeTranslator()
    const { translations, warnings } = await run(linked('de', [['Eins.', 'Zwei.'], ['Drei.']], { title: 'Titel' }), { translator })
    expect(translator.calls).toEqual([['Eins.', 'Zwei.', 'Drei.', 'Titel']])
    expect(translations).toMatchObject([
      {
        language: 'en',
        engine: 'fake',
        status: 'done',
        title: 'en: Titel',
        text: 'en: Eins. en: Zwei.\n\nen: Drei.',
        segments: [{ block: 0 }, { block: 0 }, { block: 1 }],
      },
    ])
    expect(warnings).toEqual([])
  })

  test('is joined as the target language joins sentences', async () => {
    const translator = fakeTranslator(async (texts) => texts.map(() => '好。'))
    const { translations } = await run(linked('en', [['One.', 'Two.'], ['Three.']]), { translator, to: ['zh-Hans'] })
    expect(translations[0]?.text).toBe('好。好。\n\n好。')
  })

  test('gets a translation for each target, in their order, and none for its own language', async () => {
    const { translations } = await run(linked('en-GB', [['One.']]), { to: ['de', 'en', 'fr'] })
    expect(translations.map(({ language }) => language)).toEqual(['de', 'fr'])
  })

  test('without a text is done at once', async () => {
    const translator = fakeTranslator()
    const { translations } = await run(linked('de', []), { translator })
    expect(translations).toMatchObject([{ status: 'done', text: '', segments: [] }])
    expect(translator.calls).toEqual([])
  })

  test('keeps a passage that is in the target language already', async () => {
    const article = linked('de', [['Sie sagte:', 'To be or not to be.']])
    const segments = article.segments.map((segment, index) => (index === 1 ? { ...segment, language: 'en-GB' } : segment))
    const { translations } = await run({ ...article, segments })
    expect(translations[0]?.segments).toMatchObject([{ origin: 'engine' }, { origin: 'given', text: 'To be or not to be.' }])
  })

  test('of unknown language waits', async () => {
    const translator = fakeTranslator()
    const { translations, warnings } = await run(linked('und', [['Xyz.']]), { translator })
    expect(translations).toMatchObject([{ status: 'pending', segments: [{ origin: 'missing' }] }])
    expect(warnings).toMatchObject([{ code: 'engine-unavailable', detail: expect.stringContaining('language') }])
    expect(translator.calls).toEqual([])
  })
})

describe('the memory', () => {
  const memory = createMemory([
    new Map([
      ['de', 'Eins.'],
      ['en', 'One.'],
    ]),
    new Map([
      ['de', 'Titel'],
      ['en', 'Title'],
    ]),
  ])

  test('is asked before the engine', async () => {
    const translator = fakeTranslator()
    const { translations } = await run(linked('de', [['Eins.', 'Zwei.']], { title: 'Titel' }), { translator, memory })
    expect(translator.calls).toEqual([['Zwei.']])
    expect(translations).toMatchObject([
      { engine: 'fake', title: 'Title', text: 'One. en: Zwei.', segments: [{ origin: 'memory' }, { origin: 'engine' }] },
    ])
  })

  test("is asked in the article's language too, for a sentence that was taken for another one", async () => {
    const article = linked('de', [['Eins.']])
    const taken = { ...article, segments: article.segments.map((segment) => ({ ...segment, language: 'nds' })) }
    const { translations } = await run(taken, { memory })
    expect(translations).toMatchObject([{ status: 'done', text: 'One.', segments: [{ origin: 'memory' }] }])
  })

  test('may do without one', async () => {
    const translator = fakeTranslator()
    const { translations } = await run(linked('de', [['Eins.']], { title: 'Titel' }), { translator, memory })
    expect(translator.calls).toEqual([])
    expect(translations).toMatchObject([{ engine: 'memory', status: 'done', text: 'One.' }])
  })

  test('serves also while no engine does', async () => {
    const translator = fakeTranslator(async () => {
      throw new EngineError('unreachable', 'http://localhost:5000 cannot be reached', { remedy: 'check LIBRETRANSLATE_URL' })
    })
    const { translations, warnings } = await run(linked('de', [['Eins.', 'Zwei.'], ['Drei.'], ['Eins.']]), { translator, memory })
    expect(translations).toMatchObject([
      {
        status: 'pending',
        text: 'One.\n\nOne.',
        segments: [{ origin: 'memory' }, { origin: 'missing', text: '' }, { origin: 'missing' }, { origin: 'memory' }],
      },
    ])
    expect(warnings).toMatchObject([
      { code: 'engine-unavailable', detail: expect.stringMatching(/^en: .*cannot be reached.*LIBRETRANSLATE_URL/) },
    ])
  })
})

describe('an engine that fails', () => {
  const failWith = (code: EngineError['code'], partial?: (string | undefined)[]) =>
    fakeTranslator(async () => {
      throw new EngineError(code, `because ${code}`, {
        partial: partial?.map((text) => (text === undefined ? undefined : { text, engine: 'fake' })),
      })
    })

  test.each(['not-set-up', 'unreachable', 'unauthorized', 'banned', 'rate-limited', 'unsupported-pair', 'bad-answer'] as const)(
    'with %s leaves the translation pending',
    async (code) => {
      const { translations, warnings } = await run(linked('de', [['Eins.', 'Zwei.']]), { translator: failWith(code, ['One.', undefined]) })
      expect(translations).toMatchObject([{ status: 'pending', text: 'One.', segments: [{ origin: 'engine' }, { origin: 'missing' }] }])
      expect(warnings.map((warning) => warning.code)).toEqual(['engine-unavailable'])
      expect(warnings[0]?.detail).toContain(`because ${code}`)
    },
  )

  test('on one text leaves that one out, and says where it stands', async () => {
    const article = linked('de', [['Eins.', 'Zwei.']])
    const { translations, warnings } = await run(article, { translator: failWith('refused-text', ['One.', undefined]) })
    expect(translations).toMatchObject([
      { status: 'failed', text: 'One.', segments: [{ origin: 'engine' }, { origin: 'missing', text: '' }] },
    ])
    expect(warnings).toMatchObject([{ code: 'segment-failed', span: article.segments[1]?.span }])
  })

  test('for one target does for the others what it can', async () => {
    const translator = fakeTranslator(async (texts, _from, to) => {
      if (to === 'fr') throw new EngineError('unsupported-pair', 'no French')
      return texts
    })
    const { translations } = await run(linked('de', [['Eins.']]), { translator, to: ['fr', 'en'] })
    expect(translations.map(({ status }) => status)).toEqual(['pending', 'done'])
  })

  test('with a fault of its own leaves the article pending; an abort ends the stage', async () => {
    const bug = fakeTranslator(async () => {
      throw new TypeError('a bug')
    })
    expect((await run(linked('de', [['Eins.']]), { translator: bug })).translations[0]?.status).toBe('pending')
    await expect(run(linked('de', [['Eins.']]), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })
})

describe('a version given beside the article', () => {
  const version: Article = {
    id: 'a.en',
    origin: { file: 'a.en.txt', line: 1 },
    title: 'Title',
    body: 'One. Two.',
    format: 'text',
    metadata: { language: 'en' },
    versions: [],
    warnings: [],
  }
  const prepared = (language: string): Segmented => ({ ...linked(language, [['One.', 'Two.']]), id: 'a.en', title: 'Title' })

  test('is taken as it is', async () => {
    const translator = fakeTranslator()
    const { translations } = await run(linked('de', [['Eins.']], { versions: [version] }), {
      translator,
      to: ['en', 'fr'],
      prepare: async () => prepared('en-US'),
    })
    expect(translations).toMatchObject([
      {
        language: 'en',
        engine: 'given',
        status: 'done',
        version: 'a.en',
        title: 'Title',
        text: 'One. Two.',
        segments: [{ origin: 'given', text: 'One.', checks: [] }, { text: 'Two.' }],
      },
      { language: 'fr', engine: 'fake' },
    ])
    expect(translator.calls).toHaveLength(1)
  })

  test('counts for the language it says it is in, when its text does not tell', async () => {
    const { translations } = await run(linked('de', [['Eins.']], { versions: [version] }), { prepare: async () => prepared('und') })
    expect(translations).toMatchObject([{ engine: 'given' }])
  })

  test('that cannot be read is translated anew, with a warning', async () => {
    const prepare = () => Promise.reject(new RejectError('empty', 'a.en: nothing in it'))
    const { translations, warnings } = await run(linked('de', [['Eins.']], { versions: [version] }), { prepare })
    expect(translations).toMatchObject([{ engine: 'fake', status: 'done' }])
    expect(warnings).toMatchObject([{ code: 'version-unusable', detail: 'a.en: nothing in it' }])
  })
})

test('what looks wrong is marked on its segment, and summed up', async () => {
  const translator = fakeTranslator(async (texts) => texts.map((text) => (text.startsWith('Im') ? 'In that year.' : '')))
  const { translations, warnings } = await run(linked('de', [['Im Jahr 1843.', 'Leer.']]), { translator })
  expect(translations[0]?.segments.map(({ checks }) => checks)).toEqual([['number-missing'], ['empty']])
  expect(translations[0]?.status).toBe('done')
  expect(warnings).toEqual([{ code: 'translation-check', detail: 'en: 2 of 2 segments look wrong: empty 1, number-missing 1' }])
})

describe('what the memory has nearly', () => {
  const memory = memoryOf([
    { de: 'Der Zug nach Bremen fährt um 14:30 Uhr ab.', en: 'The train to Bremen leaves at 14:30.' },
    {
      de: 'Die kleine graue Katze schläft heute den ganzen Tag auf dem warmen Dach.',
      en: 'The little grey cat sleeps on the warm roof all day today.',
    },
  ])
  const near = 'Die kleine graue Katze schläft heute den ganzen Tag auf einem warmen Dach.'

  test('is used, and says what it is', async () => {
    const translator = fakeTranslator()
    const sentences = ['Der Zug nach Bonn fährt um 15:45 Uhr ab.', near, 'Die graue Katze schläft heute auf einem kalten Dach.']
    const { translations } = await run(linked('de', [sentences]), { translator, memory })
    expect(translations[0]!.segments.map(({ text, origin, match, checks }) => ({ text, origin, match, checks }))).toEqual([
      {
        text: 'The train to Bonn leaves at 15:45.',
        origin: 'memory',
        match: { score: 0.99, source: 'Der Zug nach Bremen fährt um 14:30 Uhr ab.' },
        checks: [],
      },
      {
        text: 'The little grey cat sleeps on the warm roof all day today.',
        origin: 'memory',
        match: { score: 1 - 1 / 13, source: 'Die kleine graue Katze schläft heute den ganzen Tag auf dem warmen Dach.' },
        checks: ['memory-fuzzy'],
      },
      { text: `en: ${sentences[2]}`, origin: 'engine', match: undefined, checks: expect.anything() },
    ])
    expect(translator.calls.flat()).toEqual([sentences[2]])
  })

  test('is not used when only the very sentence is wanted', async () => {
    const { translations } = await run(linked('de', [[near]]), { memory, memoryThreshold: 1 })
    expect(translations[0]!.segments[0]!.origin).toBe('engine')
  })
})

describe('who translated', () => {
  test('is said with the version; of several engines, of each segment', async () => {
    const answers = [
      { text: 'one', engine: 'b', version: '2' },
      { text: 'two', engine: 'a', isStored: true } as const,
      { text: 'three', engine: 'b', version: '2' },
    ]
    const translator: Translator = { ...fakeTranslator(), translate: async (texts) => answers.slice(0, texts.length) }
    const both = (await run(linked('de', [['Eins.', 'Zwei.', 'Drei.']]), { translator })).translations[0]!
    expect([both.engine, ...both.segments.map(({ origin, engine }) => [origin, engine])]).toEqual([
      'a, b 2',
      ['engine', 'b 2'],
      ['cache', 'a'],
      ['engine', 'b 2'],
    ])
    const single = (await run(linked('de', [['Eins.']]), { translator })).translations[0]!
    expect([single.engine, single.segments[0]!.engine]).toEqual(['b 2', undefined])
  })
})
