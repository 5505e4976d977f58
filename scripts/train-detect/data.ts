import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLetters, scripts } from '../../src/stages/detect/letters.ts'
import { asInBosnian, inLatin, wordsIn } from './serbian.ts'

/** Lines of text by language tag. */
export type Corpus = ReadonlyMap<string, readonly string[]>

/** Reads a folder of `<tag>.txt`, a line of text each. */
export function readCorpus(folder: string): Corpus {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return new Map(
    files.sort().map((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').normalize('NFC').split('\n')
      return [name.slice(0, -'.txt'.length), lines.filter((line) => line.trim() !== '')]
    }),
  )
}

/** Every 20th line of each language is held back, for calibration. */
export function holdBack(corpus: Corpus): { training: Corpus; held: Corpus } {
  const pick = (wanted: boolean): Corpus =>
    new Map([...corpus].map(([tag, lines]) => [tag, lines.filter((_, index) => (index % 20 === 7) === wanted)]))
  return { training: pick(false), held: pick(true) }
}

/** Languages so close that whichever has more text would win. */
export const CLOSE: readonly (readonly string[])[] = [
  ['bs', 'hr', 'sr-Latn'],
  ['id', 'ms'],
]

/** How often each line of markers.tsv is read. */
const MARKER_REPEATS = 8

/**
 * `corpus` with more text for the languages that others crowd: Serbian in Latin letters from Cyrillic, Bosnian from Serbian, and
 * markers.tsv, written for this project: words and sentences that tell close languages apart, and that the texts of some of them,
 * mostly messages of programs, hold too few of.
 */
export function enriched(corpus: Corpus): Corpus {
  const lines = (tag: string): readonly string[] => corpus.get(tag) ?? []
  const fromCyrillic = lines('sr-Cyrl').map(inLatin)
  const asBosnian = asInBosnian([...lines('sr-Latn'), ...fromCyrillic], wordsIn([...lines('bs'), ...lines('hr')]))
  return withMarkers(new Map([...corpus, ['sr-Latn', [...lines('sr-Latn'), ...fromCyrillic]], ['bs', [...lines('bs'), ...asBosnian]]]))
}

function withMarkers(corpus: Corpus): Corpus {
  const lines = readFileSync(new URL('markers.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const markers = new Map<string, string[]>()
  for (const line of lines) {
    const [tag = '', words = ''] = line.split('\t')
    markers.set(tag, [...(markers.get(tag) ?? []), ...Array.from({ length: MARKER_REPEATS }, () => words)])
  }
  return new Map([...corpus].map(([tag, text]) => [tag, [...text, ...(markers.get(tag) ?? [])]]))
}

/** Tags by the script that most of their lines are in. */
export function byScript(corpus: Corpus): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const [tag, lines] of corpus) {
    const script = scripts[readLetters(lines.slice(0, 50).join('\n')).script]!
    tags.set(script, [...(tags.get(script) ?? []), tag])
  }
  return tags
}

/** The same numbers in 0..1 on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
