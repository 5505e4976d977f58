/** A LibreTranslate that costs little processor time, in a process of its own: `plain-server.mjs SLOTS REQUEST-MS TEXT-MS`. Sends its address to its parent. */
import { createServer } from 'node:http'

const [slots, requestMs, textMs] = process.argv.slice(2).map(Number)
const waiting = []
let busy = 0

function answer(response, content) {
  const body = Buffer.from(JSON.stringify(content))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

function translate(texts, done) {
  if (busy >= slots) {
    waiting.push(() => translate(texts, done))
    return
  }
  busy += 1
  setTimeout(
    () => {
      busy -= 1
      waiting.shift()?.()
      done(texts.map((text) => `en: ${text}`))
    },
    requestMs + textMs * texts.length,
  )
}

const server = createServer((request, response) => {
  if (request.url === '/languages')
    return answer(
      response,
      ['de', 'en'].map((code) => ({ code, name: code, targets: ['de', 'en'] })),
    )
  if (request.url !== '/translate') return answer(response, { charLimit: -1, keyRequired: false })
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const { q } = JSON.parse(Buffer.concat(parts).toString())
    translate([q].flat(), (texts) => answer(response, { translatedText: Array.isArray(q) ? texts : texts[0] }))
  })
})
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`))
process.on('disconnect', () => process.exit())
