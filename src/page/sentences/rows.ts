/** The rows of an article, which of them is asked, and what is said of them. */
import type { SentenceJudgement } from '../../article.ts'
import type { Steps } from '../steps.ts'
import { Draft } from './drafts.ts'
import { edit } from './editor.ts'
import { Row, sameSentence, written } from './row.ts'

type Verdict = 'aligned' | 'apart' | 'unjudged'

const marks = {
  aligned: { verdict: 'right', words: 'belongs together' },
  apart: { verdict: 'wrong', words: 'does not belong together' },
  unjudged: { verdict: 'open', words: 'open again' },
} as const

export class Rows {
  readonly #article: string
  readonly #steps: Steps
  readonly #say: (words: string) => void
  readonly #from: string
  /** Those that were asked so far. */
  readonly #known = new Map<Element, Row>()
  #now: Row | undefined
  /** Stands in the row that is asked. */
  readonly #tools: HTMLElement

  constructor(article: string, { steps, say, tools }: { steps: Steps; say(words: string): void; tools: HTMLElement }) {
    this.#article = article
    this.#steps = steps
    this.#say = say
    this.#tools = tools
    this.#from = languageOf(ownSentences()[0])
    for (const element of document.querySelectorAll<HTMLElement>('[data-row][data-doubtful]')) element.tabIndex = 0
    document.addEventListener('focusin', ({ target }) => this.#ask(target as Element))
    document.addEventListener('click', ({ target }) => this.#take(target as Element))
  }

  /** Marks what was said before, and nothing else. */
  recall(judged: readonly SentenceJudgement[]): void {
    for (const row of this.#known.values()) row.forget()
    for (const said of judged) {
      for (const row of this.#of(said)) {
        if (said.judgement !== 'translation') row.pair.mark = marks[said.judgement]
        else if (said.target !== null) row.translate(said.target === row.shown ? undefined : said.target, translated)
      }
    }
  }

  /** To the next or the one before of the rows that are doubtful, or of all where none is. */
  move(by: 1 | -1): void {
    const doubtful = [...document.querySelectorAll<HTMLElement>('[data-row][data-doubtful]')]
    const all = doubtful.length > 0 ? doubtful : [...document.querySelectorAll<HTMLElement>('[data-row]')]
    const here = this.#now?.element
    const isBeyond = (element: Element): boolean => {
      if (here === undefined) return by === 1
      const place = here.compareDocumentPosition(element)
      return (place & (by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !== 0
    }
    const next = by === 1 ? all.find(isBeyond) : all.findLast(isBeyond)
    if (next === undefined) this.#say(by === 1 ? 'That was the last doubtful row.' : 'That was the first doubtful row.')
    else this.#focus(next)
  }

  /** Says of the row that its sentences belong together, or do not, or that this is open; and goes on. */
  judge(verdict: Verdict): void {
    const row = this.#asked()
    if (row === undefined) return
    if (verdict === 'unjudged' && row.pair.isOpen) {
      this.#takeBack(row)
      return
    }
    if (row.source.length === 0 || row.target.length === 0) {
      this.#say('Nothing stands beside it.')
      return
    }
    const { source, target, sourceText, targetText, to } = row
    const { words, verdict: shown } = marks[verdict]
    let revert = (): void => {}
    this.#steps.take({
      judgements: [{ judgement: verdict, article: this.#article, language: to, source, target, sourceText, targetText }],
      words: `${row.name}: ${words}`,
      element: row.element,
      show: () => {
        revert = row.pair.change({ verdict: shown, words: `${words}, from the next run on` })
      },
      revert: () => revert(),
    })
    if (row.element.dataset.doubtful !== undefined) this.move(1)
  }

  edit(): void {
    const row = this.#asked()
    if (row === undefined) return
    const area = row.element.querySelector('textarea')
    if (area !== null) area.focus()
    else if (row.isEditable) edit(row, this.#draftOf(row), (text) => this.#translate(row, text))
    else
      this.#say(
        row.source.length === 1 ? 'This translation was given with the article.' : 'Only one sentence at a time can be translated anew.',
      )
  }

  #draftOf(row: Row): Draft {
    return new Draft(this.#article, row.to, row.sourceText)
  }

  /** Opens those that were left while they were written. */
  resume(): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-row]:not([data-given])')) {
      if (element.dataset.source === '' || element.dataset.source?.includes(' ')) continue
      const row = this.#rowOf(element)
      const draft = this.#draftOf(row)
      if (draft.text === row.shown) draft.drop()
      else if (draft.text !== undefined) edit(row, draft, (text) => this.#translate(row, text))
    }
  }

  undo(): void {
    const undone = this.#steps.undo()
    if (undone !== undefined) this.#focus(undone.element)
  }

  #takeBack(row: Row): void {
    if (row.translation.isOpen) this.#say('Nothing was said of this row.')
    else this.#translate(row, null)
  }

  #translate(row: Row, target: string | null): void {
    let revert = (): void => {}
    const words = target === null ? 'translated by the engine again' : translated.words
    this.#steps.take({
      judgements: [{ judgement: 'translation', article: this.#article, from: row.from, to: row.to, source: row.sourceText, target }],
      words: `${row.name}: ${words}`,
      element: row.element,
      show: () => {
        revert = row.translate(target ?? undefined, {
          verdict: target === null ? 'open' : 'right',
          words: `${words}, from the next run on`,
        })
      },
      revert: () => revert(),
      saved: () => this.#draftOf(row).drop(),
    })
  }

  #asked(): Row | undefined {
    if (this.#now === undefined) this.#say('Choose a row first: J is the next doubtful one.')
    return this.#now
  }

  #rowOf(element: HTMLElement): Row {
    const row = this.#known.get(element) ?? new Row(element, this.#from)
    this.#known.set(element, row)
    return row
  }

  #of(said: SentenceJudgement): Row[] {
    const rows = (language: string): HTMLElement[] => [
      ...document.querySelectorAll<HTMLElement>(`[data-row][data-language="${CSS.escape(language)}"]`),
    ]
    if (said.judgement === 'translation') {
      const sentences = ownSentences().filter((sentence) => sameSentence(written(sentence)) === sameSentence(said.source))
      const places = new Set(sentences.map(({ id }) => id.replace(/^.*-/, '')))
      return rows(said.to).flatMap((element) => (places.has(element.dataset.source ?? '') ? [this.#rowOf(element)] : []))
    }
    const [source, target] = [said.source.join(' '), said.target.join(' ')]
    return rows(said.language).flatMap((element) =>
      element.dataset.source === source && element.dataset.target === target ? [this.#rowOf(element)] : [],
    )
  }

  /** A row that is clicked is asked; what can be pressed in it or is being selected is left alone. */
  #take(target: Element): void {
    const element = target.closest<HTMLElement>('[data-row]')
    if (element === null || target.closest('a, button, textarea, [tabindex="0"]:not([data-row])') !== null) return
    if (getSelection()?.isCollapsed !== false) this.#focus(element)
  }

  #focus(element: HTMLElement): void {
    if (element.getAttribute('tabindex') === null) element.tabIndex = -1
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'nearest' })
  }

  #ask(target: Element): void {
    const element = target.closest<HTMLElement>('[data-row]')
    if (element === null || element === this.#now?.element) return
    this.#now?.element.removeAttribute('aria-current')
    this.#now = this.#rowOf(element)
    element.setAttribute('role', 'group')
    element.setAttribute('aria-label', this.#now.name)
    element.setAttribute('aria-current', 'true')
    element.append(this.#tools)
  }
}

const translated = { verdict: 'right', words: 'your translation' } as const

/** The sentences of the article's own text: they stand in no row of a translation. */
function ownSentences(): Element[] {
  return [...document.querySelectorAll('.s')].filter((sentence) => /-\d+$/.test(sentence.id) && sentence.closest('[data-row]') === null)
}

function languageOf(sentence: Element | undefined): string {
  return sentence?.id.replace(/-\d+$/, '') ?? ''
}
