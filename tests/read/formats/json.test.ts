import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../../src/read/formats/json-values.ts'
import { places, put, readAll, useFolder } from '../reading.ts'

useFolder()

describe('JSON', () => {
  it.each([
    ['an array', '[{"id":"a","text":"one"},\n {"text":"t, [w] \\"o\\" }"}]'],
    ['an object with one list of objects', '{"status":"ok","tags":["x"],"articles":[{"id":"a","text":"one"},{"text":"t, [w] \\"o\\" }"}]}'],
    ['one object after the other', '{\n"id":"a","text":"one"}\n{"text":"t, [w] \\"o\\" }"}'],
    ['lines', '{"id":"a","text":"one"}\n{"text":"t, [w] \\"o\\" }"}\n'],
  ])('%s gives its records in order', async (_, content) => {
    const { articles, rejected } = await readAll(put('d.json', content))
    expect(rejected).toEqual([])
    expect(articles.map(({ id, body }) => [id, body])).toEqual([
      ['a', 'one'],
      ['d-2', 't, [w] "o" }'],
    ])
  })

  it('one object is one article, whatever lists it has', async () => {
    const { articles } = await readAll(put('d.json', '{"title":"T","text":"one","comments":[{"text":"no"}]}'))
    expect(articles).toMatchObject([{ id: 'd-1', title: 'T', body: 'one' }])
  })

  it('is read under other names, of keys within keys too', async () => {
    const path = put('d.json', '[{"article":{"body":"one","head.line":"T"},"text":"a note","lang":"de"}]')
    const fields = { text: 'article.body', language: 'lang' }
    expect((await readAll(path, { fields })).articles).toMatchObject([{ body: 'one', metadata: { language: 'de' } }])
  })

  it('loses a bad element and nothing else', async () => {
    const path = put('d.json', '[\n{"text":"one"},\n5,\n{"text":},\n{"text":"two"},\n]')
    const { articles, rejected } = await readAll(path)
    expect(articles.map(({ body }) => body)).toEqual(['one', 'two'])
    expect(places(rejected)).toEqual([
      [3, 'malformed'],
      [4, 'malformed'],
    ])
  })

  it.each([
    ['inside a record', '[{"text":"one"},\n{"text":"tw', 2],
    ['after a record', '[{"text":"one"}\n,\n', 1],
    ['before its end', '[{"text":"one"}', 1],
  ])('that ends %s is rejected there', async (_, content, line) => {
    const { articles, rejected } = await readAll(put('d.json', content))
    expect(articles.length).toBeLessThanOrEqual(1)
    expect(places(rejected)).toEqual([[line, 'malformed']])
  })

  it.each(['5', '"text"', 'null'])('that is %s is told to be no object', async (content) => {
    const { rejected } = await readAll(put('d.json', content))
    expect(rejected).toMatchObject([{ code: 'malformed', detail: `expected a JSON object, got ${content}` }])
  })

  it('in UTF-16 is read too', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"text":"Žluťoučký"}]', 'utf16le')])
    expect((await readAll(put('d.json', wide))).articles[0]?.body).toBe('Žluťoučký')
  })
})

async function* pieces(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  let at = 0
  for (const size of sizes) {
    yield text.slice(at, at + size)
    at += size
  }
  yield text.slice(at)
}

it('values of an array are cut out as they stand, wherever the pieces end', async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }),
      sizes,
      fc.constantFrom(0, 1),
      async (values, cuts, indent) => {
        const found: unknown[] = []
        for await (const { text } of valuesOf(pieces(JSON.stringify(values, null, indent), cuts))) found.push(JSON.parse(text!))
        expect(found).toEqual(JSON.parse(JSON.stringify(values)))
      },
    ),
  )
})
