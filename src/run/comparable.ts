import type { Config } from '../config.ts'
import { engineSettings, enginesOf } from '../engines/index.ts'
import { UsageError } from '../errors.ts'
import type { Part } from './manifest.ts'

/** Before a run begins, so that nobody waits for what will not come. @throws UsageError when there is nothing to compare */
export function checkComparable(config: Config, part: Part | undefined): void {
  if (part !== undefined) throw new UsageError('--compare needs the whole corpus: leave it out with --shard')
  const names = enginesOf(engineSettings(config))
  if (names.length > 1) return
  const got = names.length === 0 ? 'none' : names.join(' ')
  throw new UsageError(`--compare sets engines side by side: expected two or more, as in --engine libretranslate apertium, got ${got}`)
}
