import { describe, expect, test } from 'vitest'
import { apertium, apertiumServer } from '../../src/engines/apertium/index.ts'
import { command, commandEngine } from '../../src/engines/command/index.ts'
import { openAi, openAiServer } from '../../src/engines/openai/index.ts'
import { contract } from './contract.ts'
import { said } from './fakes.ts'
import { skipApertium, startApertium, startChat } from './local.ts'

const { signal } = new AbortController()
const pairs = ['de-en', 'en-de']
const marking = [
  process.execPath,
  '-e',
  `process.stdin.on('data',(d)=>s+=d).on('end',()=>process.stdout.write(s.replace(/^/gm,'{to}: ').slice(0,-'{to}: '.length)));let s=''`,
]

describe.skipIf(skipApertium)('apertium', () => {
  contract('a real apertium-apy', async () => {
    const server = await startApertium()
    return {
      translator: apertiumServer({ url: server.url }, {}),
      from: 'es',
      to: 'en',
      word: 'casa',
      stranger: 'sv',
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  })

  test('says what asking it directly says, and shifts nothing', async () => {
    await using server = await startApertium()
    const texts = Array.from({ length: 60 }, (_, index) => `El perro número ${index} come en la casa ${index * 3}. ¿Y el gato?`)
    const answers = await said(apertiumServer({ url: server.url }, {}), texts, 'es', 'ca', signal)
    for (const [at, text] of texts.entries()) {
      const query = new URLSearchParams({ langpair: 'spa|cat', q: text, markUnknown: 'no', format: 'txt' })
      const { responseData } = (await (await fetch(`${server.url}/translate?${query}`)).json()) as {
        responseData: { translatedText: string }
      }
      expect(answers[at]).toBe(responseData.translatedText)
    }
  })

  test('is asked by tags, whatever codes it has', async () => {
    await using server = await startApertium()
    expect(await apertium({ url: server.url }).languages(signal)).toContainEqual({ from: 'nb', to: 'nn' })
    expect(await said(apertium({ url: server.url }), ['😀'], 'es', 'ca', signal)).toEqual(['😀'])
  })
})

describe('openai', () => {
  contract('a server that speaks the chat protocol', async () => {
    const server = await startChat()
    const translator = openAiServer({ url: server.url, model: 'toy', pairs }, {})
    return { translator, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
  })

  test('is told context and glossary, at temperature 0', async () => {
    await using server = await startChat()
    const [answer] = await openAi({ url: server.url, model: 'toy' }).translate(['Er kam.'], 'de', 'en', {
      signal,
      context: [{ before: 'Röntgen war da.', after: 'Dann ging er.' }],
      terms: [{ source: 'Röntgen', target: 'Röntgen' }],
      formality: 'formal',
    })
    expect(answer).toEqual({ text: 'en: Er kam.', engine: 'openai', version: 'toy' })
    const [{ temperature, messages }] = server.asked as [(typeof server.asked)[number]]
    expect(temperature).toBe(0)
    expect(messages[0]!.content).toMatch(/German \(de\) into English \(en\)[\s\S]*formal[\s\S]*"Röntgen" is written "Röntgen"/u)
    expect(JSON.parse(messages[1]!.content)).toEqual({ texts: [{ before: 'Röntgen war da.', after: 'Dann ging er.', text: 'Er kam.' }] })
  })

  test('addresses readers as its setting says, unless the call does, and is cached by it', async () => {
    await using server = await startChat()
    const formal = openAi({ url: server.url, model: 'toy', formality: 'formal' })
    await formal.translate(['Er kam.'], 'de', 'en', { signal })
    await formal.translate(['Er kam.'], 'de', 'en', { signal, formality: 'informal' })
    const [first, second] = server.asked.map(({ messages }) => messages[0]!.content)
    expect([first, second]).toEqual([expect.stringContaining(' a formal way'), expect.stringContaining(' an informal way')])
    expect(await formal.edition!('de', 'en')).not.toBe(await openAi({ url: server.url, model: 'toy' }).edition!('de', 'en'))
  })

  test('is asked once more when it does not answer with as many texts', async () => {
    await using server = await startChat((_, texts, count) => (count === 1 ? JSON.stringify({ translations: texts.slice(1) }) : undefined))
    expect(await said(openAi({ url: server.url, model: 'toy' }), ['a', 'b'], 'de', 'en', signal)).toEqual(['en: a', 'en: b'])
    expect(server.asked).toHaveLength(2)
  })

  test.each(['Here you are: a', '{"translations": "a"}', '{"translations": [1]}', '{}'])(
    'that answers %s twice is refused',
    async (content) => {
      await using server = await startChat(() => content)
      await expect(said(openAi({ url: server.url, model: 'toy' }), ['a'], 'de', 'en', signal)).rejects.toMatchObject({
        code: 'refused-text',
      })
      expect(server.asked).toHaveLength(2)
    },
  )
})

describe('command', () => {
  contract('a program that reads lines and writes lines', async () => ({
    translator: commandEngine({ run: marking, pairs }, {}),
    [Symbol.asyncDispose]: async () => {},
  }))

  test('gets each text in a line', async () => {
    expect(await said(command({ run: marking }), ['a\nb', '', 'c', '…'], 'de', 'en', signal)).toEqual(['en: a b', '', 'en: c', '…'])
  })

  test.each([
    ['ends in failure', [process.execPath, '-e', 'console.error("no model"); process.exit(3)'], 'bad-answer', /ended with 3: no model/u],
    ['loses lines', [process.execPath, '-e', 'console.log("a")'], 'bad-answer', /wrote 1 lines for 2/u],
    ['is not there', ['/no/such/program'], 'not-set-up', /ENOENT/u],
  ])('that %s is told', async (_, run, code, message) => {
    await expect(said(command({ run }), ['a', 'b'], 'de', 'en', signal)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })

  test('that does not end is ended', async () => {
    const sleeping = command({ run: [process.execPath, '-e', 'setInterval(() => {}, 1000)'], timeoutMs: 500 })
    await expect(said(sleeping, ['a'], 'de', 'en', signal)).rejects.toMatchObject({ code: 'unreachable' })
  })
})
