/**
 * What an article is at each point of its way. Imports nothing.
 *
 * An article only grows: each stage returns `{...article, oneNewField}`, and what was there before stays as it was.
 * So the corpus shows every step, and every rewrite can be explained and undone.
 */

/** BCP 47 tag in its shortest form: 'de', 'pt-BR', 'zh-Hans'; 'und' when unknown. */
export type Language = string

/** Half-open range [start, end), in UTF-16 code units of the text it points into. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a record stood in the input. */
export interface Origin {
  /** Path as given or found, with `/` between folders; '-' for standard input. */
  readonly file: string
  /** 1-based line on which the record starts. */
  readonly line: number
}

/** Something worth a look that did not stop the article. Travels with it and is shown at its place in the report. */
export interface Warning {
  readonly stage: string
  readonly code: string
  readonly detail: string
  readonly span?: Span
}

/** What the input itself says about an article. A claim, not a truth: `language` is a prior for detection. */
export interface Metadata {
  readonly byline?: string
  /** ISO 8601 date or date and time. */
  readonly date?: string
  /** Where in a page the date stood. */
  readonly dateFrom?: 'json-ld' | 'meta' | 'time' | 'url' | 'script' | 'text'
  readonly language?: Language
  readonly url?: string
  /** What the site calls itself. */
  readonly site?: string
}

/** What records of an input say of an article, and what they call it unless told otherwise. */
export const fieldNames = ['id', 'title', 'text', 'html', 'language', 'date', 'url', 'byline'] as const
/** One of them. */
export type FieldName = (typeof fieldNames)[number]

/** An article as it was read. */
export interface Article {
  /** Stable from run to run, unique in a run, safe as a file name on every system. */
  readonly id: string
  readonly origin: Origin
  /** '' when the input gives none; cleaning may find it in the body. */
  readonly title: string
  /** As dumped, markup and all. */
  readonly body: string
  readonly format: 'text' | 'html' | 'wikitext'
  readonly metadata: Metadata
  /** The same story in other languages, given beside it (`story.en.txt` beside `story.de.txt`): aligned, never translated again. */
  readonly versions: readonly Article[]
  readonly warnings: readonly Warning[]
  /** Lines of a plain text that other articles of its site have too, for cleaning to know; not in the corpus. */
  readonly repeats?: readonly string[] | undefined
}

/** A piece of the body that cleaning took out. */
export interface Removed {
  /** Name of the rule that took it, such as 'donation-appeal'. */
  readonly rule: string
  readonly text: string
}

/** The article as plain text: what the reader came for. */
export interface Cleaned extends Article {
  /** Plain text, NFC; blocks joined by a blank line. The title, byline and date are not in it. */
  readonly text: string
  /** Paragraphs, headings and list items of `text`, in order, not overlapping. A segment never crosses one. */
  readonly blocks: readonly Span[]
  readonly removed: readonly Removed[]
}

/** A stretch of `text` in one language. */
export interface Passage extends Span {
  readonly language: Language
}

/** Which language it is in, as a whole and passage by passage. */
export interface Detected extends Cleaned {
  /** Of the article as a whole. */
  readonly language: Language
  /** 0..1: the chance that `language` is right. */
  readonly confidence: number
  /** Cover `text` from start to end, in order. */
  readonly passages: readonly Passage[]
}

/** A sentence, or what stands for one (a heading, a list item). `text === whole.slice(span.start, span.end)`, always. */
export interface Segment {
  readonly span: Span
  readonly text: string
  readonly language: Language
  /** Index of the block it stands in. */
  readonly block: number
}

/** Cut into sentences. */
export interface Segmented extends Detected {
  readonly segments: readonly Segment[]
}

/** What is done with a mention: nothing (already right, or another script), rewritten, or proposed for review. */
export type Action = 'keep' | 'rewrite' | 'suggest'

/** What a person said of a mention. */
export interface Judged {
  readonly verdict: 'wrong' | 'right'
  /** Of this spelling in every article, not in this one alone. */
  readonly everywhere: boolean
}

/** A name found in a text, and what the glossary says of it. */
export interface Mention {
  /** Covers the name without its suffix; points into the text before any rewrite. */
  readonly span: Span
  /** The name as written: the text at `span`. */
  readonly surface: string
  /** Ending that stays as it is when the name is rewritten: 's, a case ending; '' when there is none. */
  readonly suffix: string
  readonly kind: Kind
  /** Id of the glossary entry. */
  readonly entry: string
  /** The entry's full canonical name. */
  readonly canonical: string
  /** What the span becomes when rewritten: family name for a family name. Equals `surface` for 'keep'. */
  readonly replacement: string
  readonly action: Action
  /** 0..1: the chance that the link is right. */
  readonly confidence: number
  /** Why, for people: 'exact', 'variant', 'spelling 0.91; family name of Marie Curie, named in full at 120'. */
  readonly reason: string
  /** What weighed most for (above 0) and against it: log-odds by feature, the heaviest first; as `names --explain` has them all. */
  readonly weighed?: Readonly<Record<string, number>>
  /** Says why `action` is not what the confidence alone would make it. */
  readonly judged?: Judged
}

/** What a person said of a row: that its sentences say the same, or do not, or what was said of it is taken back. */
export interface RowJudgement {
  readonly judgement: 'aligned' | 'apart' | 'unjudged'
  /** Id. */
  readonly article: string
  /** Of the translation. */
  readonly language: Language
  /** Indexes of the segments, from 0, rising, as they were when it was said. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** The sentences themselves, as written or with their names rewritten: where they have moved, they are found by them. */
  readonly sourceText: string
  readonly targetText: string
}

/** How a person translates a sentence or a title, or that this is taken back. */
export interface TranslationJudgement {
  readonly judgement: 'translation'
  /** Id; without it, wherever the sentence stands. */
  readonly article?: string | undefined
  readonly from: Language
  readonly to: Language
  /** As written. */
  readonly source: string
  /** null: taken back. */
  readonly target: string | null
}

/** What a person said of sentences. */
export type SentenceJudgement = RowJudgement | TranslationJudgement

/** What a name is the name of. */
export type Kind = 'person' | 'place' | 'organization' | 'term'

/** With the glossary's names that stand in it. */
export interface Linked extends Segmented {
  /** In `text`, in order, not overlapping. */
  readonly mentions: readonly Mention[]
  /** In `title`. */
  readonly titleMentions: readonly Mention[]
}

/** A text's translation, as an engine gives it. */
export interface Answer {
  readonly text: string
  /** Name of the engine, as written into the corpus: 'libretranslate'. */
  readonly engine: string
  /** Of the engine or its model, where it is known. */
  readonly version?: string
  /** It was kept from another run. */
  readonly isStored?: true
  /** 0..1: what the engine itself thinks of it. */
  readonly score?: number
  /** Other translations, best first. */
  readonly alternatives?: readonly string[]
  /** Engines that were asked before this one, and did not translate it, and why. */
  readonly passed?: readonly { readonly engine: string; readonly reason: string }[]
}

/** What stands for one source segment in a translation, at the same index; of a given translation, its own sentences. */
export interface TranslatedSegment {
  /** '' when `origin` is 'missing'. Points into the translation's `text`. */
  readonly span: Span
  readonly text: string
  readonly block: number
  /**
   * Who made it: a person who judged the article, the translation memory, the engine in this run, the engine in one with another glossary or other
   * settings ('cache'), the input itself; 'missing' while nobody has.
   */
  readonly origin: 'person' | 'memory' | 'engine' | 'cache' | 'given' | 'missing'
  /** Which engine, where several made the translation. */
  readonly engine?: string
  /** Of a segment from the memory that is not word for word what stands there: what does, and how much it is that, 0..1. */
  readonly match?: { readonly score: number; readonly source: string }
  /**
   * Of a segment that the engine was asked for again because it lost names: those, as they now stand in it, and what it said at first. What it says now
   * comes from a second answer, with words in the places of the names, in which they were put back.
   */
  readonly kept?: { readonly names: readonly string[]; readonly instead: string }
  /** Codes of what looks wrong in it, such as 'number-missing'. */
  readonly checks: readonly string[]
}

/** The article in another language. */
export interface Translation {
  readonly language: Language
  /** Name and version of what made it: 'person', 'memory', 'libretranslate 1.9.6', 'given'; of several engines all, in the order of their names. */
  readonly engine: string
  /** 'pending': no engine could be reached or serves the pair, a later run fills it in; 'failed': the engine refused some segment. */
  readonly status: 'done' | 'pending' | 'failed'
  /** Id of the article it was given by, when `engine` is 'given'. */
  readonly version?: string
  readonly title: string
  readonly text: string
  /** One for each source segment, unless the translation was given. */
  readonly segments: readonly TranslatedSegment[]
}

/** With its translations, made or given. */
export interface Translated extends Linked {
  /** In the order of the targets asked for; none for the article's own language. */
  readonly translations: readonly Translation[]
}

/** A text with its names as the glossary writes them. */
export interface NormalizedText {
  readonly language: Language
  readonly title: string
  /** Point into the title before the rewrite. */
  readonly titleMentions: readonly Mention[]
  readonly text: string
  /** Spans point into this `text`; as many, and in the same order, as before the rewrite. */
  readonly segments: readonly {
    readonly span: Span
    readonly text: string
    /** Codes of what looks wrong in it only now: 'term-missing', a name of the source that is not there. Left out when there are none. */
    readonly checks?: readonly string[]
  }[]
  /** Point into the text before the rewrite. */
  readonly mentions: readonly Mention[]
}

/** With the names as the glossary writes them, in its own text and in each translation. */
export interface Normalized extends Translated {
  readonly normalized: {
    readonly source: NormalizedText
    /** As many as `translations`, in their order. */
    readonly translations: readonly NormalizedText[]
  }
}

/** Source segments and the target segments that say the same. Either side may be empty, not both. */
export interface Alignment {
  /** Indexes into `segments`, rising. */
  readonly source: readonly number[]
  /** Indexes into the translation's `segments`, rising. */
  readonly target: readonly number[]
  /** 0..1 */
  readonly score: number
  /** A person says so: the score is 1. */
  readonly judged?: 'aligned'
  /** Of a block that stands elsewhere in the one text than in the other: the row crosses others. */
  readonly moved?: true
}

/** The whole way: every stage's field is there. */
export interface Aligned extends Normalized {
  /** As many as `translations`, in their order; an empty list while a translation is pending. */
  readonly alignments: readonly { readonly language: Language; readonly alignments: readonly Alignment[] }[]
  /** What people said of its sentences, in the order in which they did; left out when nobody did. What has no effect is in `warnings`. */
  readonly judged?: readonly SentenceJudgement[]
}

/** An article that did not come through, and why: nothing disappears. */
export interface Rejected {
  readonly id: string
  readonly origin: Origin
  readonly stage: string
  readonly code: string
  readonly detail: string
}
