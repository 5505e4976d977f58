/** Any program that reads lines and writes lines: a line in is a text, a line out its translation. It is started for each batch, and ends with it. */
import { spawn } from 'node:child_process'
import { text as allOf } from 'node:stream/consumers'
import { EngineError, messageOf } from '../../errors.ts'
import { listedPairs, type PairList } from '../pairs.ts'
import { remedied } from '../remedied.ts'
import { type TrafficOptions, traffic } from '../traffic/index.ts'
import { answersOf, type Translator } from '../translator.ts'

export interface CommandOptions extends PairList {
  /** The program and its arguments; {from} and {to} stand for the languages: ['apertium', '{from}-{to}']. No shell sees them. */
  readonly run: readonly string[]
  /** Longest time for one batch, in milliseconds. @defaultValue 120000 */
  readonly timeoutMs?: number | undefined
}

const NAME = 'command'

export function command({ run, pairs, timeoutMs = 120_000 }: CommandOptions): Translator {
  const [program = '', ...rest] = run
  const list = listedPairs(pairs, program)

  const lines = async (texts: readonly string[], from: string, to: string, signal: AbortSignal): Promise<readonly string[]> => {
    const timeout = AbortSignal.timeout(timeoutMs)
    const words = rest.map((word) => word.replaceAll('{from}', from).replaceAll('{to}', to))
    const child = spawn(program, words, { signal: AbortSignal.any([signal, timeout]), stdio: ['pipe', 'pipe', 'pipe'] })
    const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
    // One that ends before it has read everything says so by what it wrote.
    child.stdin.on('error', () => {}).end(texts.map((text) => `${text}\n`).join(''))
    try {
      const [out, complaint, code] = await Promise.all([allOf(child.stdout), allOf(child.stderr), ended])
      if (code !== 0) throw new EngineError('bad-answer', `${program} ended with ${code}: ${complaint.trim().slice(-200)}`)
      const answers = out.replace(/\r?\n$/u, '').split(/\r?\n/u)
      if (answers.length !== texts.length)
        throw new EngineError('bad-answer', `${program} wrote ${answers.length} lines for ${texts.length}`)
      return answers
    } catch (thrown) {
      signal.throwIfAborted()
      if (thrown instanceof EngineError) throw thrown
      if (timeout.aborted) throw new EngineError('unreachable', `${program} did not end within ${timeoutMs} ms`)
      throw new EngineError('not-set-up', `${program} cannot be run: ${messageOf(thrown)}`, { cause: thrown })
    }
  }

  return {
    name: NAME,
    edition: async () => [NAME, ...run].join(' '),
    languages: async () => list.pairs,
    translate: async (texts, from, to, { signal }) => {
      signal.throwIfAborted()
      list.check(from, to)
      const worded = texts.filter((text) => /[\p{L}\p{N}]/u.test(text))
      if (worded.length === 0) return answersOf(NAME, texts)
      const made = [
        ...(await lines(
          worded.map((text) => text.replace(/\s*[\n\r]+\s*/gu, ' ')),
          from,
          to,
          signal,
        )),
      ]
      return answersOf(
        NAME,
        texts.map((text) => (worded.includes(text) ? made.shift()! : text)),
      )
    },
  }
}

/** As a run asks it. */
export function commandEngine(program: CommandOptions, options: TrafficOptions): Translator {
  return remedied(traffic(command(program), options), {
    'not-set-up': 'check the program in the setting command.run',
    'bad-answer': 'the program must write a line for each line it reads, and end with 0',
    'unsupported-pair': 'add the pair to the setting command.pairs',
  })
}
