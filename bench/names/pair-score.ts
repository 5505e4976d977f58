import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention, NormalizedText, Segment, Segmented, Span, Translated } from '../../src/article.ts'
import { Collector } from '../../src/glossary/collect.ts'
import { Glossary, loadGlossary } from '../../src/glossary/index.ts'
import { draftOf, emptyRow } from '../../src/glossary/row.ts'
import { link } from '../../src/stages/link/index.ts'
import { normalize } from '../../src/stages/normalize/index.ts'

/** A line of pairs-tune.jsonl; pairs.md explains it. */
export interface Pair {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly source: string
  readonly target: string
  readonly targetMentions: readonly (Span & { readonly entry: string; readonly garbled: boolean })[]
  readonly traps: readonly Span[]
}

export async function loadPairs(half: 'tune' | 'held'): Promise<{ pairs: Pair[]; glossary: Glossary }> {
  const folder = join(import.meta.dirname, 'sets')
  const lines = readFileSync(join(folder, `pairs-${half}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return { pairs: lines.map((line) => JSON.parse(line) as Pair), glossary: await loadGlossary([join(folder, 'pairs.csv')]) }
}

/** The pair when its source says nothing. */
export function withoutSource(pair: Pair): Pair {
  return { ...pair, source: '' }
}

/** `glossary`, and beside every name of five letters or more one that differs in a consonant: somebody of whom no text speaks. */
export function withDoubles(glossary: Glossary): Glossary {
  const collector = new Collector([])
  const entries = [...glossary.entries]
  const doubles = entries.flatMap((entry) => {
    const canonical = doubleOf(entry.canonical)
    return canonical === undefined ? [] : [{ ...emptyRow, canonical, kind: entry.kind }]
  })
  const rows = entries.map(({ canonical, kind, family, given }) => ({ ...emptyRow, canonical, kind, family, given }))
  for (const [at, row] of [...rows, ...doubles].entries()) {
    const draft = draftOf(row, { file: 'doubles.csv', line: at + 2, columnOf: () => 0 }, () => {})
    if (draft !== undefined) collector.add(draft)
  }
  return new Glossary(collector.entries())
}

/** Consonants that no writing system and no ear confuses. */
const other: Readonly<Record<string, string>> = {
  b: 'r',
  d: 'm',
  f: 'l',
  g: 's',
  k: 'm',
  l: 'd',
  m: 'k',
  n: 'p',
  p: 'n',
  r: 'b',
  s: 'l',
  t: 'm',
  v: 'n',
  z: 'm',
}

function doubleOf(name: string): string | undefined {
  const last = name.split(' ').at(-1)!
  const middle = Math.floor(last.length / 2)
  const at = [...last].findIndex((letter, index) => index >= middle && letter in other)
  if (last.length < 5 || at < 0) return undefined
  return name.slice(0, name.length - last.length) + last.slice(0, at) + other[last.charAt(at)] + last.slice(at + 1)
}

export interface PairScore {
  readonly garbled: number
  /** Of the garbled names, those that read as the glossary has them and were linked to their own entry. */
  readonly repaired: number
  readonly rewrites: number
  /** Of the rewrites, those of a name that is the entry's and that read as the glossary has it, but for words that were left as they were. */
  readonly right: number
  /** Rewrites of what must stay as it is. */
  readonly traps: number
  /** What went wrong, for people. */
  readonly told: readonly string[]
  /** The targets as they are rewritten. */
  readonly texts: readonly string[]
}

/** Takes each pair through the stages that link and rewrite names, as an article of one sentence. */
export async function scorePairs(pairs: readonly Pair[], glossary: Glossary): Promise<PairScore> {
  const score = { garbled: 0, repaired: 0, rewrites: 0, right: 0, traps: 0, told: [] as string[], texts: [] as string[] }
  for (const pair of pairs) {
    const { mentions: all, text } = await normalizedTarget(pair, glossary)
    const mentions = all.filter(({ action }) => action === 'rewrite')
    score.texts.push(text)
    const linked = (gold: Pair['targetMentions'][number]) => mentions.filter((mention) => overlaps(mention.span, gold))
    const isOwn = (gold: Pair['targetMentions'][number]) => linked(gold).every(({ entry }) => entry === gold.entry)
    const reads = (gold: Pair['targetMentions'][number], kept: string) =>
      isOwn(gold) && readsAs(rewritten(pair.target, gold, linked(gold)), `${linked(gold)[0]!.canonical} ${kept}`, pair.to)
    for (const gold of pair.targetMentions.filter(({ garbled }) => garbled)) {
      score.garbled++
      if (linked(gold).length > 0 && reads(gold, '')) score.repaired++
      else score.told.push(`missed ${pair.id} ${pair.target.slice(gold.start, gold.end)} (${gold.entry}): ${pair.source}`)
    }
    for (const mention of mentions) {
      score.rewrites++
      if (pair.targetMentions.some((gold) => overlaps(mention.span, gold) && reads(gold, mention.surface))) score.right++
      else
        score.told.push(
          `WRONG ${pair.id} ${mention.surface} → ${mention.replacement} ${mention.confidence} (${mention.reason}): ${pair.source} | ${pair.target}`,
        )
      if (pair.traps.some((trap) => overlaps(mention.span, trap))) score.traps++
    }
  }
  return score
}

async function normalizedTarget({ id, from, to, source, target }: Pair, glossary: Glossary): Promise<NormalizedText> {
  const context = { signal: new AbortController().signal, warn: () => {} }
  const linked = await link({ glossary }).run(articleOf(id, from, source), context)
  const [segment] = segmentsOf(target, to)
  const translation = {
    language: to,
    engine: 'bench',
    status: 'done' as const,
    title: '',
    text: target,
    segments: segment === undefined ? [] : [{ ...segment, origin: 'engine' as const, checks: [] }],
  }
  const translated: Translated = { ...linked, translations: [translation] }
  const { normalized } = await normalize({ glossary }).run(translated, context)
  return normalized.translations[0]!
}

function articleOf(id: string, language: string, text: string): Segmented {
  return {
    id,
    origin: { file: 'pairs', line: 1 },
    title: '',
    body: text,
    format: 'text',
    metadata: {},
    versions: [],
    warnings: [],
    text,
    blocks: [{ start: 0, end: text.length }],
    removed: [],
    language,
    confidence: 1,
    passages: [{ start: 0, end: text.length, language }],
    segments: segmentsOf(text, language),
  }
}

function segmentsOf(text: string, language: string): Segment[] {
  return [{ span: { start: 0, end: text.length }, text, language, block: 0 }]
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** What stands at `gold` after the rewrites, which may reach beyond it. */
function rewritten(text: string, gold: Span, mentions: readonly Mention[]): string {
  let at = Math.min(gold.start, mentions[0]!.span.start)
  let out = ''
  for (const { span, replacement } of mentions) {
    out += text.slice(at, span.start) + replacement
    at = span.end
  }
  return out + text.slice(at, Math.max(at, gold.end))
}

/** Languages whose names have cases: a word of a name may end otherwise. */
const inflecting: ReadonlySet<string> = new Set(['pl', 'cs', 'sk', 'ru', 'uk', 'fi', 'hu', 'tr', 'lv', 'lt', 'et', 'sl', 'hr', 'sr'])

/** Whether `text` is made of words of the name, but for a genitive's ending and, where there are cases, theirs. */
function readsAs(text: string, canonical: string, language: string): boolean {
  const wanted = canonical.split(/[\s-]+/u)
  const spare = inflecting.has(language) ? 2 : 0
  return text
    .replace(/['’]s?$/u, '')
    .split(/[\s-]+/u)
    .every((word) => wanted.some((one) => word === one || (spare > 0 && word.startsWith(one.slice(0, Math.max(3, one.length - spare))))))
}
