/** A dump to measure with: articles, the memory that translates them, glossaries of several sizes. */
import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { generatedNames } from '../names/generated.mjs'
import { type GeneratorOptions, generate } from './articles.ts'

export interface Dump {
  readonly articles: string
  readonly memory: string
  /** Path of a glossary with so many names. */
  readonly glossary: (names: number) => string
  /** UTF-8 bytes of the articles' titles and texts. */
  readonly bytes: number
}

/** Mentions are of names that a glossary of 10,000 holds; half of them, of one that a glossary of 20 holds. */
const MENTIONED = 10_000

export async function writeDump(folder: string, count: number, options: Omit<GeneratorOptions, 'names'>): Promise<Dump> {
  const data = process.env.SYNOPTIC_DATA
  if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder that holds detect-train/')
  const articles = join(folder, 'articles.jsonl')
  const memory = join(folder, 'memory.tmx')
  const names = generatedNames(MENTIONED)
  const [lines, units] = [createWriteStream(articles), createWriteStream(memory)]
  let bytes = 0
  units.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>\n')
  const known = new Set<string>()
  for (const { units: pairs, ...article } of generate(data, count, { ...options, names })) {
    bytes += Buffer.byteLength(article.title) + Buffer.byteLength(article.text)
    const { language, ...rest } = article
    if (!lines.write(`${JSON.stringify(rest)}\n`)) await once(lines, 'drain')
    if (language === 'en') continue
    for (const [source, english] of pairs) {
      if (options.pool !== undefined && known.size === known.add(source).size) continue
      units.write(`<tu><tuv xml:lang="${language}"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${english}</seg></tuv></tu>\n`)
    }
  }
  units.end('</body></tmx>\n')
  lines.end()
  await Promise.all([finished(lines), finished(units)])
  return { articles, memory, bytes, glossary: (names) => writeGlossary(join(folder, `names-${names}.csv`), names) }
}

function writeGlossary(path: string, names: number): string {
  // A smaller glossary is the beginning of a larger one of the same families; a million names need more families.
  const rows = generatedNames(Math.max(names, MENTIONED)).slice(0, names)
  const table = rows.map(({ canonical, kind, given, family }) => `${canonical},${kind},${given},${family}\n`)
  writeFileSync(path, `canonical,kind,given,family\n${table.join('')}`)
  return path
}
