/**
 * Sentences that go through the engine together, and what each would have been alone. Alone a sentence takes almost twice the time: most of it goes
 * into setting up the computation, not into computing. But together
 *
 * - they are filled up to the longest, which changes roundings, and each may be answered at the length of the longest: so only sentences of as many pieces
 *   go together (then the engine's numbers are the same to the last bit);
 * - without the scales of its activations in it, a model takes those of the whole batch: such a model has no batches;
 * - each may be answered with the words that any of them suggests. What each would have been given alone is among them, when the batch is given the
 *   words besides that each alone is filled up with. The engine takes the best word at each step, and keeps no other way (beam-size 1). So
 *   if all words of an answer are of those that its sentence would have been given alone, it is what it would have been alone. Any
 *   other is asked for again, alone.
 */
import { type Given, type Lexicon, MOST, readLexicon, together, type Words } from './lexicon.ts'
import type { InstalledModel } from './store.ts'
import { type Cut, readVocabulary, type Vocabulary } from './vocabulary.ts'

/** An answer of the engine. */
export interface Spoken {
  readonly text: string
  /** Bytes at which the pieces of what was asked begin, as the engine cut it, and where its end is; undefined when that cannot be told. */
  readonly asked: readonly number[] | undefined
  /** The same of `text`. */
  readonly pieces: readonly number[] | undefined
}

/** What is known of a model, so that its sentences can go together. */
export interface Reader {
  readonly source: Vocabulary
  readonly target: Vocabulary
  readonly lexicon: Lexicon
  /** Sentences that went through in batches, and those of them that were as they would have been alone. */
  tried: number
  proven: number
}

/** Words that the engine takes in a batch, those that fill up among them; of more it makes two, which are given words of their own. */
export const BATCH_WORDS = 1024

/** Pieces of a sentence that is not cut in two by the engine (its max-length-break is 128). */
const LONGEST = 120

export async function readerOf({ lexicon, vocabularies }: InstalledModel): Promise<Reader> {
  const [first, second] = vocabularies
  const source = await readVocabulary(first!)
  const target = second === undefined ? source : await readVocabulary(second)
  return { source, target, lexicon: await readLexicon(lexicon, target.size, source.end, second === undefined), tried: 0, proven: 0 }
}

/**
 * @param speak the engine, which gives the sentences the words `also` besides
 * @param reader undefined: one by one
 * @param onBegin told what is under way from now on, by index
 * @returns what `texts` are one by one
 */
export function speakAll(
  texts: readonly string[],
  speak: (texts: readonly string[], also: readonly number[]) => readonly Spoken[],
  reader: Reader | undefined,
  onBegin: (indices: readonly number[]) => void,
): readonly string[] {
  const answers = new Array<string>(texts.length)
  const alone = (at: number): void => {
    onBegin([at])
    answers[at] = speak([texts[at]!], [])[0]!.text
  }
  const cuts = texts.map((text) => (texts.length > 1 && reader !== undefined && pays(reader) ? reader.source.cut(text) : undefined))
  for (const group of groupsOf(cuts)) {
    if (group.length === 1) {
      alone(group[0]!)
      continue
    }
    const { source, target, lexicon } = reader!
    const own = group.map((at) => lexicon.given([...cuts[at]!.pieces, source.end]))
    onBegin(group)
    const spoken = speak(
      group.map((at) => texts[at]!),
      own.flatMap(({ fill }) => fill),
    )
    const all = together(own)
    const isAsForetold = spoken.every(({ asked }, index) => asked !== undefined && isSame(asked, cuts[group[index]!]!.starts))
    for (const [index, at] of group.entries()) {
      reader!.tried += 1
      if (isAsForetold && isProven(spoken[index]!, own[index]!, all, target)) {
        answers[at] = spoken[index]!.text
        reader!.proven += 1
      } else alone(at)
    }
  }
  return answers
}

/** An answer for nothing costs half of one alone: below half, batches are a loss. */
function pays({ tried, proven }: Reader): boolean {
  return tried < 64 || proven * 2 > tried
}

/** Indices of those with as many pieces; alone what was not cut. */
function groupsOf(cuts: readonly (Cut | undefined)[]): readonly (readonly number[])[] {
  const open = new Map<number, number[]>()
  const groups: number[][] = []
  cuts.forEach((cut, at) => {
    const length = cut?.pieces.length ?? Number.POSITIVE_INFINITY
    const group = length > LONGEST ? undefined : open.get(length)
    if (group !== undefined && group.length < Math.min(MOST, Math.floor(BATCH_WORDS / (length + 1)))) group.push(at)
    else {
      const begun = [at]
      groups.push(begun)
      open.set(length, begun)
    }
  })
  return groups
}

/** Whether an answer in a batch is certainly what it would have been alone. */
function isProven({ text, pieces }: Spoken, { words: own }: Given, all: Words, target: Vocabulary): boolean {
  if (pieces === undefined || own[target.end] !== 1) return false
  const bytes = Buffer.from(text)
  return pieces.slice(0, -1).every((start, index) => {
    const possible = readings(bytes.toString('utf8', start, pieces[index + 1]!), index === 0, target)
    return possible.length > 0 && possible.every((piece) => all[piece] === 0 || own[piece] === 1)
  })
}

/** Pieces that may have been said where it reads so: the first loses its space, the end has no letters. */
function readings(surface: string, isFirst: boolean, target: Vocabulary): readonly number[] {
  const whole = target.find(surface)
  const spaced = isFirst ? target.find(` ${surface}`) : undefined
  return [whole, spaced, surface === '' ? target.end : undefined].filter((piece) => piece !== undefined)
}

/** @param asked with the end of the sentence, twice */
function isSame(asked: readonly number[], starts: readonly number[]): boolean {
  return asked.length === starts.length + 2 && starts.every((start, at) => start === asked[at])
}
