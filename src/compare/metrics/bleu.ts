/** BLEU (Papineni et al. 2002) as sacrebleu counts it: up to four words, exponential smoothing (Chen and Cherry 2014, method 3). */
import { signatureOf, type TokenizerName, tokenizerOf } from '../tokenize.ts'
import { type Metric, SACREBLEU, tally } from './metric.ts'

const ORDER = 4

/**
 * Counts: words of the hypothesis, words of the nearest reference, then for each order what is right and what is there.
 *
 * @param dictionary folder of MeCab's dictionary, for the tokenizer that needs it
 */
export function bleu(tokenizer: TokenizerName, references: number, dictionary?: string): Metric {
  const tokenize = tokenizerOf(tokenizer, dictionary)
  const grams = (words: readonly string[], order: number) => tally(ngrams(words, order))
  return {
    name: 'bleu',
    signature: `nrefs:${references}|case:mixed|eff:no|tok:${signatureOf(tokenizer)}|smooth:exp|version:${SACREBLEU}`,
    rises: true,
    countsOf: (hypothesis, targets) => {
      const words = tokenize(hypothesis.trimEnd())
      const wanted = targets.map((target) => tokenize(target.trimEnd()))
      const counts = new Float64Array(2 + 2 * ORDER)
      counts[0] = words.length
      counts[1] = nearestLength(
        words.length,
        wanted.map((target) => target.length),
      )
      for (let order = 1; order <= ORDER; order += 1) {
        const most = mergeMost(wanted.map((target) => grams(target, order)))
        let right = 0
        for (const [gram, count] of grams(words, order)) right += Math.min(count, most.get(gram) ?? 0)
        counts[2 * order] = right
        counts[2 * order + 1] = Math.max(0, words.length - order + 1)
      }
      return counts
    },
    scoreOf: (counts) => score(counts, false),
    // A sentence of three words has no four in a row: of a segment alone only the orders that exist count.
    segmentScoreOf: (counts) => score(counts, true),
  }
}

function score(counts: Float64Array, effectiveOrder: boolean): number {
  const [length, wanted] = [counts[0]!, counts[1]!]
  let smoothing = 1
  let logs = 0
  let orders = 0
  let anyRight = false
  for (let order = 1; order <= ORDER; order += 1) {
    const [right, total] = [counts[2 * order]!, counts[2 * order + 1]!]
    if (right > 0) anyRight = true
    if (total === 0) {
      if (!effectiveOrder) return 0
      break
    }
    orders = order
    if (right === 0) smoothing *= 2
    logs += Math.log(right === 0 ? 100 / (smoothing * total) : (100 * right) / total)
  }
  if (!anyRight || orders === 0) return 0
  const brevity = length < wanted ? Math.exp(1 - wanted / length) : 1
  return brevity * Math.exp(logs / orders)
}

function* ngrams(words: readonly string[], order: number): Generator<string> {
  for (let at = 0; at + order <= words.length; at += 1) yield words.slice(at, at + order).join(' ')
}

/** Of two as near, the shorter. */
function nearestLength(length: number, lengths: readonly number[]): number {
  return lengths.reduce((best, one) => {
    const [closer, before] = [Math.abs(one - length), Math.abs(best - length)]
    return closer < before || (closer === before && one < best) ? one : best
  })
}

/** For each key the most that any of the tallies has. */
function mergeMost([first = new Map(), ...rest]: readonly Map<string, number>[]): Map<string, number> {
  for (const one of rest) for (const [key, count] of one) first.set(key, Math.max(first.get(key) ?? 0, count))
  return first
}
