/** A run in a process of its own, started by the server: it has the settings of the run before, and tells how far it is. */
import { parseConfig } from '../config.ts'
import { messageOf } from '../errors.ts'
import { run } from '../run/index.ts'
import { keptSettings } from '../run/settings.ts'

/** What is told of a run. */
export type Told =
  | { readonly planned: number }
  | { readonly done: number }
  | { readonly line: string }
  | { readonly failed: string }
  | { readonly ended: string }

const tell = (told: Told): void => {
  // Who asked may have gone: the run goes on.
  if (process.connected) process.send?.(told)
}

const [, , output = ''] = process.argv
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stop.abort(new Error('stopped; the same run goes on from there')))

try {
  const kept = await keptSettings(output)
  if (kept === undefined) throw new Error(`${output}: its settings are not kept`)
  // The folder may have moved since.
  const config = parseConfig({ flags: { ...kept.settings, output } as object, environment: process.env })
  const { counts } = await run(config, {
    signal: stop.signal,
    progress: {
      notice: (line) => tell({ line }),
      planned: (planned) => tell({ planned }),
      done: (done) => tell({ done }),
      waiting: (waiting) => tell({ line: waiting === undefined ? 'the engine is back' : `waiting for the engine: ${waiting.reason}` }),
      fetching: ({ from, to }) => tell({ line: `fetching the model ${from}-${to}` }),
      assembling: () => tell({ line: 'writing the results' }),
    },
  })
  tell({ ended: `${counts.written} articles written, ${counts.unfinished} of them pending, ${counts.rejected} rejected` })
} catch (thrown) {
  tell({ failed: messageOf(thrown) })
  process.exitCode = 2
} finally {
  if (process.connected) process.disconnect()
}
