import { expect, test } from 'vitest'
import { list, spreadLists } from '../../src/cli/arguments.ts'

test.each([
  ['run --to en fr dump.jsonl', 'run --to en --to fr dump.jsonl'],
  ['run --to en,fr dump.jsonl', 'run --to en,fr dump.jsonl'],
  ['run dump.jsonl --to en fr -o out', 'run dump.jsonl --to en --to fr -o out'],
  ['run --glossary a.csv b.csv c.tmx news', 'run --glossary a.csv --glossary b.csv --glossary c.tmx news'],
  ['run --glossary folder news', 'run --glossary folder news'],
  ['run --engine memory libretranslate news', 'run --engine memory --engine libretranslate news'],
  ['run --to en -', 'run --to en -'],
  ['run -o out en', 'run -o out en'],
  ['names --glossary a.csv -- b.csv c.csv', 'names --glossary a.csv -- b.csv c.csv'],
])('%s', async (given, expected) => {
  expect(await spreadLists(given.split(' '))).toEqual(expected.split(' '))
})

test('a folder that has the name of a language stays an input', async () => {
  expect(await spreadLists(['run', '--to', 'en', 'src'])).toEqual(['run', '--to', 'en', 'src'])
})

test('commas separate, and lists add up', () => {
  expect(list('en,fr', ['de'])).toEqual(['de', 'en', 'fr'])
})
