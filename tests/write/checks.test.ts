import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Aligned } from '../../src/article.ts'
import { checksSink } from '../../src/write/checks.ts'
import { temporaryFolder } from './folder.ts'

const bridge = 'Die neue Brücke über den Fluss ist offen.'
const opened = 'The new bridge over the river is open.'

function article(id: string, pairs: readonly (readonly [string, string, ...string[]])[], engine = 'libretranslate'): Aligned {
  const segments = pairs.map(([text]) => ({ text }))
  const made = pairs.map(([, text, ...checks]) => ({ text, origin: text === '' ? 'missing' : 'engine', checks }))
  const normalized = {
    translations: [{ segments: pairs.map(([, text]) => ({ text, ...(text.includes('the city') && { checks: ['term-missing'] }) })) }],
  }
  return { id, language: 'de', segments, translations: [{ language: 'en', engine, segments: made }], normalized } as unknown as Aligned
}

async function rowsOf(...articles: Aligned[]): Promise<string[][]> {
  const path = join(await temporaryFolder(), 'checks.tsv')
  const sink = checksSink(path)
  for (const each of articles) await sink.write(each)
  await sink.close()
  const [head, ...rows] = (await readFile(path, 'utf8')).trimEnd().split('\n')
  expect(head).toBe('id\tsegment\tfrom\tto\torigin\tchecks\tother\tsource\ttarget')
  return rows.map((row) => row.split('\t'))
}

test('names what looks wrong', async () => {
  const rows = await rowsOf(
    article('a', [
      ['Ja.', 'Yes.'],
      ['Am 5. Mai.', 'On 5 June.', 'date-changed'],
      ['Nein.', ''],
      ['In Köln.', 'In the city.'],
    ]),
  )
  expect(rows).toEqual([
    ['a', '1', 'de', 'en', 'libretranslate', 'date-changed', '', 'Am 5. Mai.', 'On 5 June.'],
    ['a', '3', 'de', 'en', 'libretranslate', 'term-missing', '', 'In Köln.', 'In the city.'],
  ])
})

test('one source translated in two ways, in any two articles', async () => {
  const rows = await rowsOf(
    article('a', [[bridge, opened]]),
    article('b', [
      ['Ja.', 'Yes.'],
      [bridge, 'A new bridge has been opened.'],
    ]),
  )
  expect(rows).toEqual([['b', '1', 'de', 'en', 'libretranslate', 'translated-otherwise', 'a:0', bridge, 'A new bridge has been opened.']])
})

test('two sources with one translation', async () => {
  const rows = await rowsOf(article('a', [[bridge, opened]]), article('b', [['Gestern hat es den ganzen Tag geregnet.', opened]]))
  expect(rows.map(([id, , , , , checks, other]) => [id, checks, other])).toEqual([['b', 'shared-translation', 'a:0']])
})

test('says nothing of the same again, of short texts, of given translations', async () => {
  const again = article('b', [
    [`${bridge} `, opened],
    ['Ja.', 'Yes.'],
    ['Ja.', 'Indeed.'],
  ])
  expect(await rowsOf(article('a', [[bridge, opened]]), again, article('c', [[bridge, 'Otherwise it is said here.']], 'given'))).toEqual([])
})
