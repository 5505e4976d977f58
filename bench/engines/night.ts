/** What a night brings: requests that go wrong in every way there is, an outage, a rate limit with a ban. `--quick` for a shorter outage. */
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { traffic } from '../../src/engines/traffic/index.ts'
import { faults } from './faults.ts'
import { type Mock, type MockOptions, mocked, startMock } from './server.ts'

const { signal } = new AbortController()

interface Night {
  readonly texts: number
  readonly server: MockOptions
  readonly timeoutMs?: number
  /** What happens meanwhile. */
  readonly meanwhile?: (mock: Mock) => Promise<void>
}

const sleep = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const outage = process.argv.includes('--quick') ? 90 : 300

const nights: Record<string, Night> = {
  [`one request in five goes wrong, ${faults.length} ways`]: { texts: 5000, server: { slots: 8, textMs: 5, faulty: 0.2 }, timeoutMs: 2000 },
  [`away for ${outage} s`]: {
    texts: 2000,
    server: { slots: 4, textMs: 10 },
    meanwhile: async (mock) => {
      await sleep(2)
      await mock.down()
      await sleep(outage)
      await mock.up()
    },
  },
  '100 texts a minute, banned after 5 refusals': {
    texts: 400,
    server: { slots: 4, textMs: 20, limit: { texts: 100, windowMs: 60_000, violations: 5 } },
  },
}

const results = await Promise.all(
  Object.entries(nights).map(async ([name, { texts: count, server, timeoutMs, meanwhile }]) => {
    await using mock = await startMock(server)
    const texts = Array.from({ length: count }, (_, index) => `Das ist der Satz ${index} von vielen.`)
    const translator = traffic(libreTranslate({ url: mock.url, timeoutMs }))
    const started = performance.now()
    const [outcomes] = await Promise.all([
      Promise.allSettled(texts.map((text) => translator.translate([text], 'de', 'en', { signal }))),
      meanwhile?.(mock),
    ])
    const result = {
      texts: count,
      pending: outcomes.filter(({ status }) => status === 'rejected').length,
      'wrong accepted': outcomes.filter(
        (outcome, at) => outcome.status === 'fulfilled' && outcome.value[0]?.text !== mocked(texts[at]!, 'en'),
      ).length,
      'asked again after its answer': [...mock.seen.values()].filter(({ askedAfterAnswer }) => askedAfterAnswer > 0).length,
      refusals: mock.refusals(),
      requests: mock.requests(),
      seconds: Math.round((performance.now() - started) / 1000),
    }
    console.log(name, result)
    return [name, result] as const
  }),
)
process.send?.({ results: Object.fromEntries(results) })
