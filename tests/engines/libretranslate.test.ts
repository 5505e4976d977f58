import { describe, expect, test } from 'vitest'
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { codePoints } from '../../src/engines/pieces.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import { EngineError, UsageError } from '../../src/errors.ts'
import { type FakeOptions, type FakeServer, fakeServer, html, json, said, translated } from './fakes.ts'

const { signal } = new AbortController()
const SECRET = 'k3y-that-nobody-may-see'

/** What asking `texts` of a server that answers so comes to. */
async function failureOf(
  answer: NonNullable<FakeOptions['answer']>,
  options: FakeOptions & { apiKey?: string; texts?: string[] } = {},
): Promise<EngineError> {
  await using server = await fakeServer({ ...options, answer })
  const error = await said(libreTranslate({ url: server.url, apiKey: options.apiKey }), options.texts ?? ['Haus'], 'de', 'en', signal)
    .then(() => undefined)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(EngineError)
  return error as EngineError
}

function client(server: FakeServer, apiKey?: string) {
  return libreTranslate({ url: server.url, apiKey, timeoutMs: 1000 })
}

describe('a request', () => {
  test('names the source language, plain text, English messages; the key is in the body alone', async () => {
    await using server = await fakeServer()
    await said(client(server, SECRET), ['Haus', 'Hund'], 'de', 'en', signal)
    await said(client(server, SECRET), ['Haus'], 'de', 'en', signal)
    expect(server.asked.map(({ body }) => body)).toEqual([
      { q: ['Haus', 'Hund'], source: 'de', target: 'en', format: 'text', api_key: SECRET },
      { q: 'Haus', source: 'de', target: 'en', format: 'text', api_key: SECRET },
    ])
    expect(server.asked[0]?.headers['accept-language']).toBe('en')
    expect(JSON.stringify(server.asked[0]?.headers)).not.toContain(SECRET)
    expect(server.asked[0]?.path).toBe('/translate')
  })

  test('holds no text without a letter or digit', async () => {
    await using server = await fakeServer()
    expect(await said(client(server), ['', ' \n', '…', '🙂', 'Haus', '7'], 'de', 'en', signal)).toEqual([
      '',
      ' \n',
      '…',
      '🙂',
      'en: Haus',
      'en: 7',
    ])
    expect(await said(client(server), ['', '***'], 'de', 'en', signal)).toEqual(['', '***'])
    expect(server.asked.map(({ body }) => body.q)).toEqual([['Haus', '7']])
  })

  test('carries the user name and password of the address in a header, and messages show neither', async () => {
    await using server = await fakeServer({ answer: (_, response) => json(response, 503, {}) })
    const url = server.url.replace('http://', 'http://ada:l%40velace@')
    const error = await said(libreTranslate({ url }), ['Haus'], 'de', 'en', signal).catch((thrown: unknown) => thrown)
    expect(server.asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ada:l@velace').toString('base64')}`)
    expect(String(error)).toContain(server.url)
    expect(String(error)).not.toMatch(/ada|velace/)
  })

  test.each(['localhost:5000', 'ftp://localhost', 'nonsense', ''])('is not made to %j', (url) => {
    expect(() => libreTranslate({ url })).toThrow(UsageError)
  })
})

describe('languages', () => {
  const listed = [
    { code: 'en', targets: ['zh', 'zt', 'pb', 'nb', 'en'] },
    { code: 'zh', targets: ['en'] },
    { code: 'zt', targets: ['en'] },
    { code: 'pb', targets: ['en'] },
    { code: 'nb', targets: ['en'] },
  ]

  test('are named as BCP 47 has them, whatever the server calls them', async () => {
    await using server = await fakeServer({ languages: listed })
    const pairs = await client(server).languages(signal)
    expect(pairs.filter(({ from }) => from === 'en').map(({ to }) => to)).toEqual(['zh-Hans', 'zh-Hant', 'pt-BR', 'nb'])
  })

  test.each([
    ['zh-Hans', 'zh'],
    ['zh', 'zh'],
    ['zh-Hant', 'zt'],
    ['pt-BR', 'pb'],
    ['pt', 'pb'],
    ['nb', 'nb'],
  ])('%s goes out as %s', async (language, code) => {
    await using server = await fakeServer({ languages: listed })
    await said(client(server), ['Haus'], language, 'en-US', signal)
    expect(server.asked[0]?.body).toMatchObject({ source: code, target: 'en' })
  })

  test.each([
    ['pt-PT', 'en'],
    ['en', 'pt-PT'],
    ['de', 'en'],
    ['zh', 'pt'],
    ['en', 'en-GB'],
  ])('%s to %s is refused before anything is sent', async (from, to) => {
    await using server = await fakeServer({ languages: listed })
    await expect(said(client(server), ['Haus'], from, to, signal)).rejects.toMatchObject({ code: 'unsupported-pair' })
    expect(server.asked).toEqual([])
  })

  test('are nobody’s who has no key, where one is required', async () => {
    await using server = await fakeServer({ settings: { apiKeys: true, keyRequired: true, charLimit: 10 } })
    await expect(client(server).languages(signal)).rejects.toMatchObject({ code: 'unauthorized' })
    await expect(said(client(server), ['Haus'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(server.asked).toEqual([])
    expect(await client(server, SECRET).languages(signal)).not.toEqual([])
  })

  test('are asked for once, and again by who was not the one that gave up', async () => {
    await using server = await fakeServer()
    const translator = client(server)
    const controller = new AbortController()
    const first = translator.languages(controller.signal)
    const second = translator.languages(signal)
    controller.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
    expect(await second).toHaveLength(4)
  })

  test('of a server that lists no targets go to each other', async () => {
    await using server = await fakeServer({ languages: [{ code: 'en' }, { code: 'de' }] })
    expect(await client(server).languages(signal)).toEqual([
      { from: 'en', to: 'de' },
      { from: 'de', to: 'en' },
    ])
  })
})

describe('an answer', () => {
  test.each([
    ['is a list that is too short', { translatedText: ['a'] }],
    ['is one text for two', { translatedText: 'a b' }],
    ['holds something else than text', { translatedText: ['a', null] }],
    ['holds nothing', {}],
    ['is a list itself', ['a', 'b']],
  ])('that %s is a bad answer, once a batch was understood', async (_, content) => {
    await using server = await fakeServer({ answer: (__, response, count) => (count === 1 ? false : json(response, 200, content)) })
    const translator = client(server)
    await said(translator, ['eins', 'zwei'], 'de', 'en', signal)
    await expect(said(translator, ['Haus', 'Hund'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'bad-answer', status: 200 })
  })

  test('that is a page, or broken JSON, is a bad answer', async () => {
    expect(await failureOf((_, response) => html(response, 200))).toMatchObject({ code: 'bad-answer' })
    expect(await failureOf((_, response) => html(response, 404))).toMatchObject({ code: 'bad-answer', status: 404 })
    expect(
      await failureOf((_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"transl')),
    ).toMatchObject({ code: 'bad-answer' })
  })

  test('that leads elsewhere is not followed: the key stays here', async () => {
    await using elsewhere = await fakeServer()
    const error = await failureOf((_, response) => void response.writeHead(307, { location: `${elsewhere.url}/translate` }).end(), {
      apiKey: SECRET,
    })
    expect(error).toMatchObject({ code: 'redirected', status: 307, message: expect.stringContaining(elsewhere.url) })
    expect(elsewhere.asked).toEqual([])
  })

  test.each([
    [401, 'unauthorized'],
    [413, 'refused-text'],
    [429, 'rate-limited'],
    [500, 'refused-text'],
    [502, 'unreachable'],
    [503, 'unreachable'],
    [504, 'unreachable'],
  ])('of status %i is %s', async (status, code) => {
    expect(await failureOf((_, response) => json(response, status, { error: 'who knows' }))).toMatchObject({ code, status })
  })

  test('may say when to come back', async () => {
    expect(await failureOf((_, response) => json(response, 429, {}, { 'retry-after': '7' }))).toMatchObject({ retryAfterMs: 7000 })
    const { retryAfterMs } = await failureOf((_, response) =>
      json(response, 503, {}, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }),
    )
    expect(retryAfterMs).toBeGreaterThan(50_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  test('of 403 is a ban without a key; with one, a second look tells a ban from a wrong key', async () => {
    const refused: FakeOptions['answer'] = (_, response) => json(response, 403, { error: 'Ungültiger Schlüssel' })
    expect(await failureOf(refused)).toMatchObject({ code: 'banned' })
    expect(await failureOf(refused, { apiKey: SECRET })).toMatchObject({ code: 'banned' })
    const wrongKey = await failureOf(
      (asked, response) => json(response, asked.body.api_key === undefined ? 400 : 403, { error: `no such key: ${SECRET}` }),
      { apiKey: SECRET },
    )
    expect(wrongKey).toMatchObject({ code: 'unauthorized', status: 403 })
    expect(wrongKey.message).not.toContain(SECRET)
  })

  test('of 400 means a missing key where there are keys, a refused text where there are none', async () => {
    const refused: FakeOptions['answer'] = (_, response) => json(response, 400, { error: 'Wenden Sie sich an den Betreiber' })
    expect(await failureOf(refused, { settings: { apiKeys: true } })).toMatchObject({ code: 'unauthorized' })
    expect(await failureOf(refused)).toMatchObject({ code: 'refused-text', status: 400 })
  })

  test('never shows the key, even when the server repeats it', async () => {
    const error = await failureOf((asked, response) => json(response, 500, { error: JSON.stringify(asked.body) }), { apiKey: SECRET })
    expect(`${error.message} ${error.stack}`).not.toContain(SECRET)
  })

  test('that does not come in time, or breaks off, or finds nobody, is unreachable', async () => {
    await using silent = await fakeServer({ answer: () => new Promise(() => {}) })
    await expect(said(libreTranslate({ url: silent.url, timeoutMs: 100 }), ['Haus'], 'de', 'en', signal)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('100 ms'),
    })
    const broken = await failureOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 }).write('{"translatedText":')
      setTimeout(() => response.destroy(), 10)
    })
    expect(broken).toMatchObject({ code: 'unreachable' })
    const gone = await fakeServer()
    await gone[Symbol.asyncDispose]()
    await expect(libreTranslate({ url: gone.url }).languages(signal)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('limits', () => {
  const tooMuch = (size: number, limit: number) => ({ error: `Ungültige Anfrage: Anfrage (${size}) überschreitet Textgrenze (${limit})` })

  test('of a batch are learned from the answer, once', async () => {
    await using server = await fakeServer({
      answer: ({ body: { q = '' } }, response) => (Array.isArray(q) && q.length > 2 ? json(response, 400, tooMuch(q.length, 2)) : false),
    })
    const translator = client(server)
    const texts = ['eins', 'zwei', 'drei', 'vier', 'fünf']
    expect(await said(translator, texts, 'de', 'en', signal)).toEqual(texts.map((text) => `en: ${text}`))
    await said(translator, texts, 'de', 'en', signal)
    expect(server.asked.map(({ body }) => [body.q].flat().length)).toEqual([5, 2, 2, 1, 2, 2, 1])
  })

  test('are learned by calls that run at once', async () => {
    await using server = await fakeServer({
      answer: ({ body: { q = '' } }, response) => {
        if (Array.isArray(q) && q.length > 2) return json(response, 400, tooMuch(q.length, 2))
        const long = [q].flat().find((text) => codePoints(text) > 9)
        return long === undefined ? false : json(response, 400, tooMuch(codePoints(long), 9))
      },
    })
    const translator = client(server)
    const texts = ['Ein Haus. Ein Hund.', 'Ja.', 'Nein.', 'Doch.']
    const answers = await Promise.all(Array.from({ length: 6 }, () => said(translator, texts, 'de', 'en', signal)))
    for (const answer of answers) expect(answer).toEqual(['en: Ein Haus. en: Ein Hund.', 'en: Ja.', 'en: Nein.', 'en: Doch.'])
    // Batches stay batches.
    const before = server.asked.length
    await said(translator, ['eins', 'zwei'], 'de', 'en', signal)
    expect(server.asked).toHaveLength(before + 1)
  })

  test('of a text count code points, and a long one goes in pieces', async () => {
    const sentence = 'Die Brücke 🌉 steht.'
    await using server = await fakeServer({ settings: { charLimit: codePoints(sentence) } })
    expect(await said(client(server), [`${sentence} ${sentence}\n${sentence}`], 'de', 'en', signal)).toEqual([
      `en: ${sentence} en: ${sentence}\nen: ${sentence}`,
    ])
    expect(server.asked[0]?.body.q).toEqual([sentence, sentence, sentence])
  })

  test('of a key of its own are learned from the answer', async () => {
    await using server = await fakeServer({
      settings: { charLimit: 100 },
      answer: ({ body: { q = '' } }, response) => {
        const long = [q].flat().find((text) => codePoints(text) > 12)
        return long === undefined ? false : json(response, 400, tooMuch(codePoints(long), 12))
      },
    })
    const translator = client(server)
    expect(await said(translator, ['Ein Haus. Ein Hund.', 'Ja.'], 'de', 'en', signal)).toEqual(['en: Ein Haus. en: Ein Hund.', 'en: Ja.'])
    await expect(said(translator, ['ein Haus und ein Hund'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'refused-text' })
    expect(server.asked).toHaveLength(2)
  })

  test.each([
    ['says so', (_: unknown, response: Parameters<typeof json>[0]) => json(response, 400, { error: 'missing q' })],
    [
      'takes the list for one text',
      (_: unknown, response: Parameters<typeof json>[0]) => json(response, 200, { translatedText: 'eins,zwei' }),
    ],
  ])('of a server without batches: it %s, and gets one text at a time in the end', async (_, refuse) => {
    await using server = await fakeServer({ answer: (asked, response) => (Array.isArray(asked.body.q) ? refuse(asked, response) : false) })
    const translator = traffic(client(server))
    const texts = Array.from({ length: 60 }, (_, index) => `Satz ${index}`)
    expect(await said(translator, texts, 'de', 'en', signal)).toEqual(texts.map((text) => `en: ${text}`))
    const batches = server.asked.filter(({ body }) => Array.isArray(body.q))
    expect(batches.length).toBeLessThan(20)
    const before = server.asked.length
    await said(translator, ['eins', 'zwei', 'drei'], 'de', 'en', signal)
    expect(server.asked.slice(before).map(({ body }) => body.q)).toEqual(expect.arrayContaining(['eins', 'zwei', 'drei']))
  })

  test('of a server with batches are kept, whatever a proxy answered to the first of them', async () => {
    await using server = await fakeServer({ answer: (_, response, count) => (count <= 3 ? html(response, 200) : false) })
    const texts = Array.from({ length: 200 }, (_, index) => `Satz ${index}`)
    expect(await said(traffic(client(server)), texts, 'de', 'en', signal)).toEqual(texts.map((text) => `en: ${text}`))
    expect(server.asked.length).toBeLessThan(150)
  })
})

describe('the end mark', () => {
  test.each([
    ['He came。', 'en', 'He came.'],
    ['Did he come？?', 'en', 'Did he come?'],
    ['他来了.', 'zh-Hans', '他来了。'],
    ['他来了吗？?', 'zh-Hans', '他来了吗？'],
    ['他在 Example Inc.', 'zh-Hans', '他在 Example Inc.'],
    ['वह आया।.', 'hi', 'वह आया।'],
    ['He came.', 'en', 'He came.'],
    ['3.', 'en', '3.'],
  ])('of %s, in %s, becomes that of %s', async (answered, to, expected) => {
    const languages = [{ code: 'de', targets: ['en', 'zh-Hans', 'hi'] }, { code: 'en' }, { code: 'zh-Hans' }, { code: 'hi' }]
    await using server = await fakeServer({ languages, answer: (_, response) => json(response, 200, { translatedText: answered }) })
    expect(await said(client(server), ['Er kam.'], 'de', to, signal)).toEqual([expected])
  })
})

test('an echo is passed on: checks tell it, not the client', async () => {
  await using server = await fakeServer({ answer: ({ body }, response) => json(response, 200, { translatedText: body.q }) })
  expect(await said(client(server), ['Haus', 'Hund'], 'de', 'en', signal)).toEqual(['Haus', 'Hund'])
  expect(translated('Haus', 'en')).not.toBe('Haus')
})

test('says which version answers, where the server tells', async () => {
  await using server = await fakeServer({ version: '1.9.6' })
  const translator = libreTranslate({ url: server.url })
  expect(await translator.translate(['Haus', '–'], 'de', 'en', { signal })).toEqual([
    { text: 'en: Haus', engine: 'libretranslate', version: '1.9.6' },
    { text: '–', engine: 'libretranslate' },
  ])
  expect(await translator.edition?.('de', 'en')).toBe('libretranslate 1.9.6')
  await using other = await fakeServer()
  expect(await libreTranslate({ url: other.url }).edition?.('de', 'en')).toBe('libretranslate')
})
