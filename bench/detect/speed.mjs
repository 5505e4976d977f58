/**
 * Characters a second, load time and memory of detection as it ships, beside franc, and eld and cld3-asm when SYNOPTIC_RIVALS names a folder
 * where `npm install eld@2 cld3-asm@4` was run. Plain JavaScript on the compiled library: run through jiti, ours is three times slower.
 *
 * npm run build && SYNOPTIC_DATA=… node bench/detect/speed.mjs
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { francAll } from 'franc'

const folder = join(process.env.SYNOPTIC_DATA, 'detect-dev')
const sentences = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).slice(0, 200))
const paragraphs = Array.from({ length: Math.floor(sentences.length / 5) }, (_, index) =>
  sentences.slice(5 * index, 5 * index + 5).join(' '),
)

const memory = process.memoryUsage().rss
const started = performance.now()
const { defaultDetector } = await import('../../dist/stages/detect/index.js')
const detector = defaultDetector()
detector.detect('The first call reads the model.')
const loaded = performance.now() - started
const grown = (process.memoryUsage().rss - memory) / 1e6
console.log(`synoptic: import and model ${loaded.toFixed(0)} ms, ${grown.toFixed(0)} MB of memory`)

const detectors = { synoptic: (text) => detector.detect(text), franc: (text) => francAll(text) }
const rivals = process.env.SYNOPTIC_RIVALS
if (rivals !== undefined) {
  const { eld } = await import(pathToFileURL(join(rivals, 'node_modules/eld/src/entries/static.large.js')).href)
  const identifier = (await createRequire(join(rivals, 'package.json'))('cld3-asm').loadModule()).create(0, 2000)
  detectors.eld = (text) => eld.detect(text)
  detectors['cld3-asm'] = (text) => identifier.findLanguage(text)
}

for (const [name, detect] of Object.entries(detectors)) {
  const speeds = [paragraphs, sentences].map((texts) => Math.max(...Array.from({ length: 3 }, () => speed(detect, texts))))
  console.log(`${name}: ${speeds.map((value) => value.toFixed(2)).join(' and ')} Mchar/s on paragraphs and sentences`)
}

/** Millions of characters a second of processor time, so that a busy machine does not slow anybody down. */
function speed(detect, texts) {
  const before = process.cpuUsage()
  for (const text of texts) detect(text)
  const { user, system } = process.cpuUsage(before)
  return texts.reduce((sum, { length }) => sum + length, 0) / (user + system)
}
