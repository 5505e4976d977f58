import { describe, expect, it } from 'vitest'
import { survey } from '../../src/read/index.ts'
import { folder, put, readAll, useFolder, zipOf } from './reading.ts'

useFolder()

const lines = '{"id":"a","text":"one"}\n{"id":"b","text":"one"}\nno\n{"id":"c","text":"longer than the others"}\n'

describe('of what is read', () => {
  it('no more than the limit is given', async () => {
    const { articles, rejected } = await readAll(put('d.jsonl', lines), { limit: 3 })
    expect([articles.length, rejected.length]).toEqual([2, 1])
  })

  it('what is too long is rejected with its place', async () => {
    const { articles, rejected } = await readAll(put('d.jsonl', lines), { maxChars: 10 })
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(rejected[1]).toMatchObject({ id: 'c', code: 'too-large', origin: { line: 4 } })
    expect(rejected[1]?.detail).toContain('--max-chars is 10')
  })

  it('a text that was there before is told, or left out on request', async () => {
    const path = put('d.jsonl', lines)
    const told = await readAll(path)
    expect(told.articles.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([[], ['duplicate-text'], []])
    const dropped = await readAll(path, { dropDuplicates: true })
    expect(dropped.articles.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(dropped.rejected[0]).toMatchObject({ id: 'b', stage: 'select', code: 'duplicate', origin: { line: 2 } })
  })
})

it('a survey lists what would be read, and what not', async () => {
  put('a.csv.gz', '')
  put('table', 'id,content\n1,x')
  put('notes.pdf', 'x')
  put('b.zip', zipOf({ 'c.txt': 'four' }))
  const { files, skipped, rejected } = await survey([folder], { text: 'Content' })
  const names = files.map(({ file, format, compression, bytes }) => [file.slice(folder.length + 1), format, compression, bytes])
  expect(names).toEqual([
    ['a.csv.gz', 'csv', 'gzip', 0],
    ['b.zip/c.txt', 'text', undefined, 4],
    ['table', 'csv', undefined, 14],
  ])
  expect(skipped.map(({ reason }) => reason)).toEqual(['no reader for .pdf'])
  expect(rejected).toEqual([])
})
