import { expect, test } from 'vitest'
import { establishedNames } from '../../../src/names/words/established.ts'

test('a form is a language’s own, in any case', () => {
  expect(establishedNames('KOLUMBUS', 'de')).toContain('columbus')
  expect(establishedNames('Kolumbus', 'de-AT')).toContain('columbus')
  expect(establishedNames('Kolumbus', 'en')).toEqual([])
  expect(establishedNames('Ibn Sino', 'uz')).toContain('avicenna')
})
