/**
 * READ FIRST: the way of an article, stage by stage. Reading (read/) comes before, writing (write/) after; run/ carries it out.
 */
import type { Aligned, Article, Language } from './article.ts'
import type { Memory } from './engines/memory.ts'
import type { Translator } from './engines/translator.ts'
import { type RejectCode, RejectError } from './errors.ts'
import type { Glossary } from './glossary/index.ts'
import { Pipeline } from './stage.ts'
import { align } from './stages/align/index.ts'
import { clean } from './stages/clean/index.ts'
import { detect } from './stages/detect/index.ts'
import { link } from './stages/link/index.ts'
import { normalize } from './stages/normalize/index.ts'
import { segment } from './stages/segment/index.ts'
import { type Selection, select } from './stages/select.ts'
import { translate } from './stages/translate/index.ts'

/** What the stages work with. */
export interface Ingredients {
  readonly glossary: Glossary
  readonly memory: Memory
  /** As of `TranslateOptions`. */
  readonly memoryThreshold?: number
  readonly translator: Translator
  /** Languages to translate into. */
  readonly to: readonly Language[]
  /** Articles that are to go through. @defaultValue all */
  readonly select?: Selection | undefined
}

/** All stages, in their order: `pipeline(ingredients).run(article, signal)` takes an article the whole way. */
export function pipeline({
  glossary,
  memory,
  memoryThreshold,
  translator,
  to,
  select: selection,
}: Ingredients): Pipeline<Article, Aligned> {
  const segmented = Pipeline.from(clean()).use(detect()).use(segment())
  const begun = selection === undefined ? segmented : Pipeline.from(clean()).use(detect()).use(select(selection)).use(segment())
  return begun
    .use(link({ glossary }))
    .use(
      translate({
        translator,
        memory,
        memoryThreshold,
        to,
        glossary,
        prepare: (version, { signal }) => finished(segmented, version, signal),
      }),
    )
    .use(normalize({ glossary }))
    .use(align({ judgements: glossary.judgements }))
}

/** What `stages` make of `article`. @throws RejectError when they reject it. */
async function finished<Out extends Article>(stages: Pipeline<Article, Out>, article: Article, signal: AbortSignal): Promise<Out> {
  const outcome = await stages.run(article, signal)
  if (outcome.kind === 'done') return outcome.article
  const { code, detail, stage } = outcome.rejected
  throw new RejectError(code as RejectCode, `${article.id}: ${stage}: ${detail}`)
}
