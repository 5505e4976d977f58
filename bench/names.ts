/**
 * How well names are found, on sets whose mentions are known: F1 of all mentions and of misspelt ones alone (exact span, right entry), false
 * rewrites per 1,000 words, words a second; beside what is commonly done, and with one signal at a time left out. names/speed.mjs has the
 * speeds with glossaries of all sizes.
 *
 * [SYNOPTIC_DATA=…] npx jiti bench/names.ts [held]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from '../src/stages/link/document.ts'
import { findMentions } from '../src/stages/link/index.ts'
import { Referents } from '../src/stages/link/weigh/referents.ts'
import { baselines, findByMeasure } from './names/baselines.ts'
import { type Finder, score } from './names/score.ts'
import { hardSets, ownSets, sharedSet } from './names/sets.ts'

const data = process.env.SYNOPTIC_DATA
const own = [...(await ownSets()), ...(await hardSets(process.argv[2] === 'held' ? 'held' : 'tune'))]
const sets = [...(data === undefined ? [] : [sharedSet(data)]), ...own]

/** Characters of a column. */
const WIDTH = 40

function show(title: string, rows: readonly (readonly [name: string, find: Finder])[]): void {
  console.log(`\n${title}\n${''.padEnd(34)}${sets.map(({ name }) => name.padEnd(WIDTH)).join('')}`)
  for (const [name, find] of rows) {
    const cells = sets.map((set) => {
      const { f1, misspelt, falseRewrites, precision, wordsPerSecond } = score(set, find)
      const shares = [f1.toFixed(3), misspelt.toFixed(3), falseRewrites.toFixed(1), `${(precision * 100).toFixed(1)} %`]
      return [...shares, `${wordsPerSecond.toFixed(0)}/s`].join(' ').padEnd(WIDTH)
    })
    console.log(name.padEnd(34) + cells.join(''))
  }
}

show('F1, F1 of misspelt mentions, false rewrites per 1,000 words, share of rewrites that are right, words a second', [
  ...baselines.map(({ name, measure, least }): [string, Finder] => [
    name,
    (text, _language, glossary) => findByMeasure(text, glossary, measure, least),
  ]),
  ['Synoptic', findMentions],
])

/** Finds with methods of a class replaced by others: what is left when a signal is not there. */
function without<T extends object>(type: { readonly prototype: T }, methods: { readonly [K in keyof T]?: T[K] }): Finder {
  return (text, language, glossary) => {
    const saved = Object.keys(methods).map((name) => [name, Object.getOwnPropertyDescriptor(type.prototype, name)!] as const)
    for (const [name] of saved) Object.defineProperty(type.prototype, name, { configurable: true, value: methods[name as keyof T] })
    try {
      return findMentions(text, language, glossary)
    } finally {
      for (const [name, descriptor] of saved) Object.defineProperty(type.prototype, name, descriptor)
    }
  }
}

show('Without one signal', [
  ['Synoptic', findMentions],
  ['− document context', without(Referents, { isAnchored: () => false, anchor: () => undefined })],
  ['− contradicting neighbours', without(Document, { strangerBefore: () => false, strangerAfter: () => false })],
  ['− strangers remembered', without(Referents, { belongsToStranger: () => false })],
  ['− fathers and sons', without(Document, { generation: () => undefined })],
  ['− given name of a namesake', without(Document, { namesakeAfter: () => false })],
  ['− streets, articles, places', without(Document, { isThing: () => false })],
  ['− words of the language', without(Document, { isCommon: () => false })],
  ['− scripts without capitals', without(Document, { tellsNames: () => true })],
  ['− endings', (text, _language, glossary) => findMentions(text, 'und', glossary)],
])

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
