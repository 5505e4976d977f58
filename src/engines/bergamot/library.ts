/** Which models there are, here and far away, and how one of those becomes one of these: asked for, agreed, fetched, checked. */
import type { Language } from '../../article.ts'
import { EngineError, UsageError, withRemedy } from '../../errors.ts'
import { httpClient } from '../http/index.ts'
import type { LanguagePair } from '../translator.ts'
import { chainOf } from './chain.ts'
import { LICENCE, LIST, type ListedModel, MOZILLA, parseRegistry, sizeOf } from './registry.ts'
import { remedies } from './remedies.ts'
import { defaultFolder, type InstalledModel, install, installedIn } from './store.ts'

export interface LibraryOptions {
  /** Where models are kept. @defaultValue the user's cache folder */
  readonly models?: string | undefined
  /** Address of a copy of Mozilla's models. @defaultValue Mozilla's own */
  readonly mirror?: string | undefined
  /** Asked before anything is fetched. @defaultValue nothing is fetched, and no list is asked for */
  readonly agree?: ((offer: Offer) => Promise<boolean>) | undefined
  /** Told how a fetch goes on: bytes that have come of those that are to come, as far as that is known. */
  readonly onFetch?: ((model: LanguagePair, done: number, total: number) => void) | undefined
  /** Told what is wrong with a model that is here, and why one cannot be had, in a sentence. */
  readonly notice?: ((message: string) => void) | undefined
}

/** Models that could be fetched. */
export interface Offer {
  readonly models: readonly ListedModel[]
  /** Unpacked, at least. */
  readonly bytes: number
  readonly licence: string
  /** The host that they come from. */
  readonly host: string
  /** The folder that they go to. */
  readonly folder: string
}

/** Milliseconds for the list of models. */
const PATIENCE = 30_000

export class Library {
  readonly folder: string
  readonly #source: string
  readonly #options: LibraryOptions
  #installed: Promise<readonly InstalledModel[]> | undefined
  #listed: Promise<readonly ListedModel[]> | undefined
  /** By pair: what is being found out, or was. */
  readonly #chains = new Map<string, Promise<readonly InstalledModel[]>>()
  /** Why models cannot be had; each once. */
  readonly #told = new Set<string>()
  /** One question, and one fetch, after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: LibraryOptions = {}) {
    this.folder = options.models ?? defaultFolder()
    this.#source = (options.mirror ?? MOZILLA).replace(/\/+$/u, '')
    this.#options = options
    if (!URL.canParse(this.#source)) throw new UsageError(`--model-mirror: expected an http(s) URL, got '${this.#source}'`)
  }

  installed(): Promise<readonly InstalledModel[]> {
    this.#installed ??= installedIn(this.folder, this.#options.notice)
    return this.#installed
  }

  /** @throws EngineError when the list cannot be had */
  listed(signal: AbortSignal): Promise<readonly ListedModel[]> {
    const asked = this.#listed ?? this.#askList(signal)
    this.#listed = asked
    asked.catch(() => {
      this.#listed = undefined
    })
    return asked
  }

  async #askList(signal: AbortSignal): Promise<readonly ListedModel[]> {
    const http = httpClient(this.#source, PATIENCE, 'mirror of models')
    const { status, json } = await http.ask(`/${LIST}`, signal)
    if (status !== 200)
      throw new EngineError(status > 500 ? 'unreachable' : 'bad-answer', `${http.address}/${LIST} cannot be had (status ${status})`, {
        status,
      })
    return parseRegistry(json, `${http.address}/${LIST}`)
  }

  /**
   * The models from one language to another; those that are not here are fetched, when that is agreed.
   * @throws EngineError 'unsupported-pair' when there are none; 'not-set-up' when there are, but not here
   */
  async chain(from: Language, to: Language, signal: AbortSignal): Promise<readonly InstalledModel[]> {
    const here = chainOf(await this.installed(), from, to)
    if (here !== undefined) return here
    const name = `${from} ${to}`
    for (;;) {
      const before = this.#chains.get(name)
      const asked = before ?? this.#obtain(from, to, signal)
      this.#chains.set(name, asked)
      try {
        return await asked
      } catch (thrown) {
        // An outage may be over the next time; a refusal holds for as long as this lasts.
        const isFinal = thrown instanceof EngineError && thrown.code !== 'unreachable'
        if (!isFinal && this.#chains.get(name) === asked) this.#chains.delete(name)
        signal.throwIfAborted()
        if (before === undefined || thrown instanceof EngineError) throw thrown
      }
    }
  }

  #obtain(from: Language, to: Language, signal: AbortSignal): Promise<readonly InstalledModel[]> {
    const turn = this.#turn.then(async () => {
      const here = chainOf(await this.installed(), from, to)
      if (here !== undefined) return here
      try {
        return await this.#fetch(from, to, signal)
      } catch (thrown) {
        // Whoever was asked, or would have been, is told what came of it.
        if (thrown instanceof EngineError && this.#options.agree !== undefined && !this.#told.has(thrown.message)) {
          this.#told.add(thrown.message)
          this.#options.notice?.(withRemedy({ message: thrown.message, remedy: thrown.remedy ?? remedies[thrown.code] }))
        }
        throw thrown
      }
    })
    this.#turn = turn.catch(() => {})
    return turn
  }

  async #fetch(from: Language, to: Language, signal: AbortSignal): Promise<readonly InstalledModel[]> {
    const { agree } = this.#options
    if (agree === undefined) throw new EngineError('not-set-up', `no model from ${from} to ${to} is here`)
    const offer = await this.offer(from, to, signal)
    if (!(await agree(offer))) throw new EngineError('not-set-up', `no model from ${from} to ${to} is here, and none was to be fetched`)
    await this.fetch(offer.models, signal)
    return chainOf(await this.installed(), from, to)!
  }

  /** What would have to be fetched for a pair: what of it is here is no part of it. @throws EngineError */
  async offer(from: Language, to: Language, signal: AbortSignal): Promise<Offer> {
    const chain = chainOf(await this.listed(signal), from, to)
    if (chain === undefined) throw new EngineError('unsupported-pair', `there is no model from ${from} to ${to}`)
    const here = await this.installed()
    const models = chain.filter((model) => !here.some((one) => one.from === model.from && one.to === model.to))
    const bytes = models.reduce((sum, model) => sum + sizeOf(model), 0)
    return { models, bytes, licence: LICENCE, host: new URL(this.#source).host, folder: this.folder }
  }

  /** Whether they are here already or not. @throws EngineError */
  async fetch(models: readonly ListedModel[], signal: AbortSignal): Promise<void> {
    const { onFetch = () => {} } = this.#options
    for (const model of models) {
      let done = 0
      const onBytes = (count: number): void => {
        done += count
        onFetch(model, done, sizeOf(model))
      }
      try {
        await install(model, { folder: this.folder, source: this.#source, signal, onBytes })
      } finally {
        this.#installed = undefined
      }
    }
  }
}
