/** The report, and the few files that it links to. */
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { headers, Refusal, sendText } from './answer.ts'

/** What of an output is served. */
const served: ReadonlySet<string> = new Set(['report', 'stories', 'text', 'names.tsv', 'checks.tsv', 'rejected.jsonl', 'skipped.jsonl'])

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.jsonl': 'text/plain; charset=utf-8',
}

/**
 * Answers with a file.
 * @param path of the address, as it was sent: '/report/articles/a%20b.html'
 * @param token put into every page, for its script to write with
 * @throws Refusal when no such file is served
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { output, path, token }: { readonly output: string; readonly path: string; readonly token: string },
): Promise<void> {
  const file = await fileAt(output, path)
  const type = types[extname(file).toLowerCase()]
  if (type === undefined) throw new Refusal(404, 'no such page')
  if (type.startsWith('text/html')) {
    const page = (await readFile(file, 'utf8')).replace('<head>', `<head>\n<meta name="synoptic-token" content="${token}">`)
    return sendText(response, 200, page, type)
  }
  const { size } = await stat(file)
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': size })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file, { end: Math.max(0, size - 1) }), response)
}

/** The real file; one outside of what is served, by dots or by a link, is not there. */
async function fileAt(output: string, path: string): Promise<string> {
  const missing = new Refusal(404, 'no such page')
  let names: string[]
  try {
    names = path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    throw missing
  }
  // Hidden files are not for pages, and on some systems a backslash or a colon leads elsewhere.
  if (!served.has(names[0] ?? '') || names.some((name) => name === '' || name.startsWith('.') || /[/\\:\0]/u.test(name))) throw missing
  try {
    const [root, file] = await Promise.all([realpath(join(output, names[0]!)), realpath(join(output, ...names))])
    const found = await stat(file)
    if ((file === root || file.startsWith(root + sep)) && found.isFile()) return file
  } catch {
    // Not there, or not readable.
  }
  throw missing
}
