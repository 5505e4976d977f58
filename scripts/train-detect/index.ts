/**
 * Trains models/detect.bin. `npm run train:detect FOLDER`, where FOLDER holds `<tag>.txt`; models/README.md says what text that was.
 */
import { writeFileSync } from 'node:fs'
import { unpackModel } from '../../src/stages/detect/model.ts'
import { calibrate } from './calibrate.ts'
import { countNgrams } from './count.ts'
import { byScript, enriched, holdBack, readCorpus } from './data.ts'
import { descend } from './descend.ts'
import { packModel } from './pack.ts'

/** N-grams kept for each language that shares its script with others. */
const NGRAMS_A_LANGUAGE = 7500

const [folder, target = new URL('../../models/detect.bin', import.meta.url)] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: train-detect FOLDER [MODEL]')

const started = Date.now()
const report = (message: string): void => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${message}`)

const { training, held } = holdBack(readCorpus(folder))
const corpus = enriched(training)
const tags = byScript(training)
const singles = new Map([...tags].filter(([, { length }]) => length === 1).map(([script, [tag]]) => [script, tag!]))
const parts = [...tags]
  .filter(([, { length }]) => length > 1)
  .map(([script, own]) => {
    const weights = countNgrams(corpus, script, own, NGRAMS_A_LANGUAGE * own.length)
    report(`${script}: ${own.length} languages, ${weights.keys.length} n-grams, ${weights.values.length} postings`)
    descend(weights, corpus, report)
    return weights
  })
const uncalibrated = packModel(parts, singles, { scale: 1, power: 0, prior: [], familiar: [], sense: [] })
const calibration = calibrate(unpackModel(uncalibrated), held)
const packed = packModel(parts, singles, calibration)
writeFileSync(target, packed)
report(`${packed.length} bytes`)
