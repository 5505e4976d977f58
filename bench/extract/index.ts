/**
 * Articles taken out of pages, and what the pages say of themselves, by the measures of the benchmarks that the pages come from; processor time.
 * Where a Python with trafilatura is named, its results on the same pages, in the same run.
 *
 * models/pages.json was trained on these pages: what it is worth on others, `npm run train:pages -- --folds 4` says.
 *
 * SYNOPTIC_DATA=… npm run bench -- extract [--half tune|held] [--pages] [--python …/bin/python]
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { baseLanguage } from '../../src/language.ts'
import { decodeHtml } from '../../src/read/decode.ts'
import { franc, modelDetector } from '../../src/stages/detect/index.ts'
import { cleanPage } from './clean.ts'
import { countSnippets, type Found, mean, type Score, scoreBody, scoreMetadata, scoreSnippets } from './score.ts'
import { bodySamples, type Sample, snippetSamples } from './sets.ts'

const { values } = parseArgs({ options: { half: { type: 'string' }, pages: { type: 'boolean' }, python: { type: 'string' } } })
const wanted = ({ half }: Sample) => values.half === undefined || half === values.half
const bodies = bodySamples().filter(wanted)
const snippets = snippetSamples().filter(wanted)

interface Run {
  readonly name: string
  readonly results: ReadonlyMap<string, Found>
  /** Processor seconds for the pages with known bodies. */
  readonly seconds: number
}

async function ours(): Promise<Run> {
  // The model is read and the code is warm before the time is taken.
  for (const sample of bodies.slice(0, 10)) await cleanPage(sample)
  const results = new Map<string, Found>()
  const started = process.cpuUsage()
  for (const sample of bodies) results.set(sample.id, await found(sample))
  const { user, system } = process.cpuUsage(started)
  for (const sample of snippets) results.set(sample.id, await found(sample))
  return { name: 'synoptic', results, seconds: (user + system) / 1e6 }
}

async function found(sample: Sample): Promise<Found> {
  const { title, text, metadata } = await cleanPage(sample)
  return { text, title, author: metadata.byline, date: metadata.date }
}

function trafilatura(python: string): Run {
  const input = [...bodies, ...snippets].map((sample) =>
    JSON.stringify({ id: sample.id, html: decodeHtml(sample.html).text, timed: 'body' in sample }),
  )
  const { stdout, stderr, status } = spawnSync(python, [join(import.meta.dirname, 'peer.py')], {
    input: input.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`trafilatura: ${stderr}`)
  const lines = stdout.trimEnd().split('\n')
  const { seconds } = JSON.parse(lines.pop()!) as { seconds: number }
  const results = lines.map((line) => JSON.parse(line) as { id: string } & Record<'text' | 'title' | 'author' | 'date', string | null>)
  return {
    name: 'trafilatura',
    seconds,
    results: new Map(
      results.map(({ id, text, title, author, date }) => [
        id,
        { text: text ?? '', title: title ?? undefined, author: author ?? undefined, date: date ?? undefined },
      ]),
    ),
  }
}

const detector = modelDetector({ behind: franc() })
/** What a page is in, by what is known of its article. */
const languageOf = (gold: string) => baseLanguage(detector.detect(gold).language)

/** Figures of each language, most pages first. */
function byLanguage<One extends Sample>(samples: readonly One[], goldOf: (sample: One) => string, score: (own: readonly One[]) => Score) {
  const groups = new Map<string, One[]>()
  for (const sample of samples) {
    const language = languageOf(goldOf(sample))
    groups.set(language, [...(groups.get(language) ?? []), sample])
  }
  return Object.fromEntries(
    [...groups]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([language, own]) => [language, { pages: own.length, f1: Number(score(own).f1.toFixed(3)) }]),
  )
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
for (const run of [await ours(), ...(values.python === undefined ? [] : [trafilatura(values.python)])]) {
  const of = ({ id }: Sample) => run.results.get(id)!
  const rows = bodies.map((sample) => ({ url: sample.url, ...scoreBody(sample.body, of(sample).text) }))
  if (values.pages) for (const { url, f1 } of rows.toSorted((a, b) => a.f1 - b.f1).slice(0, 20)) console.log(f1.toFixed(3), url)
  const body = mean(rows)
  const snippet = scoreSnippets(snippets.map((sample) => countSnippets(sample.with, sample.without, of(sample).text)))
  const metadata = scoreMetadata(snippets.map((sample) => ({ gold: sample, found: of(sample) })))
  console.log(run.name)
  console.log(
    `  bodies    F1 ${body.f1.toFixed(4)}  precision ${body.precision.toFixed(4)}  recall ${body.recall.toFixed(4)}  ${bodies.length} pages`,
  )
  console.log(`            ${(bodies.length / run.seconds).toFixed(1)} pages a second of processor time`)
  console.log(
    `  snippets  F1 ${snippet.f1.toFixed(4)}  precision ${snippet.precision.toFixed(4)}  recall ${snippet.recall.toFixed(4)}  ${snippets.length} pages`,
  )
  console.log(
    `  titles ${percent(metadata.titles)}  authors ${percent(metadata.authors)}  dates ${percent(metadata.dates)}  no date ${percent(metadata.noDate)}`,
  )
  const languages = {
    bodies: byLanguage(
      bodies,
      ({ body }) => body,
      (own) => mean(own.map((sample) => scoreBody(sample.body, of(sample).text))),
    ),
    snippets: byLanguage(
      snippets,
      (sample) => sample.with.join('\n'),
      (own) => scoreSnippets(own.map((sample) => countSnippets(sample.with, sample.without, of(sample).text))),
    ),
  }
  for (const [set, figures] of Object.entries(languages))
    console.log(
      `  ${set}: ${Object.entries(figures)
        .map(([language, { pages, f1 }]) => `${language} ${f1} (${pages})`)
        .join(', ')}`,
    )
  if (run.name === 'synoptic' && values.half === undefined)
    process.send?.({ bodies: Number(body.f1.toFixed(4)), snippets: Number(snippet.f1.toFixed(4)), metadata, languages })
}
