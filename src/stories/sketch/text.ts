/** A sketch as a line of text: JSON, with its numbers in base 64, little-endian. */
import type { Language } from '../../article.ts'
import type { Rows, Sketch, View } from './index.ts'

interface Written {
  readonly id: string
  readonly given: readonly string[]
  readonly views: readonly { readonly language: Language; readonly lengths: string; readonly words: readonly [string, string] }[]
  readonly marks: readonly [string, string]
}

export function formatSketch({ id, given, views, marks }: Sketch): string {
  const written: Written = {
    ...{ id, given },
    views: views.map(({ language, lengths, words }) => ({ language, lengths: inText(lengths), words: ofRows(words) })),
    marks: ofRows(marks),
  }
  return JSON.stringify(written)
}

/** What formatSketch wrote. */
export function parseSketch(line: string): Sketch {
  const { id, given, views, marks } = JSON.parse(line) as Written
  const read = views.map(({ language, lengths, words }): View => ({ language, lengths: inNumbers(lengths), words: toRows(words) }))
  return { id, given, views: read as [View, ...View[]], marks: toRows(marks) }
}

function ofRows({ start, hash }: Rows): [string, string] {
  return [inText(start), inText(hash)]
}

function toRows([start, hash]: readonly [string, string]): Rows {
  return { start: inNumbers(start), hash: inNumbers(hash) }
}

function inText(numbers: Uint32Array): string {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4)
  return bytes.toString('base64')
}

function inNumbers(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4))
}
