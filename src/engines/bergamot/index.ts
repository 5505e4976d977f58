/** The built-in engine: Bergamot's, in WebAssembly, with Mozilla's models. It needs no server; models are fetched once. */
import { availableParallelism, totalmem } from 'node:os'
import { sentenceJoiner } from '../../language.ts'
import { join } from '../partial.ts'
import { codePoints, piecesOf } from '../pieces.ts'
import { remedied } from '../remedied.ts'
import { rescued } from '../rescued.ts'
import type { Answer, Translator } from '../translator.ts'
import { chainOf, pairsOf } from './chain.ts'
import { Library, type LibraryOptions } from './library.ts'
import { Pool, type PoolOptions } from './pool.ts'
import { remedies } from './remedies.ts'
import type { InstalledModel } from './store.ts'

export interface BergamotOptions extends LibraryOptions, Partial<Pick<PoolOptions, 'timeoutMs' | 'worker'>> {
  /** Sentences translated at once; each takes a processor and up to 700 MB. @defaultValue one a processor, as far as the memory goes */
  readonly threads?: number | undefined
}

const NAME = 'bergamot'

/** Memory that a thread is to have for itself, in bytes: twice what it takes. */
const ROOM = 1_400_000_000

/**
 * Code points of a text that goes through in one piece. The engine cuts at 128 pieces of words, wherever that is: a piece is two to five
 * letters, or one character of Chinese.
 */
const LONGEST = { letters: 400, characters: 120 }

/** A translator that has threads to end. */
export interface Bergamot extends AsyncDisposable {
  readonly translator: Translator
}

export function bergamot(options: BergamotOptions = {}): Bergamot {
  const { threads = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / ROOM))), timeoutMs = 60_000, worker } = options
  const library = new Library(options)
  const pool = new Pool({ threads, timeoutMs, worker })

  const one = async (text: string, models: readonly InstalledModel[], signal: AbortSignal): Promise<string> => {
    const limit = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
      ? LONGEST.characters
      : LONGEST.letters
    const pieces = codePoints(text) > limit ? piecesOf(text, limit) : undefined
    if (pieces === undefined) return pool.translate(oneLine(text), models, signal)
    const made = await Promise.all(pieces.map((piece) => pool.translate(oneLine(piece.text), models, signal)))
    return made.map((part, at) => part + gapAfter(pieces[at]!.gap, at === pieces.length - 1, models)).join('')
  }

  const translator: Translator = {
    name: NAME,
    edition: async (from, to) => [NAME, ...(chainOf(await library.installed(), from, to) ?? []).map(({ version }) => version)].join(' '),
    languages: async () => pairsOf(await library.installed()),
    translate: async (texts, from, to, { signal }) => {
      signal.throwIfAborted()
      // What has no letter and no digit says the same everywhere.
      if (!texts.some(isWorded)) return texts.map((text) => ({ text, engine: NAME }))
      const models = await library.chain(from, to, signal)
      const version = models.map((model) => `${model.from}-${model.to} ${model.architecture} ${model.version}`).join(' + ')
      const outcomes = await Promise.allSettled(
        texts.map(
          async (text): Promise<readonly Answer[]> => [
            { text: isWorded(text) ? await one(text, models, signal) : text, engine: NAME, version },
          ],
        ),
      )
      signal.throwIfAborted()
      return join(
        texts.map((text) => [text]),
        outcomes,
      )
    },
  }
  return {
    translator: remedied(rescued(translator), remedies),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}

function isWorded(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** Each line would be a sentence to the engine. */
function oneLine(text: string): string {
  return text.replace(/\s*[\n\r\u2028\u2029]+\s*/gu, ' ').trim()
}

function gapAfter(gap: string, isLast: boolean, models: readonly InstalledModel[]): string {
  return isLast ? '' : gap.includes('\n') ? gap : sentenceJoiner(models.at(-1)!.to)
}
