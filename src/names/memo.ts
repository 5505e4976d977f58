type Primitive = string | number | boolean

/** Values kept by default: the words that make up most of all texts. Values of a kilobyte take 20 MB in each thread. */
const MOST = 20_000

interface Row extends Map<Primitive, unknown> {}

/**
 * Remembers what `make` makes of a key. `make` is handed the key and nothing else, so that no value can depend on more than its key says, nor
 * on what was read before it. It may close over what never changes (tables, a glossary), never over a text.
 */
export class Memo<Key extends readonly Primitive[], Value> {
  readonly #make: (...key: Key) => Value
  readonly #most: number
  readonly #rows: Row = new Map()
  #size = 0

  /** @param make takes one to three parameters. @param most values kept; when there are more, all are forgotten */
  constructor(make: (...key: Key) => Value, most = MOST) {
    this.#make = make
    this.#most = most
  }

  /** Asked millions of times: no list is made of the key. */
  of(first: Key[0], second?: Key[1], third?: Key[2]): Value {
    const { length } = this.#make
    let row = this.#rows
    let last: Primitive = first!
    if (length > 1) {
      row = rowIn(row, last)
      last = second!
    }
    if (length > 2) {
      row = rowIn(row, last)
      last = third!
    }
    const known = row.get(last) as Value | undefined
    if (known !== undefined || row.has(last)) return known as Value
    const value = (this.#make as unknown as (...key: (Primitive | undefined)[]) => Value)(first, second, third)
    if (this.#size >= this.#most) {
      this.#rows.clear()
      this.#size = 0
      return value
    }
    this.#size++
    row.set(last, value)
    return value
  }
}

function rowIn(rows: Row, key: Primitive): Row {
  let row = rows.get(key) as Row | undefined
  if (row === undefined) {
    row = new Map()
    rows.set(key, row)
  }
  return row
}

/**
 * What `make` made of the last texts, of as many as have `most` code units together. `make` is handed the whole key, as with `Memo`; a text longer
 * than `most` is not kept.
 */
export class Recent<Value> {
  readonly #make: (kind: string, text: string) => Value
  readonly #most: number
  readonly #values = new Map<string, Value>()
  #length = 0

  constructor(make: (kind: string, text: string) => Value, most: number) {
    this.#make = make
    this.#most = most
  }

  /** @param kind without a line feed */
  of(kind: string, text: string): Value {
    const key = `${kind}\n${text}`
    const known = this.#values.get(key)
    if (known !== undefined) return known
    const value = this.#make(kind, text)
    if (key.length > this.#most) return value
    this.#values.set(key, value)
    this.#length += key.length
    for (const oldest of this.#values.keys()) {
      if (this.#length <= this.#most) break
      this.#values.delete(oldest)
      this.#length -= oldest.length
    }
    return value
  }
}

/** What `make` makes of an object that never changes: once, and for as long as the object lives. */
export function once<Whole extends object, Value>(make: (whole: Whole) => Value): (whole: Whole) => Value {
  const known = new WeakMap<Whole, Value>()
  return (whole) => {
    let value = known.get(whole)
    if (value === undefined) {
      value = make(whole)
      known.set(whole, value)
    }
    return value
  }
}
