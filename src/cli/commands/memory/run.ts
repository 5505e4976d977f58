import type { Aligned, Translation } from '../../../article.ts'
import { foldSpace, type Unit } from '../../../engines/memory.ts'
import { corpusOf } from '../../../run/corpus.ts'

/**
 * Sentence by sentence, what was translated in a run; not what was given, nor what is only nearly what the memory says. What people wrote comes last,
 * because of two translations of a sentence a memory takes the last.
 */
export class UnitsOfRun {
  readonly #output: string
  /** By `keyOf`. */
  readonly #written = new Map<string, Unit>()

  /** @param output its folder */
  constructor(output: string) {
    this.#output = output
  }

  /** Once. @throws FileError when the folder holds no finished run */
  async *units(): AsyncGenerator<Unit> {
    for await (const article of corpusOf(this.#output)) {
      for (const judgement of article.judged ?? []) {
        if (judgement.judgement !== 'translation' || judgement.target === null) continue
        const unit = unitOf(judgement.from, judgement.source, judgement.to, judgement.target)
        this.#written.set(keyOf(unit), unit)
      }
      for (const translation of article.translations) if (translation.engine !== 'given') yield* unitsIn(article, translation)
    }
    yield* this.#written.values()
  }

  /** Who made a unit, where that was a person; when all have been read. */
  originOf(unit: Unit): 'person' | undefined {
    return this.#written.has(keyOf(unit)) ? 'person' : undefined
  }
}

function* unitsIn({ language, segments }: Aligned, translation: Translation): Generator<Unit> {
  for (const [at, { text }] of segments.entries()) {
    const target = translation.segments[at]
    if (target === undefined || target.origin === 'missing' || target.origin === 'person' || target.match !== undefined) continue
    yield unitOf(language, text, translation.language, target.text)
  }
}

function unitOf(from: string, source: string, to: string, target: string): Unit {
  return new Map([
    [from, foldSpace(source)],
    [to, foldSpace(target)],
  ])
}

/** The languages may come in another order from a database. */
function keyOf(unit: Unit): string {
  return JSON.stringify([...unit].sort(([a], [b]) => (a < b ? -1 : 1)))
}
