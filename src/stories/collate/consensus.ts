import { alignWords, type Token, tokensOf } from './words.ts'

/** A reading of a version that most others have not: where, and what stands there. */
export interface Deviation {
  readonly version: number
  /** 'row:place:words': the same in two versions is an error they share. */
  readonly key: string
}

/** What most versions say. */
export interface Consensus {
  readonly text: string
  readonly deviations: readonly Deviation[]
}

/**
 * Word by word what most of the texts have; where no reading has more than half of them, what the first one has.
 * @param texts of one language, of one row; the first one is the base; undefined where a version has none
 */
export function consensusOf(row: number, texts: readonly (string | undefined)[]): Consensus {
  const base = texts[0] ?? ''
  const tokens = tokensOf(base)
  const words = tokens.map(({ text }) => text)
  /** For each place between and at the words of the base: what each version reads there. Place 2i is in front of word i, 2i + 1 is the word. */
  const readings = Array.from({ length: 2 * tokens.length + 1 }, (_, place) =>
    texts.map(() => (place % 2 === 0 ? '' : words[(place - 1) / 2]!)),
  )
  for (const [version, text] of texts.entries()) {
    if (version === 0 || text === undefined) continue
    const others = tokensOf(text)
    for (const { kind, a, b } of alignWords(
      words,
      others.map((one) => one.text),
    )) {
      if (kind === 'same') continue
      for (let at = a[0]; at < a[1]; at++) readings[2 * at + 1]![version] = ''
      const read = b[0] === b[1] ? '' : text.slice(others[b[0]]!.start, others[b[1] - 1]!.end)
      const place = a[0] === a[1] ? 2 * a[0] : 2 * a[0] + 1
      readings[place]![version] = read
    }
  }
  const present = texts.flatMap((text, version) => (text === undefined ? [] : [version]))
  const chosen = readings.map((read) => mostRead(present.map((version) => read[version]!)) ?? read[0]!)
  const deviations = readings.flatMap((read, place) =>
    present.flatMap((version) =>
      fold(read[version]!) === fold(chosen[place]!) ? [] : [{ version, key: `${row}:${place}:${fold(read[version]!)}` }],
    ),
  )
  return { text: laidOut(base, tokens, chosen), deviations }
}

/** What more than half of them read. */
function mostRead(readings: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const reading of readings) counts.set(fold(reading), (counts.get(fold(reading)) ?? 0) + 1)
  return readings.find((reading) => counts.get(fold(reading))! * 2 > readings.length)
}

/** The base's text with the readings that were chosen. */
function laidOut(base: string, tokens: readonly Token[], chosen: readonly string[]): string {
  let out = ''
  let last = 0
  for (const [at, { start, end }] of tokens.entries()) {
    const [inserted, word] = [chosen[2 * at]!, chosen[2 * at + 1]!]
    const gap = base.slice(last, start)
    if (inserted !== '') out += `${out === '' || /\s$/u.test(out) ? '' : ' '}${inserted}`
    if (word !== '') out += `${gap === '' && inserted !== '' ? ' ' : gap}${word}`
    last = end
  }
  const end = chosen.at(-1)!
  return `${out}${end === '' ? '' : ` ${end}`}`.trim()
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[“”„«»]/gu, '"')
}
