/**
 * Alignment quality and speed on the sets under SYNOPTIC_DATA: strict and lax precision, recall and F1 with no translation, one,
 * all of them, the reverse one, both; and for each kind of evidence what is lost without it.
 *
 * SYNOPTIC_DATA=… npx jiti bench/align.ts
 */

import { FEATURES } from '../src/stages/align/evidence.ts'
import { alignSegments } from '../src/stages/align/index.ts'
import { translated, untranslated } from '../src/stages/align/weights.ts'
import { type AlignedSet, loadSets, type Pair, score, settings } from './align-data.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder that holds align-dev/')
const sets = loadSets(data)

console.log('set                 setting  strict P    R    F1    lax P    R    F1   lines/s')
for (const set of sets) {
  for (const [setting, { results, seconds, lines }] of Object.entries(run(set))) {
    const { strict, lax } = score(results, set.pairsOnly)
    const figures = [strict, lax]
      .map(({ precision, recall, f1 }) => [precision, recall, f1].map((value) => value.toFixed(3)).join(' '))
      .join('   ')
    console.log(set.name.padEnd(20), setting.padEnd(8), figures, (lines / seconds).toFixed(0).padStart(8))
  }
}

console.log('\nwithout                         mean strict F1: no translation, one or more')
ablate('(nothing left out)', [])
for (const group of ['similarity', 'length', 'line', 'quality'])
  ablate(
    group,
    FEATURES.filter((feature) => feature.includes(group)),
  )

function run(set: AlignedSet) {
  const runs: Record<string, { results: [readonly Pair[], readonly Pair[]][]; seconds: number; lines: number }> = {}
  for (const document of set.documents) {
    for (const [setting, options] of Object.entries(settings(document))) {
      runs[setting] ??= { results: [], seconds: 0, lines: 0 }
      const started = performance.now()
      const found = alignSegments(document.source, document.target, options)
      runs[setting].seconds += (performance.now() - started) / 1000
      runs[setting].lines += document.source.length + document.target.length
      runs[setting].results.push([document.gold, found.map(({ source, target }): Pair => [source, target])])
    }
  }
  return runs
}

/** Sets the weights to 0 for a moment; the others are not learned again, so this shows how much the model leans on them. */
function ablate(name: string, features: readonly string[]): void {
  const saved = [translated.slice(), untranslated.slice()]
  for (const [index, feature] of FEATURES.entries()) {
    if (features.includes(feature)) for (const weights of [translated, untranslated]) weights[index] = 0
  }
  const figures: { none: number[]; some: number[] } = { none: [], some: [] }
  for (const set of sets) {
    for (const [setting, { results }] of Object.entries(run(set)))
      figures[setting === 'none' ? 'none' : 'some'].push(score(results, set.pairsOnly).strict.f1)
  }
  translated.set(saved[0]!)
  untranslated.set(saved[1]!)
  const mean = (values: number[]) => (values.reduce((total, value) => total + value, 0) / (values.length || 1)).toFixed(3)
  console.log(name.padEnd(32), mean(figures.none), mean(figures.some))
}
