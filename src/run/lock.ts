/** One run at a time in an output folder. */
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from '../errors.ts'
import { makeFolder } from './files.ts'

/** Milliseconds between two signs of life. */
const BEAT = 10_000
/** Milliseconds without one after which a lock of another host counts as left behind: some beats may be late on a shared folder. */
const SILENT = 6 * BEAT

/** Who holds the lock: the lock file's content, as JSON. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, as its system tells it: a later process of the same number is another one. */
  readonly started: string
}

/**
 * Takes the folder's lock. One that a killed process left behind is taken over, and `notice` is told.
 * @throws UsageError when another process that is alive holds it, here or on another host that sees the folder
 */
export async function lock(output: string, notice: (message: string) => void = () => {}): Promise<AsyncDisposable> {
  const folder = join(output, '.synoptic')
  const path = join(folder, 'lock')
  await makeFolder(folder)
  for (;;) {
    if (await take(path)) return keep(path)
    const text = await readFile(path, 'utf8').catch(() => '')
    const holder = holderIn(text)
    if (holder === undefined && (await millisecondsSilent(path)) < BEAT / 10) {
      // Taken this moment, by a process that has not written its name yet.
      await pause(BEAT / 100)
      continue
    }
    if (holder !== undefined && (await isAlive(holder, path))) {
      const place = holder.host === hostname() ? '' : ` on ${holder.host}`
      throw new UsageError(
        `${output}: process ${holder.pid}${place} is running in this folder; wait for it, or choose another folder with -o`,
      )
    }
    if (await takeAway(path, text))
      notice(`${path}: left behind by ${holder === undefined ? 'a killed run' : `process ${holder.pid}`}; taken over`)
  }
}

/** Whether a process that is alive holds the folder's lock. */
export async function isLocked(output: string): Promise<boolean> {
  const path = join(output, '.synoptic', 'lock')
  const holder = holderIn(await readFile(path, 'utf8').catch(() => ''))
  return holder !== undefined && (await isAlive(holder, path))
}

/** @returns whether the lock was free */
async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    const self: Holder = { pid: process.pid, host: hostname(), started: await startOf(process.pid) }
    await file.writeFile(JSON.stringify(self))
    await file.close()
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw thrown
  }
}

/** Shows signs of life until it is given back. */
function keep(path: string): AsyncDisposable {
  const beat = setInterval(() => touch(path).catch(() => {}), BEAT).unref()
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(beat)
      await rm(path, { force: true })
    },
  }
}

/** Writes the first letter anew: so the file system's clock tells the time, not this host's. */
async function touch(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.write('{', 0)
  await file.close()
}

/** Moves a lock of this content out of the way: two who want it at once do not take the other's new one. @returns whether it was this one */
async function takeAway(path: string, content: string): Promise<boolean> {
  const aside = `${path}.${process.pid}.old`
  try {
    await rename(path, aside)
  } catch {
    return false
  }
  const moved = await readFile(aside, 'utf8').catch(() => content)
  if (moved === content) {
    await rm(aside, { force: true })
    return true
  }
  await rename(aside, path)
  return false
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Holder>
    return Number.isInteger(pid) && pid! > 0 && typeof host === 'string' ? { pid: pid!, host, started: started ?? '' } : undefined
  } catch {
    return undefined
  }
}

async function isAlive({ pid, host, started }: Holder, path: string): Promise<boolean> {
  if (host !== hostname()) return (await millisecondsSilent(path)) < SILENT
  try {
    process.kill(pid, 0)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return started === (await startOf(pid))
}

/** By the clock of the file system, which all hosts that see the folder share. */
async function millisecondsSilent(path: string): Promise<number> {
  const probe = `${path}.${process.pid}.now`
  try {
    await (await open(probe, 'w')).close()
    const [now, then] = await Promise.all([stat(probe), stat(path)])
    return now.mtimeMs - then.mtimeMs
  } catch {
    return 0
  } finally {
    await rm(probe, { force: true })
  }
}

/** Boot and clock tick at which a process began (proc(5), field 22); '' where the system does not tell: then the number alone counts. */
async function startOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const status = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the command, in brackets, may hold spaces.
    return `${boot.trim()} ${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}
