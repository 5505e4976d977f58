import { join } from 'node:path'
import type { Aligned, Alignment, Language } from '../../article.ts'
import { sentenceJoiner } from '../../language.ts'
import { fileName, TextFile } from '../file.ts'
import { segmentChecks } from '../segment-checks.ts'
import type { Sink } from '../sink.ts'

/** An article beside its text in one other language. */
export interface Bitext {
  /** Of the article. */
  readonly id: string
  readonly from: Language
  readonly to: Language
  readonly pairs: readonly Pair[]
}

/** What says the same on both sides. Either side may be empty, not both. */
export interface Pair {
  /** Indexes of the segments, rising. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** 0..1: the aligner's */
  readonly score: number
  /** 'aligned': a person says that both say the same. */
  readonly judged?: Alignment['judged']
  /** Who made the target: an engine's name, memory, given, person; several where it has several segments; none when there is nothing to tell. */
  readonly origins: readonly string[]
  /** Codes of what looks wrong in it. */
  readonly checks: readonly string[]
  /** The segments' texts, names as the glossary writes them, joined as their language joins sentences. */
  readonly sourceText: string
  readonly targetText: string
}

export interface FormatOptions {
  readonly from: Language
  readonly to: Language
  /** Of this program, which some formats name. */
  readonly version: string
}

/** A file format for aligned text: what makes the sink of one language pair, in `folder`. */
export type Format = (options: FormatOptions & { readonly folder: string }) => Sink<Bitext>

/** A format that puts a language pair into one text: a head, something for each article, a tail. */
export interface TextFormat {
  readonly head: (options: FormatOptions) => string
  readonly body: (bitext: Bitext, options: FormatOptions) => string
  readonly tail: string
}

/** aligned/<from>-<to>.<suffix> */
export function inTextFile(suffix: string, { head, body, tail }: TextFormat): Format {
  return ({ folder, ...options }) => {
    const file = new TextFile(join(folder, fileName(`${options.from}-${options.to}.${suffix}`)))
    let start = head(options)
    return {
      async write(bitext) {
        await file.write(start + body(bitext, options))
        start = ''
      },
      async close() {
        await file.write(start + tail)
        await file.close()
      },
    }
  }
}

/** Two lists of segments, and which say the same. */
export interface Sides {
  readonly from: Language
  readonly to: Language
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly alignments: readonly Alignment[]
  /** What is known of each segment of `target`. @defaultValue nothing */
  readonly made?: readonly { readonly origin: string; readonly checks: readonly string[] }[]
}

export function pairsOf({ from, to, source, target, alignments, made = [] }: Sides): Pair[] {
  return alignments.map((alignment) => ({
    ...alignment,
    origins: [...new Set(alignment.target.flatMap((index) => made[index]?.origin ?? []))],
    checks: [...new Set(alignment.target.flatMap((index) => made[index]?.checks ?? []))],
    sourceText: alignment.source.map((index) => source[index]).join(sentenceJoiner(from)),
    targetText: alignment.target.map((index) => target[index]).join(sentenceJoiner(to)),
  }))
}

/** The finished bitexts of an article; none while its translations are pending or failed. */
export function bitextsOf(article: Aligned): Bitext[] {
  const { id, normalized, translations, alignments } = article
  const source = normalized.source.segments.map(({ text }) => text)
  const from = normalized.source.language
  return translations.flatMap(({ language: to, status, engine, segments }, at) => {
    const target = normalized.translations[at]?.segments.map(({ text }) => text)
    if (status !== 'done' || target === undefined) return []
    const checks = segmentChecks(article, at)
    const made = segments.map((segment, index) => ({
      origin: segment.origin === 'engine' ? (segment.engine ?? engine) : segment.origin,
      checks: checks[index]!,
    }))
    return [{ id, from, to, pairs: pairsOf({ from, to, source, target, alignments: alignments[at]?.alignments ?? [], made }) }]
  })
}

/** A score as files show it: four decimals are more than any aligner means. */
export function formatScore(score: number): number {
  return Number(score.toFixed(4))
}
