import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** UTF-16 code units held back before they are written: enough to make system calls rare, few enough for hundreds of files at once. */
const BUFFER = 64 * 1024

/**
 * A text file written piece by piece under a temporary name; `close` gives it its own, so that nobody ever sees half a file.
 * It holds no descriptor between writes: a corpus may have more language pairs than a process may have open files.
 */
export class TextFile {
  readonly #path: string
  readonly #temporary: string
  #held: string[] = []
  #length = 0
  #begun = false

  constructor(path: string) {
    this.#path = path
    this.#temporary = `${path}.tmp`
  }

  /** Await it before the next call: then memory is bounded. @throws what the file system says. */
  async write(text: string): Promise<void> {
    this.#held.push(text)
    this.#length += text.length
    if (this.#length >= BUFFER) await this.#flush()
  }

  async close(): Promise<void> {
    await this.#flush()
    await rename(this.#temporary, this.#path)
  }

  async #flush(): Promise<void> {
    const text = this.#held.join('')
    this.#held = []
    this.#length = 0
    if (this.#begun) return appendFile(this.#temporary, text)
    this.#begun = true
    await mkdir(dirname(this.#path), { recursive: true })
    await writeFile(this.#temporary, text)
  }
}

/**
 * `name`, which must name one file and nothing else on any system.
 * Readers promise safe ids and languages are parsed; but no file may land outside the output folder because a promise broke.
 * @throws RangeError
 */
export function fileName(name: string): string {
  if (/^[^/\\:*?"<>|\u0000-\u001f]{1,250}$/.test(name) && name !== '.' && name !== '..') return name
  throw new RangeError(`not safe as a file name: ${JSON.stringify(name.slice(0, 300))}`)
}
