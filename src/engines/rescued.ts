import type { Language } from '../article.ts'
import { EngineError } from '../errors.ts'
import { sentenceJoiner } from '../language.ts'
import { checkTranslation, severities } from './checks/index.ts'
import { codePoints, piecesOf } from './pieces.ts'
import type { TranslateOptions, Translator } from './translator.ts'

/**
 * What comes back plainly wrong (an echo, a loop, half of it left in the source language) is asked for once more, in parts: models lose their way in long
 * sentences. What is no better then stays as it was, for the checks to tell.
 */
export function rescued(translator: Translator): Translator {
  return {
    ...translator,
    translate: async (texts, from, to, options) => {
      const answers = await translator.translate(texts, from, to, options)
      return Promise.all(
        texts.map(async (text, at) => {
          const answer = answers[at]!
          if (!isWrong(text, answer.text, from, to)) return answer
          const pieces = piecesOf(text, Math.ceil(codePoints(text) / 2)) ?? piecesOf(text, Math.ceil(codePoints(text) * 0.8))
          if (pieces === undefined || pieces.length < 2) return answer
          const made = await inParts(translator, pieces, from, to, options)
          return made === undefined || isWrong(text, made, from, to) ? answer : { ...answer, text: made }
        }),
      )
    },
  }
}

async function inParts(
  translator: Translator,
  pieces: readonly { readonly text: string }[],
  from: Language,
  to: Language,
  { context: _, ...options }: TranslateOptions,
): Promise<string | undefined> {
  try {
    const parts = await translator.translate(
      pieces.map(({ text }) => text),
      from,
      to,
      options,
    )
    return parts.map(({ text }) => text.trim()).join(sentenceJoiner(to))
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    return undefined
  }
}

function isWrong(source: string, target: string, from: Language, to: Language): boolean {
  // The whole source with something added is a mark, not a translation: its parts would be marked too.
  if (target !== source && target.includes(source)) return false
  return checkTranslation(source, target, from, to).some((code) => severities[code] === 'severe')
}
