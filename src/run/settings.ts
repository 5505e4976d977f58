/** The settings of a run, kept with its output, for it to be given again by others than the person at the command line. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config, Settings } from '../config.ts'
import { writeWhole } from './files.ts'

export interface KeptSettings {
  /** Where relative paths begin. */
  readonly folder: string
  readonly settings: Settings
}

function fileIn(output: string): string {
  return join(output, '.synoptic', 'settings.json')
}

/** @param config undefined: of a run that only its own command can give again */
export async function keepSettings(output: string, config: Config | undefined): Promise<void> {
  if (config === undefined) return rm(fileIn(output), { force: true })
  await writeWhole(fileIn(output), [JSON.stringify({ folder: process.cwd(), settings: settingsOf(config) } satisfies KeptSettings)])
}

/** undefined where none are kept. */
export async function keptSettings(output: string): Promise<KeptSettings | undefined> {
  const text = await readFile(fileIn(output), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as KeptSettings)
}

/** What makes the same Config again. Keys of servers are not in it, nor an address that holds a password: they come from the environment. */
export function settingsOf({ engines, routes, openai, waitMs, libretranslate, ...config }: Config): Settings {
  const { apiKey: _, url, ...server } = libretranslate
  const hasPassword = [url ?? []].flat().some((address) => new URL(address).password !== '')
  const { apiKey: __, ...chat } = openai ?? { apiKey: undefined }
  const settings = {
    ...config,
    onlyLanguages: config.onlyLanguages.length > 0 ? config.onlyLanguages : undefined,
    minChars: config.minChars > 0 ? config.minChars : undefined,
    engines: Object.keys(routes).length > 0 ? { ...routes, '*': engines } : engines,
    wait: `${Math.round(waitMs / 1000)}s`,
    libretranslate: hasPassword ? server : { ...server, url },
    openai: openai === undefined ? undefined : chat,
  }
  // As it is read again: without what was not given.
  return JSON.parse(JSON.stringify(settings)) as Settings
}
