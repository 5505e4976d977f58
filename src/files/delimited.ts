import { FileError } from '../errors.ts'
import { chunksOf } from './chunks.ts'

/** A row of a table, as written. */
export interface RawRow {
  readonly cells: readonly string[]
  /** 1-based line on which it starts. */
  readonly line: number
}

/** No row of a glossary comes near: a longer one is a quote that is not closed. */
const LONGEST_RECORD = 1 << 20

/**
 * The records of a delimited file (RFC 4180), some at a time, however large it is. What divides cells is a tab in '*.tsv'; elsewhere it is
 * whichever of comma, semicolon and tab the first line has most of, because spreadsheets write what their country does. Line ends are
 * \n, \r\n, or, in a file without \n, \r.
 * @throws FileError when the file cannot be read, or a quote is not closed
 */
export async function* recordsOf(file: string): AsyncGenerator<readonly RawRow[]> {
  const splitter = new Splitter(file)
  for await (const chunk of chunksOf(file)) yield splitter.push(chunk)
  yield splitter.end()
}

class Splitter {
  readonly #file: string
  #delimiter = ''
  #lineEnd = ''
  /** What does not make a whole record yet. */
  #text = ''
  #line = 1
  /** Where the record under way starts, and how far it was read. */
  #at = 0

  constructor(file: string) {
    this.#file = file
  }

  push(chunk: string): readonly RawRow[] {
    if (this.#lineEnd === '' && /[\r\n]/.test(chunk)) this.#lineEnd = chunk.includes('\n') ? '\n' : '\r'
    this.#text = this.#text.slice(this.#at) + chunk
    this.#at = 0
    if (this.#lineEnd === '') return []
    const records = this.#records(false)
    if (this.#text.length - this.#at > LONGEST_RECORD)
      throw new FileError(this.#file, this.#line, `a row of more than ${LONGEST_RECORD} characters; is a quote opened here and not closed?`)
    return records
  }

  end(): readonly RawRow[] {
    this.#lineEnd ||= '\n'
    return this.#records(true)
  }

  #records(last: boolean): RawRow[] {
    if (this.#delimiter === '') this.#delimiter = this.#file.toLowerCase().endsWith('.tsv') ? '\t' : delimiterOf(this.#text, this.#lineEnd)
    const records: RawRow[] = []
    while (this.#at < this.#text.length) {
      const feed = this.#text.indexOf(this.#lineEnd, this.#at)
      const end = feed < 0 ? this.#text.length : feed
      const record = this.#text.slice(this.#at, end)
      if (record.includes('"')) {
        if (!this.#quoted(records, last)) break
      } else {
        if (feed < 0 && !last) break
        records.push({ cells: (record.endsWith('\r') ? record.slice(0, -1) : record).split(this.#delimiter), line: this.#line })
        this.#line += 1
        this.#at = end + 1
      }
    }
    return records
  }

  /** Takes a record in which cells are quoted. @returns false when it goes on in the next chunk */
  #quoted(records: RawRow[], last: boolean): boolean {
    const text = this.#text
    const cells: string[] = []
    let lines = 1
    for (let at = this.#at; ; at += 1) {
      if (text[at] === '"') {
        const close = closingQuote(text, at)
        if (close < 0 || (close + 2 >= text.length && !last)) {
          if (last)
            throw new FileError(
              this.#file,
              this.#line,
              'a quote is opened in this row and not closed; double a quote that is text',
              cells.length + 1,
            )
          return false
        }
        const cell = text.slice(at + 1, close).replaceAll('""', '"')
        lines += cell.split(this.#lineEnd).length - 1
        cells.push(cell)
        at = close + 1
        if (this.#lineEnd === '\n' && text.startsWith('\r\n', at)) at += 1
      } else {
        const end = nextOf(text, at, this.#delimiter, this.#lineEnd)
        if (end === text.length && !last) return false
        const cell = text.slice(at, end)
        cells.push(text[end] !== this.#delimiter && cell.endsWith('\r') ? cell.slice(0, -1) : cell)
        at = end
      }
      if (text[at] === this.#delimiter) continue
      if (at < text.length && text[at] !== this.#lineEnd)
        throw new FileError(this.#file, this.#line, 'text follows a closing quote; double a quote that is text', cells.length)
      records.push({ cells, line: this.#line })
      this.#line += lines
      this.#at = at + 1
      return true
    }
  }
}

/** Where the quote opened at `at` is closed; doubled quotes are text. -1 when it is not. */
function closingQuote(text: string, at: number): number {
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 2)) if (text[close + 1] !== '"') return close
  return -1
}

function nextOf(text: string, from: number, delimiter: string, lineEnd: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== lineEnd) at += 1
  return at
}

function delimiterOf(text: string, lineEnd: string): string {
  const start = text.trimStart()
  const feed = start.indexOf(lineEnd)
  const header = (feed < 0 ? start : start.slice(0, feed)).replace(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t'].map((delimiter) => [delimiter, header.split(delimiter).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
