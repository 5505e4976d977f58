import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { contract } from '../engines/contract.ts'
import { said } from '../engines/fakes.ts'
import { type Server, type ServerOptions, skipLive, start } from './server.ts'

const { signal } = new AbortController()
const question = 'Ada Lovelace schrieb 1843 das erste Programm.'
const answer = 'Ada Lovelace wrote 1843 the first program.'

function live(title: string, options: ServerOptions, body: (server: () => Server) => void): void {
  describe.skipIf(skipLive)(`a LibreTranslate server ${title}`, () => {
    let server: Server
    beforeAll(async () => {
      server = await start(options)
    })
    afterAll(() => server?.stop())
    body(() => server)
  })
}

/** @param key API key */
function clientOf(server: Server, key?: string): Translator {
  return libreTranslate({ url: server.url, apiKey: key })
}

live('as it comes', {}, (server) => {
  test('names the pairs it serves', async () => {
    expect(await clientOf(server()).languages(signal)).toEqual([
      { from: 'en', to: 'de' },
      { from: 'de', to: 'en' },
    ])
  })

  test('translates one text, and many in order', async () => {
    const client = clientOf(server())
    expect(await said(client, [question], 'de', 'en', signal)).toEqual([answer])
    expect(await said(client, ['Der Hund.', '', '  ', '—', 'Das Haus.', '🙂'], 'de', 'en', signal)).toEqual([
      'The dog.',
      '',
      '  ',
      '—',
      'The house.',
      '🙂',
    ])
  })

  test('serves a regional tag by the language it lists', async () => {
    expect(await said(clientOf(server()), ['Das Haus.'], 'de-AT', 'en-GB', signal)).toEqual(['The house.'])
  })

  test('serves no pair it has no model for', async () => {
    await expect(said(clientOf(server()), ['Bonjour.'], 'fr', 'en', signal)).rejects.toMatchObject({ code: 'unsupported-pair' })
  })

  test('fails on one text of a batch, and the others come through', async () => {
    // More characters than the model has positions: the server answers 500, to the whole batch.
    const bad = 'x'.repeat(600)
    await expect(said(clientOf(server()), ['Das Haus.', bad], 'de', 'en', signal)).rejects.toMatchObject({
      code: 'refused-text',
      status: 500,
    })
    await expect(said(traffic(clientOf(server())), ['Das Haus.', 'Der Hund.', bad, 'Das Buch.'], 'de', 'en', signal)).rejects.toMatchObject(
      {
        code: 'refused-text',
        partial: ['The house.', 'The dog.', undefined, 'The book.'],
      },
    )
  })

  test('is told from a page that is not LibreTranslate', async () => {
    await expect(said(libreTranslate({ url: `${server().url}/elsewhere` }), ['Das Haus.'], 'de', 'en', signal)).rejects.toMatchObject({
      code: 'bad-answer',
    })
  })
})

// Skipped above, where it shows.
if (!skipLive) {
  let shared: Server
  beforeAll(async () => {
    shared = await start()
  })
  afterAll(() => shared?.stop())
  contract('a real LibreTranslate server', async () => ({ translator: clientOf(shared), [Symbol.asyncDispose]: async () => {} }))
}

live('with limits', { arguments: ['--char-limit', '60', '--batch-limit', '3'] }, (server) => {
  test('gets smaller batches than were asked for', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `Das Haus ${index}.`)
    expect(await said(clientOf(server()), texts, 'de', 'en', signal)).toEqual(texts.map((_, index) => `The house ${index}.`))
  })

  test('gets a long text in pieces cut between sentences', async () => {
    const sentence = 'Die Katze und der Hund waren heute im Garten.'
    expect(await said(clientOf(server()), [`${sentence} ${sentence}`], 'de', 'en', signal)).toEqual([
      'The cat and the dog were today inside garden. The cat and the dog were today inside garden.',
    ])
  })

  test('is not asked for a text with no place to cut', async () => {
    await expect(said(clientOf(server()), ['das Haus '.repeat(10)], 'de', 'en', signal)).rejects.toMatchObject({ code: 'refused-text' })
  })
})

live('with keys', { keys: { 'known-key': 1000 }, arguments: ['--require-api-key-secret'] }, (server) => {
  test('serves who has a key', async () => {
    expect(await said(clientOf(server(), 'known-key'), [question], 'de', 'en', signal)).toEqual([answer])
  })

  test.each([undefined, 'wrong-key'])('refuses the key %s', async (key) => {
    const error = await said(clientOf(server(), key), [question], 'de', 'en', signal).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'unauthorized' })
    expect(String(error)).not.toContain('wrong-key')
  })
})

live(
  'that wants a key and says so',
  { keys: { 'known-key': 1000 }, arguments: ['--require-api-key-origin', 'https://own.example'] },
  (server) => {
    test('is not sent a text without one', async () => {
      await expect(said(clientOf(server()), [question], 'de', 'en', signal)).rejects.toMatchObject({ code: 'unauthorized' })
      expect(await said(clientOf(server(), 'known-key'), [question], 'de', 'en', signal)).toEqual([answer])
    })
  },
)

live('with a rate limit', { keys: { 'other-key': 1000 }, arguments: ['--req-limit', '2', '--req-flood-threshold', '2'] }, (server) => {
  test('says to slow down, then bans; the ban is told from a wrong key', async () => {
    const client = clientOf(server())
    const texts = [question]
    expect(await said(client, texts, 'de', 'en', signal)).toEqual([answer])
    expect(await said(client, texts, 'de', 'en', signal)).toEqual([answer])
    // More than the threshold: in memory, the server counts from zero.
    for (let violation = 0; violation < 3; violation += 1) {
      await expect(said(client, texts, 'de', 'en', signal)).rejects.toMatchObject({
        code: 'rate-limited',
        status: 429,
        retryAfterMs: undefined,
      })
    }
    // This key has a count of its own and is not limited, but the ban is for the address.
    await expect(said(clientOf(server(), 'other-key'), texts, 'de', 'en', signal)).rejects.toMatchObject({ code: 'banned' })
  })
})

live('that is killed while it works', {}, (server) => {
  test('leaves nothing out once it is back', async () => {
    const client = traffic(clientOf(server()))
    await said(client, [question], 'de', 'en', signal)
    const texts = Array.from({ length: 400 }, (_, index) => `Die Katze ${index} und der Hund ${index} waren im Garten.`)
    const results = said(client, texts, 'de', 'en', signal)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await server().kill()
    let settled = false
    void results.finally(() => {
      settled = true
    })
    await server().restart()
    expect(settled).toBe(false)
    expect(await results).toEqual(texts.map((_, index) => `The cat ${index} and the dog ${index} were inside garden.`))
  })

  test('is unreachable until then', async () => {
    await server().kill()
    await expect(said(clientOf(server()), [question], 'de', 'en', signal)).rejects.toMatchObject({ code: 'unreachable' })
  })
})
