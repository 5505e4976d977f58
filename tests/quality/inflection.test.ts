/**
 * How many forms of names have their nominative among the readings, on the tenth of the lemmas that the table was not made from, and how many
 * readings a form has. Floors (inflection.json: least share of lemmas found,
 * most readings a form) stand a point below what was measured; where few forms are held, by a form or two.
 */
import { describe, expect, test } from 'vitest'
import { isHeld, pairsOf } from '../../scripts/train-names/forms.ts'
import { lemmas } from '../../src/names/inflect/endings.ts'
import floors from './inflection.json' with { type: 'json' }

const folder = new URL('../data/names-train/', import.meta.url).pathname

describe('forms of names that the table was not made from', () => {
  test.each(Object.entries(floors))('%s', (file, { found: least, readings: most }) => {
    const language = file.split('-')[0]!
    const held = pairsOf(file, folder).filter(
      ({ form, lemma, cases }) => isHeld(lemma) && form !== lemma && !cases.some((name) => name.includes('Plur')),
    )
    const forms = [...new Map(held.map((pair) => [`${pair.form} ${pair.lemma}`, pair])).values()]
    const readings = forms.map(({ form }) => lemmas(form, language))
    const found = forms.filter(({ lemma }, at) => readings[at]!.some(({ text }) => text === lemma)).length
    expect(found / forms.length).toBeGreaterThanOrEqual(least)
    expect(readings.flat().length / forms.length).toBeLessThanOrEqual(most)
  })
})
