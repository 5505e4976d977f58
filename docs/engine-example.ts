/**
 * An engine in one file: a server that takes {"from", "to", "lines"} at /mt, and answers {"lines"}. It stands in src/engines/lines/index.ts, with
 * its imports from there. Compiled by the tests, which hold it to the contract of all engines.
 */
import { failuresOf, isRecord } from '../src/engines/http/failures.ts'
import { httpClient } from '../src/engines/http/index.ts'
import { listedPairs, type PairList } from '../src/engines/pairs.ts'
import { remedied } from '../src/engines/remedied.ts'
import { type TrafficOptions, traffic } from '../src/engines/traffic/index.ts'
import { answersOf, type Translator } from '../src/engines/translator.ts'

export interface LinesOptions extends PairList {
  readonly url: string
}

const NAME = 'lines'

/** One call is one request: what is sent when, how much at once, and what is tried again is the work of `traffic`. */
export function lines({ url, pairs }: LinesOptions): Translator {
  const http = httpClient(url, 60_000, 'lines server')
  const fail = failuresOf(http.address, undefined, 'a lines server')
  const list = listedPairs(pairs, http.address)
  return {
    name: NAME,
    languages: async () => list.pairs,
    translate: async (texts, from, to, { signal }) => {
      signal.throwIfAborted()
      list.check(from, to)
      if (texts.every((text) => text === '')) return answersOf(NAME, texts)
      const answer = await http.ask('/mt', signal, { from, to, lines: texts })
      if (answer.status !== 200) throw fail.with(answer)
      const said = isRecord(answer.json) ? answer.json.lines : undefined
      // As many as were asked for, or none: never one text's translation in another's place.
      if (!Array.isArray(said) || said.length !== texts.length) throw fail.senseless(answer)
      return answersOf(NAME, said.map(String))
    },
  }
}

/** As a run asks it. */
export function linesServer(options: LinesOptions, trafficOptions: TrafficOptions): Translator {
  return remedied(traffic(lines(options), trafficOptions), {
    unreachable: 'start the server, or check the address in the setting lines.url',
    'unsupported-pair': 'add the pair to the setting lines.pairs',
  })
}
