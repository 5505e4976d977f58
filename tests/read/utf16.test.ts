import { describe, expect, it } from 'vitest'
import { places, put, readAll, useFolder } from './reading.ts'

useFolder()

const mark = Buffer.from([0xff, 0xfe])
const little = (text: string) => Buffer.from(text, 'utf16le')
const big = (text: string) => little(text).swap16()
const lines = '{"id":"a","text":"Žluťoučký"}\n{"text":5}\n{"id":"b","text":"中文中文中文中文中文中文中文中文中文中文中文中文"}\n'
const page = (id: number, text: string) =>
  `<page><title>T</title><ns>0</ns><id>${id}</id><revision><text>${text}</text></revision></page>\n`
const dump = `<?xml version="1.0" encoding="UTF-16"?>\n<mediawiki xml:lang="cs">\n${page(1, 'Žluťoučký')}${page(2, '中文')}</mediawiki>`

describe('UTF-16', () => {
  it.each([
    ['lines with a byte order mark', 'd.jsonl', Buffer.concat([mark, little(lines)])],
    ['lines without', 'd.jsonl', little(lines)],
    ['lines, big end first', 'd.jsonl', Buffer.concat([Buffer.from([0xfe, 0xff]), big(lines)])],
    ['lines without a suffix', 'd', Buffer.concat([mark, little(lines)])],
    ['lines that are called .json', 'd.json', little(lines)],
  ])('%s', async (_, name, bytes) => {
    const { articles, rejected } = await readAll(put(name, bytes))
    expect(articles.map(({ id, body, origin }) => [id, body.slice(0, 9), origin.line])).toEqual([
      ['a', 'Žluťoučký', 1],
      ['b', '中文中文中文中文中', 3],
    ])
    expect(places(rejected)).toEqual([[2, 'malformed']])
  })

  it('lines of which the encoding must be named', async () => {
    const path = put('d.jsonl', little(`"${'中'.repeat(9)}"\n${lines}`))
    expect((await readAll(path, { encoding: 'utf-16' })).articles).toHaveLength(2)
  })

  it.each([
    ['a dump with a byte order mark', 'w.xml', Buffer.concat([mark, little(dump)])],
    ['a dump without', 'w.xml', big(dump)],
    ['a dump without a suffix', 'w', little(dump)],
  ])('%s', async (_, name, bytes) => {
    const { articles, rejected } = await readAll(put(name, bytes))
    expect(rejected).toEqual([])
    expect(articles.map(({ id, body, metadata }) => [id, body, metadata.language])).toEqual([
      ['1', 'Žluťoučký', 'cs'],
      ['2', '中文', 'cs'],
    ])
  })

  it('that is cut inside a character loses that character, and says so', async () => {
    const bytes = Buffer.concat([mark, little('{"text":"one"}\n{"text":"two \ud83d"}')])
    const { articles } = await readAll(put('d.jsonl', bytes))
    expect(articles.map(({ body }) => body)).toEqual(['one', 'two \uFFFD'])
    expect(articles[1]?.warnings).toMatchObject([{ code: 'text-replaced' }])
  })
})
