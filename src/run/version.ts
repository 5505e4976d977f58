import { readFileSync } from 'node:fs'

/** Of this program, from its package.json, which stands two folders up in the sources as in the built package. */
export const version = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
