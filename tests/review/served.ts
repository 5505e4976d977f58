/** An output of a real run, served; and a browser's requests of it, forged or not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { review } from '../../src/review/index.ts'
import { run } from '../../src/run/index.ts'
import { folderOf } from '../cli/synoptic.ts'

const input = {
  'in/one.txt': 'Lise Meitner left Berlin in 1938. The letters of Maitner were read by Meitner’s nephew on the old bridge.\n',
  'in/two.txt': 'In the archive, Lise Meitner is named twice. The catalogue writes Maitner, and nobody has mended the card.\n',
  'in/three.txt': 'Emmy Noether came to Göttingen in spring. The letters of Nöther were read in the old hall of the school.\n',
  'glossary/people.csv': 'canonical,kind\nLise Meitner,person\nEmmy Noether,person\n',
}

export interface Project {
  readonly folder: string
  readonly output: string
  readonly log: string
  /** Again, with the same settings. */
  readonly run: () => Promise<void>
}

/** Articles in which 'Maitner' (in two of them) and 'Nöther' are rewritten. */
export async function project(): Promise<Project> {
  const folder = await folderOf(input)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const output = join(folder, 'out')
  const config = parseConfig({
    flags: { input: [join(folder, 'in')], output, glossary: [join(folder, 'glossary')], engines: ['memory'], jobs: 1 },
  })
  const again = async (): Promise<void> => {
    await run(config)
  }
  await again()
  return { folder, output, log: join(folder, 'glossary', 'judgements.jsonl'), run: again }
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of it is checked there
  readonly json: any
}

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One request, with exactly these headers besides Host, and the path as it is given. */
export async function ask(url: string, path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((done, failed) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      text(response).then((body) => {
        const json = response.headers['content-type']?.startsWith('application/json') ? JSON.parse(body) : undefined
        done({ status: response.statusCode ?? 0, headers: response.headers, body, json })
      }, failed)
    })
    sent.on('error', failed)
    sent.end(body)
  })
}

export interface Browser {
  readonly url: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (name: string, value: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>
}

/** As a page of ours asks. */
export async function browse(url: string): Promise<Browser> {
  const { body } = await ask(url, '/report/index.html')
  const token = /<meta name="synoptic-token" content="([^"]+)">/u.exec(body)?.[1] ?? ''
  const own = { Origin: url.slice(0, -1), 'Content-Type': 'application/json', 'X-Synoptic-Token': token }
  return {
    url,
    get: (path) => ask(url, path),
    post: (name, value, headers = {}) =>
      ask(url, `/api/${name}`, { method: 'POST', headers: { ...own, ...headers }, body: JSON.stringify(value) }),
  }
}

/** Serves an output until the test ends. */
export async function serve(output: string): Promise<Browser> {
  const served = await review(output)
  onTestFinished(() => served[Symbol.asyncDispose]())
  return browse(served.url)
}

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-review-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
