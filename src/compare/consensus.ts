/**
 * Without a reference, systems judge each other: a translation is as good as it is like what the others say (minimum Bayes risk with chrF,
 * Kumar and Byrne 2004). What all got wrong alike is not seen.
 */
import { chrfGrams, chrfOf } from './metrics/chrf.ts'

export interface Agreement {
  /** By segment, by system: chrF2 to the others' translations, 0..100, on the average. */
  readonly scores: readonly (readonly number[])[]
  /** By segment: number of the system that agrees best with the others; of several the first. */
  readonly consensus: readonly number[]
}

/** @param outputs by system, by segment */
export function agreementOf(outputs: readonly (readonly string[])[]): Agreement {
  const scores = outputs[0]!.map((_, segment) => {
    const grams = outputs.map((lines) => chrfGrams(lines[segment]!))
    return grams.map((one, system) => {
      const others = grams.filter((_other, at) => at !== system)
      return others.reduce((sum, other) => sum + chrfOf(one, other), 0) / Math.max(1, others.length)
    })
  })
  return { scores, consensus: scores.map((row) => row.indexOf(Math.max(...row))) }
}
