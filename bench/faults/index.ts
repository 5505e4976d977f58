/**
 * What a run survives: `npx jiti bench/faults/index.ts kills|workers|damage`, after `npm run build`. The last results are in bench/results; the
 * tests do a little of each (tests/cli/faults.test.ts).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { damageFiles } from './damage.ts'
import { killLocalRuns } from './kills.ts'
import { killWorkers } from './workers.ts'

const campaigns: Record<string, () => Promise<unknown>> = {
  kills: () => killLocalRuns(100, 30),
  workers: () => killWorkers({ kills: 20, redisKills: 1, shards: 200, articles: 20, pause: 6000 }),
  damage: () => damageFiles(300, 6, 3),
}

const name = process.argv[2] ?? ''
const campaign = campaigns[name]
if (campaign === undefined) throw new Error(`expected one of ${Object.keys(campaigns).join(', ')}, got '${name}'`)
const result = await campaign()
const file = join(import.meta.dirname, '..', 'results', `faults-${name}.json`)
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
process.stdout.write(`${JSON.stringify(result)}\n`)
