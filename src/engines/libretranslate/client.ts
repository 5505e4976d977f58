/**
 * LibreTranslate and servers that speak its API. One call is one request, as a rule; retries, batching and limits are wrappers' work.
 *
 * Answers are told apart by status and content type, never by message: messages are translated, and change.
 */
import type { Language } from '../../article.ts'
import { EngineError } from '../../errors.ts'
import { sentenceJoiner } from '../../language.ts'
import { failuresOf, isRecord } from '../http/failures.ts'
import { httpClient, type Reply } from '../http/index.ts'
import { withPartial } from '../partial.ts'
import { codePoints, type Piece, piecesOf } from '../pieces.ts'
import { shared } from '../shared.ts'
import { type Answer, answersOf, type Translator } from '../translator.ts'
import { translatedTexts } from './answers.ts'
import { findLanguage, pairsOf, parseLanguages, type ServerLanguage } from './codes.ts'
import { repairEnding } from './ending.ts'

export interface LibreTranslateOptions {
  /** Where the server answers, such as http://localhost:5000; with the prefix, if it runs under one. */
  readonly url: string
  /** Sent in the body of POST requests; never logged, never part of a message. */
  readonly apiKey?: string | undefined
  /** Longest wait for one answer, in milliseconds. @defaultValue 60000 */
  readonly timeoutMs?: number | undefined
}

/** What the server says of itself. */
interface Description {
  readonly languages: readonly ServerLanguage[]
  /** API keys exist there; requests without one may be refused. */
  readonly hasKeys: boolean
  /** Requests without one are refused. */
  readonly needsKey: boolean
  /** Code points in a text, at most. */
  readonly charLimit: number
  /** undefined where it does not say. */
  readonly version: string | undefined
}

const NAME = 'libretranslate'

/** So many batches must have come to nothing, and a single text to something, before batches are given up. */
const ODD_BATCHES = 4

/** A client of one LibreTranslate server, without cache, retries or batching (openEngine has them). @throws UsageError when `url` is not an http(s) address. */
export function libreTranslate({ url, apiKey, timeoutMs = 60_000 }: LibreTranslateOptions): Translator {
  const http = httpClient(url, timeoutMs, 'LibreTranslate server')
  const fail = failuresOf(http.address, apiKey, 'a LibreTranslate server')
  const key = apiKey === undefined ? {} : { api_key: apiKey }
  // Learned on the way: a key may have a char limit of its own, and the server names its batch limit only to who exceeds it.
  let charLimit = Number.POSITIVE_INFINITY
  let batchLimit = Number.POSITIVE_INFINITY
  // Batches that came to nothing before any came to something, and whether single texts did meanwhile: a server without batches, or a
  // proxy's bad minute.
  let oddBatches = 0
  let batchWorked = false

  const description = shared(async (signal): Promise<Description> => {
    const [languages, settings, version] = await Promise.all([
      http.ask('/languages', signal),
      http.ask('/frontend/settings', signal),
      // Servers that only resemble LibreTranslate may describe themselves nowhere.
      http.ask('/spec', signal).then(versionIn, () => undefined),
    ])
    if (languages.status !== 200) throw fail.with(languages)
    const parsed = parseLanguages(languages.json)
    if (parsed === undefined || parsed.length === 0) throw fail.senseless(languages)
    // Servers that only resemble LibreTranslate may have no settings.
    const known = isRecord(settings.json) ? settings.json : {}
    return {
      languages: parsed,
      hasKeys: known.apiKeys === true,
      needsKey: known.keyRequired === true,
      charLimit: typeof known.charLimit === 'number' && known.charLimit > 0 ? known.charLimit : Number.POSITIVE_INFINITY,
      version,
    }
  })

  /** The server's codes for a pair, and its limit; all that can be known to fail without sending a text fails here. */
  const prepare = async (from: Language, to: Language, signal: AbortSignal): Promise<{ source: string; target: string; limit: number }> => {
    const server = await description.get(signal)
    if (server.needsKey && apiKey === undefined) throw fail.keyMissing()
    const source = findLanguage(server.languages, from)
    const target = findLanguage(server.languages, to)
    if (source === undefined || target === undefined || source === target || !source.targets.includes(target.code)) {
      throw new EngineError('unsupported-pair', `${http.address} does not translate from ${from} to ${to}`)
    }
    return { source: source.code, target: target.code, limit: Math.min(charLimit, server.charLimit) }
  }

  /** One request, or several where the server takes no batch as large. @throws EngineError with what came before it. */
  const send = async (texts: readonly string[], source: string, target: string, signal: AbortSignal): Promise<readonly Answer[]> => {
    if (texts.length > batchLimit) return inParts(texts, source, target, signal)
    const isBatch = texts.length > 1
    const answer = await http.ask('/translate', signal, { q: isBatch ? texts : texts[0], source, target, format: 'text', ...key })
    const translated = answer.status === 200 ? translatedTexts(answer.json, texts.length) : undefined
    if (translated !== undefined) {
      if (isBatch) batchWorked = true
      else if (!batchWorked && oddBatches >= ODD_BATCHES) batchLimit = 1
      return answersOf(NAME, translated)
    }
    const learned = learnLimit(answer, texts)
    if (learned === 'batch') return send(texts, source, target, signal)
    if (learned === 'text') throw new LimitLearned()
    if (isBatch && [200, 400, 415, 422].includes(answer.status)) oddBatches += 1
    throw await failure(answer, signal)
  }

  const inParts = async (texts: readonly string[], source: string, target: string, signal: AbortSignal): Promise<readonly Answer[]> => {
    const results: Answer[] = []
    for (let at = 0; at < texts.length; at += batchLimit) {
      try {
        results.push(...(await send(texts.slice(at, at + batchLimit), source, target, signal)))
      } catch (thrown) {
        if (!(thrown instanceof EngineError)) throw thrown
        throw withPartial(
          thrown,
          texts.map((_, index) => results[index]),
        )
      }
    }
    return results
  }

  /** "request (51) exceeds text limit (50)" is said of the batch and of a text alike: what has size 51 tells which. */
  const learnLimit = ({ status, json }: Reply, texts: readonly string[]): 'batch' | 'text' | undefined => {
    const numbers = status === 400 && isRecord(json) ? String(json.error).match(/\d+/g)?.map(Number) : undefined
    const [size = 0, limit = 0] = numbers ?? []
    if (numbers?.length !== 2 || limit < 1 || limit >= size) return undefined
    // Another call may have learned the same meanwhile: what was sent is over the limit all the same, and is cut smaller now.
    if (size === texts.length) {
      batchLimit = Math.min(batchLimit, limit)
      return 'batch'
    }
    if (!texts.some((text) => codePoints(text) === size)) return undefined
    charLimit = Math.min(charLimit, limit)
    return 'text'
  }

  const failure = async (answer: Reply, signal: AbortSignal): Promise<EngineError> => {
    if (answer.status === 403) return (await isBanned(signal)) ? fail.with(answer) : fail.keyUnknown(answer)
    if (answer.status !== 400) return fail.with(answer)
    // A missing key is a 400 too, and so is a language that is there no more.
    const { hasKeys } = await description.get(signal)
    description.forget()
    return hasKeys && apiKey === undefined ? fail.keyMissing() : fail.with(answer)
  }

  /**
   * 403 is said of a ban and of a wrong key. The ban is looked at first, and counts for the address: it also hits a request
   * without key, which otherwise ends in a 400, as it has no text. A 429 says the address is over its limit: what bans are for.
   */
  const isBanned = async (signal: AbortSignal): Promise<boolean> =>
    apiKey === undefined || [403, 429].includes((await http.ask('/translate', signal, { source: 'en', target: 'en' })).status)

  const translateFitting = async (
    texts: readonly string[],
    from: Language,
    to: Language,
    signal: AbortSignal,
  ): Promise<readonly Answer[]> => {
    const { source, target, limit } = await prepare(from, to, signal)
    const cut = texts.map((text): readonly Piece[] => {
      const pieces = piecesOf(text, limit)
      if (pieces !== undefined) return pieces
      const what = `a text of ${codePoints(text)} characters is over the limit of ${limit} of ${http.address}, and has no place to cut it`
      throw new EngineError('refused-text', what)
    })
    const parts = cut.flat().map(({ text }) => text)
    /** The texts of which all parts were answered. */
    const joined = (answers: readonly (Answer | undefined)[]): readonly (Answer | undefined)[] => {
      let at = 0
      return cut.map((pieces) => {
        const own = answers.slice(at, at + pieces.length)
        at += pieces.length
        if (own.length < pieces.length || own.includes(undefined)) return undefined
        const gaps = pieces.slice(0, -1).map(({ gap }) => (gap.includes('\n') ? gap : sentenceJoiner(to)))
        return { text: own.map((answer, index) => repairEnding(answer!.text, to) + (gaps[index] ?? '')).join(''), engine: NAME }
      })
    }
    try {
      return joined(await send(parts, source, target, signal)) as readonly Answer[]
    } catch (thrown) {
      if (thrown instanceof EngineError && thrown.partial !== undefined) throw withPartial(thrown, joined(thrown.partial))
      throw thrown
    }
  }

  return {
    name: NAME,
    edition: async () => {
      const { version } = await description.get(AbortSignal.timeout(timeoutMs))
      return version === undefined ? NAME : `${NAME} ${version}`
    },
    languages: async (signal) => {
      const server = await description.get(signal)
      if (server.needsKey && apiKey === undefined) throw fail.keyMissing()
      return pairsOf(server.languages)
    },
    translate: async (texts, from, to, { signal }) => {
      signal.throwIfAborted()
      // The server answers 400 to '' and may ask for English when all is emoji: what has no letter and no digit says the same everywhere.
      const results = [...answersOf(NAME, texts)]
      const worded = texts.flatMap((text, index) => (/[\p{L}\p{N}]/u.test(text) ? [index] : []))
      if (worded.length === 0) return results
      const asked = worded.map((index) => texts[index]!)
      for (;;) {
        try {
          const answers = await translateFitting(asked, from, to, signal)
          const { version } = await description.get(signal)
          worded.forEach((index, at) => {
            results[index] = version === undefined ? answers[at]! : { ...answers[at]!, version }
          })
          return results
        } catch (thrown) {
          if (thrown instanceof EngineError && thrown.partial !== undefined) {
            const { partial } = thrown
            throw withPartial(
              thrown,
              results.map((same, index) => (worded.includes(index) ? partial[worded.indexOf(index)] : same)),
            )
          }
          if (!(thrown instanceof LimitLearned)) throw thrown
        }
      }
    },
  }
}

/** OpenAPI's `info.version`, which LibreTranslate fills with its own. */
function versionIn({ status, json }: Reply): string | undefined {
  const info = status === 200 && isRecord(json) ? json.info : undefined
  return isRecord(info) && typeof info.version === 'string' && info.version !== '' ? info.version : undefined
}

/** The server told a lower limit than was known: cut the texts anew. */
class LimitLearned extends Error {}
