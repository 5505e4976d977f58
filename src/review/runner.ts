/** Runs an output's run again, in a process of its own: pages are served meanwhile, and what goes wrong with it goes wrong there. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { messageOf } from '../errors.ts'
import { keptSettings } from '../run/settings.ts'
import type { Told } from './again.ts'
import { Refusal } from './answer.ts'

export interface Progress {
  /** Articles. */
  readonly done: number
  readonly total: number
  /** What it does or waits for, in a sentence. */
  readonly line: string
}

export class Runner implements AsyncDisposable {
  readonly #output: string
  readonly #program: URL
  #child: ChildProcess | undefined
  #progress: Progress = { done: 0, total: 0, line: '' }
  /** How the last run ended, in a sentence. */
  last: string | undefined

  /** @param program again.js, compiled */
  constructor(output: string, program = new URL('./again.js', import.meta.url)) {
    this.#output = output
    this.#program = program
  }

  get running(): Progress | null {
    return this.#child === undefined ? null : this.#progress
  }

  /** Why no run can be started from here; undefined: one can. */
  async whyNot(): Promise<string | undefined> {
    const kept = await keptSettings(this.#output)
    if (kept === undefined)
      return 'these results were put together by assemble, at a queue or by an earlier version: give their command again'
    if (kept.settings.input?.includes('-')) return 'the articles came from standard input: give the command again that wrote them there'
    return undefined
  }

  /** @throws Refusal when a run is going on, or none can be started */
  async start(): Promise<void> {
    const why = await this.whyNot()
    if (why !== undefined) throw new Refusal(409, why)
    if (this.#child !== undefined) throw new Refusal(409, 'a run is going on already')
    const { folder } = (await keptSettings(this.#output))!
    this.#progress = { done: 0, total: 0, line: 'reading' }
    this.last = undefined
    // Its own messages come through the channel; what else it says is for whoever looks at the server.
    const child = fork(this.#program, [this.#output], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    this.#child = child
    child.on('message', (told: Told) => this.#hear(told))
    child.once('error', (thrown) => this.#end(`the run could not be started: ${messageOf(thrown)}`))
    child.once('exit', (code, signal) => this.#end(`the run ended early (${signal ?? `exit code ${code}`}); what is finished is kept`))
  }

  #hear(told: Told): void {
    const { done, total, line } = this.#progress
    if ('planned' in told) this.#progress = { done, total: total + told.planned, line }
    else if ('done' in told) this.#progress = { done: done + told.done, total, line: 'articles' }
    else if ('line' in told) this.#progress = { done, total, line: told.line }
    else this.last = 'failed' in told ? told.failed : told.ended
  }

  #end(otherwise: string): void {
    this.#child = undefined
    this.last ??= otherwise
  }

  /** Stops a run where it can go on later. */
  async [Symbol.asyncDispose](): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}
