/**
 * The engines of a run side by side, on sentences of its corpus, each asked for all of them by itself:
 *
 * ```
 * <output>/report/engines/index.html, <from>-<to>.html   in the report, for people
 * <output>/compare/<from>-<to>.tsv, .json                as of `compare`, without a reference
 * ```
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../article.ts'
import {
  type ComparedPair,
  compareTranslations,
  comparisonList,
  comparisonPage,
  comparisonRecord,
  comparisonTable,
  type System,
} from '../compare/index.ts'
import { type EngineOptions, enginesOf, openEngine } from '../engines/index.ts'
import { messageOf } from '../errors.ts'
import { loadGlossary } from '../glossary/index.ts'
import { serves } from '../language.ts'
import { corpusOf } from './corpus.ts'
import { writeWhole } from './files.ts'
import type { Recipe } from './recipe.ts'

/** Sentences of a language pair: what separates two engines shows on hundreds, and each is asked for by every engine. */
const SENTENCES = 1000

/** Sentences an engine is asked for at once. */
const AT_ONCE = 100

export interface EngineComparison {
  readonly output: string
  readonly to: readonly Language[]
  readonly engine: EngineOptions
  /** Whose names are looked at. */
  readonly recipe: Pick<Recipe, 'glossary' | 'judgements'>
  readonly signal: AbortSignal
  readonly notice: (message: string) => void
}

/** Compares the engines on up to a thousand sentences of each pair, evenly spread over the corpus. What an engine cannot translate it is left out of. */
export async function compareEngines({ output, to, engine, recipe, signal, notice }: EngineComparison): Promise<void> {
  const folder = join(output, 'compare')
  const glossary = recipe.glossary.length > 0 ? await loadGlossary(recipe.glossary, recipe.judgements) : undefined
  const pages = join(output, 'report', 'engines')
  const pairs: ComparedPair[] = []
  for (const each of [folder, pages]) await rm(each, { recursive: true, force: true })
  for (const { from, target, sentences, of } of await sample(output, to)) {
    const pair = `${from}-${target}`
    const systems: System[] = []
    for (const name of enginesOf(engine)) {
      try {
        await using opened = await openEngine({ ...engine, engines: [name], routes: {} })
        const lines: string[] = []
        for (let at = 0; at < sentences.length; at += AT_ONCE) {
          const answers = await opened.translator.translate(sentences.slice(at, at + AT_ONCE), from, target, { signal })
          for (const { text } of answers) lines.push(text)
        }
        systems.push({ name, lines })
      } catch (thrown) {
        signal.throwIfAborted()
        notice(`${pair}: ${name} is not compared: ${messageOf(thrown)}`)
      }
    }
    if (systems.length < 2) {
      notice(`${pair}: nothing to compare, ${systems.length === 0 ? 'no engine' : `only ${systems[0]!.name}`} translated it`)
      continue
    }
    const comparison = { source: sentences, systems, from, to: target, ...(glossary && { glossary }) }
    const compared = compareTranslations(comparison)
    await writeWhole(join(folder, `${pair}.json`), [JSON.stringify(comparisonRecord(compared, true))])
    await writeWhole(join(folder, `${pair}.tsv`), [comparisonTable(comparison, compared).trimEnd()])
    await writeWhole(join(pages, `${pair}.html`), [comparisonPage(comparison, compared, true)])
    pairs.push({
      from,
      to: target,
      sentences: sentences.length,
      compared: { ...compared, systems: compared.systems.map((system) => ({ ...system, segments: [] })) },
    })
    const share = of > sentences.length ? ` of ${of.toLocaleString('en')}` : ''
    notice(
      `${pair}: ${systems.map(({ name }) => name).join(', ')} compared on ${sentences.length}${share} sentences: ${join(pages, `${pair}.html`)}`,
    )
  }
  await writeWhole(join(pages, 'index.html'), [comparisonList(pairs)])
}

interface Sample {
  readonly from: Language
  readonly target: Language
  readonly sentences: readonly string[]
  /** Sentences that the corpus has of this pair. */
  readonly of: number
}

/** Sentences by pair: all of them, or one in so many, evenly. The corpus is read twice, so that no more than these are held. */
async function sample(output: string, to: readonly Language[]): Promise<Sample[]> {
  const counts = new Map<Language, number>()
  for await (const { language, segments } of corpusOf(output)) counts.set(language, (counts.get(language) ?? 0) + segments.length)
  const taken = new Map([...counts.keys()].map((language) => [language, { seen: 0, sentences: [] as string[] }]))
  for await (const { language, segments } of corpusOf(output)) {
    const one = taken.get(language)!
    const step = Math.max(1, counts.get(language)! / SENTENCES)
    for (const { text } of segments) {
      if (Math.floor(one.seen / step) >= one.sentences.length) one.sentences.push(text.replace(/\s+/gu, ' '))
      one.seen += 1
    }
  }
  return [...taken]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, { sentences }]) =>
      to.filter((target) => !serves(from, target) && from !== 'und').map((target) => ({ from, target, sentences, of: counts.get(from)! })),
    )
}
