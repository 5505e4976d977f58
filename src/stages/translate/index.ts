import type { Article, Language, Linked, Segment, Segmented, Translated, TranslatedSegment, Translation } from '../../article.ts'
import { checkTranslation } from '../../engines/checks/index.ts'
import { foldSpace, MEMORY_THRESHOLD, type Memory, NORMALIZED, recall } from '../../engines/memory.ts'
import type { Translator } from '../../engines/translator.ts'
import { type EngineError, messageOf, RejectError } from '../../errors.ts'
import type { Glossary } from '../../glossary/index.ts'
import { serves, UNDETERMINED } from '../../language.ts'
import type { Context, Stage } from '../../stage.ts'
import { detectLine } from '../detect/index.ts'
import { type Found, fill, missing } from './fill.ts'
import { layOut } from './layout.ts'
import { warnOf, warnOfChecks, warnOfUnmet } from './warnings.ts'

export interface TranslateOptions {
  readonly translator: Translator
  readonly memory: Memory
  /** Score from which on a unit of the memory is used that is nearly the text, 0.6..1; 1: only the very text is. @defaultValue 0.9 */
  readonly memoryThreshold?: number | undefined
  readonly to: readonly Language[]
  /** Whose names engines are to leave as they are; what people wrote beside it goes before memory and translator. @defaultValue none */
  readonly glossary?: Glossary | undefined
  /** Cleans, detects and segments a version that was given beside the article. */
  readonly prepare: (version: Article, context: Context) => Promise<Segmented>
}

/**
 * The article in each language of `to` that it is not in already. A version given beside it is taken as it is; else each segment is what a person
 * wrote for it, or comes from the memory, or, all that are left in one call, from the translator. No failure of an engine stops the article: what is missing is
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
      const finish = (translations: readonly Translation[]): Translated => {
        warnOfUnmet(article, translations, glossary?.judgements, context)
        return { ...article, translations }
      }
      if (article.versions.length === 0) return afterAll(targets, make, finish)
      return withVersions(article, targets, make, (version) => prepare(version, context), context).then(finish)
    },
  }
}

async function withVersions(
  article: Linked,
  targets: readonly Language[],
  make: (target: Language) => Translation | Promise<Translation>,
  prepare: (version: Article) => Promise<Segmented>,
  context: Context,
): Promise<readonly Translation[]> {
  const versions = targets.length > 0 ? await prepared(article.versions, prepare, context) : []
  const translations: Translation[] = []
  for (const target of targets) {
    const version = versions.find(({ language }) => serves(language, target))
    translations.push(version === undefined ? await make(target) : given(version, target))
  }
  return translations
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
    const asked = [languages[index]!, article.language]
    const written = glossary?.judgements.sentences.translation(article.id, asked, to, text)
    if (written !== undefined) return { text: foldSpace(written.target), origin: 'person' }
    // A quotation that is in the target's language already.
    if (serves(languages[index]!, to)) return { text, origin: 'given' }
    // A short sentence may be taken for a neighbouring language: the memory is asked in the article's own too.
    const known = recall(memory, text, asked, to, memoryThreshold)
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
    // Who wrote it has looked at it: what seems wrong is as they want it.
    if (origin === 'given' || origin === 'person' || origin === 'missing') return []
    const neighbours = [index - 1, index + 1].flatMap((at) => {
      const segment = article.segments[at]
      return segment === undefined ? [] : [{ source: segment.text, target: found[at]?.text }]
    })
    const codes: readonly string[] = checkTranslation(text, translated, languages[index]!, to, { detect: detectLine, neighbours })
    return (match?.score ?? 1) < NORMALIZED ? [...codes, 'memory-fuzzy'] : codes
  })
  warnOfChecks(checks, to, context)
  const engines = [...new Set([...found, title].flatMap(({ engine }) => engine ?? []))].sort()
  const origins = new Set([...found, title].map(({ origin }) => origin))
  const { text, spans } = layOut(article.segments, found, to)
  return {
    language: to,
    engine: engineOf(origins, engines) ?? translator.name,
    status,
    title: title.text,
    text,
    segments: article.segments.map(({ block }, index) => {
      const { engine, ...made } = found[index]!
      return { span: spans[index]!, ...made, ...(engine !== undefined && engines.length > 1 && { engine }), block, checks: checks[index]! }
    }),
  }
}

/** What made the translation; undefined when something is missing and nobody made anything. */
function engineOf(origins: ReadonlySet<Found['origin']>, engines: readonly string[]): string | undefined {
  if (engines.length > 0) return engines.join(', ')
  if (origins.has('missing')) return undefined
  return origins.has('person') && !origins.has('memory') ? 'person' : 'memory'
}

function languageOf({ language }: Segment, article: Linked): Language {
  return language === UNDETERMINED ? article.language : language
}
