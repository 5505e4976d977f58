/**
 * Learns what other scripts make of Latin letters, and writes models/names/spelling/<script>.tsv: the same data, the same bytes.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/costs/index.ts [FOLDER [SCRIPT…]]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learn, table } from './learn.ts'
import { isHeld, readPairs } from './pairs.ts'

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder with names-train/')
const [folder = join(import.meta.dirname, '../../../models/names/spelling'), ...wanted] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
/** From fewer pairs too little is learned: such scripts keep the sounds of their romanization. */
const LEAST_PAIRS = 1000

for (const [script, pairs] of readPairs(join(data, 'names-train'))) {
  if (pairs.length < LEAST_PAIRS || (wanted.length > 0 && !wanted.includes(script))) continue
  const costs = learn(
    script,
    pairs.filter(({ source }) => !isHeld(source)),
  )
  writeFileSync(join(folder, `${script}.tsv`), table(costs))
  console.log(`${script}: ${costs.length} rows`)
}
