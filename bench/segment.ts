/**
 * Sentence segmentation beside Intl.Segmenter and natural: golden rules of pragmatic_segmenter by language, running text of 59 languages
 * (sentences joined eight at a time: how many joints are found), and megabytes of UTF-8 a second on one core.
 *
 * SYNOPTIC_DATA=… npx jiti bench/segment.ts
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sentenceJoiner } from '../src/language.ts'
import { segmentText } from '../src/stages/segment/index.ts'
import { accuracy, type GoldenCase, type Segmenter } from './segment-score.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('set SYNOPTIC_DATA to the folder that holds segment-dev/ and detect-dev/')

// The whole of natural loads database drivers: only its tokenizer is wanted.
const natural = createRequire(import.meta.url)('natural/lib/natural/tokenizers/sentence_tokenizer.js') as new () => {
  tokenize(text: string): string[]
}
const tokenizer = new natural()

const segmenters: Readonly<Record<string, Segmenter>> = {
  synoptic: segmentText,
  intl: (text, language) => Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), ({ segment }) => segment),
  natural: (text) => (text.trim() === '' ? [] : tokenizer.tokenize(text)),
}
const names = Object.keys(segmenters)

function row(label: string, cells: readonly (string | number)[]): void {
  console.log([label.padEnd(12), ...cells.map((cell) => String(cell).padStart(10))].join(''))
}

const percent = (share: number) => (100 * share).toFixed(1)

const cases = JSON.parse(readFileSync(join(data, 'segment-dev', 'golden-rules.json'), 'utf8')) as GoldenCase[]
console.log('Golden rules, % of cases with every boundary right')
row('', ['cases', ...names])
const groups: readonly (readonly [string, (one: GoldenCase) => boolean])[] = [
  ['all', () => true],
  ['golden en', ({ file, golden }) => file === 'english' && golden],
  ...[...new Set(cases.map(({ lang }) => lang))].sort().map((tag) => [tag, ({ lang }: GoldenCase) => lang === tag] as const),
]
for (const [label, belongs] of groups) {
  const some = cases.filter(belongs)
  row(label, [some.length, ...names.map((name) => percent(accuracy(some, segmenters[name]!)))])
}

const groupSize = 8
const folder = join(data, 'detect-dev')
const languages = readdirSync(folder).map((file) => file.replace('.txt', ''))
const paragraphs = new Map(languages.map((language) => [language, readParagraphs(language)]))

function readParagraphs(language: string): string[][] {
  const lines = readFileSync(join(folder, `${language}.txt`), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return Array.from({ length: Math.ceil(lines.length / groupSize) }, (_, index) => lines.slice(index * groupSize, (index + 1) * groupSize))
}

const joined = (lines: readonly string[], language: string) => lines.join(language === 'th' ? ' ' : sentenceJoiner(language))

/** Characters that are no white space. */
const letters = (text: string) => text.replace(/\s+/g, '').length

/** The share of joints at which a segment ends, and of segments for each sentence given. */
function joints(segmenter: Segmenter, language: string): { found: number; segments: number } {
  let found = 0
  let total = 0
  let segments = 0
  let sentences = 0
  for (const lines of paragraphs.get(language)!) {
    const ends = new Set<number>()
    let end = 0
    for (const segment of segmenter(joined(lines, language), language)) {
      end += letters(segment)
      ends.add(end)
    }
    segments += ends.size
    sentences += lines.length
    let joint = 0
    for (const line of lines.slice(0, -1)) {
      joint += letters(line)
      total += 1
      if (ends.has(joint)) found += 1
    }
  }
  return { found: found / total, segments: segments / sentences }
}

console.log('\nRunning text: % of joints between sentences found (segments for each sentence)')
row('', names)
for (const language of languages) {
  row(
    language,
    names.map((name) => {
      const { found, segments } = joints(segmenters[name]!, language)
      return `${percent(found)} (${segments.toFixed(2)})`.padStart(14)
    }),
  )
}

console.log('\nMB/s of UTF-8, a paragraph at a time, best of 5')
row('', names)
for (const language of ['en', 'de', 'ru', 'ar', 'ja']) {
  const texts = paragraphs.get(language)!.map((lines) => joined(lines, language))
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  row(
    language,
    names.map((name) => {
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 5; round += 1) {
        const started = performance.now()
        for (const text of texts) segmenters[name]!(text, language)
        best = Math.min(best, performance.now() - started)
      }
      return (bytes / 1000 / best).toFixed(1)
    }),
  )
}
