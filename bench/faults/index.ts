/** What a run survives. The tests do a little of each campaign (tests/cli/faults.test.ts). */
import { damageFiles } from './damage.ts'
import { fuzz } from './fuzz.ts'
import { joinThirdWorker } from './joining.ts'
import { killLocalRuns } from './kills.ts'
import { killWorkers } from './workers.ts'

const campaigns: Record<string, () => Promise<unknown>> = {
  kills: () => killLocalRuns(100, 10),
  workers: () => killWorkers({ kills: 20, redisKills: 1, shards: 200, articles: 60, pause: 2000 }),
  joining: () => joinThirdWorker({ shards: 60, articles: 20, delay: 2000 }),
  damage: () => damageFiles(300, 6, 3),
  fuzz: () => fuzz(Number(process.argv[3] ?? 1_000_000), Number(process.argv[4] ?? 1)),
}

const name = process.argv[2] ?? ''
const campaign = campaigns[name]
if (campaign === undefined) throw new Error(`expected one of ${Object.keys(campaigns).join(', ')}, got '${name}'`)
process.send?.(await campaign())
process.disconnect?.()
