/** One run at a time in an output folder. */
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'

/**
 * Takes the folder's lock; a lock left behind by a killed process is taken over.
 * @throws UsageError when another process that is alive holds it.
 */
export async function lock(output: string): Promise<AsyncDisposable> {
  const folder = join(output, '.synoptic')
  const path = join(folder, 'lock')
  await mkdir(folder, { recursive: true })
  for (;;) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) }
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isAlive(holder)) {
      throw new UsageError(`${output}: process ${holder} is running in this folder; wait for it, or choose another folder with -o`)
    }
    await rm(path, { force: true })
  }
}

function isAlive(pid: number): boolean {
  // A process of ours that takes its own lock twice is a mistake too, but pid 0 would signal the whole group.
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
