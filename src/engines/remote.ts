/**
 * A Translator over a MessagePort: worker threads do the computing, the main thread owns the one engine with its limit and its cache.
 * Aborts go one way, EngineErrors the other, whole.
 */
import type { MessagePort } from 'node:worker_threads'
import type { Language } from '../article.ts'
import { type EngineCode, EngineError, messageOf } from '../errors.ts'
import type { Answer, LanguagePair, TranslateOptions, Translator } from './translator.ts'

type Request =
  | {
      readonly id: number
      readonly kind: 'translate'
      readonly texts: readonly string[]
      readonly from: Language
      readonly to: Language
      readonly options: Omit<TranslateOptions, 'signal'>
    }
  | { readonly id: number; readonly kind: 'languages' }
  | { readonly id: number; readonly kind: 'abort' }

type Reply =
  | { readonly id: number; readonly kind: 'result'; readonly value: readonly Answer[] | readonly LanguagePair[] }
  | { readonly id: number; readonly kind: 'engine-error'; readonly error: Parcel }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string }

/** An EngineError as it travels: structured clone would drop its class and its fields. */
interface Parcel {
  readonly code: EngineCode
  readonly message: string
  readonly status: number | undefined
  readonly partial: readonly (Answer | undefined)[] | undefined
  readonly remedy: string | undefined
}

/** Answers what the other end of `port` asks, until it is closed; then whatever is under way for it is aborted. */
export function serveTranslator(port: MessagePort, translator: Translator): void {
  const underWay = new Map<number, AbortController>()

  const answer = async (request: Exclude<Request, { kind: 'abort' }>, signal: AbortSignal): Promise<Reply> => {
    const { id } = request
    try {
      const value =
        request.kind === 'languages'
          ? await translator.languages(signal)
          : await translator.translate(request.texts, request.from, request.to, { ...request.options, signal })
      return { id, kind: 'result', value }
    } catch (thrown) {
      if (!(thrown instanceof EngineError)) return { id, kind: 'fault', message: messageOf(thrown) }
      const { code, message, status, partial, remedy } = thrown
      return { id, kind: 'engine-error', error: { code, message, status, partial, remedy } }
    }
  }

  port.on('message', async (request: Request) => {
    if (request.kind === 'abort') return underWay.get(request.id)?.abort()
    const controller = new AbortController()
    underWay.set(request.id, controller)
    const reply = await answer(request, controller.signal)
    underWay.delete(request.id)
    // Nobody waits for what was aborted.
    if (!controller.signal.aborted) port.postMessage(reply)
  })
  port.on('close', () => {
    for (const controller of underWay.values()) controller.abort()
  })
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (reason: unknown) => void
}

/**
 * The translator served at the other end of `port`. Once the port is closed every call fails as 'unreachable'.
 * @param served what that translator says of itself
 */
export function remoteTranslator(port: MessagePort, { name, reads = [] }: Pick<Translator, 'name' | 'reads'>): Translator {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closed = false
  const gone = (): EngineError => new EngineError('unreachable', `${name}: the thread that talks to the engine is gone`)

  port.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'result') call?.resolve(reply.value as never)
    else
      call?.reject(reply.kind === 'fault' ? new Error(reply.message) : new EngineError(reply.error.code, reply.error.message, reply.error))
  })
  port.on('close', () => {
    closed = true
    for (const { reject } of waiting.values()) reject(gone())
    waiting.clear()
  })

  const call = async <T>(request: (id: number) => Request, signal: AbortSignal): Promise<T> => {
    signal.throwIfAborted()
    if (closed) throw gone()
    lastId += 1
    const id = lastId
    const abort = (): void => {
      port.postMessage({ id, kind: 'abort' } satisfies Request)
      waiting.get(id)?.reject(signal.reason)
      waiting.delete(id)
    }
    signal.addEventListener('abort', abort, { once: true })
    try {
      return await new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        port.postMessage(request(id))
      })
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  return {
    name,
    reads,
    languages: (signal) => call((id) => ({ id, kind: 'languages' }), signal),
    translate: (texts, from, to, { signal, ...options }) => call((id) => ({ id, kind: 'translate', texts, from, to, options }), signal),
  }
}
