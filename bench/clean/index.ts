/**
 * Wikitext as its templates' documentation says it shows, and the speed of the whole stage on real dumps.
 *
 * SYNOPTIC_DATA=… npm run bench -- clean [held] [all]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '../../src/article.ts'
import { createArticle, read } from '../../src/index.ts'
import { clean } from '../../src/stages/clean/index.ts'

interface Probe {
  readonly lang: string
  readonly wikitext: string
  /** Lines of the text; several where the documentation leaves a choice. */
  readonly expected: string | readonly string[]
}

const stage = clean()
const context = { signal: new AbortController().signal, warn: () => {} }
const textOf = async (article: Article): Promise<string> => {
  try {
    return (await stage.run(article, context)).text
  } catch {
    return ''
  }
}
const words = process.argv.slice(2)
const half = words.includes('held') ? 'held' : 'tune'
const probes = readFileSync(fileURLToPath(new URL(`wikitext-${half}.jsonl`, import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Probe)

let right = 0
for (const [index, { lang, wikitext, expected }] of probes.entries()) {
  const article = createArticle({ id: `probe-${index + 1}`, title: 'Probe', body: wikitext, format: 'wikitext', language: lang })
  const got = (await textOf(article)).replaceAll('\n\n', '\n')
  if ([expected].flat().includes(got)) right += 1
  else if (words.includes('all'))
    console.log(`${index + 1} ${lang}\n  wanted ${JSON.stringify([expected].flat()[0])}\n  got    ${JSON.stringify(got)}`)
}
console.log(`wikitext ${half}: ${right} of ${probes.length} right`)

const speeds: Record<string, number> = {}
const folder = join(process.env.SYNOPTIC_DATA ?? '', 'wiki-dev')
for (const name of process.env.SYNOPTIC_DATA === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith('.bz2'))) {
  const articles: Article[] = []
  for await (const item of read([join(folder, name)], context.signal)) if (item.kind === 'article') articles.push(item.article)
  if (articles.length === 0) continue
  for (const article of articles.slice(0, 20)) await textOf(article)
  const bytes = articles.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
  const before = process.cpuUsage()
  let rounds = 0
  do {
    for (const article of articles) await textOf(article)
    rounds += 1
  } while (process.cpuUsage(before).user < 2e6)
  const { user, system } = process.cpuUsage(before)
  speeds[name] = Number(((bytes * rounds) / (user + system)).toPrecision(2))
  console.log(`${name}: ${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB; clean: ${speeds[name]} MB a CPU-second`)
}
process.send?.({ half, right, probes: probes.length, megabytesPerSecond: speeds })
