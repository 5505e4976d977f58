/** Apertium's server, apertium-apy: rules, no neural network; strong between languages near each other (es-ca, nb-nn, sv-da). */
import { EngineError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import { failuresOf, isRecord } from '../http/failures.ts'
import { httpClient } from '../http/index.ts'
import { remedied } from '../remedied.ts'
import { shared } from '../shared.ts'
import { nearestPair } from '../tags.ts'
import { type TrafficOptions, traffic } from '../traffic/index.ts'
import type { Answer, Translator } from '../translator.ts'

export interface ApertiumOptions {
  /** Where the server answers, such as http://localhost:2737. */
  readonly url: string
  /** Longest wait for one answer, in milliseconds. @defaultValue 60000 */
  readonly timeoutMs?: number | undefined
}

const NAME = 'apertium'

/** UTF-16 code units of a text: it goes in an address, of which servers take 8 kB or more. */
const LONGEST = 2500

/** A client of one server. One request a text: several in one come back cut short, without a word. */
export function apertium({ url, timeoutMs = 60_000 }: ApertiumOptions): Translator {
  const http = httpClient(url, timeoutMs, 'apertium-apy server')
  const fail = failuresOf(http.address, undefined, 'an apertium-apy server')

  const pairs = shared(async (signal) => {
    const answer = await http.ask('/listPairs', signal)
    if (answer.status !== 200) throw fail.with(answer)
    const listed = isRecord(answer.json) ? answer.json.responseData : undefined
    if (!Array.isArray(listed)) throw fail.senseless(answer)
    return listed.flatMap(({ sourceLanguage: source, targetLanguage: target }) => {
      const [from, to] = [source, target].map((code) => parseLanguage(String(code).replaceAll('_', '-')))
      return from === undefined || to === undefined || from === to ? [] : [{ from, to, code: `${source}|${target}` }]
    })
  })

  return {
    name: NAME,
    languages: async (signal) => (await pairs.get(signal)).map(({ from, to }) => ({ from, to })),
    translate: async (texts, from, to, { signal }) => {
      signal.throwIfAborted()
      const pair = nearestPair(await pairs.get(signal), from, to)
      if (pair === undefined) throw new EngineError('unsupported-pair', `${http.address} does not translate from ${from} to ${to}`)
      const answers: Answer[] = []
      for (const text of texts) {
        if (!/[\p{L}\p{N}]/u.test(text)) {
          answers.push({ text, engine: NAME })
          continue
        }
        const partial = texts.map((_, at) => answers[at])
        if (text.length > LONGEST)
          throw new EngineError('refused-text', `a text of ${text.length} characters is over the limit of ${LONGEST}`, { partial })
        // A text, not HTML, which it would be taken for: 'a <b and c> d' has no tag in it.
        const query = new URLSearchParams({ langpair: pair.code, q: text, markUnknown: 'no', format: 'txt' })
        const answer = await http.ask(`/translate?${query}`, signal)
        const data = isRecord(answer.json) && isRecord(answer.json.responseData) ? answer.json.responseData.translatedText : undefined
        if (answer.status !== 200) throw fail.with(answer)
        if (typeof data !== 'string') throw fail.senseless(answer)
        answers.push({ text: data, engine: NAME })
      }
      return answers
    },
  }
}

/**
 * As a run asks it: one text after the other. What Apertium makes of a sentence may depend on those it has read before, for as long as it runs; and it
 * has one line a pair, in which requests wait.
 */
export function apertiumServer(server: ApertiumOptions, options: TrafficOptions): Translator {
  return remedied(traffic(apertium(server), { ...options, concurrency: 1 }), {
    unreachable: 'start the server (apertium-apy /usr/share/apertium), or check the address in the setting apertium.url',
    'unsupported-pair': 'install the data of the pair (apt-cache search apertium)',
    'bad-answer': 'check that the setting apertium.url is the address of an apertium-apy server',
  })
}
