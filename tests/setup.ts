/** All temporary folders of a test run stand in one, which goes when the run ends. The report's script is the one of this source. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function setup(): () => void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'scripts', 'page.mjs')], { stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
