import { describe, expect, it } from 'vitest'
import { places, put, readAll, useFolder } from '../reading.ts'

useFolder()

describe('a table', () => {
  it('gives an article a row, by the names of its columns', async () => {
    const path = put('a.csv', 'Title,id,TEXT,date,more\r\nOne,x,"first, of\r\ntwo ""lines""",2024-05-01,?\r\n\r\nTwo,,second\r\n')
    const { articles, rejected } = await readAll(path)
    expect(rejected).toEqual([])
    expect(articles).toMatchObject([
      { id: 'x', title: 'One', body: 'first, of\r\ntwo "lines"', format: 'text', metadata: { date: '2024-05-01' }, origin: { line: 2 } },
      { id: 'a-5', title: 'Two', body: 'second', metadata: {}, origin: { file: path, line: 5 } },
    ])
  })

  it.each([
    ['semicolons', 'a.csv', 'id;text\n1;one, two'],
    ['tabs', 'a.csv', 'id\ttext\n1\tone, two'],
    ['tabs, by its suffix', 'a.tsv', 'id\ttext\n1\tone, two'],
    ['old line ends', 'a.csv', 'id,text\r1,"one, two"\r'],
    ['a byte order mark', 'a.csv', '\uFEFFid,text\n1,"one, two"'],
    ['no suffix', 'table', 'id,text\n1,"one, two"'],
  ])('may have %s', async (_, name, content) => {
    expect((await readAll(put(name, content))).articles.map(({ id, body }) => [id, body])).toEqual([['1', 'one, two']])
  })

  it('may be in another encoding, if it is named or has a byte order mark', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('id,text\n1,Žluťoučký', 'utf16le')])
    expect((await readAll(put('a.csv', wide))).articles[0]?.body).toBe('Žluťoučký')
    const latin = put('b.csv', Buffer.from('id,text\n1,caf\xe9', 'latin1'))
    expect((await readAll(latin)).rejected).toMatchObject([{ code: 'invalid-utf8', origin: { line: 1 } }])
    expect((await readAll(latin, { encoding: 'latin1' })).articles[0]?.body).toBe('café')
  })

  it('with columns of other names is read when these are named', async () => {
    const path = put('a.csv', 'Headline,content,text\nT,the body,a note')
    expect((await readAll(path, { fields: { text: 'content', title: 'headline' } })).articles).toMatchObject([
      { title: 'T', body: 'the body' },
    ])
    const { rejected } = await readAll(path, { fields: { text: 'body' } })
    expect(rejected[0]?.detail).toBe("no column 'body', which --field text=body names; its columns are 'Headline', 'content', 'text'")
  })

  it('without a column of texts says which it has', async () => {
    expect((await readAll(put('a.csv', 'id,content\n1,x'))).rejected[0]?.detail).toContain("its columns are 'id', 'content'. Name one")
  })

  it('of names is told to be a glossary', async () => {
    const { rejected } = await readAll(put('a.csv', 'canonical,kind\nMarie Curie,person'))
    expect(rejected).toMatchObject([{ code: 'unsupported', detail: expect.stringContaining('--glossary') }])
  })

  it('loses a bad row and nothing else', async () => {
    const path = put('a.csv', 'id,text\n1,one\n2,two,three\n3,"four" and\n4,"five\n5,six\n,\n7,\n8,eight')
    const { articles, rejected } = await readAll(path)
    expect(articles.map(({ id }) => id)).toEqual(['1', '5', '8'])
    expect(places(rejected)).toEqual([
      [3, 'malformed'],
      [4, 'malformed'],
      [5, 'malformed'],
      [8, 'empty'],
    ])
  })

  it('of tabs takes quotes as they stand where they are no quoting', async () => {
    const { articles, rejected } = await readAll(
      put('a.tsv', 'id\ttext\n1\t"Well," she said.\n2\t"half\n3\t"whole\tcell"\n4\tplain "quotes"'),
    )
    expect(rejected).toEqual([])
    expect(articles.map(({ body }) => body)).toEqual(['"Well," she said.', '"half', 'whole\tcell', 'plain "quotes"'])
  })
})
