/** What a verdict on a row comes to: the line for the log, and the places on the page that show it. */
import type { Judgement } from '../../glossary/judgement.ts'
import type { Mark, Place, Verdict } from '../place.ts'
import type { Row } from './row.ts'

interface Saying {
  readonly judgement: Judgement
  readonly places: readonly Place[]
  readonly mark: Mark
  readonly words: string
}

/** @param article undefined: everywhere @returns undefined when it is so already, or cannot be said */
export function sayingOf(row: Row, verdict: Verdict, article: string | undefined): Saying | undefined {
  const { subject, contexts } = row
  const places = article === undefined ? [row] : contexts.filter(({ sentence }) => sentence.article === article)
  const judgement = subject.judgement(verdict, article)
  const isSo = places.every(({ mark, isOpen }) => (verdict === 'open' ? isOpen : mark?.verdict === verdict))
  if (judgement === undefined || isSo) return undefined
  const mark = { verdict, words: `${subject.brief(verdict, article)}, from the next run on` }
  return { judgement, places, mark, words: subject.words(verdict, article) }
}
