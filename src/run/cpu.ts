/** Processor time, where the clock on the wall also counts waiting for a core and for an engine. */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { Observer } from '../stage.ts'

/** What was spent since some moment. */
export interface Spent {
  /** By the clock. */
  readonly milliseconds: number
  /** Of the processor, all threads. */
  readonly cpuMilliseconds: number
}

/** Starts the clocks; what is returned reads them. */
export function startClocks(): () => Spent {
  const before = { clock: performance.now(), cpu: process.cpuUsage() }
  return () => {
    const { user, system } = process.cpuUsage(before.cpu)
    return { milliseconds: performance.now() - before.clock, cpuMilliseconds: (user + system) / 1000 }
  }
}

/** Articles a stage has seen and the processor time it took on them, without what it did after waiting for an engine. */
export interface StageCount {
  readonly articles: number
  readonly cpuMilliseconds: number
}

/**
 * Adds up by stage what a thread does. Reading its processor time costs more than some stages do: each piece of work is timed by the clock,
 * and the sum counts as far as the thread, while it had work to do, also had a core to do it on.
 */
export class StageClock {
  readonly #stages = new Map<string, { articles: number; milliseconds: number }>()
  readonly #before = { cpu: threadMilliseconds(), loop: performance.eventLoopUtilization() }

  readonly observe: Observer = (stage, milliseconds) => {
    const sum = this.#stages.get(stage)
    if (sum === undefined) this.#stages.set(stage, { articles: 1, milliseconds })
    else {
      sum.articles += 1
      sum.milliseconds += milliseconds
    }
  }

  counts(): Record<string, StageCount> {
    const share = this.#shareOfCore()
    const counts = [...this.#stages].map(([stage, { articles, milliseconds }]) => [
      stage,
      { articles, cpuMilliseconds: Math.round(milliseconds * share * 1000) / 1000 },
    ])
    return Object.fromEntries(counts) as Record<string, StageCount>
  }

  /** 0..1; 1 where the system does not say. */
  #shareOfCore(): number {
    const cpu = threadMilliseconds()
    const { active } = performance.eventLoopUtilization(this.#before.loop)
    return cpu === undefined || this.#before.cpu === undefined || active === 0 ? 1 : Math.min(1, (cpu - this.#before.cpu) / active)
  }
}

/** Processor time of this thread. Node 20 tells only that of all threads; Linux tells that of each (proc(5), schedstat: nanoseconds first). */
function threadMilliseconds(): number | undefined {
  try {
    return Number.parseInt(readFileSync('/proc/thread-self/schedstat', 'utf8'), 10) / 1e6
  } catch {
    return undefined
  }
}
