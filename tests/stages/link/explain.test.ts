import { expect, test } from 'vitest'
import { explain } from '../../../src/stages/link/explain.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { features } from '../../../src/stages/link/weigh/features/index.ts'
import { shippedModel } from '../../../src/stages/link/weigh/model.ts'
import { glossaryOf } from '../../glossary/make.ts'

const glossary = glossaryOf('Henri Becquerel', { canonical: 'Lise Meitner', kind: 'person', not: ['Meitinger'] })
const text = 'Henri Bequerel came. Jean Bequerel left, and Meitinger.'

test('every mention is explained, and what is none', () => {
  const told = explain(text, 'en', glossary)
  for (const { span, entry, action } of findMentions(text, 'en', glossary)) {
    expect(told.find(({ start, end }) => start === span.start && end === span.end)?.decided).toBe(`${action}: ${entry}`)
  }
  const at = text.indexOf('Bequerel left')
  const [stranger] = explain(text, 'en', glossary, { start: at, end: at + 1 })
  expect(stranger).toMatchObject({ start: at, surface: 'Bequerel', considered: [{ entry: 'henri-becquerel' }] })
  expect(stranger?.decided).toMatch(/^no mention: below .*, most of all for 'another name before'$/u)
})

test('the weighed features are what the model weighs', () => {
  const weights = new Map(features.map(({ name }, at) => [name, shippedModel().weightOf(at)]))
  const found = explain(text, 'en', glossary).flatMap(({ considered }) => considered.flatMap((each) => Object.entries(each.features)))
  expect(found.length).toBeGreaterThan(10)
  for (const [name, [, weight]] of found) expect(weight).toBe(weights.get(name))
})

test('a mention says what weighed most, as its explanation does', () => {
  const told = explain(text, 'en', glossary)
  for (const { span, entry, weighed = {} } of findMentions(text, 'en', glossary)) {
    const { features: all } = told
      .find(({ start, end }) => start === span.start && end === span.end)!
      .considered.find((each) => each.entry === entry)!
    const ranked = Object.entries(all)
      .filter(([name]) => name !== 'base')
      .map(([name, [value, weight]]) => [name, value * weight] as const)
      .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    if (entry !== 'henri-becquerel') continue
    expect(Object.keys(weighed).length).toBeGreaterThan(0)
    for (const [at, [name, share]] of Object.entries(weighed).entries()) {
      expect(name).toBe(ranked[at]![0])
      expect(Math.abs(share - ranked[at]![1])).toBeLessThanOrEqual(0.0501)
    }
  }
})

test('what the glossary forbids is told, and what is like nothing', () => {
  const forbidden = glossaryOf({ canonical: 'Henri Becquerel', kind: 'person', not: ['Bequerel'] })
  expect(explain('Bequerel left.', 'en', forbidden)).toMatchObject([
    {
      surface: 'Bequerel',
      considered: [{ entry: 'henri-becquerel', confidence: 0 }],
      decided: 'no mention: the glossary says that this is not Henri Becquerel',
    },
  ])
  expect(explain(text, 'en', glossary, { start: 16, end: 20 })).toEqual([
    { start: 16, end: 20, surface: text.slice(16, 20), considered: [], decided: 'no mention: like no name of the glossary' },
  ])
})
