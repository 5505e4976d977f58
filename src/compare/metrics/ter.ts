/**
 * Translation edit rate (Snover et al. 2006): the fewest insertions, deletions, substitutions and shifts of words that make the reference of
 * the hypothesis, found greedily, shift by shift, with the limits of Tercom and the beam of sacrebleu's implementation.
 */
import { splitSpace } from '../tokenize.ts'
import { type Metric, SACREBLEU } from './metric.ts'

/** Words in a shift, words a shift may go, cells beside the diagonal, shifts looked at for a segment, at most. */
const SHIFT_WORDS = 10
const SHIFT_DISTANCE = 50
const BEAM = 25
const SHIFTS_TRIED = 1000

/** Counts: edits, words of the reference (of several: their mean). */
export function ter(references: number): Metric {
  return {
    name: 'ter',
    signature: `nrefs:${references}|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:${SACREBLEU}`,
    rises: false,
    countsOf: (hypothesis, targets) => {
      const words = wordsOf(hypothesis)
      let edits = Number.POSITIVE_INFINITY
      let length = 0
      for (const target of targets) {
        const wanted = wordsOf(target)
        edits = Math.min(edits, editsOf(words, wanted))
        length += wanted.length
      }
      return Float64Array.of(edits, length / targets.length)
    },
    scoreOf: ([edits = 0, length = 0]) => (length > 0 ? (100 * edits) / length : edits > 0 ? 100 : 0),
  }
}

function wordsOf(text: string): string[] {
  return splitSpace(text.toLowerCase())
}

/** Shifts and edits that make `reference` of `hypothesis`. */
function editsOf(hypothesis: readonly string[], reference: readonly string[]): number {
  if (reference.length === 0) return hypothesis.length
  const ids = new Map<string, number>()
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size
    ids.set(word, id)
    return id
  }
  const wanted = Int32Array.from(reference, idOf)
  let words = Int32Array.from(hypothesis, idOf)
  const distances = new Distances(words.length, wanted)
  const search = { tried: 0 }
  let shifts = 0
  for (;;) {
    const better = bestShift(words, wanted, distances, search)
    if (search.tried >= SHIFTS_TRIED || better === undefined || better.gain <= 0) break
    shifts += 1
    words = better.words
  }
  return shifts + distances.of(words)
}

interface Shift {
  readonly gain: number
  readonly length: number
  readonly start: number
  readonly target: number
  readonly words: Int32Array<ArrayBuffer>
}

/** The shift that saves most; of several the longest, then the one that starts first, then the one that goes to the first place. */
function bestShift(words: Int32Array, reference: Int32Array, distances: Distances, search: { tried: number }): Shift | undefined {
  const before = distances.of(words)
  const { at, wrongWords, wrongReference } = distances.trace()
  let best: Shift | undefined
  for (const { start, to, length } of sharedRuns(words, reference)) {
    // Neither what is right already is moved, nor to a place where what stands there is right; nor into itself.
    if (!anyIn(wrongWords, start, length) || !anyIn(wrongReference, to, length)) continue
    if (start <= at[to]! && at[to]! < start + length) continue
    let last = -1
    for (let offset = -1; offset < length; offset += 1) {
      const place = to + offset
      const target = place === -1 ? 0 : at[place]! + 1
      if (target === last) continue
      last = target
      const shifted = shift(words, start, length, target)
      const gain = before - distances.of(shifted)
      search.tried += 1
      const one = { gain, length, start, target, words: shifted }
      if (best === undefined || compare(one, best) > 0) best = one
    }
    if (search.tried >= SHIFTS_TRIED) break
  }
  return best
}

/** More than 0 when `a` is the better shift. */
function compare(a: Shift, b: Shift): number {
  return a.gain - b.gain || a.length - b.length || b.start - a.start || b.target - a.target
}

function anyIn(flags: Uint8Array, start: number, length: number): boolean {
  for (let at = start; at < start + length; at += 1) if (flags[at] === 1) return true
  return false
}

/** Runs of words that stand in both, each of their beginnings too. */
function* sharedRuns(words: Int32Array, reference: Int32Array): Generator<{ start: number; to: number; length: number }> {
  for (let start = 0; start < words.length; start += 1) {
    const first = Math.max(0, start - SHIFT_DISTANCE)
    const last = Math.min(reference.length - 1, start + SHIFT_DISTANCE)
    for (let to = first; to <= last; to += 1) {
      const most = Math.min(SHIFT_WORDS, words.length - start, reference.length - to)
      for (let length = 1; length <= most && words[start + length - 1] === reference[to + length - 1]; length += 1) {
        yield { start, to, length }
      }
    }
  }
}

/** `words` with the run moved in front of what stands at `target`. */
function shift(words: Int32Array, start: number, length: number, target: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(words.length)
  const run = words.subarray(start, start + length)
  if (target < start) {
    out.set(words.subarray(0, target))
    out.set(run, target)
    out.set(words.subarray(target, start), target + length)
    out.set(words.subarray(start + length), start + length)
    return out
  }
  // Behind the run, or within it: then it moves on by as many words as lie before the target in it.
  const passed = target > start + length ? target - start - length : target - start
  out.set(words.subarray(0, start))
  out.set(words.subarray(start + length, start + length + passed), start)
  out.set(run, start + passed)
  out.set(words.subarray(start + length + passed), start + passed + length)
  return out
}

const NONE = 0
const KEEP = 1
const REPLACE = 2
const DELETE = 3
const INSERT = 4
const FAR = 1e9

/** Edit distances to one reference: rows of the words that the last text shares with the next one are kept. */
class Distances {
  readonly #width: number
  readonly #costs: Int32Array
  readonly #steps: Uint8Array
  readonly #last: Int32Array
  #known = 0

  constructor(
    readonly length: number,
    readonly reference: Int32Array,
  ) {
    this.#width = reference.length + 1
    this.#costs = new Int32Array((length + 1) * this.#width)
    this.#steps = new Uint8Array((length + 1) * this.#width)
    this.#last = new Int32Array(length)
    for (let column = 0; column < this.#width; column += 1) {
      this.#costs[column] = column
      this.#steps[column] = INSERT
    }
  }

  of(words: Int32Array): number {
    let shared = 0
    while (shared < this.#known && words[shared] === this.#last[shared]) shared += 1
    const ratio = this.length === 0 ? 1 : this.reference.length / this.length
    const beam = BEAM < ratio / 2 ? Math.ceil(ratio / 2 + BEAM) : BEAM
    for (let row = shared + 1; row <= this.length; row += 1) this.#fill(row, words[row - 1]!, Math.floor(row * ratio), beam)
    this.#last.set(words)
    this.#known = this.length
    return this.#costs[this.length * this.#width + this.reference.length]!
  }

  #fill(row: number, word: number, diagonal: number, beam: number): void {
    const costs = this.#costs
    const width = this.#width
    const here = row * width
    const above = here - width
    costs.fill(FAR, here, here + width)
    this.#steps.fill(NONE, here, here + width)
    const first = Math.max(0, diagonal - beam)
    const end = row === this.length ? width : Math.min(width, diagonal + beam)
    for (let column = first; column < end; column += 1) {
      if (column === 0) {
        costs[here] = costs[above]! + 1
        this.#steps[here] = DELETE
        continue
      }
      const same = word === this.reference[column - 1]
      let cost = costs[above + column - 1]! + (same ? 0 : 1)
      let step = same ? KEEP : REPLACE
      if (costs[above + column]! + 1 < cost) {
        cost = costs[above + column]! + 1
        step = DELETE
      }
      if (costs[here + column - 1]! + 1 < cost) {
        cost = costs[here + column - 1]! + 1
        step = INSERT
      }
      if (cost < FAR) {
        costs[here + column] = cost
        this.#steps[here + column] = step
      }
    }
  }

  /**
   * How the last text was edited: for each word of the reference the word of the text it stands for or follows (-1: none), and which words of
   * either side are not right.
   */
  trace(): { at: Int32Array; wrongWords: Uint8Array; wrongReference: Uint8Array } {
    const at = new Int32Array(this.reference.length)
    const wrongWords = new Uint8Array(this.length)
    const wrongReference = new Uint8Array(this.reference.length)
    let row = this.length
    let column = this.reference.length
    while (row > 0 || column > 0) {
      const step = this.#steps[row * this.#width + column]
      if (step === KEEP || step === REPLACE) {
        row -= 1
        column -= 1
        at[column] = row
        if (step === REPLACE) wrongWords[row] = wrongReference[column] = 1
      } else if (step === INSERT) {
        column -= 1
        at[column] = row - 1
        wrongReference[column] = 1
      } else {
        row -= 1
        wrongWords[row] = 1
      }
    }
    return { at, wrongWords, wrongReference }
  }
}
