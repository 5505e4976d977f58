/** The server as a page sees it, with cards in memory; it can be told to refuse. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Judgement } from '../../src/glossary/judgement.ts'
import type { Card } from '../../src/write/clusters/card.ts'

const A_PAGE = 50

export class StandIn implements AsyncDisposable {
  readonly said: Judgement[][] = []
  readonly undone: string[] = []
  refuses = false
  runs = 0
  readonly #cards: readonly Card[]
  readonly #judged: readonly unknown[]
  readonly #report: string
  readonly #server: Server

  /** @param judged what was said of sentences before */
  constructor(report: string, cards: readonly Card[], judged: readonly unknown[] = []) {
    this.#judged = judged
    this.#report = report
    this.#cards = cards
    this.#server = createServer(async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
      if (!pathname.startsWith('/api/')) {
        const type = pathname.endsWith('.js') ? 'text/javascript' : pathname.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8'
        const file = join(this.#report, decodeURIComponent(pathname.replace('/report/', '')))
        const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
        response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type })
        response.end(text?.replace('<head>', '<head>\n<meta name="synoptic-token" content="t">'))
        return
      }
      const answer = this.#answer(pathname.slice('/api/'.length), searchParams, request.method === 'POST' ? await bodyOf(request) : {})
      response.writeHead(answer === undefined ? 409 : 200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(answer ?? { error: 'a run is going on' }))
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/report/`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  get log(): readonly Judgement[] {
    return this.said.flat()
  }

  #answer(path: string, parameters: URLSearchParams, body: { judgements?: Judgement[]; id?: string }): unknown {
    const standing = () => ({ notYetApplied: this.log.length, articlesConcerned: 2 })
    if (path === 'state') return { judgements: 0, ...standing(), running: null, canRun: true }
    if (path === 'names')
      return this.#names(Number(parameters.get('page')), parameters.get('query') ?? '', parameters.get('state') === 'open')
    if (path === 'article') return { judged: this.#judged }
    if (this.refuses) return undefined
    if (path === 'judgements') this.said.push(body.judgements ?? [])
    if (path === 'undo' && body.id === undefined && this.said.length === 0) return undefined
    if (path === 'undo') this.undone.push(body.id ?? '')
    if (path === 'run') this.runs += 1
    return { id: String(this.said.length), applied: 'next run', ...standing() }
  }

  #names(page: number, query: string, isOpen: boolean): unknown {
    const judged = new Set(this.log.map((said) => ('surface' in said ? said.surface : '')))
    const cards = this.#cards.filter(
      ({ canonical, spellings }) =>
        canonical.toLowerCase().includes(query.toLowerCase()) && !(isOpen && spellings.every(({ surface }) => judged.has(surface))),
    )
    return { total: cards.length, pages: Math.ceil(cards.length / A_PAGE), rows: cards.slice(page * A_PAGE, (page + 1) * A_PAGE) }
  }
}

async function bodyOf(request: IncomingMessage): Promise<{ judgements?: Judgement[]; id?: string }> {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}
