/**
 * Stage, Context and Pipeline: the only place that runs stages, times them and catches what they throw.
 */
import type { Article, Rejected, Span, Warning } from './article.ts'
import { messageOf, RejectError, type WarningCode } from './errors.ts'

/** What a stage may do besides its work: be stopped, and warn. */
export interface Context {
  readonly signal: AbortSignal
  /** Stores a warning on the article. */
  readonly warn: (code: WarningCode, detail: string, span?: Span) => void
}

/**
 * Adds to an article and changes nothing that is there. Touches no file and no network of its own.
 *
 * `run` is a property, not a method: methods compare their parameters bivariantly, and stages in the wrong order would compile.
 */
export interface Stage<In extends Article, Out extends In> {
  readonly name: string
  readonly run: (article: In, context: Context) => Out | Promise<Out>
}

/** An article at the end of a pipeline, or why it did not get there. */
export type Outcome<Out> = { readonly kind: 'done'; readonly article: Out } | { readonly kind: 'rejected'; readonly rejected: Rejected }

/**
 * Told how long a stage was at work on an article before it first waited for something, in milliseconds: other articles are worked on while
 * it waits, and that time would count them.
 */
export type Observer = (stage: string, milliseconds: number) => void

// biome-ignore lint/suspicious/noExplicitAny: stages of a list take each other's output; Pipeline's type keeps track, the list cannot.
type AnyStage = Stage<any, any>

/** Stages one after another: `Pipeline.from(clean()).use(detect())`. Their types hold them to an order that works. */
export class Pipeline<In extends Article, Out extends In> {
  readonly #stages: readonly AnyStage[]

  private constructor(stages: readonly AnyStage[]) {
    this.#stages = stages
  }

  static from<In extends Article, Out extends In>(stage: Stage<In, Out>): Pipeline<In, Out> {
    return new Pipeline<In, Out>([stage])
  }

  use<Next extends Out>(stage: Stage<Out, Next>): Pipeline<In, Next> {
    return new Pipeline<In, Next>([...this.#stages, stage])
  }

  get names(): readonly string[] {
    return this.#stages.map((stage) => stage.name)
  }

  /**
   * Runs one article through all stages. A stage that throws rejects this article and no other.
   * @throws the signal's reason, when it is aborted.
   */
  run(article: In, signal: AbortSignal, observe: Observer = () => {}): Promise<Outcome<Out>> {
    return this.#runFrom(0, article, signal, observe)
  }

  /**
   * As `run`, from the stage `name` on: `article` holds what an earlier run made of it, and keeps what the stages before made.
   * @param isDone told what that stage makes of it: then the others need not run. @returns undefined when it says so
   */
  async resume(
    name: string,
    article: Out,
    signal: AbortSignal,
    observe: Observer,
    isDone: (now: Article) => boolean,
  ): Promise<Outcome<Out> | undefined> {
    const at = this.names.indexOf(name)
    const later = new Set(this.names.slice(at))
    const begun = { ...article, warnings: article.warnings.filter(({ stage }) => !later.has(stage)) }
    const first = await new Pipeline<Out, Out>([this.#stages[at]!]).run(begun, signal, observe)
    if (first.kind === 'rejected') return first
    return isDone(first.article) ? undefined : this.#runFrom(at + 1, first.article, signal, observe)
  }

  async #runFrom(first: number, article: Article, signal: AbortSignal, observe: Observer): Promise<Outcome<Out>> {
    let current: Article = article
    for (const stage of this.#stages.slice(first)) {
      signal.throwIfAborted()
      const warnings: Warning[] = []
      const context: Context = {
        signal,
        warn: (code, detail, span) => {
          warnings.push({ stage: stage.name, code, detail, ...(span && { span }) })
        },
      }
      try {
        const result = watched(
          () => stage.run(current, context),
          (milliseconds) => observe(stage.name, milliseconds),
        )
        // Articles whose stages wait for nothing go through one after the other: what one stage has just read, the next finds at hand.
        current = result instanceof Promise ? await result : result
      } catch (thrown) {
        // An abort is the end of the run, not a fault of the article.
        if (signal.aborted) throw signal.reason
        return { kind: 'rejected', rejected: reject(article, stage.name, thrown) }
      }
      if (warnings.length > 0) current = { ...current, warnings: [...current.warnings, ...warnings] }
    }
    return { kind: 'done', article: current as Out }
  }
}

function watched<T>(work: () => T, observe: (milliseconds: number) => void): T {
  const started = performance.now()
  try {
    return work()
  } finally {
    observe(performance.now() - started)
  }
}

function reject(article: Article, stage: string, thrown: unknown): Rejected {
  const code = thrown instanceof RejectError ? thrown.code : 'stage-failed'
  return { id: article.id, origin: article.origin, stage, code, detail: messageOf(thrown) }
}
