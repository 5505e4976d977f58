import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Story, storySchema } from '../story.ts'
import { fileName } from './file.ts'
import { formatJson } from './json.ts'
import type { Sink } from './sink.ts'

/** stories/<id>.json, and <id>.csv: a row for each row of the story, a column for each version. */
export function storiesSink(folder: string): Sink<Story> {
  return {
    async write(story) {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, fileName(`${story.id}.json`)), `${formatJson(storySchema.parse(story))}\n`)
      await writeFile(join(folder, fileName(`${story.id}.csv`)), tableOf(story))
    },
    async close() {
      await mkdir(folder, { recursive: true })
    },
  }
}

function tableOf({ versions, rows }: Story): string {
  const head = ['row', ...versions.map(({ id, language }) => `${id} (${language})`)]
  return [head, ...rows.map(({ cells }, at) => [String(at), ...cells.map(({ text }) => text)])].map(line).join('')
}

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front, as in our other tables. */
function line(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@＝＋－＠\t\r]/u.test(cell) ? `'${cell}` : cell))
  return `${safe.map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
