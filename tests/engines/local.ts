/** Real programs on loopback that engines talk to: apertium-apy of Debian, and one that speaks OpenAI's chat protocol. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** With SYNOPTIC_LIVE=1 a missing one is a failure. */
export const skipApertium = !existsSync('/usr/share/apertium/modes/spa-cat.mode') && process.env.SYNOPTIC_LIVE !== '1'

export interface Local extends AsyncDisposable {
  readonly url: string
}

export async function startApertium(): Promise<Local> {
  const port = await freePort()
  const script = fileURLToPath(new URL('../../scripts/apertium/serve.py', import.meta.url))
  const child: ChildProcess = spawn('/usr/bin/python3', [script, String(port)], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (
    let waited = 0;
    !(await fetch(`${url}/listPairs`).then(
      ({ ok }) => ok,
      () => false,
    ));
    waited += 100
  ) {
    if (child.exitCode !== null || waited > 30_000)
      throw new Error('apertium-apy did not start: apt-get install apertium-apy apertium-eng-spa apertium-spa-cat')
    await sleep(100)
  }
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export interface Chat {
  readonly model: string
  readonly temperature: number
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

export interface ChatServer extends Local {
  readonly asked: Chat[]
}

/** Answers as a model would that translates by marking. @param answer what it says instead, unless it is undefined */
export async function startChat(
  answer: (chat: Chat, texts: readonly string[], count: number) => string | undefined = () => undefined,
): Promise<ChatServer> {
  const asked: Chat[] = []
  const server = createServer(async (request, response) => {
    const chat = (await json(request)) as Chat
    asked.push(chat)
    const { texts } = JSON.parse(chat.messages.at(-1)!.content) as { texts: { text: string }[] }
    const list = texts.map(({ text }) => text)
    const content = answer(chat, list, asked.length) ?? JSON.stringify({ translations: list.map((text) => `en: ${text}`) })
    response.writeHead(request.url === '/v1/chat/completions' ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
