/** What is said of texts, taken apart text by text, and put together again for a batch. */
import type { Hints, TranslateOptions, Translator } from './translator.ts'

/** What is said of the text at `index`, as far as `translator` reads it; undefined when that is nothing. Of terms, those that stand in it. */
export function hintsAt(
  { reads = [] }: Translator,
  text: string,
  index: number,
  { context, terms = [], formality }: Omit<TranslateOptions, 'signal'>,
): Hints | undefined {
  const around = reads.includes('context') ? context?.[index] : undefined
  const inside = reads.includes('terms') ? terms.filter(({ source }) => text.includes(source)) : []
  const tone = reads.includes('formality') ? formality : undefined
  if (around === undefined && inside.length === 0 && tone === undefined) return undefined
  return {
    ...(around !== undefined && { context: around }),
    ...(inside.length > 0 && { terms: inside }),
    ...(tone !== undefined && { formality: tone }),
  }
}

/** For a batch: texts of one formality. */
export function optionsOf(hints: readonly (Hints | undefined)[], signal: AbortSignal): TranslateOptions {
  if (hints.every((one) => one === undefined)) return { signal }
  const terms = new Map(hints.flatMap((one) => one?.terms ?? []).map((term) => [JSON.stringify(term), term]))
  const formality = hints.find((one) => one?.formality !== undefined)?.formality
  return {
    signal,
    context: hints.map((one) => one?.context ?? {}),
    ...(terms.size > 0 && { terms: [...terms.values()] }),
    ...(formality !== undefined && { formality }),
  }
}
