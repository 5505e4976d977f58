import { isDeepStrictEqual } from 'node:util'
import type { Language, SentenceJudgement, TranslationJudgement } from '../article.ts'

/** A translation that a person wrote, and has not taken back. */
export type Written = TranslationJudgement & { readonly target: string }

/** What people said of sentences, as far as it is in force: of several judgements about the same thing, the last. */
export class SentenceJudgements {
  /** By article ('' for everywhere), then by what it is about; in the order in which it was said. */
  readonly #byArticle = new Map<string, Map<string, SentenceJudgement>>()

  judge(judgement: SentenceJudgement): void {
    const { article = '' } = judgement
    const known = this.#byArticle.get(article) ?? new Map<string, SentenceJudgement>()
    this.#byArticle.set(article, known)
    const key = aboutSentence(judgement)
    // What is said again is said last.
    const isKnown = known.delete(key)
    if (!takesBack(judgement)) known.set(key, judgement)
    // The row may have moved since it was judged.
    else if (!isKnown && judgement.judgement === 'unjudged')
      for (const [other, one] of known) if (textsOf(one) === textsOf(judgement)) known.delete(other)
  }

  /** What was said of sentences of one article; '': of sentences wherever they stand. */
  ofArticle(article: string): readonly SentenceJudgement[] {
    return [...(this.#byArticle.get(article)?.values() ?? [])]
  }

  /** Ids of articles of whose sentences something is said. */
  get articles(): readonly string[] {
    return [...this.#byArticle].flatMap(([article, { size }]) => (article !== '' && size > 0 ? [article] : []))
  }

  /** What is in force of the same thing. */
  same(judgement: SentenceJudgement): SentenceJudgement | undefined {
    return this.#byArticle.get(judgement.article ?? '')?.get(aboutSentence(judgement))
  }

  /** Whether this is in force already: to say it again would change nothing. */
  holds(judgement: SentenceJudgement): boolean {
    return isDeepStrictEqual(this.same(judgement), takesBack(judgement) ? undefined : judgement)
  }

  /** What is in force of those that a judgement may have changed: about the same thing, or about sentences of the same texts. */
  changedBy(judgement: SentenceJudgement): readonly SentenceJudgement[] {
    const [key, texts] = [aboutSentence(judgement), textsOf(judgement)]
    return this.ofArticle(judgement.article ?? '').filter(
      (one) => aboutSentence(one) === key || (texts !== undefined && textsOf(one) === texts),
    )
  }

  /** How a person translates `source`: in this article, or else everywhere. @param from languages that it may be in, the likelier first */
  translation(article: string, from: readonly Language[], to: Language, source: string): Written | undefined {
    if (this.#byArticle.size === 0) return undefined
    for (const place of article === '' ? [''] : [article, ''])
      for (const language of from) {
        const found = this.#byArticle.get(place)?.get(translationKey(language, to, source))
        if (found?.judgement === 'translation' && found.target !== null) return { ...found, target: found.target }
      }
    return undefined
  }
}

/** NFC, without white space: two sentences of which this is the same say the same, wherever their lines end. */
export function sameSentence(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '')
}

/** Whether it says that nothing is to be in force any more. */
function takesBack(judgement: SentenceJudgement): boolean {
  return judgement.judgement === 'translation' ? judgement.target === null : judgement.judgement === 'unjudged'
}

/** What a judgement is about, in its article: two of one thing are never in force together. */
export function aboutSentence(judgement: SentenceJudgement): string {
  if (judgement.judgement === 'translation') return translationKey(judgement.from, judgement.to, judgement.source)
  return `row\n${judgement.source.join(' ')}\n${judgement.target.join(' ')}\n${textsOf(judgement)}`
}

function translationKey(from: Language, to: Language, source: string): string {
  return `translation\n${from}\n${to}\n${sameSentence(source)}`
}

/** What a row is known by when its sentences have moved. */
function textsOf(judgement: SentenceJudgement): string | undefined {
  if (judgement.judgement === 'translation') return undefined
  const { language, sourceText, targetText } = judgement
  return `${language}\n${sameSentence(sourceText)}\n${sameSentence(targetText)}`
}
