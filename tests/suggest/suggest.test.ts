import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Glossary, Judgements } from '../../src/glossary/index.ts'
import { formatProposals, type Proposal, readProposals, type SurveyedText, suggest } from '../../src/suggest/index.ts'
import { folderOf } from '../cli/synoptic.ts'
import { glossaryOf } from '../glossary/make.ts'

/** Five versions of one story, as scraping and translating there and back leave them. */
const story = [
  [
    'en',
    'Officers said that Judge Brunhild T. Kasperczak had left the harbour with Torvald Ekelöf. Kasperczak later wrote to the Lighthouse Commission.',
  ],
  [
    'en',
    'The harbour master recalls how Brunhild Kasperczak and her colleague Torvald Ekelöf argued. Ekelöf wanted to stay; Kasperczak did not. The Lighthouse Commission paid.',
  ],
  ['en', 'In the second part, Brunhilt Kasparchak boards the ferry. Then Kaspertschak waves, and Torvald Eckeloff waves back.'],
  [
    'de',
    'Die Richterin Brunhild Kasperczak verließ den Hafen. Der Kapitän kannte Kasperczaks Koffer, und Torvald Ekelöf trug die Lampe. Kasperczaks Koffer blieb liegen.',
  ],
  [
    'en',
    'On the island of Gotska, Ingrid Kasperczak kept bees. She was no relation of Brunhild Kasperczak, as Ingrid Kasperczak would say.',
  ],
] as const

const texts: SurveyedText[] = story.map(([language, text], at) => ({ id: `story-${at}`, language, text }))

async function* corpus(): AsyncGenerator<SurveyedText> {
  yield* texts
}

function named(proposals: readonly Proposal[], canonical: string): Proposal | undefined {
  return proposals.find(({ entry }) => entry.canonical === canonical)
}

describe('with an empty glossary', () => {
  test('proposes those who recur, by their best-attested form, with the garbled ones under it', async () => {
    const proposals = await suggest(corpus, { glossary: new Glossary([]) })
    const [first, second] = proposals
    expect(first?.entry).toMatchObject({ canonical: 'Brunhild Kasperczak', kind: 'person', given: 'Brunhild', family: 'Kasperczak' })
    expect(first?.variants.toSorted()).toEqual(['Brunhilt Kasparchak', 'Kaspertschak'])
    expect(first?.documents).toBe(5)
    expect(first?.contexts[0]).toContain('Kasperczak had left')
    expect(second?.entry.canonical).toBe('Torvald Ekelöf')
    expect(second?.variants).toEqual(['Torvald Eckeloff'])
  })

  test('keeps relatives apart, and words, titles and possessions out', async () => {
    const proposals = await suggest(corpus, { glossary: new Glossary([]) })
    expect(named(proposals, 'Ingrid Kasperczak')?.count).toBe(2)
    expect(named(proposals, 'Lighthouse Commission')?.entry.kind).toBe('organization')
    const all = proposals.map(({ entry }) => entry.canonical).join('\n')
    expect(all).not.toMatch(/Judge|Richterin|Koffer|Officers|Hafen|Then/u)
  })

  test('gives the same proposals whatever the order of the texts, and no name below the least', async () => {
    const proposals = await suggest(corpus, { glossary: new Glossary([]), least: 4 })
    expect(proposals.every(({ count }) => count >= 4)).toBe(true)
    const backwards = await suggest(
      async function* () {
        yield* texts.toReversed()
      },
      { glossary: new Glossary([]), least: 4 },
    )
    const names = (list: readonly Proposal[]) => list.map(({ entry, count, spellings }) => [entry.canonical, count, spellings])
    expect(names(backwards)).toEqual(names(proposals))
  })
})

test('proposes new spellings of known names as variants of theirs, and not the names', async () => {
  const proposals = await suggest(corpus, { glossary: glossaryOf('Brunhild Kasperczak', 'Torvald Ekelöf') })
  const known = named(proposals, 'Brunhild Kasperczak')
  expect(known?.known).toBe(true)
  expect(known?.spellings.map(({ surface }) => surface)).toContain('Kaspertschak')
  expect(proposals.filter((proposal) => !proposal.known).map(({ entry }) => entry.canonical)).not.toContain('Torvald Ekelöf')
})

test('never proposes again what was refused', async () => {
  const refused = { judgement: 'refused', canonical: 'Torvald Ekelöf', variants: [] } as const
  const glossary = new Glossary([], new Judgements({ lines: [{ judgement: refused, line: 1 }] }))
  const proposals = await suggest(corpus, { glossary })
  expect(named(proposals, 'Torvald Ekelöf')).toBeUndefined()
  expect(named(proposals, 'Brunhild Kasperczak')).toBeDefined()
})

test('any Unicode may stand in a corpus', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 }), async (strings) => {
      const odd = async function* (): AsyncGenerator<SurveyedText> {
        for (const [at, text] of strings.entries()) yield { id: String(at), language: 'und', text: `${text} Anna ${text} Böll ${text}` }
      }
      for (const { count } of await suggest(odd, { glossary: new Glossary([]) })) expect(count).toBeGreaterThanOrEqual(2)
    }),
    { numRuns: 50 },
  )
})

describe('the table of proposals', () => {
  async function fileOf(lines: readonly string[]): Promise<string> {
    const path = join(await folderOf({}), 'proposals.csv')
    await writeFile(path, `${lines.join('\n')}\n`)
    return path
  }

  test('is empty of judgements until a person writes them; then says what they said', async () => {
    const proposals = await suggest(corpus, { glossary: new Glossary([]) })
    const [head = '', first = '', second = '', ...rest] = formatProposals(proposals)
    expect(await readProposals(await fileOf([head, first, second, ...rest]))).toEqual([])
    expect(await readProposals(await fileOf([head, `accept${first}`, `Refuse${second}`, ...rest]))).toEqual([
      {
        judgement: 'accepted',
        canonical: 'Brunhild Kasperczak',
        kind: 'person',
        given: 'Brunhild',
        family: 'Kasperczak',
        variants: proposals[0]!.variants,
      },
      expect.objectContaining({ judgement: 'refused', canonical: 'Torvald Ekelöf' }),
    ])
  })

  test.each([
    ['judgement,canonical\nmaybe,Anna Böll', /proposals\.csv:2:1: expected accept, refuse or nothing, got 'maybe'/u],
    ['judgement,canonical\naccept,', /proposals\.csv:2:2: expected a canonical name/u],
    ['judgement,canonical,kind\naccept,Anna Böll,animal', /proposals\.csv:2: expected person, .* got 'animal'/u],
    ['canonical,kind\nAnna Böll,person', /proposals\.csv:1: .*judgement cannot be found/u],
  ])('%j is an error with its place', async (table, message) => {
    await expect(readProposals(await fileOf([table]))).rejects.toThrow(message)
  })

  test('lets no spreadsheet evaluate a name, and reads it back', async () => {
    const odd = glossaryOf({ canonical: '=Böll', kind: 'term' }).entry(0)
    const proposal: Proposal = {
      entry: odd,
      known: false,
      count: 2,
      documents: 1,
      languages: [['de', 2]],
      spellings: [],
      variants: [],
      contexts: ['@Böll'],
    }
    const [head = '', line = ''] = formatProposals([proposal])
    expect(line).toMatch(/^,'=Böll,/u)
    expect((await readProposals(await fileOf([head, `yes${line}`])))[0]?.canonical).toBe('=Böll')
  })
})
