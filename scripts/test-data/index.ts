/**
 * The part of the sets under SYNOPTIC_DATA that the quality tests read, so that no floor is skipped: `npx jiti scripts/test-data/index.ts` draws
 * tests/data anew, the same bytes each time. Its README names the sources; what their licences keep from being shared is not among them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import floors from '../../tests/quality/inflection.json' with { type: 'json' }
import { rowsOf, trainingFolder } from '../train-names/files.ts'
import { isHeld } from '../train-names/forms.ts'

/** Lines of FLORES, of which there are 997 a language. */
const EVERY_LINE = 20
/** Documents whose number divides by it; sets that are not named come whole. */
const EVERY_DOCUMENT: Readonly<Record<string, number>> = { 'deplain-web-de-de': 3, 'synth-fi-en': 4, 'synth-zh-en': 4 }
const alignSets = ['parice-en-is', ...Object.keys(EVERY_DOCUMENT)]
/** Rows of a table of forms, about so many at most. */
const FORMS = 600

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('expected SYNOPTIC_DATA to name the folder of the sets')
const target = join(import.meta.dirname, '../../tests/data')

for (const name of readdirSync(target)) if (name !== 'README.md') rmSync(join(target, name), { recursive: true })
for (const folder of ['detect-dev', 'segment-dev', 'names-train/inflection']) mkdirSync(join(target, folder), { recursive: true })

for (const name of readdirSync(join(data, 'detect-dev')).filter((name) => name.endsWith('.txt'))) {
  const lines = readFileSync(join(data, 'detect-dev', name), 'utf8')
    .trimEnd()
    .split('\n')
  writeFileSync(join(target, 'detect-dev', name), `${lines.filter((_, index) => index % EVERY_LINE === 0).join('\n')}\n`)
}

writeFileSync(join(target, 'segment-dev/golden-rules.json'), readFileSync(join(data, 'segment-dev/golden-rules.json')))

for (const set of alignSets) {
  const documents = readdirSync(join(data, 'align-dev', set)).sort()
  for (const [index, document] of documents.entries()) {
    if (index % (EVERY_DOCUMENT[set] ?? 1) !== 0) continue
    const folder = join(target, 'align-dev', set, document)
    mkdirSync(folder, { recursive: true })
    const files = readdirSync(join(data, 'align-dev', set, document)).filter((name) => name.endsWith('.txt'))
    for (const name of files) writeFileSync(join(folder, name), readFileSync(join(data, 'align-dev', set, document, name)))
  }
}

for (const file of Object.keys(floors)) {
  const table = `inflection/${file}.tsv.gz`
  const held = rowsOf(join(trainingFolder(), table)).filter(([, lemma = '']) => isHeld(lemma.toLowerCase()))
  // A name comes with all its forms: which is a woman's is told by her nominative.
  const names = [...new Set(held.map(([, lemma]) => lemma))]
  const step = Math.max(1, Math.ceil(held.length / FORMS))
  const chosen = new Set(names.filter((_, index) => index % step === 0))
  const rows = held.filter(([, lemma]) => chosen.has(lemma)).map((row) => row.join('\t'))
  writeFileSync(join(target, 'names-train', table), gzipSync(`${['form\tlemma\tfeatures\tmore', ...rows].join('\n')}\n`, { level: 9 }))
}
