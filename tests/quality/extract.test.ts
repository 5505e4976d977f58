/**
 * What is taken out of pages, on sets that are not part of the project, must not fall below what was measured (`npm run bench -- extract`). The
 * model was trained on these pages: this says that cleaning works as it did, not how well it does on others. Every third page is read.
 */
import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../bench/extract/clean.ts'
import { countSnippets, mean, scoreBody, scoreMetadata, scoreSnippets } from '../../bench/extract/score.ts'
import { bodySamples, snippetSamples } from '../../bench/extract/sets.ts'

const third = <Sample>(samples: readonly Sample[]) => samples.filter((_, index) => index % 3 === 0)

describe.skipIf(process.env.SYNOPTIC_DATA === undefined)('articles of pages', () => {
  test('bodies', async () => {
    const scores = await Promise.all(third(bodySamples()).map(async (sample) => scoreBody(sample.body, (await cleanPage(sample)).text)))
    expect(mean(scores).f1).toBeGreaterThanOrEqual(0.975)
    expect(scores.filter(({ f1 }) => f1 < 0.5)).toEqual([])
  })

  test('snippets, titles, authors and dates', async () => {
    const pages = await Promise.all(
      third(snippetSamples()).map(async (gold) => {
        const { text, title, metadata } = await cleanPage(gold)
        return { gold, found: { text, title, author: metadata.byline, date: metadata.date } }
      }),
    )
    expect(scoreSnippets(pages.map(({ gold, found }) => countSnippets(gold.with, gold.without, found.text))).f1).toBeGreaterThanOrEqual(
      0.93,
    )
    const { titles, authors, dates, noDate } = scoreMetadata(pages)
    // Of all pages .87; of this third .80.
    expect(titles).toBeGreaterThanOrEqual(0.79)
    expect(authors).toBeGreaterThanOrEqual(0.5)
    expect(dates).toBeGreaterThanOrEqual(0.82)
    expect(noDate).toBeLessThanOrEqual(0.02)
  })
})
