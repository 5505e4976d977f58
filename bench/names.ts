/**
 * How well names are found, on sets whose mentions are known: F1 of all mentions and of misspelt ones alone (exact span, right entry), false
 * rewrites per 1,000 words, words a second; beside what is commonly done; with --ablate, with one feature at a time left out. names/speed.mjs has the
 * speeds with glossaries of all sizes.
 *
 * [SYNOPTIC_DATA=…] npx jiti bench/names.ts [held] [--ablate]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMentions } from '../src/stages/link/index.ts'
import { features } from '../src/stages/link/weigh/features/index.ts'
import { shippedModel } from '../src/stages/link/weigh/model.ts'
import { baselines, findByMeasure } from './names/baselines.ts'
import { type Finder, score } from './names/score.ts'
import { freshSets, hardSets, ownSets, sharedSet } from './names/sets.ts'

const data = process.env.SYNOPTIC_DATA
const half = process.argv[2] === 'held' ? 'held' : 'tune'
const own = [...(await ownSets()), ...(await hardSets(half)), ...(await freshSets(half))]
const sets = [...(data === undefined ? [] : [sharedSet(data)]), ...own]

/** Characters of a column. */
const WIDTH = 40

/** Prints a table. @returns F1 and the like by set, then by finder */
function show(title: string, rows: readonly (readonly [name: string, find: Finder])[]): Record<string, Record<string, object>> {
  const results: Record<string, Record<string, object>> = {}
  console.log(`\n${title}\n${''.padEnd(34)}${sets.map(({ name }) => name.padEnd(WIDTH)).join('')}`)
  for (const [name, find] of rows) {
    const cells = sets.map((set) => {
      const { f1, misspelt, falseRewrites, precision, wordsPerSecond } = score(set, find)
      results[set.name] ??= {}
      results[set.name]![name] = {
        F1: Number(f1.toFixed(3)),
        'F1 of misspelt': Number(misspelt.toFixed(3)),
        'false rewrites in 1,000 words': Number(falseRewrites.toFixed(1)),
        'rewrites that are right, %': Number((precision * 100).toFixed(1)),
      }
      const shares = [f1.toFixed(3), misspelt.toFixed(3), falseRewrites.toFixed(1), `${(precision * 100).toFixed(1)} %`]
      return [...shares, `${wordsPerSecond.toFixed(0)}/s`].join(' ').padEnd(WIDTH)
    })
    console.log(name.padEnd(34) + cells.join(''))
  }
  return results
}

const results = show('F1, F1 of misspelt mentions, false rewrites per 1,000 words, share of rewrites that are right, words a second', [
  ...baselines.map(({ name, measure, least }): [string, Finder] => [
    name,
    (text, _language, glossary) => findByMeasure(text, glossary, measure, least),
  ]),
  ['Synoptic', findMentions],
])
// What is held back is scored by hand, and its figures stand where that is told.
if (process.argv[2] !== 'held') process.send?.({ results })

/** Finds by the shipped model with features left out, as `names --explain` shows them. */
function without(...names: readonly string[]): Finder {
  const model = names.reduce((left, name) => left.without(name), shippedModel())
  return (text, language, glossary) => findMentions(text, language, glossary, [], undefined, model)
}

if (process.argv.includes('--ablate')) {
  show('Without one feature', [
    ['Synoptic', findMentions],
    ...features.slice(1).map(({ name }): [string, Finder] => [`− ${name}`, without(name)]),
  ])
}

/** Newspaper articles of the data folder. */
function articles(folder: string): string[] {
  const gold = JSON.parse(readFileSync(join(folder, 'extract-dev', 'gold.json'), 'utf8')) as Record<string, { articleBody: string }>
  return Object.values(gold).map(({ articleBody }) => articleBody)
}

if (data !== undefined) ordinary(data)

/** Rewrites in texts that do not speak of the glossary's people: all are false but those of names that happen to be there. */
function ordinary(folder: string): void {
  const { glossary } = own[0]!
  const texts = articles(folder).map((text) => ['en', text] as const)
  const sets = join(folder, 'align-dev')
  const more = readdirSync(sets).flatMap((set) => {
    const [from = 'en', to = 'en'] = set.split('-').slice(-2)
    return readdirSync(join(sets, set)).flatMap((document) =>
      [
        [from, 'src.txt'],
        [to, 'tgt.txt'],
      ].map(([language = 'en', file = '']) => [language, readFileSync(join(sets, set, document, file), 'utf8')] as const),
    )
  })
  let words = 0
  const actions: Record<string, number> = { keep: 0, suggest: 0, rewrite: 0 }
  for (const [language, text] of [...texts, ...more]) {
    words += text.split(/\s+/u).length
    for (const { action, surface, replacement } of findMentions(text, language, glossary)) {
      actions[action]!++
      if (action === 'rewrite') console.log(`  ${surface} → ${replacement}`)
    }
  }
  console.log(`\nOrdinary text, ${words} words, ${glossary.entries.length} names: ${JSON.stringify(actions)}`)
}
