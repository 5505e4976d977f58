/** A sketch as a line of text: JSON, with its numbers in base 64, little-endian. */
import type { Language } from '../../article.ts'
import type { Rows, Sketch, View } from './index.ts'
import type { NumberRoom } from './room.ts'

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

/** What formatSketch wrote. @param room where its numbers are put */
export function parseSketch(line: string, room: NumberRoom): Sketch {
  const { id, given, views, marks } = JSON.parse(line) as Written
  const read = (numbers: string): Uint32Array => inNumbers(numbers, room)
  const toRows = ([start, hash]: readonly [string, string]): Rows => ({ start: read(start), hash: read(hash) })
  const all = views.map(({ language, lengths, words }): View => ({ language, lengths: read(lengths), words: toRows(words) }))
  return { id, given: given.length === 0 ? none : given, views: all as [View, ...View[]], marks: toRows(marks) }
}

const none: readonly string[] = []

function ofRows({ start, hash }: Rows): [string, string] {
  return [inText(start), inText(hash)]
}

function inText(numbers: Uint32Array): string {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (let at = 0; at < numbers.length; at++) bytes.writeUInt32LE(numbers[at]!, at * 4)
  return bytes.toString('base64')
}

function inNumbers(text: string, room: NumberRoom): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  const numbers = room.take(bytes.length / 4)
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readUInt32LE(at * 4)
  return numbers
}
