/** Large inputs of every format whose articles are known: number and order. Written in pieces, the same each time. */

import { once } from 'node:events'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Input {
  readonly path: string
  /** Articles in it; the n-th, from 1, begins with `opening(n)`. */
  readonly articles: number
  /** Passed over because they are no articles. */
  readonly skipped: number
}

const sentences = [
  'The mill on the river stood empty for forty years, and nobody minded.',
  'Then "a group of neighbours" bought it, for one pound; they had no plan.',
  'Two bands played, four hundred people came & the cake had the shape of a wheel.',
]

/** What an article's text begins with. */
export function opening(number: number): string {
  return `Article ${number}, `
}

/** About 1,000 characters in a few paragraphs. */
function textOf(number: number): string {
  const paragraph = (at: number) => Array.from({ length: 4 }, (_, step) => sentences[(number + at + step) % sentences.length]).join(' ')
  return `${opening(number)}${[0, 1, 2].map(paragraph).join('\n\n')}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const pageOf = (number: number): string =>
  `<!doctype html><html lang="en"><title>${number}</title><p>${escaped(textOf(number)).replaceAll('\n\n', '</p><p>')}</p></html>`

function recordOf(type: string, block: string): Buffer {
  const mime = type === 'request' ? 'application/http; msgtype=request' : 'application/http; msgtype=response'
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: ${mime}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`
  return gzipSync(`${head}${block}\r\n\r\n`, { level: 1 })
}

interface Shape {
  readonly name: string
  readonly head: string
  readonly tail: string
  /** The `number`th piece, from 1, of so many. */
  readonly piece: (number: number) => string | Buffer
  /** @defaultValue each is */
  readonly isArticle?: (number: number) => boolean
}

const shapes = {
  csv: { name: 'a.csv', head: 'id,title,text\n', tail: '', piece: (n) => `${n},"Title, ${n}","${textOf(n).replaceAll('"', '""')}"\n` },
  tsv: { name: 'a.tsv', head: 'id\ttext\n', tail: '', piece: (n) => `${n}\t${textOf(n).replaceAll('\n', ' ')}\n` },
  jsonl: { name: 'a.jsonl', head: '', tail: '', piece: (n) => `${JSON.stringify({ id: n, text: textOf(n) })}\n` },
  json: { name: 'a.json', head: '[', tail: ']', piece: (n) => `${n === 1 ? '' : ',\n'}${JSON.stringify({ id: n, text: textOf(n) })}` },
  feed: {
    name: 'a.rss',
    head: '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Site</title>\n',
    tail: '</channel></rss>',
    piece: (n) => `<item><guid>${n}</guid><title>${n}</title><description>${escaped(textOf(n))}</description></item>\n`,
  },
  warc: {
    name: 'a.warc.gz',
    head: '',
    tail: '',
    // Every page was asked for: of two records one is a page.
    piece: (n) =>
      n % 2 === 1
        ? recordOf('request', 'GET / HTTP/1.1\r\n\r\n')
        : recordOf('response', `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${pageOf(n / 2)}`),
    isArticle: (n) => n % 2 === 0,
  },
} as const satisfies Record<string, Shape>

export type Kind = keyof typeof shapes | 'files'

/** So many small files in folders of a thousand, one of five without a suffix. */
function writeFiles(folder: string, files: number): Input {
  const path = join(folder, 'files')
  const named = (number: number) => String(number).padStart(7, '0')
  for (let number = 1; number <= files; number += 1) {
    const inner = join(path, named(number).slice(0, 4))
    if (number === 1 || number % 1000 === 0) mkdirSync(inner, { recursive: true })
    writeFileSync(
      join(inner, `${named(number)}${number % 5 === 0 ? '' : '.txt'}`),
      `${opening(number)}${sentences[number % sentences.length]}`,
    )
  }
  return { path, articles: files, skipped: 0 }
}

/** Writes a file of so many records, or so many files, to `folder`. */
export async function writeInput(folder: string, kind: Kind, records: number): Promise<Input> {
  if (kind === 'files') return writeFiles(folder, records)
  const { name, head, tail, piece, isArticle = () => true }: Shape = shapes[kind]
  const path = join(folder, name)
  const file = createWriteStream(path)
  file.write(head)
  let articles = 0
  let skipped = 0
  for (let number = 1; number <= records; number += 1) {
    if (isArticle(number)) articles += 1
    else skipped += 1
    if (!file.write(piece(number))) await once(file, 'drain')
  }
  file.end(tail)
  await once(file, 'finish')
  return { path, articles, skipped }
}
