/** A row of the article's grid: sentences, and what stands beside them in one language. */
import { make } from '../dom.ts'
import { type Mark, Place } from '../place.ts'
import { inLanguage, languageName } from '../words.ts'

export class Row {
  readonly element: HTMLElement
  /** Of the article and of the translation. */
  readonly from: string
  readonly to: string
  /** Indexes of the sentences. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** Whether they belong together. */
  readonly pair: Place
  /** Whether a person translated it. */
  readonly translation: Place
  readonly #own: HTMLParagraphElement

  /** @param element of the grid: `data-row`, with its language and indexes */
  constructor(element: HTMLElement, from: string) {
    const { language = '', source = '', target = '' } = element.dataset
    this.element = element
    this.from = from
    this.to = language
    this.source = numbersOf(source)
    this.target = numbersOf(target)
    const chips = [make('span', { class: 'chip verdict', hidden: true }), make('span', { class: 'chip verdict', hidden: true })] as const
    this.#own = make('p', { class: 'own', hidden: true, ...inLanguage(language) })
    element.append(this.#own, make('div', { class: 'notes', lang: 'en', dir: 'ltr' }, ...chips))
    this.pair = new Place(element, chips[0], undefined)
    this.translation = new Place(this.#own, chips[1], undefined)
  }

  /** 'Row 3, English', as the grid counts. */
  get name(): string {
    const number = this.element.closest('tr')?.querySelector('.place')?.textContent ?? ''
    return `Row ${number}, ${languageName(this.to)}`
  }

  /** The sentences as written, before names were rewritten. */
  get sourceText(): string {
    return textOf(this.from, this.source, 'ins')
  }

  get targetText(): string {
    return textOf(this.to, this.target, 'ins')
  }

  /** The translation as it will be: a person's, or what stands there. */
  get shown(): string {
    return this.#own.hidden ? textOf(this.to, this.target, 'del') : (this.#own.textContent ?? '')
  }

  /** Only what an engine made of one sentence can be translated anew. */
  get isEditable(): boolean {
    return this.source.length === 1 && this.element.dataset.given === undefined
  }

  /** @param text undefined: what stands there @returns takes it back */
  translate(text: string | undefined, mark: Mark): () => void {
    const before = this.#own.hidden ? undefined : (this.#own.textContent ?? '')
    const unmark = this.translation.change(mark)
    this.#show(text)
    return () => {
      unmark()
      this.#show(before)
    }
  }

  /** As if nothing was said of it. */
  forget(): void {
    this.pair.mark = undefined
    this.translation.mark = undefined
    this.#show(undefined)
  }

  #show(text: string | undefined): void {
    this.#own.textContent = text ?? ''
    this.#own.hidden = text === undefined
    this.element.classList.toggle('anew', text !== undefined)
  }
}

function numbersOf(text: string): number[] {
  return text.split(' ').filter(Boolean).map(Number)
}

/** @param without the elements whose words do not count: `ins` of the text as written, `del` of the text as rewritten */
function textOf(language: string, indexes: readonly number[], without: 'ins' | 'del'): string {
  return indexes.map((index) => wordsOf(document.getElementById(`${language}-${index}`), without)).join(' ')
}

/** A sentence as it was before names were rewritten. */
export function written(sentence: Element): string {
  return wordsOf(sentence, 'ins')
}

function wordsOf(sentence: Element | null, without: 'ins' | 'del'): string {
  const words = sentence?.cloneNode(true) as Element | undefined
  for (const left of words?.querySelectorAll(without) ?? []) left.remove()
  return words?.textContent ?? ''
}

/** As the log compares sentences. */
export function sameSentence(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '')
}
