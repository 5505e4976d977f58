/**
 * The one door to all benches: `npm run bench -- TASK [ARGUMENT…]`, on the compiled library where speed is measured. A task that hands its
 * results over has them written to results/, with the machine they were measured on and no date: a figure that changed is a line that changed.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a task runs, and what it tells. Each hands its results over with `process.send`. */
const tasks: Readonly<Record<string, { readonly run: readonly string[]; readonly tells: string }>> = {
  names: { run: ['jiti', 'names.ts'], tells: 'how well names are found on sets whose mentions are known, beside what is commonly done' },
  'names speed': {
    run: ['node', '--expose-gc', 'names/speed.mjs'],
    tells: 'new words a second with 10,000 and 1,000,000 names; building, memory',
  },
  'names pairs': { run: ['jiti', 'names/pairs.ts'], tells: 'garbled names of translations repaired, with and without the source sentence' },
  'names spelling': { run: ['jiti', 'names/spelling.ts'], tells: 'names in another script: right name first, and offered at all' },
  detect: { run: ['jiti', 'detect/index.ts'], tells: 'language detection beside franc' },
  'detect speed': { run: ['node', 'detect/speed.mjs'], tells: 'characters a second' },
  segment: { run: ['jiti', 'segment.ts'], tells: 'sentences found' },
  align: { run: ['jiti', 'align/index.ts'], tells: 'sentences aligned' },
  'align growth': { run: ['node', 'align/growth.mjs'], tells: 'processor time and memory of aligning up to 100,000 lines' },
  'clean copies': { run: ['jiti', 'clean/lines.ts'], tells: 'articles taken out of copied pages, line by line' },
  clean: { run: ['jiti', 'clean/index.ts'], tells: 'wikitext shown as the documentation of its templates says; MB a second of dumps' },
  extract: { run: ['jiti', 'extract/index.ts'], tells: 'articles taken out of pages, and what pages say of themselves' },
  run: { run: ['jiti', 'run.ts'], tells: 'the whole pipeline in CPU-seconds, beside franc alone: speed, stages, memory, rerun, output' },
  'run growth': { run: ['jiti', 'run/growth.ts'], tells: 'memory and processor time of 100,000 articles, by articles done; a drawing' },
  read: {
    run: ['jiti', 'read/index.ts'],
    tells: 'whether every article of large inputs comes, in order; processor time and memory of reading',
  },
  data: { run: ['jiti', 'data.ts'], tells: 'whether the data at hand is that of the results' },
  memory: {
    run: ['jiti', 'memory/index.ts'],
    tells: 'a translation memory of a million units: import, exact and fuzzy look-ups, recall beside comparing with all',
  },
  'engines bergamot': {
    run: ['jiti', 'engines/bergamot.ts'],
    tells: 'words a processor-second of the built-in engine beside the package it is made of; 20,000 sentences over six pairs',
  },
  'engines routes': {
    run: ['jiti', 'engines/routes.ts'],
    tells:
      '1,000 sentences through Apertium, as asking it directly; 20,000 through several engines with outages: lost, shifted, wrong record',
  },
  'engines capacity': { run: ['jiti', 'engines/capacity.ts'], tells: "part of a server's capacity that is used, beside common clients" },
  'engines night': { run: ['jiti', 'engines/night.ts'], tells: 'texts lost, wrong or asked twice in faults, an outage, a rate limit' },
  'engines kills': { run: ['jiti', 'engines/kills.ts'], tells: 'bytes and requests of a run that is killed again and again' },
  'engines limited': { run: ['jiti', 'engines/limited.ts'], tells: 'refusals and time of a real LibreTranslate with a rate limit' },
  'engines names': { run: ['jiti', 'engines/names.ts'], tells: 'names through real engines, as they are and kept; which marks come back' },
  'engines checks': { run: ['jiti', 'engines/checks.ts'], tells: 'wrong translations found, and right ones flagged' },
  'faults kills': { run: ['jiti', 'faults/index.ts', 'kills'], tells: 'a local run killed 100 times: wrong bytes' },
  'faults workers': {
    run: ['jiti', 'faults/index.ts', 'workers'],
    tells: '20 workers at a queue killed, and Redis once: articles lost or twice, seconds to recover',
  },
  'faults joining': {
    run: ['jiti', 'faults/index.ts', 'joining'],
    tells: 'a third worker that comes to a queue half done by two: shards a minute before and after',
  },
  'faults fuzz': {
    run: ['jiti', 'faults/index.ts', 'fuzz'],
    tells: '1,000,000 hostile inputs of readers, glossaries and stages: faults, slowest',
  },
  'faults damage': { run: ['jiti', 'faults/index.ts', 'damage'], tells: '300 files of an output damaged: healed, told, or wrong' },
  'versions names': { run: ['jiti', 'versions/names.ts'], tells: 'garbled names that another version has right: mended, rightly, wrongly' },
  versions: { run: ['jiti', 'versions/index.ts'], tells: 'versions of one story found among articles' },
  'versions campaign': {
    run: ['jiti', 'versions/campaign.ts'],
    tells: 'the same in 100,000 generated articles: precision, recall, processor time, memory',
  },
  'versions collate': {
    run: ['jiti', 'versions/collate.ts'],
    tells: 'words of versions put beside each other, beside CollateX; the seeds (SYNOPTIC_SEEDS) among a thousand others',
  },
  review: {
    run: ['jiti', 'review/index.ts'],
    tells:
      'a million rows of names on cards: what they cost the run; `serve` on them: start, memory, pages, judgements, keys to the screen',
  },
  page: { run: ['jiti', 'page/index.ts'], tells: 'the report of 10,000 articles: pages a second, first paint, search, scrolling' },
  suggest: { run: ['jiti', 'suggest.ts'], tells: 'names proposed from a corpus' },
}

const here = fileURLToPath(new URL('.', import.meta.url))
const [first = '', second = '', ...others] = process.argv.slice(2)
const isPair = `${first} ${second}` in tasks
const name = isPair ? `${first} ${second}` : first
const task = tasks[name]
if (task === undefined) {
  const width = Math.max(...Object.keys(tasks).map(({ length }) => length)) + 2
  console.error(
    Object.entries(tasks)
      .map(([name, { tells }]) => `${name.padEnd(width)}${tells}`)
      .join('\n'),
  )
  process.exit(2)
}

const [runner = '', ...rest] = task.run
const at = rest.findIndex((word) => /\.(ts|mjs)$/u.test(word))
const file = join(here, rest[at]!)
const program =
  runner === 'node'
    ? rest.slice(0, at)
    : [fileURLToPath(import.meta.resolve('jiti/package.json')).replace('package.json', 'lib/jiti-cli.mjs')]
const words = [...rest.slice(at + 1), ...(isPair ? others : [second, ...others].filter((word) => word !== ''))]
const child = spawn(process.execPath, [...program, file, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })

child.on('message', (results: object) => {
  const folder = join(here, 'results')
  mkdirSync(folder, { recursive: true })
  const machine = `${cpus()[0]!.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
  writeFileSync(join(folder, `${name.replace(' ', '-')}.json`), `${JSON.stringify({ task: name, machine, ...results }, null, 2)}\n`)
})
child.on('close', (code) => {
  process.exitCode = code ?? 1
})
