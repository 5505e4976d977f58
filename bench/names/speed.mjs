/**
 * Names at scale: time and memory of an index, words a second in newspaper articles, and how both grow with the glossary; growth.svg draws it.
 * Plain JavaScript on the compiled library, with processor time, so that a busy machine slows nobody down.
 *
 * npm run build && SYNOPTIC_DATA=… node --expose-gc bench/names/speed.mjs [most entries]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Glossary } from '../../dist/glossary/index.js'
import { findMentions } from '../../dist/stages/link/index.js'

const gold = JSON.parse(readFileSync(join(process.env.SYNOPTIC_DATA, 'extract-dev', 'gold.json'), 'utf8'))
const articles = Object.values(gold).map(({ articleBody }) => articleBody)
const most = Number(process.argv[2] ?? 1_000_000)
const sizes = [100, 1000, 10_000, 100_000, 1_000_000].filter((size) => size <= most)

/** Names that look like names, the same in every run. */
function generated(count) {
  let state = 12345
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = (list) => list[Math.floor(random() * list.length)]
  const starts = 'b br c ch d dr f g gr h j k kl kr l m n p r s sch sh st t tr v w z'.split(' ')
  const middles = 'a e i o u au ei ie ou y'.split(' ')
  const ends = ' n r s t l m k rt nd ng ck'.split(' ')
  const name = () => {
    const word = pick(starts) + pick(middles) + pick(ends) + pick(starts) + pick(middles) + pick(ends)
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const givens = Array.from({ length: 3000 }, name)
  const families = Array.from({ length: Math.max(2000, count / 3) }, () => name() + pick(['', 'er', 'ski', 'ov']))
  return new Glossary(
    Array.from({ length: count }, (_, at) => {
      const [given, family] = [pick(givens), pick(families)]
      const origin = { file: 'generated.csv', line: at + 2 }
      const lists = { variants: [], not: [], note: '', forms: {} }
      return { id: String(at).padStart(7, '0'), canonical: `${given} ${family}`, kind: 'person', given, family, ...lists, origin }
    }),
  )
}

/** The articles with five names of the glossary in each. */
function withNames({ entries }) {
  return articles.map((text, at) => {
    const names = Array.from({ length: 5 }, (_, index) => entries[((at * 5 + index) * 7919) % entries.length].canonical)
    return `${text} ${names.map((name) => `${name} came.`).join(' ')}`
  })
}

const seconds = (since) => (process.cpuUsage().user - since) / 1e6

/** Bytes in use, tables and objects. */
function held() {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const rows = sizes.map((size) => {
  globalThis.gc?.()
  const empty = held()
  const glossary = generated(size)
  const started = process.cpuUsage().user
  const { length } = glossary.index.parts
  const built = seconds(started)
  globalThis.gc?.()
  const megabytes = (held() - empty) / 1e6
  const texts = withNames(glossary)
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0)
  const rates = Array.from({ length: 4 }, () => {
    const start = process.cpuUsage().user
    for (const text of texts) findMentions(text, 'en', glossary)
    return words / seconds(start)
  })
  const [first] = rates
  const again = Math.max(...rates.slice(1))
  console.log(
    `${String(size).padStart(9)} entries, ${String(length).padStart(7)} parts: built in ${built.toFixed(1)} s, ${megabytes.toFixed(0)} MB with its entries; ${first.toFixed(0)} words/s read first, ${again.toFixed(0)} read again`,
  )
  return { size, first, again }
})
writeFileSync(join(import.meta.dirname, 'growth.svg'), diagram(rows))

/** Microseconds a word over entries, both logarithmic; a line that grows as the entries do is drawn dashed. */
function diagram(rows) {
  const [width, height, margin] = [360, 260, 52]
  const costs = rows.flatMap(({ first, again }) => [1e6 / first, 1e6 / again])
  const low = 10 ** Math.floor(Math.log10(Math.min(...costs)))
  const high = 10 ** Math.ceil(Math.log10(Math.max(...costs)))
  const x = (size) => (margin + (width * Math.log10(size / sizes[0])) / Math.log10(sizes.at(-1) / sizes[0] || 10)).toFixed(1)
  const y = (cost) => (margin / 2 + height - (height * Math.log10(cost / low)) / Math.log10(high / low)).toFixed(1)
  const path = (points) => points.map(([size, cost]) => `${x(size)} ${y(cost)}`).join('L')
  const line = (name, colour, rate, at) => {
    const points = rows.map((row) => [row.size, 1e6 / row[rate]])
    return `<path d="M${path(points)}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${margin + 8}" y="${margin / 2 + 16 + 18 * at}" fill="${colour}">${name}</text>`
  }
  const decades = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, at) => low * 10 ** at)
  const start = 1e6 / rows[0].again
  const end = Math.min(sizes.at(-1), (sizes[0] * high) / start)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 1.8 * margin}" height="${height + 1.6 * margin}" font-family="sans-serif" font-size="12">
<title>Cost of a word over entries of the glossary</title>
<rect width="100%" height="100%" fill="white"/>
${decades.map((cost) => `<path d="M${x(sizes[0])} ${y(cost)}H${x(sizes.at(-1))}" stroke="#ddd"/><text x="${margin - 6}" y="${y(cost)}" text-anchor="end">${cost}</text>`).join('\n')}
${sizes.map((size) => `<text x="${x(size)}" y="${height + margin / 2 + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`).join('\n')}
<path d="M${path([
    [sizes[0], start],
    [end, (start * end) / sizes[0]],
  ])}" stroke="#888" stroke-dasharray="4"/>
${line('words read for the first time', '#c8553d', 'first', 0)}
${line('words read again', '#1b6ca8', 'again', 1)}
<text x="${margin + width / 2}" y="${height + margin / 2 + 38}" text-anchor="middle">entries (dashed: as fast as they grow)</text>
<text transform="translate(12 ${height / 2 + margin / 2}) rotate(-90)" text-anchor="middle">microseconds a word</text>
</svg>
`
}
