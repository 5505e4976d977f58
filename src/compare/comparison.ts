/** What is compared, and what comes of it. */
import type { Language } from '../article.ts'
import type { CheckCode } from '../engines/checks/index.ts'
import type { Glossary } from '../glossary/index.ts'
import type { MetricName } from './metrics/metric.ts'
import type { NameFidelity } from './names.ts'
import type { Interval, Resampling } from './significance.ts'
import type { TokenizerName } from './tokenize.ts'

/** A translation of the source, a segment a line. */
export interface System {
  readonly name: string
  readonly lines: readonly string[]
}

/** What is compared. */
export interface Comparison {
  readonly source: readonly string[]
  /** One or more; a segment a line, as many as the source. @defaultValue none: then the systems are measured by each other */
  readonly references?: readonly (readonly string[])[]
  readonly systems: readonly System[]
  readonly from: Language
  readonly to: Language
  /** @defaultValue no names are looked at */
  readonly glossary?: Glossary
  /** Words as BLEU counts them. @defaultValue what is usual for the target language */
  readonly tokenizer?: TokenizerName
  /** Folder of the IPA dictionary of MeCab, for words of Japanese. @defaultValue none: then they are characters */
  readonly mecabDictionary?: string
  readonly resampling?: Resampling
}

/** A system's translation of one segment. */
export interface ComparedSegment {
  /** 0-based. */
  readonly segment: number
  readonly text: string
  readonly checks: readonly CheckCode[]
  /** Of this segment alone, with a reference. */
  readonly bleu?: number
  readonly chrf?: number
  readonly chrfpp?: number
  readonly ter?: number
  /** chrF2 to the other systems, on the average; with two systems or more. */
  readonly agreement?: number
}

/** A system's figures. */
export interface ComparedSystem {
  readonly name: string
  /** 0..100, with a reference. */
  readonly bleu?: number
  readonly chrf?: number
  readonly chrfpp?: number
  /** 0 and up, less is better. */
  readonly ter?: number
  readonly intervals?: Readonly<Partial<Record<MetricName, Interval>>>
  readonly names?: NameFidelity
  /** Segments each check speaks of. */
  readonly checks: Readonly<Partial<Record<CheckCode, number>>>
  /** chrF2 to the other systems, on the average. */
  readonly agreement?: number
  /** Segments in which it agrees best with the others. */
  readonly consensus?: number
  readonly segments: readonly ComparedSegment[]
}

/** Whether the difference of two systems may be chance, by metric: 0..1, the smaller the less so. */
export interface Difference {
  readonly systems: readonly [string, string]
  readonly chance: Readonly<Partial<Record<MetricName, number>>>
}

/** What came of it. */
export interface Compared {
  readonly systems: readonly ComparedSystem[]
  readonly signatures: Readonly<Partial<Record<MetricName | 'intervals', string>>>
  readonly differences: readonly Difference[]
  /** Segments, those first on which the systems differ most; of one system, the worst first. */
  readonly order: readonly number[]
  /** What the systems agree on, segment by segment; with two systems or more. */
  readonly consensus?: readonly string[]
}
