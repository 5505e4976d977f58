/** What was not read, on record: skipped.jsonl, a line a file and reason. */
import { copyFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Skipped } from '../read/index.ts'
import { TextFile } from '../write/file.ts'

export const SKIPPED = 'skipped.jsonl'

export class SkipLog {
  readonly #file: TextFile
  #written: Promise<void> = Promise.resolve()

  constructor(output: string) {
    this.#file = new TextFile(join(output, SKIPPED))
  }

  add({ file, reason, count }: Skipped): void {
    const line = `${JSON.stringify({ file, reason, count })}\n`
    this.#written = this.#written.then(() => this.#file.write(line))
    // A write that fails is told by `close`.
    this.#written.catch(() => {})
  }

  async close(): Promise<void> {
    await this.#written
    await this.#file.close()
  }
}

/** What is on record as not read. */
export async function readSkipped(output: string): Promise<readonly Skipped[]> {
  const text = await readFile(join(output, SKIPPED), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Skipped]))
}

/** Every part of a run reads the whole input: what one skipped, all did. */
export async function takeOverSkipped(part: string, output: string): Promise<void> {
  const file = join(output, SKIPPED)
  await copyFile(join(part, SKIPPED), file).catch(() => rm(file, { force: true }))
}
