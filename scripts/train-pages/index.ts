/**
 * Trains models/pages.json, or says what the method is worth: `npx jiti scripts/train-pages [--half tune|held] [--folds N] [--to FILE]`
 * with SYNOPTIC_DATA. With --folds, nothing is written: each part of the sites is scored by a model that saw none of them.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cleanPage } from '../../bench/extract/clean.ts'
import { countSnippets, mean, type Score, scoreBody, scoreSnippets } from '../../bench/extract/score.ts'
import { type BodySample, bodySamples, type SnippetSample, snippetSamples } from '../../bench/extract/sets.ts'
import { decodeHtml } from '../../src/read/decode.ts'
import type { PageBlock } from '../../src/stages/clean/html/blocks.ts'
import { type PageModel, packModel } from '../../src/stages/clean/html/forest.ts'
import { readPage } from '../../src/stages/clean/html/index.ts'
import { type Label, labelBody, labelSnippets } from './labels.ts'
import { learn, partOf, type TrainingPage } from './learn.ts'

const { values } = parseArgs({
  options: { half: { type: 'string' }, folds: { type: 'string' }, to: { type: 'string' }, pages: { type: 'boolean' } },
})
const wanted = ({ half }: { readonly half: string }) => values.half === undefined || half === values.half
const bodies = bodySamples().filter(wanted)
const snippets = snippetSamples().filter(wanted)

/** A whole article weighs as much as three pages with snippets; no single block more than a twentieth of a page. */
const training = (
  sample: BodySample | SnippetSample,
  label: (blocks: readonly PageBlock[]) => Label[],
  weight: number,
  blockWeight: number,
): TrainingPage => {
  const { blocks, hints } = readPage(decodeHtml(sample.html).text)
  return { site: sample.site, blocks, labels: label(blocks), hints, weight, blockWeight }
}
const pages = [
  ...bodies.map((sample) => training(sample, (blocks) => labelBody(sample, blocks), 60, 60)),
  ...snippets.map((sample) => training(sample, (blocks) => labelSnippets(sample, blocks), 20, 3)),
]

if (values.folds === undefined) {
  writeFileSync(values.to ?? new URL('../../models/pages.json', import.meta.url), packModel(learn(pages)))
} else {
  const folds = Number(values.folds)
  const models: PageModel[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    models.push(learn(pages.filter(({ site }) => partOf(site, folds) !== fold)))
    console.error(`fold ${fold + 1} of ${folds}`)
  }
  const textOf = async (sample: BodySample | SnippetSample) => (await cleanPage(sample, models[partOf(sample.site, folds)])).text
  const scored = await Promise.all(bodies.map(async (sample) => ({ sample, score: scoreBody(sample.body, await textOf(sample)) })))
  const counts = await Promise.all(snippets.map(async (sample) => countSnippets(sample.with, sample.without, await textOf(sample))))
  if (values.pages)
    for (const { sample, score } of scored.toSorted((a, b) => a.score.f1 - b.score.f1).slice(0, 30)) console.log(format(score), sample.url)
  console.log(`bodies    ${format(mean(scored.map(({ score }) => score)))}  ${bodies.length} pages`)
  console.log(`snippets  ${format(scoreSnippets(counts))}  ${snippets.length} pages`)
}

function format({ f1, precision, recall }: Score): string {
  return `F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`
}
