/** What goes wrong between a client and a server, kind by kind. */
import type { ServerResponse } from 'node:http'

type Answer = (response: ServerResponse, answers: readonly string[]) => void

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end('{"error":"so it goes"}')

const page =
  (code: number): Answer =>
  (response) =>
    void response.writeHead(code, { 'content-type': 'text/html' }).end('<!doctype html><title>Please wait</title>')

const body = (response: ServerResponse, content: string | Buffer): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(content)

/** `translatedText` of a batch is a list, that of one text is a text. */
const translated = (response: ServerResponse, texts: readonly unknown[], like: readonly string[]): void =>
  body(response, JSON.stringify({ translatedText: like.length > 1 ? texts : texts[0] }))

const kinds = {
  'connection reset': (response) => void response.socket?.resetAndDestroy(),
  'closed without an answer': (response) => void response.destroy(),
  'broken off': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 10_000 }).write('{"translatedText":')
    setTimeout(() => response.destroy(), 5)
  },
  'no answer': () => {},
  'page, 200': page(200),
  'page, 502': page(502),
  'page, 404': page(404),
  'status 400': status(400),
  'status 403': status(403),
  'status 408': status(408),
  'status 429': status(429),
  'status 429, Retry-After': status(429, { 'retry-after': '1' }),
  'status 500': status(500),
  'status 503': status(503),
  'status 504': status(504),
  redirect: status(302, { location: 'http://127.0.0.1:9/login' }),
  'list too short': (response, answers) => body(response, JSON.stringify({ translatedText: answers.slice(1) })),
  'null in the list': (response, answers) => translated(response, [...answers.slice(1), null], answers),
  'broken UTF-8': (response, answers) =>
    body(response, Buffer.concat([Buffer.from('{"translatedText":"'), Buffer.from([0xc3]), Buffer.from(`${answers[0]}"}`)])),
  'truncated JSON': (response, answers) => body(response, JSON.stringify({ translatedText: answers }).slice(0, -3)),
  'empty body': (response) => body(response, ''),
  'empty texts': (response, answers) =>
    translated(
      response,
      answers.map(() => ''),
      answers,
    ),
  'blank text': (response, answers) =>
    translated(
      response,
      answers.map((answer, at) => (at === 0 ? ' \n' : answer)),
      answers,
    ),
} satisfies Record<string, Answer>

export type Fault = keyof typeof kinds

export const faults = Object.keys(kinds) as readonly Fault[]

export function fail(fault: Fault, response: ServerResponse, answers: readonly string[]): void {
  ;(kinds[fault] as Answer)(response, answers)
}
