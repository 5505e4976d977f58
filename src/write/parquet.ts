import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'

/** Rows held until they are written together: a row group of Parquet. */
const ROW_GROUP = 10_000

const types = {
  text: [{ type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }],
  number: [{ type: 'DOUBLE', repetition_type: 'REQUIRED' }],
  // A list of whole numbers, in the three levels that Parquet's LogicalTypes.md asks for.
  numbers: [
    { repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', type: 'INT32', repetition_type: 'REQUIRED' },
  ],
} as const

export type Columns = Readonly<Record<string, keyof typeof types>>

type Value<Type> = Type extends 'text' ? string : Type extends 'number' ? number : readonly number[]
export type Row<C extends Columns> = { readonly [Name in keyof C]: Value<C[Name]> }

/** A Parquet file written row group by row group under a temporary name; `close` gives it its own. Lone surrogates become U+FFFD: it is UTF-8. */
export class ParquetFile<C extends Columns> {
  readonly #path: string
  readonly #columns: C
  readonly #createdBy: string
  #rows: Row<C>[] = []
  #writer: ParquetWriter | undefined

  /** @param createdBy what the file says made it */
  constructor(path: string, columns: C, createdBy: string) {
    this.#path = path
    this.#columns = columns
    this.#createdBy = createdBy
  }

  /** Await it before the next call: then memory is bounded. @throws what the file system says. */
  async write(row: Row<C>): Promise<void> {
    this.#rows.push(row)
    if (this.#rows.length >= ROW_GROUP) await this.#flush()
  }

  async close(): Promise<void> {
    await this.#flush()
    await this.#writer!.finish()
    await rename(`${this.#path}.tmp`, this.#path)
  }

  async #flush(): Promise<void> {
    this.#writer ??= await this.#open()
    const rows = this.#rows
    this.#rows = []
    if (rows.length === 0) return
    const columnData = Object.keys(this.#columns).map((name) => ({ name, data: rows.map((row) => row[name]) }))
    await this.#writer.write({ columnData: columnData as never, rowGroupSize: ROW_GROUP })
  }

  async #open(): Promise<ParquetWriter> {
    await mkdir(dirname(this.#path), { recursive: true })
    const columns = Object.entries(this.#columns).flatMap(([name, type]) => types[type].map((level) => ({ name, ...level })))
    const schema = [{ name: 'root', num_children: Object.keys(this.#columns).length }, ...columns]
    return new ParquetWriter({ writer: fileWriter(`${this.#path}.tmp`), schema, createdBy: this.#createdBy })
  }
}
