import type { Article, Language, Linked, Segment, Segmented, Span, Translated, TranslatedSegment, Translation } from '../../article.ts'
import { checkTranslation } from '../../engines/checks/index.ts'
import { MEMORY_THRESHOLD, type Memory, NORMALIZED, recall } from '../../engines/memory.ts'
import type { Translator } from '../../engines/translator.ts'
import { type EngineError, messageOf, RejectError } from '../../errors.ts'
import type { Glossary } from '../../glossary/index.ts'
import { sentenceJoiner, serves, UNDETERMINED } from '../../language.ts'
import type { Context, Stage } from '../../stage.ts'
import { detectLine } from '../detect/index.ts'
import { type Found, fill, missing } from './fill.ts'

export interface TranslateOptions {
  readonly translator: Translator
  readonly memory: Memory
  /** Score from which on a unit of the memory is used that is nearly the text, 0.6..1; 1: only the very text is. @defaultValue 0.9 */
  readonly memoryThreshold?: number | undefined
  readonly to: readonly Language[]
  /** Whose names engines are to leave as they are. @defaultValue none */
  readonly glossary?: Glossary | undefined
  /** Cleans, detects and segments a version that was given beside the article. */
  readonly prepare: (version: Article, context: Context) => Promise<Segmented>
}

/**
 * The article in each language of `to` that it is not in already. A version given beside it is taken as it is; else each segment comes from
 * the memory, or, all that are left in one call, from the translator. No failure of an engine stops the article: what is missing is
 * marked, and a later run fills it in.
 */
export function translate({
  translator,
  memory,
  memoryThreshold = MEMORY_THRESHOLD,
  to,
  glossary,
  prepare,
}: TranslateOptions): Stage<Linked, Translated> {
  return {
    name: 'translate',
    run: (article, context) => {
      const targets = to.filter((target) => !serves(article.language, target))
      const make = (target: Language) => made(article, target, { translator, memory, memoryThreshold, glossary }, context)
      if (article.versions.length === 0) return afterAll(targets, make, (translations) => ({ ...article, translations }))
      return withVersions(article, targets, make, (version) => prepare(version, context), context)
    },
  }
}

async function withVersions(
  article: Linked,
  targets: readonly Language[],
  make: (target: Language) => Translation | Promise<Translation>,
  prepare: (version: Article) => Promise<Segmented>,
  context: Context,
): Promise<Translated> {
  const versions = targets.length > 0 ? await prepared(article.versions, prepare, context) : []
  const translations: Translation[] = []
  for (const target of targets) {
    const version = versions.find(({ language }) => serves(language, target))
    translations.push(version === undefined ? await make(target) : given(version, target))
  }
  return { ...article, translations }
}

/** What `finish` makes of all results, each asked for when the one before is there; a promise only when one of them is. */
function afterAll<From, Made, Whole>(
  all: readonly From[],
  make: (one: From) => Made | Promise<Made>,
  finish: (results: readonly Made[]) => Whole,
  results: readonly Made[] = [],
): Whole | Promise<Whole> {
  if (results.length === all.length) return finish(results)
  const result = make(all[results.length]!)
  const goOn = (one: Made) => afterAll(all, make, finish, [...results, one])
  return result instanceof Promise ? result.then(goOn) : goOn(result)
}

async function prepared(
  versions: readonly Article[],
  prepare: (version: Article) => Promise<Segmented>,
  context: Context,
): Promise<readonly Segmented[]> {
  const usable: Segmented[] = []
  for (const version of versions) {
    try {
      const segmented = await prepare(version)
      // Too short or too odd to tell: then what the input says of it holds.
      const language = segmented.language === UNDETERMINED ? (version.metadata.language ?? UNDETERMINED) : segmented.language
      usable.push({ ...segmented, language })
    } catch (thrown) {
      if (!(thrown instanceof RejectError)) throw thrown
      context.warn('version-unusable', messageOf(thrown))
    }
  }
  return usable
}

function given(version: Segmented, language: Language): Translation {
  const { id, title, text } = version
  const segments = version.segments.map(({ span, text, block }): TranslatedSegment => ({ span, text, block, origin: 'given', checks: [] }))
  return { language, engine: 'given', status: 'done', version: id, title, text, segments }
}

/** A promise only when somebody has to be asked. */
function made(
  article: Linked,
  to: Language,
  {
    translator,
    memory,
    memoryThreshold,
    glossary,
  }: Pick<TranslateOptions, 'translator' | 'memory' | 'glossary'> & { readonly memoryThreshold: number },
  context: Context,
): Translation | Promise<Translation> {
  // The title is a text like the others, and comes last.
  const texts = [...article.segments.map(({ text }) => text), article.title]
  const languages = [...article.segments.map((segment) => languageOf(segment, article)), article.language]
  const found = texts.map((text, index): Found => {
    if (text.trim() === '') return { text: '', origin: 'given' }
    // A quotation that is in the target's language already.
    if (serves(languages[index]!, to)) return { text, origin: 'given' }
    // A short sentence may be taken for a neighbouring language: the memory is asked in the article's own too.
    const known = recall(memory, text, [languages[index]!, article.language], to, memoryThreshold)
    if (known === undefined) return missing
    const { kind, score, source } = known
    return { text: known.text, origin: 'memory', ...(kind !== 'exact' && { match: { score, source } }) }
  })
  const finish = (error?: EngineError) => finished(article, to, { translator, found, languages, error }, context)
  return found.includes(missing) ? fill(found, texts, { article, to, translator, glossary, context }).then(finish) : finish()
}

interface Finished extends Pick<TranslateOptions, 'translator'> {
  /** Of each segment, and last of the title. */
  readonly found: Found[]
  readonly languages: readonly Language[]
  readonly error: EngineError | undefined
}

function finished(article: Linked, to: Language, { translator, found, languages, error }: Finished, context: Context): Translation {
  const status = error === undefined ? 'done' : error.code === 'refused-text' ? 'failed' : 'pending'
  if (error !== undefined) warnOf(error, found, { article, to }, context)
  const title = found.pop()!
  const checks = article.segments.map(({ text }, index) => {
    const { origin, text: translated, match } = found[index]!
    if (origin === 'given' || origin === 'missing') return []
    const neighbours = [index - 1, index + 1].flatMap((at) => {
      const segment = article.segments[at]
      return segment === undefined ? [] : [{ source: segment.text, target: found[at]?.text }]
    })
    const codes: readonly string[] = checkTranslation(text, translated, languages[index]!, to, { detect: detectLine, neighbours })
    return (match?.score ?? 1) < NORMALIZED ? [...codes, 'memory-fuzzy'] : codes
  })
  warnOfChecks(checks, to, context)
  const engines = [...new Set([...found, title].flatMap(({ engine }) => engine ?? []))].sort()
  const byMemory = [...found, title].every(({ origin }) => origin === 'memory' || origin === 'given')
  const { text, spans } = layOut(article.segments, found, to)
  return {
    language: to,
    engine: byMemory ? 'memory' : engines.join(', ') || translator.name,
    status,
    title: title.text,
    text,
    segments: article.segments.map(({ block }, index) => {
      const { engine, ...made } = found[index]!
      return { span: spans[index]!, ...made, ...(engine !== undefined && engines.length > 1 && { engine }), block, checks: checks[index]! }
    }),
  }
}

function languageOf({ language }: Segment, article: Linked): Language {
  return language === UNDETERMINED ? article.language : language
}

function warnOf(error: EngineError, found: readonly Found[], { article, to }: { article: Linked; to: Language }, { warn }: Context): void {
  const open = found.flatMap(({ origin }, index) => (origin === 'missing' ? [index] : []))
  // The title, which comes last, has no span.
  const span = article.segments[open[0] ?? 0]?.span
  if (error.code === 'refused-text') {
    warn('segment-failed', `${to}: ${open.length} of ${found.length} texts not translated: ${error.message}`, span)
  } else {
    warn('engine-unavailable', `${to}: ${[error.message, error.remedy].filter((part) => part !== undefined).join('; ')}`)
  }
}

function warnOfChecks(checks: readonly (readonly string[])[], to: Language, { warn }: Context): void {
  const counts = new Map<string, number>()
  for (const code of checks.flat()) counts.set(code, (counts.get(code) ?? 0) + 1)
  if (counts.size === 0) return
  const suspects = checks.filter(({ length }) => length > 0).length
  const list = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} ${count}`)
  warn('translation-check', `${to}: ${suspects} of ${checks.length} segments look wrong: ${list.join(', ')}`)
}

/** The whole text: segments of a block joined as the language joins sentences, blocks by a blank line. What is missing takes no room. */
function layOut(source: readonly Segment[], found: readonly Found[], to: Language): { text: string; spans: readonly Span[] } {
  let text = ''
  let lastBlock: number | undefined
  const spans = source.map(({ block }, index): Span => {
    const segment = found[index]!.text
    if (segment !== '') {
      if (lastBlock !== undefined) text += block === lastBlock ? sentenceJoiner(to) : '\n\n'
      lastBlock = block
    }
    const start = text.length
    text += segment
    return { start, end: text.length }
  })
  return { text, spans }
}
