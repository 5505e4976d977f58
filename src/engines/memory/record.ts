/** A unit as it stands in a file: its length, a hash of what follows, and each text behind the number of its language. */
import type { Unit } from '../tmx/unit.ts'
import { hashOfBytes } from './hash.ts'

const HEAD = 9
const TEXT_HEAD = 6

/** Languages in the order of their tags, so that two units that say the same are the same bytes. @param numberOf of a language */
export function encodeUnit(unit: Unit, numberOf: (language: string) => number): Buffer {
  const texts = [...unit].sort(([a], [b]) => (a < b ? -1 : 1))
  const size = texts.reduce((sum, [, text]) => sum + TEXT_HEAD + Buffer.byteLength(text), HEAD)
  const record = Buffer.alloc(size)
  record.writeUInt32LE(size, 0)
  record[8] = texts.length
  let at = HEAD
  for (const [language, text] of texts) {
    record.writeUInt16LE(numberOf(language), at)
    const length = record.write(text, at + TEXT_HEAD)
    record.writeUInt32LE(length, at + 2)
    at += TEXT_HEAD + length
  }
  record.writeUInt32LE(hashOfBytes(record.subarray(8)), 4)
  return record
}

/** Of a record, or as much of it as is there. */
export function sizeOf(record: Buffer): number {
  return record.length < 4 ? 0 : record.readUInt32LE(0)
}

export function isWhole(record: Buffer): boolean {
  return record.length >= HEAD && sizeOf(record) === record.length && record.readUInt32LE(4) === hashOfBytes(record.subarray(8))
}

/** The text in the language of that number. */
export function textIn(record: Buffer, language: number): string | undefined {
  let at = HEAD
  for (let left = record[8]!; left > 0; left -= 1) {
    const end = at + TEXT_HEAD + record.readUInt32LE(at + 2)
    if (record.readUInt16LE(at) === language) return record.toString('utf8', at + TEXT_HEAD, end)
    at = end
  }
  return undefined
}

export function decodeUnit(record: Buffer, languages: readonly string[]): Unit {
  const unit = new Map<string, string>()
  let at = HEAD
  for (let left = record[8]!; left > 0; left -= 1) {
    const end = at + TEXT_HEAD + record.readUInt32LE(at + 2)
    unit.set(languages[record.readUInt16LE(at)]!, record.toString('utf8', at + TEXT_HEAD, end))
    at = end
  }
  return unit
}
