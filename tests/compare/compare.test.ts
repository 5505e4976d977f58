import { describe, expect, test } from 'vitest'
import { type Comparison, compareTranslations, comparisonPage } from '../../src/compare/index.ts'
import { createGlossary } from '../../src/glossary/index.ts'
import figures from './sacrebleu.json' with { type: 'json' }
import { tasks } from './texts.ts'

const once = { resamples: 1, seed: 1 }

/** scripts/peers/score.py wrote the figures; tests/live/compare.test.ts asks it anew. */
test.each(tasks.map((task, at) => [at, task] as const))(
  'task %i: the figures of sacrebleu',
  (at, { language, tokenizer, references, hypotheses }) => {
    const systems = [{ name: 'a', lines: hypotheses }]
    const source = hypotheses.map(() => '')
    const compared = compareTranslations({ source, references, systems, from: 'de', to: language, tokenizer, resampling: once })
    const wanted = figures[at]!
    for (const name of ['bleu', 'chrf', 'chrfpp', 'ter'] as const) {
      expect(compared.systems[0]![name], name).toBeCloseTo(wanted[name], 3)
      expect(compared.signatures[name]).toBe(wanted[`${name}-signature`])
    }
  },
)

const source = ['Das Schiff verließ Uppsala.', 'Anna Meriann zeichnete 127 Falter.', 'Es regnet wieder.', 'Niemand kannte den Namen.']
const reference = ['The ship left Uppsala.', 'Anna Merian drew 127 moths.', 'It is raining again.', 'Nobody knew the name.']
const good = ['The ship left Uppsala.', 'Anna Merian drew 127 moths.', 'It rains again.', 'No one knew the name.']
const poor = ['Ship goes of Upsalla.', 'Anna Meriann drew 82 moths.', 'Es regnet wieder.', 'Not one the names.']
const same: Comparison = {
  source,
  references: [reference],
  systems: [
    { name: 'good', lines: good },
    { name: 'poor', lines: poor },
  ],
  from: 'de',
  to: 'en',
}

describe('systems side by side', () => {
  test('the better one is better by every measure, and beyond chance', () => {
    const many = (lines: readonly string[]) => Array.from({ length: 25 }, () => lines).flat()
    const { systems, differences } = compareTranslations({
      ...same,
      source: many(source),
      references: [many(reference)],
      systems: same.systems.map(({ name, lines }) => ({ name, lines: many(lines) })),
    })
    const [a, b] = systems
    expect(a!.bleu).toBeGreaterThan(b!.bleu!)
    expect(a!.chrfpp).toBeGreaterThan(b!.chrfpp!)
    expect(a!.ter).toBeLessThan(b!.ter!)
    expect(a!.intervals!.chrf!.low).toBeLessThan(a!.chrf!)
    expect(a!.intervals!.chrf!.high).toBeGreaterThan(a!.chrf!)
    expect(Math.max(...Object.values(differences[0]!.chance))).toBeLessThan(0.01)
  })

  test('a system differs from itself by chance', () => {
    const { differences } = compareTranslations({
      ...same,
      systems: [
        { name: 'a', lines: good },
        { name: 'b', lines: good },
      ],
    })
    expect(Math.min(...Object.values(differences[0]!.chance))).toBeGreaterThan(0.5)
  })

  test('names of the glossary: right, garbled and missing ones are counted', () => {
    const glossary = createGlossary([
      { canonical: 'Anna Merian', kind: 'person' },
      { canonical: 'Uppsala', kind: 'place' },
    ])
    const { systems } = compareTranslations({ ...same, glossary, resampling: once })
    expect(systems[0]!.names).toEqual({ right: 2, garbled: 0, missing: 0, score: 100 })
    expect(systems[1]!.names).toMatchObject({ right: 0, score: 0 })
    expect(systems[1]!.names!.garbled + systems[1]!.names!.missing).toBe(2)
  })

  test('what looks wrong is told by segment and counted', () => {
    const { systems } = compareTranslations({ ...same, resampling: once })
    expect(systems[0]!.checks).toEqual({})
    expect(systems[1]!.checks).toMatchObject({ 'number-missing': 1 })
    expect(systems[1]!.segments[1]!.checks).toContain('number-missing')
  })

  test('without a reference they are measured by each other', () => {
    const { references: _none, ...alone } = same
    const { systems, signatures, consensus, differences } = compareTranslations({
      ...alone,
      systems: [...same.systems, { name: 'third', lines: reference }],
    })
    expect(systems[0]!.bleu).toBeUndefined()
    expect([signatures, differences]).toEqual([{}, []])
    expect(systems[0]!.agreement).toBeGreaterThan(systems[1]!.agreement!)
    expect(consensus).toHaveLength(4)
    expect(consensus![0]).toBe('The ship left Uppsala.')
  })

  test('the page shows scores and sentences, and runs nothing that stands in them', () => {
    const hostile: Comparison = {
      ...same,
      systems: [{ name: '<b>x</b>', lines: ['<script>alert(1)</script>', ...good.slice(1)] }, same.systems[1]!],
    }
    const page = comparisonPage(hostile, compareTranslations(hostile))
    expect(page).not.toMatch(/<script|<b>x/)
    expect(page).toContain('&lt;b&gt;x')
    expect(page).toContain('chrF++')
    expect(page).toContain('<ins')
  })
})
