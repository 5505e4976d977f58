/** A real LibreTranslate server on loopback, as scripts/libretranslate/install.sh sets it up, with two word-for-word models, de→en and en→de. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../../.cache/libretranslate', import.meta.url))

const isInstalled = existsSync(join(home, 'installed'))

/** Plain `npm test` skips live tests where the server is not installed; `npm run test:live` fails instead. */
export const skipLive = !isInstalled && process.env.SYNOPTIC_LIVE !== '1'

export interface ServerOptions {
  /** Command line arguments, such as ['--char-limit', '100']. */
  readonly arguments?: readonly string[]
  /** Keys the server knows; each may make so many requests a minute. Without one it takes anybody's. */
  readonly keys?: Readonly<Record<string, number>>
}

export interface Server extends AsyncDisposable {
  readonly url: string
  /** Ends the process at once, as a crash would; resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port; resolves when it answers. */
  readonly restart: () => Promise<void>
  /** Kills it and removes its files. */
  readonly stop: () => Promise<void>
}

export async function start({ arguments: given = [], keys }: ServerOptions = {}): Promise<Server> {
  if (!isInstalled) throw new Error('LibreTranslate is not installed: run scripts/libretranslate/install.sh')
  const folder = await mkdtemp(join(tmpdir(), 'libretranslate-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const bin = join(home, 'venv', 'bin')
  const environment = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    // One of its packages finds another one too new, on every start.
    PYTHONWARNINGS: 'ignore',
    HOME: folder,
    TMPDIR: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    ARGOS_PACKAGES_DIR: join(home, 'packages'),
    // One thread for each translation: the server runs several at once, and machines that run tests are small.
    OMP_NUM_THREADS: '1',
    // It has its models; should it ask for others, it is not to get far.
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
  }
  const keyArguments: string[] = []
  if (keys !== undefined) {
    const database = join(folder, 'keys.db')
    // ltmanage wants the file to be there; SQLite takes an empty one for a new database.
    await writeFile(database, '')
    keyArguments.push('--api-keys', '--api-keys-db-path', database)
    for (const [key, limit] of Object.entries(keys)) {
      execFileSync(join(bin, 'ltmanage'), ['keys', '--api-keys-db-path', database, 'add', String(limit), '--key', key], {
        cwd: folder,
        env: environment,
      })
    }
  }

  let child: ChildProcess | undefined
  const kill = async (): Promise<void> => {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }
  const run = async (): Promise<void> => {
    let said = ''
    const begun = spawn(
      join(bin, 'libretranslate'),
      ['--host', '127.0.0.1', '--port', String(port), '--disable-web-ui', '--disable-files-translation', ...keyArguments, ...given],
      {
        cwd: folder,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child = begun
    for (const stream of [begun.stdout, begun.stderr]) {
      stream.on('data', (data: Buffer) => {
        said = (said + data.toString()).slice(-4000)
      })
    }
    for (let waited = 0; !(await isHealthy(url)); waited += 100) {
      if (begun.exitCode !== null || waited > 60_000) throw new Error(`LibreTranslate did not start: ${said}`)
      await sleep(100)
    }
  }
  const stop = async (): Promise<void> => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  }

  try {
    await run()
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return {
    url,
    kill,
    stop,
    restart: async () => {
      await kill()
      await run()
    },
    [Symbol.asyncDispose]: stop,
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
