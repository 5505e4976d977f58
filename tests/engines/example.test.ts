/** The engine that docs/engines.md adds. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { linesServer } from '../../docs/engine-example.ts'
import { contract } from './contract.ts'

contract('the engine of docs/engines.md', async () => {
  const server = createServer(async (request, response) => {
    const { to, lines } = (await json(request)) as { to: string; lines: string[] }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ lines: lines.map((line) => (line === '' ? '' : `${to}: ${line}`)) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    translator: linesServer({ url, pairs: ['de-en', 'en-de'] }, {}),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
})

test('it has fewer than 80 lines, and the page tells where they go', async () => {
  const example = await readFile(new URL('../../docs/engine-example.ts', import.meta.url), 'utf8')
  expect(example.split('\n').length).toBeLessThan(80)
  const page = await readFile(new URL('../../docs/engines.md', import.meta.url), 'utf8')
  expect(page).toContain('engine-example.ts')
  for (const path of page.matchAll(/`((?:src|tests)\/[\w./-]+\.ts)`/gu)) {
    if (!path[1]!.includes('lines')) await expect(readFile(new URL(`../../${path[1]}`, import.meta.url))).resolves.toBeDefined()
  }
})
