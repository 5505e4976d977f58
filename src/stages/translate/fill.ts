/** What nobody has translated yet, asked of the engine. */
import type { Answer, Language, Linked, TranslatedSegment } from '../../article.ts'
import type { Term, TextContext, Translator } from '../../engines/translator.ts'
import { EngineError, messageOf } from '../../errors.ts'
import type { Glossary } from '../../glossary/index.ts'
import { UNDETERMINED } from '../../language.ts'
import type { Context } from '../../stage.ts'
import { kept, type Name, namesIn } from './names.ts'

/** A text that is to be translated, and where it came from once it is. */
export type Found = Pick<TranslatedSegment, 'text' | 'origin' | 'engine' | 'match' | 'kept'>
export const missing: Found = { text: '', origin: 'missing' }

interface Task {
  readonly article: Linked
  readonly to: Language
  readonly translator: Translator
  readonly glossary: Glossary | undefined
  readonly context: Context
}

/** An answer, and what was done to it. */
type Made = Answer & Pick<TranslatedSegment, 'kept'>

/** Replaces what is missing in `found` by what the translator makes of it. @returns why something is missing still. */
export async function fill(found: Found[], texts: readonly string[], task: Task): Promise<EngineError | undefined> {
  const {
    article,
    to,
    translator,
    glossary,
    context: { signal, warn },
  } = task
  const open = found.flatMap(({ origin }, index) => (origin === 'missing' ? [index] : []))
  if (article.language === UNDETERMINED)
    return new EngineError('unsupported-pair', 'the language of the article is not known', {
      remedy: 'say which it is in the input (language:)',
    })
  const asked = open.map((index) => texts[index]!)
  const all = glossary === undefined ? [] : namesIn(article, to, glossary)
  const names = open.map((index) => all[index] ?? [])
  let answers: readonly (Made | undefined)[]
  let error: EngineError | undefined
  try {
    // Passages in a third language go along: an engine makes more of them than nobody would.
    answers = await translator.translate(asked, article.language, to, {
      signal,
      ...contextOf(open, texts, translator),
      ...termsOf(names, translator),
    })
    answers = await withNames(asked, answers, names, task)
  } catch (thrown) {
    signal.throwIfAborted()
    // A fault of the engine or its cache is not the article's.
    error =
      thrown instanceof EngineError ? thrown : new EngineError('bad-answer', `the engine failed: ${messageOf(thrown)}`, { cause: thrown })
    answers = await withNames(asked, error.partial ?? [], names, task)
  }
  open.forEach((index, at) => {
    const answer = answers[at]
    if (answer === undefined) return
    const { text, engine, version, isStored, kept } = answer
    found[index] = {
      text: text.trim(),
      origin: isStored ? 'cache' : 'engine',
      engine: version === undefined ? engine : `${engine} ${version}`,
      ...(kept !== undefined && { kept }),
    }
  })
  for (const { engine, reason } of passedBy(answers)) warn('engine-passed', `${to}: ${engine} did not translate: ${reason}`)
  return error
}

/** The answers, better ones in the places of those that lost names. */
async function withNames(
  asked: readonly string[],
  answers: readonly (Answer | undefined)[],
  names: readonly (readonly Name[])[],
  { article: { language: from }, to, translator, glossary, context: { signal } }: Task,
): Promise<readonly (Made | undefined)[]> {
  if (glossary === undefined || names.every(({ length }) => length === 0)) return answers
  const ask = async (texts: readonly string[]): Promise<readonly (Answer | undefined)[]> => {
    try {
      return await translator.translate(texts, from, to, { signal })
    } catch (thrown) {
      signal.throwIfAborted()
      // What is there is a translation all the same.
      return thrown instanceof EngineError ? (thrown.partial ?? []) : []
    }
  }
  const made = asked.map((text, at) => ({ text, answer: answers[at]?.text ?? '', names: answers[at] === undefined ? [] : names[at]! }))
  const better = await kept(made, { from, to, glossary, ask })
  return answers.map((answer, at) => {
    const again = better[at]
    if (answer === undefined || again === undefined) return answer
    const passed = [...(answer.passed ?? []), ...(again.answer.passed ?? [])]
    return {
      ...again.answer,
      ...(passed.length > 0 && { passed }),
      kept: { names: again.names, instead: answer.text.trim() },
    }
  })
}

/** How names are to be written, for engines that can be told. */
function termsOf(names: readonly (readonly Name[])[], { reads }: Translator): { terms?: readonly Term[] } {
  if (!reads?.includes('terms')) return {}
  return { terms: [...new Map(names.flat().map(({ source, target }) => [source, { source, target }])).values()] }
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
