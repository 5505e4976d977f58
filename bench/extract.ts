/**
 * Main-content extraction on the development part of article-extraction-benchmark, with that benchmark's own measure:
 * precision and recall of 4-word shingles, averaged over pages.
 *
 * SYNOPTIC_DATA=… npx jiti bench/extract.ts [--pages]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { clean } from '../src/stages/clean/index.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('set SYNOPTIC_DATA to the folder that holds extract-dev/')
const folder = join(data, 'extract-dev')
const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, { articleBody: string }>

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let start = 0; start === 0 || start + 4 <= words.length; start += 1) {
    const shingle = words.slice(start, start + 4).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function score(expected: string, actual: string): { precision: number; recall: number } {
  const [want, have] = [shingles(expected), shingles(actual)]
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)
  const common = [...want].reduce((total, [shingle, count]) => total + Math.min(count, have.get(shingle) ?? 0), 0)
  const ratio = (whole: number) => (whole === 0 ? Number(want.size === have.size) : common / whole)
  return { precision: ratio(sum(have)), recall: ratio(sum(want)) }
}

const rows: { name: string; precision: number; recall: number; milliseconds: number }[] = []
for (const file of readdirSync(join(folder, 'html')).sort()) {
  const name = file.split('.')[0] ?? ''
  const body = gunzipSync(readFileSync(join(folder, 'html', file))).toString('utf8')
  const started = performance.now()
  const article = {
    id: name,
    origin: { file, line: 1 },
    title: '',
    body,
    format: 'html' as const,
    metadata: {},
    versions: [],
    warnings: [],
  }
  const { text } = await clean().run(article, { signal: new AbortController().signal, warn: () => {} })
  rows.push({ name, ...score(gold[name]?.articleBody ?? '', text), milliseconds: performance.now() - started })
}
const mean = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0) / rows.length
const [precision, recall] = [mean((row) => row.precision), mean((row) => row.recall)]
if (process.argv.includes('--pages')) {
  for (const row of rows.toSorted((a, b) => a.precision + a.recall - b.precision - b.recall))
    console.log(`${row.precision.toFixed(3)} ${row.recall.toFixed(3)} ${row.milliseconds.toFixed(0).padStart(5)} ms  ${row.name}`)
}
const f1 = (2 * precision * recall) / (precision + recall)
console.log(
  `F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  ${(1000 / mean((row) => row.milliseconds)).toFixed(1)} pages/s`,
)
