import { EngineError } from '../../errors.ts'
import type { Reply } from './index.ts'

export interface Failures {
  /** What an answer that brought nothing means, by its status. */
  readonly with: (answer: Reply) => EngineError
  /** An answer that no such server gives. */
  readonly senseless: (answer: Reply) => EngineError
  readonly keyMissing: () => EngineError
  readonly keyUnknown: (answer: Reply) => EngineError
}

/**
 * The errors of the server at `address`. Their messages never hold `apiKey`, even when the server's do.
 * @param kind what it should be: 'a LibreTranslate server'
 */
export function failuresOf(address: string, apiKey: string | undefined, kind: string): Failures {
  const senseless = ({ status }: Reply): EngineError =>
    new EngineError('bad-answer', `${address} gave an answer (status ${status}) that makes no sense; is that the address of ${kind}?`, {
      status,
    })
  return {
    senseless,
    keyMissing: () => new EngineError('unauthorized', `${address} wants an API key`),
    keyUnknown: ({ status }) => new EngineError('unauthorized', `${address} does not know this API key`, { status }),
    with: (answer) => {
      const { status, retryAfterMs, location } = answer
      if (status >= 300 && status < 400 && location !== undefined) {
        const target = URL.canParse(location, address) ? new URL(location, address) : undefined
        const where = target === undefined ? 'nowhere' : `${target.origin}${target.pathname}`
        return new EngineError('redirected', `${address} leads to ${where} (status ${status})`, { status })
      }
      const meaning = meaningOf(status)
      if (meaning === undefined) return senseless(answer)
      const [code, what] = meaning
      const said = isRecord(answer.json) && typeof answer.json.error === 'string' ? `: ${shorten(answer.json.error, apiKey)}` : ''
      return new EngineError(code, `${address} ${what} (status ${status}${said})`, { status, retryAfterMs })
    },
  }
}

function meaningOf(status: number): readonly [EngineError['code'], string] | undefined {
  if (status === 401 || status === 407) return ['unauthorized', 'wants a login']
  if (status === 403) return ['banned', 'refuses requests from here']
  if (status === 429) return ['rate-limited', 'asks to slow down']
  if (status === 500) return ['refused-text', 'failed on the text']
  if (status === 400 || status === 413 || status === 422) return ['refused-text', 'refused the text']
  if (status === 408 || status > 500) return ['unreachable', 'is not ready']
  return undefined
}

/** A server's message, short, and without the key in case it repeats it. */
function shorten(message: string, apiKey: string | undefined): string {
  const clean = apiKey ? message.replaceAll(apiKey, '…') : message
  return clean.length > 200 ? `${clean.slice(0, 200)}…` : clean
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
