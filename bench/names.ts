/**
 * How well names are found, on sets whose mentions are known: F1 of all mentions and of misspelt ones alone (exact span, right entry), false
 * rewrites per 1,000 words, words a second; beside what is commonly done, and with one signal at a time left out.
 *
 * [SYNOPTIC_DATA=…] npx jiti bench/names.ts
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Glossary } from '../src/glossary/index.ts'
import { Bearers } from '../src/stages/link/bearers.ts'
import { Document } from '../src/stages/link/context.ts'
import { findMentions } from '../src/stages/link/index.ts'
import { baselines, findByMeasure } from './names/baselines.ts'
import { type Finder, score } from './names/score.ts'
import { ownSets, sharedSet } from './names/sets.ts'

const data = process.env.SYNOPTIC_DATA
const own = await ownSets()
const sets = [...(data === undefined ? [] : [sharedSet(data)]), ...own]

function show(title: string, rows: readonly (readonly [name: string, find: Finder])[]): void {
  console.log(`\n${title}\n${''.padEnd(34)}${sets.map(({ name }) => name.padEnd(30)).join('')}`)
  for (const [name, find] of rows) {
    const cells = sets.map((set) => {
      const { f1, misspelt, falseRewrites, precision } = score(set, find)
      return [f1.toFixed(3), misspelt.toFixed(3), falseRewrites.toFixed(1), `${(precision * 100).toFixed(1)} %`].join(' ').padEnd(30)
    })
    console.log(name.padEnd(34) + cells.join(''))
  }
}

show('F1, F1 of misspelt mentions, false rewrites per 1,000 words, share of rewrites that are right', [
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
  ['− document context', without(Bearers, { isAnchored: () => false, anchor: () => undefined })],
  ['− contradicting neighbours', without(Document, { strangerBefore: () => false, strangerAfter: () => false })],
  ['− strangers remembered', without(Bearers, { belongsToStranger: () => false })],
  ['− streets, articles, places', without(Document, { isThing: () => false })],
  ['− words of the language', without(Document, { isCommon: () => false })],
  ['− endings', (text, _language, glossary) => findMentions(text, 'und', glossary)],
])

/** Names that look like names, the same in every run. */
function generated(count: number): Glossary {
  let state = 12345
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const starts = 'b br c ch d dr f g gr h j k kl kr l m n p r s sch sh st t tr v w z'.split(' ')
  const middles = 'a e i o u au ei ie ou y'.split(' ')
  const ends = ' n r s t l m k rt nd ng ck'.split(' ')
  const name = (syllables: number) => {
    let word = ''
    for (let at = 0; at < syllables; at++) word += pick(starts) + pick(middles) + pick(ends)
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const givens = Array.from({ length: 3000 }, () => name(2))
  const families = Array.from({ length: Math.max(2000, count / 3) }, () => name(2) + pick(['', 'er', 'ski', 'ov']))
  return new Glossary(
    Array.from({ length: count }, (_, at) => {
      const [given, family] = [pick(givens), pick(families)]
      const origin = { file: 'generated.csv', line: at + 2 }
      return {
        id: String(at).padStart(7, '0'),
        canonical: `${given} ${family}`,
        kind: 'person',
        given,
        family,
        variants: [],
        not: [],
        note: '',
        forms: {},
        origin,
      }
    }),
  )
}

/** Newspaper articles of the data folder. */
function articles(folder: string): string[] {
  const gold = JSON.parse(readFileSync(join(folder, 'extract-dev', 'gold.json'), 'utf8')) as Record<string, { articleBody: string }>
  return Object.values(gold).map(({ articleBody }) => articleBody)
}

/** The articles with five names of the glossary in each. */
function withNames(texts: readonly string[], { entries }: Glossary): string[] {
  return texts.map((text, at) => {
    const names = Array.from({ length: 5 }, (_, index) => entries[((at * 5 + index) * 7919) % entries.length]!.canonical)
    return `${text} ${names.map((name) => `${name} came.`).join(' ')}`
  })
}

if (data !== undefined) {
  console.log(
    '\nSpeed: build of the index, memory of its tables, words a second (processor time) the first and the second time the same text is read',
  )
  for (const count of [100, 1000, 10_000, 100_000, 1_000_000]) {
    const glossary = generated(count)
    const before = process.memoryUsage()
    const started = process.cpuUsage()
    const { index } = glossary
    const built = process.cpuUsage(started).user / 1e6
    const after = process.memoryUsage()
    const megabytes = (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 1e6
    const texts = withNames(articles(data), glossary)
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0)
    const rates = [0, 1].map(() => {
      const start = process.cpuUsage()
      for (const text of texts) findMentions(text, 'en', glossary)
      return words / (process.cpuUsage(start).user / 1e6)
    })
    console.log(
      `${String(count).padStart(9)} entries  ${String(index.parts.length).padStart(7)} parts  ${built.toFixed(1)} s  ${megabytes.toFixed(0)} MB  ${rates.map((rate) => rate.toFixed(0)).join('  ')}`,
    )
  }
  ordinary(data)
}

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
