/**
 * Compiles src/ into dist/, bundles the browser's part of it, and puts the program where npx looks first. `npm ci` ends with it, so that `npx synoptic` works in a
 * checkout at once: on its own, npm links a package's program only into those that depend on it.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const program = join(root, 'dist', 'cli', 'main.js')
const bin = join(root, 'node_modules', '.bin')

rmSync(join(root, 'dist'), { recursive: true, force: true })
const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
chmodSync(program, 0o755)
await import('./page.mjs')

// On Windows, npx makes a shim of its own on its first call.
if (existsSync(bin) && process.platform !== 'win32') {
  rmSync(join(bin, 'synoptic'), { force: true })
  symlinkSync(join('..', '..', 'dist', 'cli', 'main.js'), join(bin, 'synoptic'))
}
