import { Memo } from '../names/memo.ts'
import { Bytes, Numbers, sharedNumbers } from './buffers.ts'
import { type Entry, kinds } from './entry.ts'

/** Entries by their numbers: an array of them, or a table that threads share. */
export interface Entries extends Iterable<Entry> {
  readonly length: number
  readonly at: (number: number) => Entry | undefined
}

/** What a table is made of: plain data, which threads share and do not copy. */
export interface EntryData {
  /** JSON of each entry, in UTF-8. */
  readonly texts: Uint8Array
  /** Where the text of each entry starts and where it ends, in its turn. */
  readonly places: Uint32Array
  readonly ids: Uint8Array
  readonly idPlaces: Uint32Array
  readonly files: readonly string[]
}

/** An entry without its id, which depends on all others. */
type Content = Omit<Entry, 'id'>

/** A text's share in the table: the kind and the file are numbers, the names of the fields are left out. */
type Written = [string, number, string, string, Entry['variants'], Entry['not'], string, Entry['forms'], number, number]

/** Entries as text in shared memory: a million objects would take half a gigabyte, in each thread. Those read again and again stay objects. */
export class EntryTable implements Entries {
  readonly data: EntryData
  readonly length: number
  readonly #texts: Buffer
  readonly #ids: Buffer
  readonly #entries = new Memo((number: number) => this.#read(number))

  constructor(data: EntryData) {
    this.data = data
    this.length = data.places.length / 2
    this.#texts = bufferOf(data.texts)
    this.#ids = bufferOf(data.ids)
  }

  static of(entries: Iterable<Entry>): EntryTable {
    const writer = new EntryWriter()
    const ids: string[] = []
    for (const { id, ...content } of entries) {
      writer.add(content)
      ids.push(id)
    }
    return writer.table(ids)
  }

  at(number: number): Entry | undefined {
    return number >= 0 && number < this.length ? this.#entries.of(number) : undefined
  }

  id(number: number): string {
    const { idPlaces } = this.data
    return this.#ids.toString('utf8', idPlaces[2 * number]!, idPlaces[2 * number + 1]!)
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let number = 0; number < this.length; number++) yield this.#read(number)
  }

  /** The same entries, in the order of `numbers`. */
  inOrder(numbers: Uint32Array): EntryTable {
    const reorder = (places: Uint32Array): Uint32Array => {
      const moved = sharedNumbers(places.length)
      for (const [at, number] of numbers.entries()) {
        moved[2 * at] = places[2 * number]!
        moved[2 * at + 1] = places[2 * number + 1]!
      }
      return moved
    }
    return new EntryTable({ ...this.data, places: reorder(this.data.places), idPlaces: reorder(this.data.idPlaces) })
  }

  #read(number: number): Entry {
    const { places, files } = this.data
    return { id: this.id(number), ...contentOf(this.#texts.toString('utf8', places[2 * number]!, places[2 * number + 1]!), files) }
  }
}

/** Takes entries one by one, without their ids, and makes a table of them. */
export class EntryWriter {
  readonly #texts = new Bytes()
  readonly #places = new Numbers()
  readonly #files: string[] = []

  get length(): number {
    return this.#places.length / 2
  }

  add(content: Content): void {
    this.#places.push(this.#texts.length)
    this.#texts.push(this.#textOf(content))
    this.#places.push(this.#texts.length)
  }

  /** Puts another in the place of entry `number`. */
  replace(number: number, content: Content): void {
    this.#places.set(2 * number, this.#texts.length)
    this.#texts.push(this.#textOf(content))
    this.#places.set(2 * number + 1, this.#texts.length)
  }

  at(number: number): Content {
    return contentOf(this.#texts.text(this.#places.at(2 * number), this.#places.at(2 * number + 1)), this.#files)
  }

  table(ids: Iterable<string>): EntryTable {
    const bytes = new Bytes()
    const places = new Numbers()
    for (const id of ids) {
      places.push(bytes.length)
      bytes.push(id)
      places.push(bytes.length)
    }
    return new EntryTable({
      texts: this.#texts.share(),
      places: this.#places.share(),
      ids: bytes.share(),
      idPlaces: places.share(),
      files: this.#files,
    })
  }

  #textOf({ canonical, kind, given, family, variants, not, note, forms, origin: { file, line } }: Content): string {
    let number = this.#files.lastIndexOf(file)
    if (number < 0) number = this.#files.push(file) - 1
    const written: Written = [canonical, kinds.indexOf(kind), given, family, variants, not, note, forms, number, line]
    return JSON.stringify(written)
  }
}

function contentOf(text: string, files: readonly string[]): Content {
  const [canonical, kind, given, family, variants, not, note, forms, file, line] = JSON.parse(text) as Written
  return { canonical, kind: kinds[kind]!, given, family, variants, not, note, forms, origin: { file: files[file]!, line } }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
