import type { Judged } from '../article.ts'
import type { LoggedJudgement, NameJudgement, ProposalJudgement } from './judgement.ts'
import { SentenceJudgements } from './sentences.ts'

/** The judgements in force: of several about the same thing, the last. */
export class Judgements {
  /** By article ('' for everywhere), canonical name and surface. */
  readonly #names = new Map<string, NameJudgement>()
  readonly #proposals = new Map<string, LoggedJudgement & { readonly judgement: ProposalJudgement }>()
  readonly sentences = new SentenceJudgements()
  /** Keys of those of names in force in an article; '' for everywhere. */
  readonly #byArticle = new Map<string, Set<string>>()

  /** @param lines in the order in which they were said */
  constructor({ lines }: { readonly lines: readonly LoggedJudgement[] } = { lines: [] }) {
    for (const logged of lines) this.say(logged)
  }

  /** Said after all before it. */
  say({ judgement, line }: LoggedJudgement): void {
    if ('surface' in judgement) this.#judgeName(judgement)
    else if (!('canonical' in judgement)) this.sentences.judge(judgement)
    else if (judgement.judgement === 'undecided') this.#proposals.delete(judgement.canonical)
    else this.#proposals.set(judgement.canonical, { judgement, line })
  }

  #judgeName(judgement: NameJudgement): void {
    const { canonical, surface, article = '' } = judgement
    const key = keyOf(article, canonical, surface)
    const keys = this.#byArticle.get(article) ?? new Set()
    this.#byArticle.set(article, keys)
    if (judgement.judgement === 'open') {
      this.#names.delete(key)
      keys.delete(key)
    } else {
      this.#names.set(key, judgement)
      keys.add(key)
    }
  }

  /** What was said of `surface` as a mention of the entry; in this article, or else everywhere. */
  ofMention(canonical: string, surface: string, article = ''): Judged | undefined {
    if (this.#names.size === 0) return undefined
    for (const place of article === '' ? [''] : [article, '']) {
      const verdict = this.#names.get(keyOf(place, canonical, surface))?.judgement
      if (verdict === 'wrong' || verdict === 'right') return { verdict, everywhere: place === '' }
    }
    return undefined
  }

  /** Whether this is in force already: to say it again would change nothing. */
  holds({ judgement, canonical, surface, article = '' }: NameJudgement): boolean {
    return (this.#names.get(keyOf(article, canonical, surface))?.judgement ?? 'open') === judgement
  }

  /**
   * What was said of names and sentences in one article ('': of those everywhere), as text: of names the same whatever the order of the log; of
   * sentences in the order in which it was said, as of two rows that share a sentence the later stands.
   */
  ofArticle(article: string): readonly string[] {
    const names = [...(this.#byArticle.get(article) ?? [])].map((key) => JSON.stringify(this.#names.get(key))).sort()
    return [...names, ...this.sentences.ofArticle(article).map((judgement) => JSON.stringify(judgement))]
  }

  /** Canonical names of which something was said. */
  get judgedNames(): ReadonlySet<string> {
    return new Set([...this.#names.values()].map(({ canonical }) => canonical))
  }

  /** Proposals that were accepted, in the order of the log. */
  get accepted(): readonly (LoggedJudgement & { readonly judgement: ProposalJudgement })[] {
    return [...this.#proposals.values()].filter(({ judgement }) => judgement.judgement === 'accepted')
  }

  /** What was said of a proposal with that canonical name. */
  ofProposal(canonical: string): ProposalJudgement | undefined {
    return this.#proposals.get(canonical)?.judgement
  }

  /** Canonical names and variants of the proposals refused. */
  get refused(): readonly ProposalJudgement[] {
    return [...this.#proposals.values()].map(({ judgement }) => judgement).filter(({ judgement }) => judgement === 'refused')
  }
}

function keyOf(article: string, canonical: string, surface: string): string {
  return `${article}\n${canonical}\n${surface}`
}
