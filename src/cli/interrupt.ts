/** Ctrl-C and SIGTERM: the first asks the work to stop where it can go on later, the second ends the process. */

export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

const controller = new AbortController()

/** Aborted, with an Interrupted, when the user wants the work to stop. */
export const interrupted: AbortSignal = controller.signal

/** Runs `work` with the signals caught. */
export async function onInterrupt(work: () => Promise<unknown>): Promise<void> {
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Interrupted('interrupted'))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    await work()
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
