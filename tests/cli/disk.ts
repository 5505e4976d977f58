/** A disk of a few kilobytes, that can really be full. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Disk extends AsyncDisposable {
  readonly folder: string
  /** Takes what is there away again. */
  readonly empty: () => Promise<void>
}

/** Only root may mount a small file system to fill. */
export const mayMount = process.getuid?.() === 0 && process.platform === 'linux'

/** @param full kilobytes that are taken already */
export async function diskOf(kilobytes: number, full: number): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
  const filler = join(folder, 'filler')
  await writeFile(filler, Buffer.alloc(full * 1024))
  return {
    folder,
    empty: () => rm(filler),
    [Symbol.asyncDispose]: async () => {
      execFileSync('umount', [folder])
      await rm(folder, { recursive: true })
    },
  }
}
