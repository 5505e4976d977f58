import type { Answer, Article, Language, Linked, Segment, Segmented, Span, Translated, TranslatedSegment, Translation } from '../article.ts'
import { checkTranslation } from '../engines/checks/index.ts'
import { MEMORY_THRESHOLD, type Memory, NORMALIZED, recall } from '../engines/memory.ts'
import type { TextContext, Translator } from '../engines/translator.ts'
import { EngineError, messageOf, RejectError } from '../errors.ts'
import { sentenceJoiner, serves, UNDETERMINED } from '../language.ts'
import type { Context, Stage } from '../stage.ts'
import { detectLine } from './detect/index.ts'

export interface TranslateOptions {
  readonly translator: Translator
  readonly memory: Memory
  /** Score from which on a unit of the memory is used that is nearly the text, 0.6..1; 1: only the very text is. @defaultValue 0.9 */
  readonly memoryThreshold?: number | undefined
  readonly to: readonly Language[]
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
  prepare,
}: TranslateOptions): Stage<Linked, Translated> {
  return {
    name: 'translate',
    run: (article, context) => {
      const targets = to.filter((target) => !serves(article.language, target))
      const make = (target: Language) => made(article, target, { translator, memory, memoryThreshold }, context)
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

/** A text that is to be translated, and where it came from once it is. */
type Found = Pick<TranslatedSegment, 'text' | 'origin' | 'engine' | 'match'>
const missing: Found = { text: '', origin: 'missing' }

/** A promise only when somebody has to be asked. */
function made(
  article: Linked,
  to: Language,
  { translator, memory, memoryThreshold }: Pick<TranslateOptions, 'translator' | 'memory'> & { readonly memoryThreshold: number },
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
  return found.includes(missing) ? fill(found, texts, { article, to, translator, context }).then(finish) : finish()
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

interface Task {
  readonly article: Linked
  readonly to: Language
  readonly translator: Translator
  readonly context: Context
}

/** Replaces what is missing in `found` by what the translator makes of it. @returns why something is missing still. */
async function fill(
  found: Found[],
  texts: readonly string[],
  { article, to, translator, context: { signal, warn } }: Task,
): Promise<EngineError | undefined> {
  const open = found.flatMap(({ origin }, index) => (origin === 'missing' ? [index] : []))
  if (article.language === UNDETERMINED)
    return new EngineError('unsupported-pair', 'the language of the article is not known', {
      remedy: 'say which it is in the input (language:)',
    })
  const asked = open.map((index) => texts[index]!)
  let answers: readonly (Answer | undefined)[]
  let error: EngineError | undefined
  try {
    // Passages in a third language go along: an engine makes more of them than nobody would.
    answers = await translator.translate(asked, article.language, to, { signal, ...contextOf(open, texts, translator) })
  } catch (thrown) {
    signal.throwIfAborted()
    // A fault of the engine or its cache is not the article's.
    error =
      thrown instanceof EngineError ? thrown : new EngineError('bad-answer', `the engine failed: ${messageOf(thrown)}`, { cause: thrown })
    answers = error.partial ?? []
  }
  open.forEach((index, at) => {
    const answer = answers[at]
    if (answer === undefined) return
    const { text, engine, version, isStored } = answer
    found[index] = {
      text: text.trim(),
      origin: isStored ? 'cache' : 'engine',
      engine: version === undefined ? engine : `${engine} ${version}`,
    }
  })
  for (const { engine, reason } of passedBy(answers)) warn('engine-passed', `${to}: ${engine} did not translate: ${reason}`)
  return error
}

/** Each engine that was passed over, once, with its first reason. */
function passedBy(answers: readonly (Answer | undefined)[]): readonly { engine: string; reason: string }[] {
  const passed = answers.flatMap((answer) => answer?.passed ?? [])
  return passed.filter(({ engine }, at) => passed.findIndex((other) => other.engine === engine) === at)
}

/** The sentences beside each text that is asked for; the title, which comes last, stands alone. */
function contextOf(open: readonly number[], texts: readonly string[], { reads }: Translator): { context?: readonly TextContext[] } {
  if (!reads?.includes('context')) return {}
  const title = texts.length - 1
  const around = (index: number): TextContext => ({
    ...(index > 0 && index < title && { before: texts[index - 1]! }),
    ...(index + 1 < title && { after: texts[index + 1]! }),
  })
  return { context: open.map(around) }
}

function warnOf(error: EngineError, found: readonly Found[], { article, to }: Pick<Task, 'article' | 'to'>, { warn }: Context): void {
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
