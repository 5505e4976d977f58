/** Words of two versions put beside each other: versions of which it is known which word comes from where, and how ours and CollateX's are counted. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { segmentText } from '../../src/stages/segment/index.ts'
import { alignVersions } from '../../src/stories/align.ts'
import { alignWords, tokensOf } from '../../src/stories/collate/words.ts'
import type { Version } from '../../src/stories/version.ts'
import { randomNumbers } from '../random.mjs'

const root = join(import.meta.dirname, '../..')
const python = join(root, '.cache/peers/venv/bin/python')

/** A word of the one text and a word of the other, by their numbers. */
export type Together = readonly [a: number, b: number]

/** A text, sentence by sentence, word by word. */
export type Words = readonly (readonly string[])[]

export interface Witnesses {
  readonly a: Words
  readonly b: Words
  /** Which word of `b` was which of `a`, garbled or not. */
  readonly gold: readonly Together[]
}

/** Articles of the sample in English, each with what a careless copyist makes of it; the same every time. */
export function copied(): Witnesses[] {
  const folder = join(root, 'input')
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt') && !/reise|presse|\.de\./u.test(name))
  return files.sort().map((name, at) => careless(wordsOf(readFileSync(join(folder, name), 'utf8')), randomNumbers(at + 1)))
}

function wordsOf(text: string): Words {
  return segmentText(text, 'en').map((sentence) => tokensOf(sentence).map((token) => token.text))
}

/** Of a hundred words four go, four come, ten are misspelt and three change places with their neighbour; of ten sentences one goes, and one moves to the end. */
function careless(a: Words, random: () => number): Witnesses {
  const all = a.flat()
  const pick = () => all[Math.floor(random() * all.length)]!
  let number = 0
  const sentences = a.flatMap((sentence): { text: string; from?: number }[][] => {
    const numbered = sentence.map((text) => ({ text, from: number++ }))
    if (random() < 0.1) return []
    const out: { text: string; from?: number }[] = []
    for (const word of numbered) {
      const dice = random()
      if (dice < 0.04) continue
      if (dice < 0.14) out.push({ ...word, text: misspelt(word.text, random) })
      else if (dice < 0.17) out.splice(Math.max(0, out.length - 1), 0, word)
      else out.push(word)
      if (dice > 0.96) out.push({ text: pick() })
    }
    return out.length === 0 ? [] : [out]
  })
  if (sentences.length > 4) sentences.push(...sentences.splice(Math.floor(random() * (sentences.length - 1)), 1))
  const gold = sentences.flat().flatMap(({ from }, to): Together[] => (from === undefined ? [] : [[from, to]]))
  return { a, b: sentences.map((words) => words.map(({ text }) => text)), gold }
}

function misspelt(word: string, random: () => number): string {
  if (word.length < 4) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
}

export interface Beside {
  readonly pairs: readonly Together[]
  readonly seconds: number
}

/** Sentences aligned, then words in them. */
export function ours({ a, b }: Pick<Witnesses, 'a' | 'b'>): Beside {
  const start = process.cpuUsage()
  const version = (id: string, words: Words): Version => {
    const sentences = words.map((sentence) => sentence.join(' '))
    return { id, language: 'en', title: '', sentences, translations: [], names: [], given: [] }
  }
  const [fromA, fromB] = [a, b].map(beginnings) as [number[], number[]]
  const pairs: Together[] = []
  for (const beside of alignVersions(version('a', a), version('b', b))) {
    // Words by their numbers in the whole text: sentences that are joined need not be neighbours there.
    const numbered = (words: Words, from: readonly number[], sentences: readonly number[]) =>
      sentences.flatMap((sentence) => words[sentence]!.map((text, at) => ({ text, number: from[sentence]! + at })))
    const [left, right] = [numbered(a, fromA, beside.a), numbered(b, fromB, beside.b)]
    const texts = [left, right].map((words) => words.map(({ text }) => text)) as [string[], string[]]
    for (const step of alignWords(...texts)) {
      if (step.kind !== 'same' && step.kind !== 'replaced') continue
      for (let at = 0; at < step.a[1] - step.a[0]; at++) pairs.push([left[step.a[0] + at]!.number, right[step.b[0] + at]!.number])
    }
  }
  const { user, system } = process.cpuUsage(start)
  return { pairs, seconds: (user + system) / 1e6 }
}

function beginnings(words: Words): number[] {
  let number = 0
  return words.map((sentence) => {
    number += sentence.length
    return number - sentence.length
  })
}

export const hasCollatex = existsSync(python) && spawnSync(python, ['-c', 'import collatex']).status === 0

export function collatex(all: readonly Pick<Witnesses, 'a' | 'b'>[]): (Beside & { readonly columns: number })[] {
  const input = JSON.stringify(all.map(({ a, b }) => [a.flat(), b.flat()]))
  const { stdout, stderr, status } = spawnSync(python, [join(root, 'scripts/peers/collate.py')], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(`CollateX: ${stderr}`)
  return JSON.parse(stdout)
}

/** Pairs of words that were found, against those that are right. */
export function scored(results: readonly (readonly [found: Beside, gold: readonly Together[]])[]) {
  let [right, found, wanted, seconds] = [0, 0, 0, 0]
  for (const [beside, gold] of results) {
    const known = new Set(gold.map((pair) => pair.join(' ')))
    right += beside.pairs.filter((pair) => known.has(pair.join(' '))).length
    found += beside.pairs.length
    wanted += gold.length
    seconds += beside.seconds
  }
  const rounded = (value: number) => Number(value.toFixed(4))
  const [precision, recall] = [right / found, right / wanted]
  return {
    ...{ precision: rounded(precision), recall: rounded(recall), f1: rounded((2 * precision * recall) / (precision + recall)) },
    cpuSeconds: Number(seconds.toFixed(3)),
  }
}
