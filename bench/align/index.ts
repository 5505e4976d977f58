/**
 * Alignment quality on the sets under SYNOPTIC_DATA: strict and lax F1 with no translation, one, all of them, the reverse one, both; how far the
 * scores are from the share of right pairs; processor time; hunalign's beside it, where scripts/peers has installed it; and documents with blocks in
 * another order, looked for and not. `--hard` does the same with documents made hard, with what translation there is
 * first; `--ablate` tells what is lost without each kind of evidence.
 *
 * SYNOPTIC_DATA=… npm run bench -- align [--hard] [--ablate] [SET…]
 */

import { FEATURES } from '../../src/stages/align/evidence.ts'
import { alignSegments } from '../../src/stages/align/index.ts'
import { translated, untranslated } from '../../src/stages/align/weights.ts'
import { type AlignedDocument, type AlignedSet, calibrationError, loadSets, type Pair, score, settings } from './data.ts'
import { hardened, hardships } from './hard.ts'
import { withMovedBlocks } from './moved.ts'
import { hasHunalign, hunalign } from './peers.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder that holds align-dev/')
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const sets = loadSets(data).filter(({ name }) => named.length === 0 || named.includes(name))

const results: Record<string, object> = {}
console.log('set                                        strict P    R    F1    lax F1   calibration error   CPU s')
for (const set of sets) await tell(set, settings, hasHunalign)
// With the first translation, where there is one: without any, blocks out of order are not looked for.
const first = (document: AlignedDocument) => Object.fromEntries(Object.entries(settings(document)).slice(0, 2).slice(-1))
for (const set of sets) {
  const shuffled = withMovedBlocks(set)
  await tell(shuffled, first)
  await tell({ ...shuffled, name: `${shuffled.name}, in order` }, (document) =>
    Object.fromEntries(Object.entries(first(document)).map(([setting, options]) => [setting, { ...options, inOrder: true }])),
  )
}
if (process.argv.includes('--hard')) {
  for (const set of sets) for (const hardship of hardships) await tell(hardened(set, hardship), first)
}
process.send?.({ sets: results })
if (process.argv.includes('--ablate')) {
  console.log('\nwithout                         mean strict F1: no translation, one or more')
  ablate('(nothing left out)', [])
  for (const group of ['similarity', 'length', 'line', 'quality']) {
    ablate(
      group,
      FEATURES.filter((feature) => feature.includes(group)),
    )
  }
}

async function tell(set: AlignedSet, settingsOf: typeof settings, besidePeers = false): Promise<void> {
  for (const [setting, { results: pairs, seconds, chances }] of Object.entries(run(set, settingsOf))) {
    const { strict, lax } = score(pairs, set.pairsOnly)
    const title = `${set.name}, translations: ${setting}`
    results[title] = {
      strict: rounded(strict.f1),
      lax: rounded(lax.f1),
      calibrationError: rounded(calibrationError(chances)),
      cpuSeconds: Number(seconds.toFixed(1)),
      ...(besidePeers && ['none', 'one'].includes(setting) && (await peersOf(set, setting))),
    }
    const figures = [strict.precision, strict.recall, strict.f1, lax.f1, calibrationError(chances)].map((value) => value.toFixed(3))
    console.log(title.padEnd(44), figures.join('  '), seconds.toFixed(1).padStart(8))
  }
}

/** What hunalign makes of the same documents, with the same translation; it can use one. */
async function peersOf(set: AlignedSet, setting: string): Promise<Record<string, number>> {
  const started = process.cpuUsage()
  const pairs: [readonly Pair[], readonly Pair[]][] = []
  for (const { gold, pivots, source, target } of set.documents)
    pairs.push([gold, await hunalign(setting === 'one' ? pivots[0]! : source, target)])
  const { user, system } = process.cpuUsage(started)
  const { strict, lax } = score(pairs, set.pairsOnly)
  return {
    hunalignStrict: rounded(strict.f1),
    hunalignLax: rounded(lax.f1),
    hunalignCpuSeconds: Number(((user + system) / 1e6).toFixed(1)),
  }
}

interface Run {
  readonly results: [readonly Pair[], readonly Pair[]][]
  /** Of each pair found its score, and whether it is right. */
  readonly chances: [chance: number, isRight: boolean][]
  seconds: number
}

function run(set: AlignedSet, settingsOf: typeof settings): Record<string, Run> {
  const runs: Record<string, Run> = {}
  for (const document of set.documents) {
    const gold = new Set(document.gold.map((pair) => JSON.stringify(pair)))
    for (const [setting, options] of Object.entries(settingsOf(document))) {
      runs[setting] ??= { results: [], chances: [], seconds: 0 }
      const started = process.cpuUsage()
      const found = alignSegments(document.source, document.target, options)
      const { user, system } = process.cpuUsage(started)
      runs[setting].seconds += (user + system) / 1e6
      runs[setting].results.push([document.gold, found.map(({ source, target }): Pair => [source, target])])
      for (const { source, target, score } of found) {
        if (source.length > 0 && target.length > 0) runs[setting].chances.push([score, gold.has(JSON.stringify([source, target]))])
      }
    }
  }
  return runs
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}

/** Sets the weights to 0 for a moment; the others are not learned again, so this shows how much the model leans on them. */
function ablate(name: string, features: readonly string[]): void {
  const saved = [translated.slice(), untranslated.slice()]
  for (const [index, feature] of FEATURES.entries()) {
    if (features.includes(feature)) for (const weights of [translated, untranslated]) weights[index] = 0
  }
  const figures: { none: number[]; some: number[] } = { none: [], some: [] }
  for (const set of sets) {
    for (const [setting, { results }] of Object.entries(run(set, settings)))
      figures[setting === 'none' ? 'none' : 'some'].push(score(results, set.pairsOnly).strict.f1)
  }
  translated.set(saved[0]!)
  untranslated.set(saved[1]!)
  const mean = (values: number[]) => (values.reduce((total, value) => total + value, 0) / (values.length || 1)).toFixed(3)
  console.log(name.padEnd(32), mean(figures.none), mean(figures.some))
}
