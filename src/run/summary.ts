/** What a run did, added up: the content of run.json. */
import type { Config } from '../config.ts'
import type { Skipped } from '../read/index.ts'
import type { Spent, StageCount } from './cpu.ts'
import type { Completion } from './store.ts'
import { version } from './version.ts'

/** The content of run.json. */
export interface RunSummary {
  readonly version: string
  /** `read === written + rejected`, always; the pending and failed ones are among the written. */
  readonly counts: {
    readonly read: number
    readonly written: number
    readonly rejected: number
    /** Written, with a translation that nobody could make yet or that the engine refused in part. */
    readonly unfinished: number
  }
  /** Articles each stage has seen and the processor time it took on them, when they were processed. */
  readonly stages: Readonly<Record<string, StageCount>>
  /** Rejected articles by `stage/code`. */
  readonly rejections: Readonly<Record<string, number>>
  /** What was passed over because it is no article, such as redirects of a wiki, by reason; not among the read. */
  readonly skipped: Readonly<Record<string, number>>
  /** Warnings by code. */
  readonly warnings: Readonly<Record<string, number>>
  /** Templates of wikis that stand for no words of the text, or none that are known: how often each was taken out, most often first. */
  readonly templates: Readonly<Record<string, number>>
  readonly shards: { readonly total: number; readonly skipped: number }
  /** Why the engine was given up last, when it was. */
  readonly engineFailure?: string
  /** From start to end, by the clock. */
  readonly milliseconds: number
  /** Processor time of all threads: stages, and reading, writing, collecting garbage. */
  readonly cpuMilliseconds: number
  readonly configuration: {
    readonly input: readonly string[]
    readonly output: string
    readonly glossary: readonly string[]
    readonly to: readonly string[]
    readonly engines: readonly string[]
    readonly formats: readonly string[]
    readonly jobs: number
  }
}

export class SummaryBuilder {
  readonly #counts = { read: 0, written: 0, rejected: 0, unfinished: 0 }
  readonly #stages: Record<string, StageCount> = {}
  readonly #rejections: Record<string, number> = {}
  readonly #skipped: Record<string, number> = {}
  readonly #warnings: Record<string, number> = {}
  readonly #templates = new Map<string, number>()
  #engineFailure: string | undefined
  readonly #shards = { total: 0, skipped: 0 }

  add(completion: Completion, skipped: boolean): void {
    this.#shards.total += 1
    if (skipped) this.#shards.skipped += 1
    this.#counts.read += completion.read
    this.#counts.written += completion.keys.length
    this.#counts.rejected += completion.rejected.length
    this.#counts.unfinished += completion.unfinished.length
    for (const { stage, code } of completion.rejected) increase(this.#rejections, `${stage}/${code}`, 1)
    for (const [code, count] of Object.entries(completion.warnings)) increase(this.#warnings, code, count)
    for (const [name, count] of Object.entries(completion.templates ?? {}))
      this.#templates.set(name, (this.#templates.get(name) ?? 0) + count)
    for (const [stage, { articles, cpuMilliseconds }] of Object.entries(completion.stages)) {
      const before = this.#stages[stage] ?? { articles: 0, cpuMilliseconds: 0 }
      this.#stages[stage] = { articles: before.articles + articles, cpuMilliseconds: before.cpuMilliseconds + cpuMilliseconds }
    }
  }

  get skipped(): Readonly<Record<string, number>> {
    return this.#skipped
  }

  skip({ reason, count }: Pick<Skipped, 'reason' | 'count'>): void {
    increase(this.#skipped, reason, count)
  }

  engineFailed(reason: string): void {
    this.#engineFailure = reason
  }

  build(config: Config, { milliseconds, cpuMilliseconds }: Spent): RunSummary {
    const { input, output, glossary, to, engines, formats, jobs } = config
    return {
      version,
      counts: this.#counts,
      stages: this.#stages,
      rejections: this.#rejections,
      skipped: this.#skipped,
      warnings: this.#warnings,
      templates: Object.fromEntries([...this.#templates].toSorted(([one, more], [other, most]) => most - more || (one < other ? -1 : 1))),
      shards: this.#shards,
      ...(this.#engineFailure !== undefined && { engineFailure: this.#engineFailure }),
      milliseconds: Math.round(milliseconds),
      cpuMilliseconds: Math.round(cpuMilliseconds),
      configuration: { input, output, glossary, to, engines, formats, jobs },
    }
  }
}

function increase(counts: Record<string, number>, key: string, by: number): void {
  counts[key] = (counts[key] ?? 0) + by
}
