import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Normalized, Segmented, Translation } from '../../../src/article.ts'
import { Glossary, Judgements, type NameJudgement } from '../../../src/glossary/index.ts'
import { findMentions, isJudgedBy, judged, link, restore, rewrite } from '../../../src/stages/link/index.ts'
import { normalize } from '../../../src/stages/normalize/index.ts'
import { glossaryOf } from '../../glossary/make.ts'
import { makeArticle } from '../../make.ts'

const { entries } = glossaryOf('Lise Meitner', 'Henri Becquerel', 'Otto Hahn')
const said = (...judgements: NameJudgement[]): Judgements =>
  new Judgements({ lines: judgements.map((judgement, at) => ({ judgement, line: at + 1 })) })

/** Surface → what it becomes, of the mentions in `text`. */
function outcome(text: string, judgements: Judgements): Record<string, string> {
  const mentions = judged(findMentions(text, 'en', new Glossary(entries)), judgements, 'a')
  return Object.fromEntries(mentions.map(({ surface, action, replacement }) => [surface, `${action} ${replacement}`]))
}

describe('a mention', () => {
  const text = 'Lise Meitner wrote. Maitner sent a letter.'
  const maitner = { canonical: 'Lise Meitner', surface: 'Maitner' }

  test('that is wrong stays as it was written, and the reason names the judgement', () => {
    expect(outcome(text, said())).toEqual({ 'Lise Meitner': 'keep Lise Meitner', Maitner: 'rewrite Meitner' })
    const wrong = said({ judgement: 'wrong', ...maitner })
    expect(outcome(text, wrong)).toEqual({ 'Lise Meitner': 'keep Lise Meitner', Maitner: 'keep Maitner' })
    const [, mention] = judged(findMentions(text, 'en', new Glossary(entries)), wrong)
    expect(mention!.reason).toMatch(/^judged wrong everywhere; spelling /)
    expect(mention!.judged).toEqual({ verdict: 'wrong', everywhere: true })
  })

  test('that is right is rewritten, though it was only suggested; one that is spelt right already is kept', () => {
    const suggested = findMentions(text, 'en', new Glossary(entries)).map((mention) => ({ ...mention, action: 'suggest' as const }))
    const right = said({ judgement: 'right', ...maitner }, { judgement: 'right', ...maitner, surface: 'Lise Meitner' })
    expect(judged(suggested, right).map(({ action, replacement }) => [action, replacement])).toEqual([
      ['keep', 'Lise Meitner'],
      ['rewrite', 'Meitner'],
    ])
  })

  test('is not touched by what was said of the spelling as another name, or in another article', () => {
    const ofHahn: NameJudgement = { judgement: 'wrong', canonical: 'Otto Hahn', surface: 'Maitner' }
    expect(outcome(text, said(ofHahn, { judgement: 'wrong', ...maitner, article: 'b' }))).toEqual(outcome(text, said()))
  })
})

const context = { signal: new AbortController().signal, warn: () => {} }

function segmented(title: string, text: string): Segmented {
  const span = { start: 0, end: text.length }
  const segments = [{ span, text, language: 'en', block: 0 }]
  return {
    ...makeArticle({ title, body: text }),
    ...{ text, blocks: [span], removed: [], language: 'en', confidence: 1, passages: [], segments },
  }
}

function translation(title: string, text: string): Translation {
  const segments = [{ span: { start: 0, end: text.length }, text, block: 0, origin: 'memory' as const, checks: [] }]
  return { language: 'de', engine: 'memory', status: 'done', title, text, segments }
}

async function normalized(article: Segmented, translations: readonly Translation[], judgements: Judgements): Promise<Normalized> {
  const glossary = new Glossary(entries, judgements)
  return normalize({ glossary }).run({ ...(await link({ glossary }).run(article, context)), translations }, context)
}

const words = fc.constantFrom('Lise', 'Meitner', 'Maitner', 'Meitnerin', 'Henri', 'Bekerel', 'Otto', 'Hahn', 'Hann', 'wrote', '.', 'The')
const text = fc.array(words, { maxLength: 12 }).map((pieces) => pieces.join(' '))
const judgements = fc
  .array(
    fc.record({
      judgement: fc.constantFrom('wrong', 'right'),
      canonical: fc.constantFrom('Lise Meitner', 'Henri Becquerel', 'Otto Hahn'),
      surface: fc.oneof(
        words,
        fc.tuple(words, words).map((pair) => pair.join(' ')),
      ),
      article: fc.constantFrom('a', 'b', undefined),
    }),
    { maxLength: 12 },
  )
  .map((list) => said(...list))

test('an article that is judged as the judgements say now would come out the same again', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, text, judgements, judgements, async (title, source, titleOfTarget, target, before, now) => {
      const article = segmented(title, source)
      const translations = [translation(titleOfTarget, target)]
      const earlier = await normalized(article, translations, before)
      const later = await normalized(article, translations, now)
      expect(isJudgedBy(earlier, before)).toBe(true)
      if (isJudgedBy(earlier, now)) expect(later).toEqual(earlier)
      else expect(later).not.toEqual(earlier)
    }),
    { numRuns: 300 },
  )
})

test('the original comes back from what is written, whatever was judged', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, judgements, async (title, source, target, judgements) => {
      const { normalized: written } = await normalized(segmented(title, source), [translation('', target)], judgements)
      const [english, german] = [written.source, written.translations[0]!]
      expect(restore(english.text, english.mentions)).toBe(source)
      expect(restore(english.title, english.titleMentions)).toBe(title)
      expect(restore(german.text, german.mentions)).toBe(target)
      expect(rewrite(source, english.mentions)).toBe(english.text)
    }),
    { numRuns: 200 },
  )
})
