/** Words of two sentences that say the same, side by side. */

/** A word, a number, a character of a script without spaces, or a mark; `text.slice(start, end)`. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
}

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+(?:['’.,-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, text: word }))
}

/** Stretches of tokens, half-open, that stand beside each other; one of them is empty where the other adds. */
export interface Step {
  readonly kind: 'same' | 'replaced' | 'added' | 'missing' | 'moved'
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
}

/** What it costs to take one word for another that has nothing to do with it; less than leaving out the one and adding the other. */
const OTHER = 1.6
/** Shorter stretches that come up at two places did not move: they are common. */
const MOVED = 2
/** Longer sentences are compared as wholes: time grows with the product of their lengths. */
const MOST_TOKENS = 1500

/** How `b` differs from `a`: edit distance over words (Wagner & Fischer 1974), where a word costs less for one that is spelt like it. */
export function alignWords(a: readonly string[], b: readonly string[]): Step[] {
  if (a.length > MOST_TOKENS || b.length > MOST_TOKENS) return [{ kind: 'replaced', a: [0, a.length], b: [0, b.length] }]
  return moved(joined(path(a, b)), a, b)
}

function path(a: readonly string[], b: readonly string[]): Step[] {
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  for (let i = a.length; i >= 0; i--) {
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length || j === b.length) cost[i * width + j] = a.length - i + b.length - j
      else {
        const both = cost[(i + 1) * width + j + 1]! + unlike(a[i]!, b[j]!)
        cost[i * width + j] = Math.min(both, 1 + cost[(i + 1) * width + j]!, 1 + cost[i * width + j + 1]!)
      }
    }
  }
  const steps: Step[] = []
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    const here = cost[i * width + j]!
    if (i < a.length && j < b.length && here === cost[(i + 1) * width + j + 1]! + unlike(a[i]!, b[j]!)) {
      steps.push({ kind: fold(a[i]!) === fold(b[j]!) ? 'same' : 'replaced', a: [i, i + 1], b: [j, j + 1] })
      i += 1
      j += 1
    } else if (i < a.length && here === 1 + cost[(i + 1) * width + j]!) {
      steps.push({ kind: 'missing', a: [i, i + 1], b: [j, j] })
      i += 1
    } else {
      steps.push({ kind: 'added', a: [i, i], b: [j, j + 1] })
      j += 1
    }
  }
  return steps
}

/** Neighbours of one kind are one step. Words replaced stay single: each stands for one. */
function joined(steps: readonly Step[]): Step[] {
  const out: Step[] = []
  for (const step of steps) {
    const last = out.at(-1)
    if (last?.kind === step.kind && step.kind !== 'replaced')
      out[out.length - 1] = { kind: step.kind, a: [last.a[0], step.a[1]], b: [last.b[0], step.b[1]] }
    else out.push(step)
  }
  return out
}

/** What is missing here and added there, word for word, was moved. */
function moved(steps: readonly Step[], a: readonly string[], b: readonly string[]): Step[] {
  const wordsOf = (words: readonly string[], [from, to]: readonly [number, number]) => words.slice(from, to).map(fold).join(' ')
  const missing = new Set(steps.flatMap((step) => (step.kind === 'missing' && step.a[1] - step.a[0] >= MOVED ? [wordsOf(a, step.a)] : [])))
  const added = new Set(steps.flatMap((step) => (step.kind === 'added' ? [wordsOf(b, step.b)] : [])))
  return steps.map((step) => {
    const text = step.kind === 'missing' ? wordsOf(a, step.a) : step.kind === 'added' ? wordsOf(b, step.b) : undefined
    return text !== undefined && missing.has(text) && added.has(text) ? { ...step, kind: 'moved' } : step
  })
}

/** 0 for the same word in any case; up to OTHER for one that shares no letters. */
function unlike(a: string, b: string): number {
  const [one, other] = [fold(a), fold(b)]
  if (one === other) return 0
  const isWord = /^[\p{L}\p{N}]/u
  // A mark never stands for a word.
  if (isWord.test(a) !== isWord.test(b)) return 2
  return OTHER * (1 - likeness(one, other) / 2)
}

/** Dice coefficient of pairs of letters, the ends included, 0..1. */
function likeness(a: string, b: string): number {
  const pairs = (word: string) => Array.from({ length: word.length + 1 }, (_, at) => `^${word}$`.slice(at, at + 2))
  const left = new Set(pairs(a))
  const right = new Set(pairs(b))
  let both = 0
  for (const pair of left) if (right.has(pair)) both += 1
  return (2 * both) / (left.size + right.size)
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('’', "'")
    .replace(/[“”„«»]/gu, '"')
}
