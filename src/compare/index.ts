/**
 * Translations of one text side by side: scores against a reference, names against a glossary, checks against the source, and what the systems
 * say of each other.
 */
import type { Language } from '../article.ts'
import { type CheckCode, checkTranslation } from '../engines/checks/index.ts'
import { detectLine } from '../stages/detect/index.ts'
import type { Compared, ComparedSystem, Comparison, Difference, System } from './comparison.ts'
import { type Agreement, agreementOf } from './consensus.ts'
import { bleu } from './metrics/bleu.ts'
import { chrf } from './metrics/chrf.ts'
import { type Metric, sum } from './metrics/metric.ts'
import { ter } from './metrics/ter.ts'
import { entriesNamed, fidelityOf } from './names.ts'
import { chanceOf, defaultResampling, intervalOf, type Resampling, resample } from './significance.ts'
import { defaultTokenizer } from './tokenize.ts'

export type { Compared, Comparison, System } from './comparison.ts'
export { comparisonRecord, comparisonTable } from './forms.ts'
export { type ComparedPair, comparisonList } from './list.ts'
export { comparisonPage } from './page.ts'
export { tokenizerNames } from './tokenize.ts'

/** Compares translations. All have as many lines as the source. */
export function compareTranslations(comparison: Comparison): Compared {
  const {
    source,
    references = [],
    systems,
    from,
    to,
    glossary,
    mecabDictionary,
    tokenizer = defaultTokenizer(to, mecabDictionary),
    resampling = defaultResampling,
  } = comparison
  const count = references.length
  const metrics = count === 0 ? [] : [bleu(tokenizer, count, mecabDictionary), chrf(0, count), chrf(2, count), ter(count)]
  const measured = metrics.map((metric) => measure(metric, systems, references, resampling))
  const named = glossary && entriesNamed(source, from, glossary)
  const agreement = systems.length < 2 ? undefined : agreementOf(systems.map(({ lines }) => lines))
  const compared = systems.map(({ name, lines }, at): ComparedSystem => {
    const checks = lines.map((line, segment) => checksOf(source, line, segment, from, to))
    return {
      name,
      ...Object.fromEntries(measured.map(({ metric, scores }) => [metric.name, scores[at]!])),
      ...(measured.length > 0 && {
        intervals: Object.fromEntries(measured.map(({ metric, resampled }) => [metric.name, intervalOf(resampled[at]!)])),
      }),
      ...(named && { names: fidelityOf(named, lines, to, glossary) }),
      checks: countsOf(checks),
      ...(agreement !== undefined && {
        agreement: mean(agreement.scores.map((row) => row[at]!)),
        consensus: agreement.consensus.filter((best) => best === at).length,
      }),
      segments: lines.map((text, segment) => ({
        segment,
        text,
        checks: checks[segment]!,
        ...Object.fromEntries(measured.map(({ metric, counts }) => [metric.name, scoreOfSegment(metric, counts[at]![segment]!)])),
        ...(agreement !== undefined && { agreement: agreement.scores[segment]![at]! }),
      })),
    }
  })
  return {
    systems: compared,
    signatures: {
      ...Object.fromEntries(metrics.map(({ name, signature }) => [name, signature])),
      ...(metrics.length > 0 && { intervals: `bs:${resampling.resamples}|seed:${resampling.seed}` }),
    },
    differences: differencesOf(systems, measured),
    order: orderOf(compared, agreement),
    ...(agreement !== undefined && { consensus: agreement.consensus.map((best, segment) => systems[best]!.lines[segment]!) }),
  }
}

interface Measured {
  readonly metric: Metric
  /** By system, by segment. */
  readonly counts: readonly (readonly Float64Array[])[]
  readonly scores: readonly number[]
  /** By system: its scores over resampled texts. */
  readonly resampled: readonly Float64Array[]
}

function measure(metric: Metric, systems: readonly System[], references: readonly (readonly string[])[], resampling: Resampling): Measured {
  const counts = systems.map(({ lines }) =>
    lines.map((line, segment) =>
      metric.countsOf(
        line,
        references.map((reference) => reference[segment]!),
      ),
    ),
  )
  return { metric, counts, scores: counts.map((system) => metric.scoreOf(sum(system))), resampled: resample(metric, counts, resampling) }
}

function scoreOfSegment({ scoreOf, segmentScoreOf = scoreOf }: Metric, counts: Float64Array): number {
  return segmentScoreOf(counts)
}

function checksOf(source: readonly string[], line: string, segment: number, from: Language, to: Language): readonly CheckCode[] {
  const neighbours = [source[segment - 1], source[segment + 1]].flatMap((text) => (text === undefined ? [] : [{ source: text }]))
  return checkTranslation(source[segment]!, line, from, to, { detect: detectLine, neighbours })
}

function countsOf(checks: readonly (readonly CheckCode[])[]): Partial<Record<CheckCode, number>> {
  const counts: Partial<Record<CheckCode, number>> = {}
  for (const code of checks.flat()) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function differencesOf(systems: readonly System[], measured: readonly Measured[]): Difference[] {
  if (measured.length === 0) return []
  return systems.flatMap(({ name }, a) =>
    systems.slice(a + 1).map((other, offset) => {
      const b = a + 1 + offset
      const chance = measured.map(({ metric, scores, resampled }) => [
        metric.name,
        chanceOf(scores[a]! - scores[b]!, resampled[a]!, resampled[b]!),
      ])
      return { systems: [name, other.name] as const, chance: Object.fromEntries(chance) }
    }),
  )
}

function orderOf(systems: readonly ComparedSystem[], agreement: Agreement | undefined): number[] {
  const doubt = systems[0]!.segments.map((_, segment) =>
    agreement === undefined ? (systems[0]!.segments[segment]!.chrf ?? 0) : mean(agreement.scores[segment]!),
  )
  return doubt.map((_, segment) => segment).sort((a, b) => doubt[a]! - doubt[b]! || a - b)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
