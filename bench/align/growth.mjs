/**
 * Processor time and memory of aligning long texts with the compiled library: a third of the lines fall in two, some are missing, and a third of
 * the words of the machine translation are wrong. Each length in a process of its own.
 *
 * npm run build && npm run bench -- 'align growth' [LINES…]
 */

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { alignSegments } from '../../dist/index.js'
import { randomNumbers } from '../random.mjs'

const [first, ...others] = process.argv.slice(2)
if (first === 'one') console.log(JSON.stringify(measure(Number(others[0]))))
else {
  const lengths = first === undefined ? [1000, 5000, 30_000, 100_000] : [first, ...others].map(Number)
  const results = lengths.map((lines) => {
    const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'one', `${lines}`], { encoding: 'utf8' })
    console.log(out.trimEnd())
    return JSON.parse(out)
  })
  process.send?.({ results })
}

function measure(lines) {
  const random = randomNumbers(lines)
  // Words as frequent as those of a language: the nth 1/n as frequent as the first (Zipf).
  const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + Math.floor(4 * random()) }, () => syllables[Math.floor(random() * syllables.length)]).join(''),
  )
  const pick = () => words[Math.floor(words.length ** random()) - 1]
  const source = []
  const target = []
  const pivot = []
  for (let at = 0; at < lines; at++) {
    const said = Array.from({ length: 6 + Math.floor(24 * random()) }, pick)
    source.push(said.map((word) => [...word].reverse().join('')).join(' '))
    pivot.push(said.map((word) => (random() < 0.35 ? pick() : word)).join(' '))
    if (random() < 0.03) continue
    const parts = random() < 0.37 ? Math.ceil(said.length / 2) : said.length
    for (let from = 0; from < said.length; from += parts) target.push(said.slice(from, from + parts).join(' '))
  }
  const before = process.cpuUsage()
  const found = alignSegments(source, target, { from: 'de', to: 'en', pivots: [pivot] })
  const { user, system } = process.cpuUsage(before)
  return {
    source: source.length,
    target: target.length,
    pairs: found.filter(({ score }) => score > 0).length,
    cpuSeconds: Number(((user + system) / 1e6).toFixed(1)),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}
