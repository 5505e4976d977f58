import { FileError } from '../errors.ts'
import { chunksOf } from './chunks.ts'

/** A row of a table, as written. */
export interface RawRow {
  readonly cells: readonly string[]
  /** 1-based line on which it starts. */
  readonly line: number
  /** What is wrong with the row, where faults are told and not thrown. Reading goes on at the next line. */
  readonly fault?: string
}

export interface TableOptions {
  /** As shown in errors. */
  readonly file: string
  /** @defaultValue whichever of comma, semicolon and tab the first line has most of, because spreadsheets write what their country does */
  readonly delimiter?: string | undefined
  /** Characters of a row; a longer one is a quote that is not closed. @defaultValue 1,048,576: no row of a glossary comes near */
  readonly longest?: number
  /**
   * Tell what is wrong with a row in the row, and go on. A table divided by tabs then has no faults: programs that write tabs mean quotes as
   * they stand more often than not, so a row that is no CSV is taken as it is. @defaultValue false
   */
  readonly lenient?: boolean
}

/**
 * The records of a delimited file (RFC 4180), some at a time, however large it is. What divides cells is a tab in '*.tsv'. Line ends are
 * \n, \r\n, or, in a file without \n, \r.
 * @throws FileError when the file cannot be read, or a quote is not closed
 */
export function recordsOf(file: string): AsyncGenerator<readonly RawRow[]> {
  return recordsIn(chunksOf(file), { file, delimiter: file.toLowerCase().endsWith('.tsv') ? '\t' : undefined })
}

/** The same of text that comes in pieces. @throws FileError, unless it is to be lenient */
export async function* recordsIn(chunks: AsyncIterable<string>, options: TableOptions): AsyncGenerator<readonly RawRow[]> {
  const splitter = new Splitter(options)
  for await (const chunk of chunks) yield splitter.push(chunk)
  yield splitter.end()
}

class Splitter {
  readonly #options: TableOptions
  readonly #longest: number
  #delimiter: string
  #lineEnd = ''
  /** What does not make a whole record yet. */
  #text = ''
  #line = 1
  /** Where the record under way starts, and how far it was read. */
  #at = 0
  /** How much text there must be before another look at a record that was not whole: twice as much each time, or long ones take a square of time. */
  #enough = 0

  constructor(options: TableOptions) {
    this.#options = options
    this.#longest = options.longest ?? 1 << 20
    this.#delimiter = options.delimiter ?? ''
  }

  push(chunk: string): readonly RawRow[] {
    if (this.#lineEnd === '' && /[\r\n]/.test(chunk)) this.#lineEnd = chunk.includes('\n') ? '\n' : '\r'
    this.#text = this.#text.slice(this.#at) + chunk
    this.#at = 0
    if (this.#text.length < this.#enough && this.#text.length <= this.#longest) return []
    if (this.#lineEnd === '' && this.#text.length <= this.#longest) return []
    const records = this.#records(false)
    while (this.#text.length - this.#at > this.#longest) {
      this.#fail(records, `a row of more than ${this.#longest} characters; is a quote opened here and not closed?`)
      records.push(...this.#records(false))
    }
    this.#enough = 2 * (this.#text.length - this.#at)
    return records
  }

  end(): readonly RawRow[] {
    this.#lineEnd ||= '\n'
    return this.#records(true)
  }

  #records(last: boolean): RawRow[] {
    if (this.#delimiter === '') this.#delimiter = delimiterOf(this.#text, this.#lineEnd)
    const records: RawRow[] = []
    while (this.#at < this.#text.length) {
      const feed = this.#text.indexOf(this.#lineEnd, this.#at)
      const end = feed < 0 ? this.#text.length : feed
      if (this.#text.slice(this.#at, end).includes('"')) {
        if (!this.#quoted(records, last)) break
      } else {
        if (feed < 0 && !last) break
        this.#plain(records, end)
      }
    }
    return records
  }

  /** Takes a line in which quotes are nothing but quotes. */
  #plain(records: RawRow[], end: number, fault?: string): void {
    const record = this.#text.slice(this.#at, end)
    const cells = (record.endsWith('\r') ? record.slice(0, -1) : record).split(this.#delimiter)
    records.push({ cells, line: this.#line, ...(fault !== undefined && { fault }) })
    this.#line += 1
    this.#at = end + 1
  }

  /** @throws FileError, or takes the line as it is and goes on at the next one. */
  #fail(records: RawRow[], reason: string, column = 0): void {
    if (!this.#options.lenient) throw new FileError(this.#options.file, this.#line, reason, column)
    const feed = this.#text.indexOf(this.#lineEnd, this.#at)
    const whole = feed >= 0 && feed - this.#at <= this.#longest
    this.#plain(records, feed < 0 ? this.#text.length : feed, this.#delimiter === '\t' && whole ? undefined : reason)
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
          if (!last) return false
          this.#fail(records, 'a quote is opened in this row and not closed; double a quote that is text', cells.length + 1)
          return true
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
      if (at < text.length && text[at] !== this.#lineEnd) {
        this.#fail(records, 'text follows a closing quote; double a quote that is text', cells.length)
        return true
      }
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
