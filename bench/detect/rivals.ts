import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Language } from '../../src/article.ts'

/** Names a language; 'und' when it does not know. */
export type Rival = (text: string) => Language

/** The old tag for Hebrew, and Norwegian without saying which. */
const tags: Readonly<Record<string, Language>> = { iw: 'he', no: 'nb', fil: 'tl' }

/** eld (large) and cld3-asm, from a folder where `npm install eld@2 cld3-asm@4` was run. Neither can be limited to some languages. */
export async function loadRivals(folder: string): Promise<Record<string, Rival>> {
  const require = createRequire(join(folder, 'package.json'))
  const large = join(folder, 'node_modules', 'eld', 'src', 'entries', 'static.large.js')
  const { eld } = (await import(pathToFileURL(large).href)) as { eld: { detect(text: string): { language: string } } }
  const { loadModule } = require('cld3-asm') as { loadModule(): Promise<Factory> }
  const identifier = (await loadModule()).create(0, 2000)
  const tag = (code: string): Language => tags[code] ?? (code === '' ? 'und' : code)
  return {
    eld: (text) => tag(eld.detect(text).language),
    'cld3-asm': (text) => tag(identifier.findLanguage(text).language),
  }
}

interface Factory {
  create(least: number, most: number): { findLanguage(text: string): { language: string } }
}
