import { remedied } from '../remedied.ts'
import { rescued } from '../rescued.ts'
import { type TrafficOptions, traffic } from '../traffic/index.ts'
import type { Translator } from '../translator.ts'
import { type LibreTranslateOptions, libreTranslate } from './client.ts'
import { remedies } from './remedies.ts'

export { libreTranslate } from './client.ts'

/** A LibreTranslate server as a run asks it: what is sent when, tried again, and what to do when it fails. */
export function libreTranslateServer(server: LibreTranslateOptions, options: TrafficOptions): Translator {
  return remedied(rescued(traffic(libreTranslate(server), options)), remedies)
}
