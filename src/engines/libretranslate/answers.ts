import { isRecord } from '../http/failures.ts'

/** What a translation request brought; undefined when that is not `count` texts. */
export function translatedTexts(json: unknown, count: number): readonly string[] | undefined {
  const translated = isRecord(json) ? json.translatedText : undefined
  const list = count === 1 && typeof translated === 'string' ? [translated] : translated
  const isWhole = Array.isArray(list) && list.length === count && list.every((text) => typeof text === 'string')
  return isWhole ? list : undefined
}
