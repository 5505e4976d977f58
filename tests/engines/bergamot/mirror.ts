/** A loopback copy of Mozilla's models, with small ones of our own, that can be made to fail. */
import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Shape, shapes, toyModel } from '../../../scripts/toy-bergamot/index.ts'

export interface Mirror extends AsyncDisposable {
  readonly url: string
  /** Paths asked for, with the range where one was. */
  readonly asked: string[]
  /** Files by path, as they are sent. */
  readonly files: Map<string, Buffer>
  /** The list of models; may be changed. */
  readonly list: { models: Record<string, Record<string, unknown>[]> }
  /** Bytes after which the connection is cut, once for each path; undefined: never. */
  cutAfter: number | undefined
}

/** @param pairs such as 'de-en' */
export async function startMirror(pairs: readonly string[], shape: Shape = shapes.small): Promise<Mirror> {
  const asked: string[] = []
  const files = new Map<string, Buffer>()
  const list: Mirror['list'] = { models: {} }
  for (const [at, pair] of pairs.entries()) {
    const { model, lexicon, vocabulary } = toyModel(shape, at + 1)
    const [from, to] = pair.split('-')
    const folder = `models/${pair}/exported`
    const put = (name: string, content: Buffer) => {
      files.set(`/${folder}/${name}.gz`, gzipSync(content, { level: 1 }))
      return { path: `${folder}/${name}.gz` }
    }
    const whole = { uncompressedSize: model.length, uncompressedHash: createHash('sha256').update(model).digest('hex') }
    list.models[pair] = [
      {
        architecture: 'tiny',
        releaseStatus: 'Release',
        sourceLanguage: from,
        targetLanguage: to,
        files: {
          model: { ...put(`model.${pair}.intgemm.alphas.bin`, model), ...whole },
          lexicalShortlist: put(`lex.50.50.${pair}.s2t.bin`, lexicon),
          vocab: put(`vocab.${pair}.spm`, vocabulary),
        },
      },
    ]
  }
  const state: { cutAfter: number | undefined } = { cutAfter: undefined }
  const cut = new Set<string>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const range = /^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1]
    asked.push(range === undefined ? path : `${path} from ${range}`)
    if (path === '/db/models.json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ baseUrl: 'https://models.example', ...list }))
      return
    }
    const file = files.get(path)
    if (file === undefined) response.writeHead(404).end()
    else send(response, file, Number(range ?? 0), cut.has(path) ? undefined : state.cutAfter)
    cut.add(path)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    files,
    list,
    set cutAfter(bytes: number | undefined) {
      cut.clear()
      state.cutAfter = bytes
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, file: Buffer, from: number, cutAfter: number | undefined): void {
  const etag = `"${createHash('sha256').update(file).digest('hex').slice(0, 16)}"`
  const rest = file.subarray(from)
  const headers = { 'content-type': 'application/gzip', 'content-length': rest.length, etag }
  if (from > 0) response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` })
  else response.writeHead(200, headers)
  if (cutAfter === undefined || cutAfter >= rest.length) response.end(rest)
  else response.write(rest.subarray(0, cutAfter), () => setTimeout(() => response.destroy(), 200))
}
