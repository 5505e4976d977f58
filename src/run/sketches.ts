/**
 * Sketches of a shard's articles, beside its lines. Whoever finishes a shard writes them; where they are missing, damaged or of other lines,
 * they are made again.
 *
 * ```
 * <output>/.synoptic/shards/<hash>.sketches   sha256 of the lines<TAB>sha256 of what follows; then for each line: its first byte, its bytes, its sketch
 * ```
 */
import { open, readFile } from 'node:fs/promises'
import type { Aligned } from '../article.ts'
import { formatSketch, NumberRoom, parseSketch, type Sketch, sketch, versionOf } from '../stories/index.ts'
import { writeWhole } from './files.ts'
import { lineAt, type Place, placedLinesOf } from './lines.ts'
import { sha256 } from './plan.ts'
import type { ShardStore } from './store.ts'

/** Where an article's line stands, and its sketch. */
export interface Sketched extends Place {
  readonly sketch: Sketch
}

/** Of a shard that was found finished a moment ago, in the order of its lines; made where they are not there yet. */
export async function sketchesOf(store: ShardStore, hash: string): Promise<Sketched[]> {
  const lines = (await store.vouched(hash))?.lines
  const known = (await readFile(store.sketchesFile(hash), 'utf8').catch(() => '')).trimEnd()
  const [head = '', ...rows] = known.split('\n')
  if (head !== headOf(lines, rows)) return makeSketches(store, hash)
  const room = new NumberRoom()
  return rows.map((row) => {
    const [start, length, text] = row.split('\t') as [string, string, string]
    return { start: Number(start), length: Number(length), sketch: parseSketch(text, room) }
  })
}

/** Sketches the lines of a finished shard, and keeps them. */
async function makeSketches(store: ShardStore, hash: string): Promise<Sketched[]> {
  const made: Sketched[] = []
  for await (const { start, length, line } of placedLinesOf(store.linesFile(hash))) {
    made.push({ start, length, sketch: sketch(versionOf(JSON.parse(line) as Aligned)) })
  }
  const rows = made.map((one) => `${one.start}\t${one.length}\t${formatSketch(one.sketch)}`)
  await writeWhole(store.sketchesFile(hash), [headOf((await store.vouched(hash))?.lines, rows), ...rows])
  return made
}

function headOf(lines: string | undefined, rows: readonly string[]): string {
  return `${lines}\t${sha256(...rows)}`
}

/** The article of a line. */
export async function articleAt(file: string, place: Place): Promise<Aligned> {
  const opened = await open(file)
  try {
    return JSON.parse(await lineAt(opened, place)) as Aligned
  } finally {
    await opened.close()
  }
}
