/**
 * Names at scale: new text, none of it read before, in eight languages, with glossaries of two sizes; time and memory of the index; beside it,
 * in the same run, brute force: every run of capitalized words compared with every name. Plain JavaScript on the compiled library, and processor
 * time, so that a busy machine slows nobody down.
 *
 * SYNOPTIC_DATA=… npm run bench -- names speed [most entries]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Glossary } from '../../dist/glossary/index.js'
import { findMentions } from '../../dist/stages/link/index.js'
import { generatedNames } from './generated.mjs'
import { extractOne } from './osa.mjs'

const languages = ['en', 'de', 'fr', 'pl', 'ru', 'es', 'it', 'tr']
const most = Number(process.argv[2] ?? 1_000_000)
const sizes = [10_000, 1_000_000].filter((size) => size <= most)

/** Lines of a language that are read, those among them that only warm the compiler up, and lines of a text. */
const LINES = 5000
const WARM = 1000
const LINES_OF_TEXT = 30
/** Words that brute force reads: it would take days for all. */
const BRUTE = { 10000: 4000, 1000000: 80 }

const texts = languages.flatMap((language) => {
  const lines = readFileSync(join(process.env.SYNOPTIC_DATA, 'detect-train', `${language}.txt`), 'utf8')
    .split('\n')
    .slice(0, LINES)
  return Array.from({ length: Math.floor(lines.length / LINES_OF_TEXT) }, (_, at) => ({
    language,
    text: lines.slice(at * LINES_OF_TEXT, (at + 1) * LINES_OF_TEXT).join('\n'),
    isWarm: at * LINES_OF_TEXT < WARM,
  }))
})

/** As entries of a glossary. */
function generated(count) {
  const lists = { variants: [], not: [], note: '', forms: {} }
  return generatedNames(count).map((name, at) => ({
    id: String(at).padStart(7, '0'),
    ...name,
    ...lists,
    origin: { file: 'generated.csv', line: at + 2 },
  }))
}

const seconds = (since) => (process.cpuUsage().user - since) / 1e6
const wordsOf = (text) => text.split(/\s+/u).length

/** Bytes in use, tables and objects. */
function held() {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The glossary as a thread has it that did not make it, and what making it took. */
function built(size) {
  const made = new Glossary(generated(size))
  const start = process.cpuUsage().user
  const { shared } = made
  return { glossary: Glossary.over(shared, made.judgements), buildSeconds: seconds(start) }
}

function read(glossary) {
  for (const { text, language, isWarm } of texts) if (isWarm) findMentions(text, language, glossary)
  let words = 0
  let mentions = 0
  const start = process.cpuUsage().user
  for (const { text, language, isWarm } of texts) {
    if (isWarm) continue
    words += wordsOf(text)
    mentions += findMentions(text, language, glossary).length
  }
  return { words, mentions, wordsPerSecond: words / seconds(start) }
}

/** Runs of one to four capitalized words, as far as `words` words go, against all names and family names. */
function bruteForce(glossary, words) {
  const names = [...new Set([...glossary.entries].flatMap(({ canonical, family }) => [canonical, family]))]
  const cold = texts.filter(({ isWarm }) => !isWarm)
  let count = 0
  const start = process.cpuUsage().user
  for (let at = 0; count < words; at = (at + 97) % cold.length) {
    const sample = cold[at].text.split(/\s+/u).slice(0, 40)
    count += sample.length
    for (const run of sample.join(' ').matchAll(/\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){0,3}/gu)) extractOne(run[0], names, 0.7)
  }
  return { words: count, names: names.length, wordsPerSecond: count / seconds(start) }
}

const results = sizes.map((entries) => {
  const empty = held()
  const { glossary, buildSeconds } = built(entries)
  const megabytes = (held() - empty) / 1e6
  const names = read(glossary)
  const brute = bruteForce(glossary, BRUTE[entries])
  const ratio = names.wordsPerSecond / brute.wordsPerSecond
  console.log(
    `${entries.toLocaleString('en')} entries, ${glossary.index.size.toLocaleString('en')} parts: built in ${buildSeconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB; ` +
      `${names.wordsPerSecond.toFixed(0)} new words a second; brute force ${brute.wordsPerSecond.toFixed(0)}: ${ratio.toFixed(0)} times faster`,
  )
  const rounded = (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value.toPrecision(3))]))
  const timed = rounded({
    buildSeconds,
    megabytes,
    wordsPerSecond: names.wordsPerSecond,
    bruteForceWordsPerSecond: brute.wordsPerSecond,
    ratio,
  })
  return { entries, parts: glossary.index.size, words: names.words, mentions: names.mentions, bruteForceWords: brute.words, ...timed }
})
process.send?.({ languages, results })
