/**
 * What part of a server's capacity a client uses, unconfigured, beside what is commonly written: a loop, p-limit(5), batches of 50, and the npm
 * client `translate`. First in simulated time, as on a machine that is never late; then with a server over HTTP, in a process of its own: on a
 * busy machine none comes near 100 %, and what counts is which comes nearer. `npm run bench -- engines capacity simulated` leaves that out.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { cases, clients, LOOPED, nameOf, usedOf } from './clients.ts'
import { simulate } from './simulated.ts'

/** Of the package `translate`; by a name that is no literal, so that types are checked where it is not installed. */
const npmClient = 'translate'
const { Translate } = (await import(npmClient)) as {
  readonly Translate: (options: { engine: 'libre'; url: string; from: string; to: string }) => (text: string) => Promise<string>
}
const translateAt = (url: string) => Translate({ engine: 'libre', url: `${url}/translate`, from: 'de', to: 'en' })

const overHttp: Record<string, (url: string, texts: readonly string[]) => Promise<unknown>> = {
  ...Object.fromEntries(
    Object.entries(clients).map(([name, run]) => [name, (url: string, texts: readonly string[]) => run(libreTranslate({ url }), texts)]),
  ),
  'translate, in a loop': async (url, texts) => {
    const translate = translateAt(url)
    for (const text of texts.slice(0, LOOPED)) await translate(text)
    return LOOPED
  },
  'translate, all at once': (url, texts) => {
    const translate = translateAt(url)
    return Promise.all(texts.map((text) => translate(text)))
  },
}

type Table = Record<string, Record<string, string>>
const simulated: Table = {}
for (const each of cases) {
  const row: Record<string, string> = {}
  for (const [name, run] of Object.entries(clients)) {
    let done: unknown
    const took = await simulate(each, each.texts, async (translator, texts, clock) => {
      done = await run(translator, texts, clock)
    })
    row[name] = usedOf(each, took, done)
  }
  simulated[nameOf(each)] = row
}
console.log('simulated', simulated)

const measured: Table = {}
const plainServer = fileURLToPath(new URL('plain-server.mjs', import.meta.url))
if (process.argv[2] !== 'simulated') {
  for (const each of cases) {
    const row: Record<string, string> = {}
    const processor: Record<string, number> = {}
    for (const [name, run] of Object.entries(overHttp)) {
      const server = fork(plainServer, [each.slots, each.requestMs, each.textMs].map(String), { execArgv: [] })
      const [url] = (await once(server, 'message')) as [string]
      const texts = Array.from({ length: each.texts }, (_, index) => `Das ist der Satz ${index} von vielen.`)
      const started = performance.now()
      const spent = process.cpuUsage()
      const done = await run(url, texts)
      row[name] = usedOf(each, performance.now() - started, done)
      const { user, system } = process.cpuUsage(spent)
      processor[name] = Math.round((user + system) / 1000)
      server.disconnect()
    }
    console.log('processor milliseconds of the client', processor)
    measured[nameOf(each)] = row
    console.log(nameOf(each), row)
  }
}
process.send?.({ results: { simulated, ...(Object.keys(measured).length > 0 && { 'over HTTP': measured }) } })
