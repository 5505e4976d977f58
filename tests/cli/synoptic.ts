/** The built program, run as a user runs it. `npm test` builds it first. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const main = join(root, 'dist/cli/main.js')

export interface Result {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Options {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
}

/** The running process too, for who wants to stop it. */
export function start(
  args: readonly string[],
  { cwd = root, env = {}, stdin = '' }: Options = {},
): { child: ChildProcess; result: Promise<Result> } {
  const { LIBRETRANSLATE_URL: _url, LIBRETRANSLATE_API_KEY: _key, ...clean } = process.env
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...clean, ...env }, stdio: 'pipe' })
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => child.on('close', (...end) => resolve(end)))
  const result = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(([[code, signal], stdout, stderr]) => ({
    code,
    signal,
    stdout,
    stderr,
  }))
  return { child, result }
}

export function synoptic(args: readonly string[], options: Options = {}): Promise<Result> {
  return start(args, options).result
}

/** A new folder that holds `files`, by path. */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-'))
  const { mkdir } = await import('node:fs/promises')
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Content of every file under `folder`, by path, but for what lies in hidden folders. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name))
    if (entry.isFile() && !path.startsWith('.')) found[path] = await readFile(join(folder, path), 'utf8')
  }
  return found
}

/** Records of a JSONL text. */
export function records<T>(jsonl: string): T[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
