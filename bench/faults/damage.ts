/** Files of a finished output, damaged one by one: the same command must heal them, or tell. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { synoptic } from '../../tests/cli/synoptic.ts'
import { randomNumbers } from '../random.mjs'
import { differences, openScene, resultsOf } from './scene.ts'

const kinds = ['flipped', 'truncated', 'deleted'] as const
type Kind = (typeof kinds)[number]

export interface DamageResult {
  readonly damages: Readonly<Record<Kind, number>>
  /** Damaged files, by where they lie. */
  readonly places: Readonly<Record<string, number>>
  /** Runs after which the output was right. */
  readonly healed: number
  /** What runs said that ended. */
  readonly told: readonly string[]
  /** What was damaged when a run ended well with a wrong output. */
  readonly wrong: readonly { readonly damaged: readonly string[]; readonly differences: readonly string[] }[]
}

/** @param damages of which `atOnce` come before each run */
export async function damageFiles(damages: number, shards: number, atOnce: number, seed = 1): Promise<DamageResult> {
  await using scene = await openScene(shards, 10)
  const { cwd, env, expected } = scene
  const output = join(cwd, 'undisturbed')
  const random = randomNumbers(seed)
  const counts: Record<Kind, number> = { flipped: 0, truncated: 0, deleted: 0 }
  const places: Record<string, number> = {}
  const wrong: { damaged: string[]; differences: string[] }[] = []
  let healed = 0
  const told: string[] = []
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  for (let done = 0; done < damages; ) {
    const damaged: string[] = []
    for (let more = 0; more < atOnce && done < damages; more += 1, done += 1) {
      const files = await filesToDamage(output)
      // Every place as often as any other, however many files lie there.
      const place = pick([...new Set(files.map(placeOf))])
      const file = pick(files.filter((path) => placeOf(path) === place))
      const kind = pick(kinds)
      await damage(join(output, file), kind, random)
      counts[kind] += 1
      places[place] = (places[place] ?? 0) + 1
      damaged.push(`${file} ${kind}`)
    }
    const { code, stderr } = await synoptic(['run', 'dump.jsonl', '-o', 'undisturbed', '--jobs', '2'], { cwd, env })
    const differing = differences(await resultsOf(output), expected)
    if (code === 0 && differing.length === 0) healed += 1
    else if (code === 2) told.push(stderr.replaceAll(cwd, '').trim().split('\n').at(-1)!)
    else wrong.push({ damaged, differences: differing })
    if (code !== 0 || differing.length > 0) {
      await rm(output, { recursive: true })
      await synoptic(['run', 'dump.jsonl', '-o', 'undisturbed', '--jobs', '2'], { cwd, env })
    }
  }
  return { damages: counts, places, healed, told, wrong }
}

async function filesToDamage(output: string): Promise<string[]> {
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(output, join(entry.parentPath, entry.name)))
  return paths.filter((path) => path.startsWith('.synoptic') || path.startsWith('corpus')).sort()
}

/** Folder and suffix. */
function placeOf(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/'))
  return `${folder}/*${/\.[a-z]+$/u.exec(path)?.[0] ?? ''}`
}

async function damage(path: string, kind: Kind, random: () => number): Promise<void> {
  if (kind === 'deleted') return rm(path)
  const content = await readFile(path)
  const at = Math.floor(random() * content.length)
  if (kind === 'truncated') return truncate(path, at)
  if (content.length > 0) content[at]! ^= 1 << Math.floor(random() * 8)
  await writeFile(path, content)
}
