import { createInterface } from 'node:readline/promises'
import type { Offer } from '../engines/index.ts'
import { interrupted } from './interrupt.ts'
import { megabytes } from './progress.ts'
import { tell } from './text.ts'

/**
 * Who is asked before models are fetched: nobody with --yes, else whoever sits at the terminal; undefined where nobody does, and nothing is
 * to be fetched.
 * @param before told before something is said, so that a line of progress can make room
 */
export function agreement({
  yes = false,
  before = () => {},
}: {
  yes?: boolean | undefined
  before?: () => void
}): ((offer: Offer) => Promise<boolean>) | undefined {
  if (yes) {
    return async (offer) => {
      before()
      tell(describe(offer))
      return true
    }
  }
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined
  return async (offer) => {
    before()
    tell(describe(offer))
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      const answer = await terminal.question('Fetch? [Y/n] ', { signal: interrupted })
      return /^\s*(y(es)?)?\s*$/iu.test(answer)
    } finally {
      terminal.close()
    }
  }
}

function describe({ models, bytes, licence, host, folder }: Offer): string {
  const names = models.map(({ from, to }) => `${from}-${to}`).join(', ')
  return `The built-in engine needs ${models.length === 1 ? 'a model' : 'models'}: ${names}, ${megabytes(bytes)} MB, licence ${licence}, from ${host} into ${folder}`
}
