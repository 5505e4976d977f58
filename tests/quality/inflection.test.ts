/**
 * How many forms of names have their nominative among the readings, on the tenth of the lemmas that the table was not made from, and how many
 * readings a form has. A floor stands a point below what was measured; where few forms are held, by a form or two.
 */
import { describe, expect, test } from 'vitest'
import { isHeld, pairsOf } from '../../scripts/train-names/forms.ts'
import { lemmas } from '../../src/names/inflect/endings.ts'

/** Table of pairs, least share of lemmas found, most readings a form. */
const floors = [
  ['be', 0.81, 3.6],
  ['fi', 0.89, 4.1],
  ['ga', 0.62, 2.1],
  ['hr', 0.92, 4.2],
  ['hu', 0.93, 3.2],
  ['hy', 0.96, 2.7],
  ['is', 0.84, 3.9],
  ['ka', 0.93, 5.6],
  ['ky', 0.87, 2.3],
  ['la', 0.64, 5.3],
  ['lt', 0.91, 4.7],
  ['lv', 0.92, 5.4],
  ['pl-sgjp', 0.97, 4.5],
  ['ru-opencorpora', 0.98, 4.8],
  ['sk', 0.68, 4],
  ['sl', 0.87, 3.5],
  ['sr', 0.9, 3.9],
  ['tr', 0.88, 2.8],
  ['uk', 0.92, 4.4],
] as const

describe.runIf(process.env.SYNOPTIC_DATA !== undefined)('forms of names that the table was not made from', () => {
  test.each(floors)('%s', (file, least, most) => {
    const language = file.split('-')[0]!
    const held = pairsOf(file).filter(
      ({ form, lemma, cases }) => isHeld(lemma) && form !== lemma && !cases.some((name) => name.includes('Plur')),
    )
    const forms = [...new Map(held.map((pair) => [`${pair.form} ${pair.lemma}`, pair])).values()]
    const readings = forms.map(({ form }) => lemmas(form, language))
    const found = forms.filter(({ lemma }, at) => readings[at]!.some(({ text }) => text === lemma)).length
    expect(found / forms.length).toBeGreaterThanOrEqual(least)
    expect(readings.flat().length / forms.length).toBeLessThanOrEqual(most)
  })
})
