/** Where a queue is: a Redis server, and the way in. */
import { UsageError } from '../../errors.ts'

export interface QueueAddress {
  /** Without user and password: this may be shown. */
  readonly shown: string
  /** Holds the password: never shown, never written. */
  readonly options: {
    readonly host: string
    readonly port: number
    readonly db: number
    readonly username?: string
    readonly password?: string
    readonly tls?: Record<string, never>
  }
}

const EXPECTED = 'expected redis://[user:password@]host[:port][/database], or rediss:// for TLS'

/**
 * @param password for an address without one, so that it need not stand on a command line that others can list
 * @throws UsageError when it is no address of a Redis server
 */
export function queueAddress(url: string, password?: string): QueueAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const database = /^\/?(\d*)$/u.exec(parsed?.pathname ?? '')?.[1]
  // What a wrong address holds is not told: it may be a password.
  if (parsed === undefined || !['redis:', 'rediss:'].includes(parsed.protocol) || parsed.hostname === '' || database === undefined)
    throw new UsageError(`--queue: ${EXPECTED}`)
  const port = Number(parsed.port || 6379)
  const secret = decodeURIComponent(parsed.password) || password
  return {
    shown: `${parsed.protocol}//${parsed.hostname}:${port}/${database || 0}`,
    options: {
      // An IPv6 address stands in brackets in a URL, and without them elsewhere.
      host: parsed.hostname.replace(/^\[(.*)\]$/u, '$1'),
      port,
      db: Number(database || 0),
      ...(parsed.username !== '' && { username: decodeURIComponent(parsed.username) }),
      ...(secret !== undefined && { password: secret }),
      ...(parsed.protocol === 'rediss:' && { tls: {} }),
    },
  }
}
