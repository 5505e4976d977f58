import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RowJudgement, SentenceJudgement, TranslationJudgement } from '../../src/article.ts'
import { appendJudgements, type Judgement, Judgements, type NameJudgement, readJudgements } from '../../src/glossary/index.ts'
import { restoring } from '../../src/review/undo.ts'
import { folderOf } from '../cli/synoptic.ts'

const row: RowJudgement = {
  judgement: 'aligned',
  article: 'a1',
  language: 'en',
  source: [3],
  target: [4],
  sourceText: 'Die Brücke ist alt.',
  targetText: 'The bridge is old.',
}
const written: TranslationJudgement = {
  judgement: 'translation',
  article: 'a1',
  from: 'de',
  to: 'en',
  source: 'Guten Tag.',
  target: 'Hello.',
}

function inForce(...judgements: readonly Judgement[]): Judgements {
  return new Judgements({ lines: judgements.map((judgement, at) => ({ judgement, line: at + 1 })) })
}

/** All that is in force, whatever the order in which it was said. */
function all(judgements: Judgements): readonly string[] {
  return ['', 'a1', 'a2'].flatMap((article) => judgements.ofArticle(article)).toSorted()
}

/** Judgements about few things, so that many are about the same. */
const sentence: fc.Arbitrary<SentenceJudgement> = fc.oneof(
  fc.record({
    judgement: fc.constantFrom('aligned' as const, 'apart' as const, 'unjudged' as const),
    article: fc.constantFrom('a1', 'a2'),
    language: fc.constantFrom('en', 'fr'),
    source: fc.constantFrom([3], [3, 4]),
    target: fc.constantFrom([3], [4]),
    sourceText: fc.constant('Eins.'),
    targetText: fc.constantFrom('One.', 'Two.'),
  }),
  fc.record(
    {
      judgement: fc.constant('translation' as const),
      article: fc.constantFrom('a1', 'a2'),
      from: fc.constant('de'),
      to: fc.constantFrom('en', 'fr'),
      source: fc.constantFrom('Guten Tag.', 'Gute Nacht.'),
      target: fc.constantFrom('Hello.', 'Good night.', null),
    },
    { requiredKeys: ['judgement', 'from', 'to', 'source', 'target'] },
  ),
)
const name: fc.Arbitrary<NameJudgement> = fc.record(
  {
    judgement: fc.constantFrom('wrong' as const, 'right' as const, 'open' as const),
    canonical: fc.constant('Lise Meitner'),
    surface: fc.constantFrom('Maitner', 'Meitinger'),
    article: fc.constantFrom('a1', 'a2'),
  },
  { requiredKeys: ['judgement', 'canonical', 'surface'] },
)
const judgement: fc.Arbitrary<Judgement> = fc.oneof(sentence, name)

/** What it is about; of a row its sentences, wherever they stand. */
function subject(one: SentenceJudgement): string {
  const { article = '' } = one
  return one.judgement === 'translation'
    ? `${article} ${one.from} ${one.to} ${one.source}`
    : `${article} ${one.language} ${one.sourceText} ${one.targetText}`
}

describe('of judgements of sentences', () => {
  test('the last about a thing is in force, whatever else was said and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(judgement), sentence, fc.array(judgement), (before, last, after) => {
        const others = after.filter((one) => 'canonical' in one || subject(one) !== subject(last))
        const { sentences } = inForce(...before, last, ...others)
        const isTakenBack = last.judgement === 'unjudged' || (last.judgement === 'translation' && last.target === null)
        const now = sentences.ofArticle(last.article ?? '')
        expect(now.filter((one) => isDeepStrictEqual(one, last))).toHaveLength(isTakenBack ? 0 : 1)
        const key = (one: SentenceJudgement) =>
          JSON.stringify({ ...one, judgement: '', target: one.judgement === 'translation' ? '' : one.target })
        expect(now.filter((one) => key(one) === key(last))).toHaveLength(isTakenBack ? 0 : 1)
      }),
    )
  })

  test('what was in force before is so again when it is undone', () => {
    fc.assert(
      fc.property(fc.array(judgement), fc.array(judgement, { minLength: 1 }), (before, said) => {
        const undone = inForce(...before, ...said, ...restoring(inForce(...before), said))
        expect(all(undone)).toEqual(all(inForce(...before)))
      }),
    )
  })

  test('a row that has moved is taken back by its sentences', () => {
    expect(inForce(row, { ...row, judgement: 'unjudged', source: [5], target: [6] }).sentences.ofArticle('a1')).toEqual([])
    expect(inForce(row, { ...row, judgement: 'unjudged', sourceText: 'Eine andere.' }).sentences.ofArticle('a1')).toEqual([row])
  })

  test('a translation of one article goes before one for everywhere', () => {
    const { article: _, ...everywhere } = { ...written, target: 'Good day.' }
    const { sentences } = inForce(written, everywhere)
    expect(sentences.translation('a1', ['de'], 'en', ' Guten\nTag. ')?.target).toBe('Hello.')
    expect(sentences.translation('a2', ['nl', 'de'], 'en', 'Guten Tag.')?.target).toBe('Good day.')
    expect(sentences.translation('a2', ['de'], 'fr', 'Guten Tag.')).toBeUndefined()
    expect(sentences.translation('a2', ['de'], 'en', 'Guten Abend.')).toBeUndefined()
  })
})

describe('the log', () => {
  test('keeps them, with the tags in their shortest form', async () => {
    const path = join(await folderOf({}), 'judgements.jsonl')
    await appendJudgements(path, [row, { ...written, from: 'DE' }, { ...written, target: null }])
    expect((await readJudgements(path)).lines.map(({ judgement }) => judgement)).toEqual([row, written, { ...written, target: null }])
  })

  test.each<[string, object, RegExp]>([
    ['no language', { ...row, language: 'english' }, /expected a BCP 47 tag, got 'english'/u],
    ['indexes that do not rise', { ...row, source: [4, 3] }, /expected numbers that rise/u],
    ['nothing beside it', { ...row, target: [] }, /at target/u],
    ['an empty translation', { ...written, target: ' ' }, /expected a sentence/u],
    ['no target', { ...written, target: undefined }, /at target/u],
    ['a key of another kind', { ...written, surface: 'x' }, /Unrecognized key: "surface"/u],
  ])('%s is an error with its line', async (_, line, message) => {
    const path = join(await folderOf({ 'judgements.jsonl': `${JSON.stringify(row)}\n${JSON.stringify(line)}\n` }), 'judgements.jsonl')
    const error = await readJudgements(path).catch((thrown: Error) => thrown.message)
    expect(error).toContain(`${path}:2: expected a judgement`)
    expect(error).toMatch(message)
  })
})
