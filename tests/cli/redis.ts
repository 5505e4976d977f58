/** A real Redis server on loopback, with a port and a folder of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'

/** Whether the tests that need one run: where they must, a missing server is a failure. */
export const hasRedis = process.env.SYNOPTIC_LIVE === '1' || isInstalled()

function isInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'])
    return true
  } catch {
    return false
  }
}

export class RedisServer {
  readonly #folder: string
  readonly #port: number
  readonly #password: string | undefined
  #process: ChildProcess | undefined

  private constructor(folder: string, port: number, password: string | undefined) {
    this.#folder = folder
    this.#port = port
    this.#password = password
  }

  static async start(password?: string): Promise<RedisServer> {
    const server = new RedisServer(await mkdtemp(join(tmpdir(), 'redis-')), await freePort(), password)
    await server.restart()
    return server
  }

  /** Without the password. */
  get url(): string {
    return `redis://127.0.0.1:${this.#port}`
  }

  client(options: { readonly lazyConnect?: true; readonly retryStrategy?: () => null } = {}): Redis {
    return new Redis({ host: '127.0.0.1', port: this.#port, ...(this.#password && { password: this.#password }), ...options })
  }

  /** With an append-only file: what it has said is done is there after a kill. */
  async restart(): Promise<void> {
    const flags = ['--port', String(this.#port), '--bind', '127.0.0.1', '--dir', this.#folder, '--appendonly', 'yes', '--save', '']
    this.#process = spawn('redis-server', [...flags, ...(this.#password ? ['--requirepass', this.#password] : [])], { stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries += 1) {
      const client = this.client({ lazyConnect: true, retryStrategy: () => null })
      client.on('error', () => {})
      const isUp = await client.connect().then(
        () => true,
        () => false,
      )
      client.disconnect()
      if (isUp) return
      await sleep(50)
    }
    throw new Error('redis-server does not start')
  }

  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve))
    this.#process?.kill('SIGKILL')
    await ended
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
