/** How many people use a language: what is known of a post before it is read. models/speakers.tsv says where from. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../article.ts'

/**
 * What the logarithm of that number adds to the log-odds of a language, in nats for each. At .2, of posts made of the out-of-domain lines of seven
 * large languages 97.1 % are right instead of 96.5, and of those of 103 languages alike 93.6 instead of 93.9; at .3, 97.5 and 93.3.
 */
const WEIGHT = 0.2

/** UTF-16 code units from which a text is no post, whatever stands in it. */
export const LONGEST_POST = 500

/** By the number of a language; a language that is in no table is as rare as the rarest. */
export function speakersPrior(languages: readonly Language[]): readonly number[] {
  const [, ...rows] = readFileSync(new URL('../../../models/speakers.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const thousands = new Map(rows.map((row) => row.split('\t') as [Language, string]))
  return languages.map((language) => WEIGHT * Math.log(Number(thousands.get(language) ?? 1)))
}
