/**
 * A real LibreTranslate with a rate limit and a ban: `--req-limit 100 --req-flood-threshold 5`, 400 sentences, beside the least time there is.
 * scripts/libretranslate/install.sh sets the server up.
 */
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import type { Translator } from '../../src/engines/translator.ts'
import { EngineError } from '../../src/errors.ts'
import { start } from '../../tests/live/server.ts'

const PER_MINUTE = 100
const TEXTS = 400

await using server = await start({ arguments: ['--req-limit', String(PER_MINUTE), '--req-flood-threshold', '5'] })
const engine = libreTranslate({ url: server.url })
const failures: Record<string, number> = {}
const watched: Translator = {
  ...engine,
  translate: async (...asked) => {
    try {
      return await engine.translate(...asked)
    } catch (thrown) {
      if (thrown instanceof EngineError) failures[thrown.code] = (failures[thrown.code] ?? 0) + 1
      throw thrown
    }
  },
}
const texts = Array.from({ length: TEXTS }, (_, index) => `Die Katze ${index} und der Hund ${index} waren im Garten.`)
const started = performance.now()
const answers = await traffic(watched).translate(texts, 'de', 'en', { signal: new AbortController().signal })
const seconds = (performance.now() - started) / 1000
const floor = (Math.ceil(TEXTS / PER_MINUTE) - 1) * 60
const results = {
  texts: TEXTS,
  translated: answers.length,
  refusals: failures['rate-limited'] ?? 0,
  bans: failures.banned ?? 0,
  seconds: Math.round(seconds),
  'to the least there is': Math.round((seconds / floor) * 100) / 100,
}
console.log(results, failures)
process.send?.({ results })
