import { expect, test } from 'vitest'
import { checkGlossary } from '../../src/glossary/index.ts'
import { glossaryOf } from './make.ts'

test('a spelling of two entries, a name one letter from another, a variant that is refused, a name that is a word', () => {
  const glossary = glossaryOf(
    { canonical: 'Georg Hofmann', kind: 'person', origin: { file: 'a.csv', line: 2 } },
    { canonical: 'Georg Hoffmann', kind: 'person', origin: { file: 'a.csv', line: 3 } },
    { canonical: 'Gdańsk', kind: 'place', variants: ['Danzig'], not: ['Danzig'], origin: { file: 'a.csv', line: 4 } },
    { canonical: 'Danzig Records', kind: 'organization', variants: ['Danzig'], origin: { file: 'b.csv', line: 2 } },
    { canonical: 'Max Born', kind: 'person', origin: { file: 'b.csv', line: 3 } },
  )
  expect(checkGlossary(glossary).map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([
    expect.stringMatching(/^a\.csv:3: 'Georg Hoffmann' is one letter from 'Georg Hofmann' \(a\.csv:2\)/),
    expect.stringMatching(/^a\.csv:4: 'Danzig' is a spelling of 'Gdańsk' and refused/),
    expect.stringMatching(/^a\.csv:4: 'Danzig' means 'Danzig Records' too \(b\.csv:2\)/),
    expect.stringMatching(/^b\.csv:3: 'Born' is an English word/),
  ])
})

test('a sound glossary has no problems', () => {
  expect(checkGlossary(glossaryOf('Lise Meitner', 'Otto Hahn', { canonical: 'Uppsala', kind: 'place' }))).toEqual([])
})
