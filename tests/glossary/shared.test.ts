import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EntryTable } from '../../src/glossary/entries.ts'
import type { Entry } from '../../src/glossary/entry.ts'
import { Glossary } from '../../src/glossary/index.ts'
import { Judgements } from '../../src/glossary/judgements.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import { glossaryOf } from './make.ts'

const glossary = glossaryOf(
  'Marie Skłodowska-Curie',
  'Ludwig van Beethoven',
  { canonical: 'Göttingen', kind: 'place', variants: ['Gottinga'], forms: { ru: 'Гёттинген' } },
  { canonical: '鲁迅', kind: 'person', given: '迅', family: '鲁', forms: { en: 'Lu Xun' }, note: 'a\nb', not: ['鲁'] },
)

/** What another thread gets: a copy of everything but what is shared. */
const other = Glossary.over(structuredClone(glossary.shared), new Judgements())

test('a glossary handed to a thread is the same glossary', () => {
  expect([...other.entries]).toEqual([...glossary.entries])
  expect(other.hash).toBe(glossary.hash)
  for (const [number, { id }] of [...glossary.entries].entries()) expect(other.numberOf(id)).toBe(number)
  expect(other.numberOf('nobody')).toBeUndefined()
  for (const text of ['Maria Sklodowska-Curie met Bethoven in Goettingen.', '鲁迅在北京。', 'в Геттингене']) {
    const found = findMentions(text, 'en', glossary)
    expect(found).not.toEqual([])
    expect(findMentions(text, 'en', other)).toEqual(found)
  }
})

test('nothing that grows with the glossary is copied for a thread', () => {
  const arrays = arraysIn(glossary.shared)
  expect(arrays.length).toBeGreaterThan(8)
  for (const { buffer } of arrays) expect(buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(arraysIn(other.shared).map(({ buffer }) => buffer.byteLength)).toEqual(arrays.map(({ buffer }) => buffer.byteLength))
})

function arraysIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(arraysIn) : []
}

const text = fc.string({ unit: 'binary', maxLength: 20 })
const entry: fc.Arbitrary<Entry> = fc.record({
  id: text.map((id) => id.toWellFormed()),
  canonical: text,
  kind: fc.constantFrom('person', 'place', 'organization', 'term'),
  given: text,
  family: text,
  variants: fc.array(text),
  not: fc.array(text),
  note: text,
  forms: fc.dictionary(fc.constantFrom('de', 'zh-Hant'), text, { noNullPrototype: true }),
  origin: fc.record({ file: fc.constantFrom('a.csv', 'b.tbx'), line: fc.nat() }),
})

test('a table of entries has them as they were, in any order', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const table = EntryTable.of(entries)
      expect([...table]).toEqual(entries)
      const back = table.inOrder(Uint32Array.from(entries.keys()).reverse())
      expect(Array.from(entries.keys(), (number) => back.at(number))).toEqual(entries.toReversed())
      expect(table.at(entries.length)).toBeUndefined()
    }),
  )
})
