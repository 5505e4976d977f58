/** The report of an output, served on this machine alone, for people to judge on. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { FileError, messageOf, UsageError } from '../errors.ts'
import { Refusal, sendJson, sendText } from './answer.ts'
import { answerApi, type Office } from './api.ts'
import { Desk } from './desk.ts'
import { sendFile } from './files.ts'
import { checkReader, checkWriter } from './guard.ts'
import { Runner } from './runner.ts'

/** The loopback: other machines reach nothing. */
const HOST = '127.0.0.1'

export interface ReviewOptions {
  /** @defaultValue any that is free */
  readonly port?: number
  /** Told of what went wrong here and is nobody's mistake. */
  readonly notice?: (message: string) => void
  /** The compiled again.ts. @defaultValue the one beside this file */
  readonly again?: URL | undefined
}

export interface Review extends AsyncDisposable {
  /** 'http://127.0.0.1:8911/' */
  readonly url: string
}

/**
 * Serves an output until it is disposed of.
 * @throws UsageError when no results are there that can be judged, or the port is taken
 */
export async function review(output: string, { port = 0, notice = () => {}, again }: ReviewOptions = {}): Promise<Review> {
  const desk = await Desk.open(resolve(output))
  const runner = new Runner(desk.output, again)
  const token = randomBytes(32).toString('base64url')
  let host = ''
  const server = createServer((request, response) => {
    answer(request, response, { desk, runner, token, host }).catch((thrown) => fail(response, thrown, notice))
  })
  try {
    host = `${HOST}:${await listen(server, port)}`
  } catch (thrown) {
    desk.close()
    throw thrown
  }
  return {
    url: `http://${host}/`,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
      await runner[Symbol.asyncDispose]()
      desk.close()
    },
  }
}

interface Served extends Office {
  readonly token: string
  readonly host: string
}

async function answer(request: IncomingMessage, response: ServerResponse, { token, host, ...office }: Served): Promise<void> {
  checkReader(request, host)
  const { method = '', url = '/' } = request
  const [path = '', parameters = ''] = url.split('?')
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead && method !== 'POST') throw new Refusal(405, `expected GET or POST, got ${method}`)
  if (!isRead) checkWriter(request, host, token)
  if (path.startsWith('/api/'))
    return sendJson(response, 200, await answerApi(office, path.slice('/api/'.length), request, new URLSearchParams(parameters)))
  if (!isRead) throw new Refusal(405, 'expected GET')
  if (path === '/' || path === '/report' || path === '/report/') {
    response.writeHead(302, { Location: '/report/index.html', 'Content-Length': 0 }).end()
    return
  }
  await sendFile(request, response, { output: office.desk.output, path, token })
}

function fail(response: ServerResponse, thrown: unknown, notice: (message: string) => void): void {
  if (response.headersSent) {
    // The reader went away, or the file did.
    response.destroy()
    return
  }
  const { url = '' } = response.req
  const status = thrown instanceof Refusal ? thrown.status : 500
  if (!(thrown instanceof Refusal)) notice(thrown instanceof UsageError ? thrown.message : `${url}: ${(thrown as Error).stack ?? thrown}`)
  // What was not read of a body that is too large is not waited for.
  if (status === 413) response.shouldKeepAlive = false
  const said = thrown instanceof Refusal || thrown instanceof FileError ? messageOf(thrown) : `something failed here: ${messageOf(thrown)}`
  if (url.startsWith('/api/')) sendJson(response, status, { error: said })
  else sendText(response, status, said)
}

/** @returns the port */
async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', (thrown: NodeJS.ErrnoException) =>
      failed(
        thrown.code === 'EADDRINUSE'
          ? new UsageError(`port ${port} is taken; choose another with --port, or 0 for any that is free`, { cause: thrown })
          : thrown,
      ),
    )
    server.listen(port, HOST, done)
  })
  return (server.address() as AddressInfo).port
}
