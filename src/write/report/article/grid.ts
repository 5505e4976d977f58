import type { Aligned, Language, Translation } from '../../../article.ts'
import { clip } from '../../../clip.ts'
import { sentenceJoiner } from '../../../language.ts'
import { doubtful } from '../../doubtful.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, languageName } from '../language.ts'
import { percent } from '../marks.ts'
import { counted, grouped } from '../page.ts'
import { isAlone, isDoubtful, type Laid, type Row } from './rows.ts'
import { type PairOf, sentence, titleText } from './sentence.ts'
import { type Beside, type Side, sidesOf } from './sides.ts'
import { strip } from './strip.ts'

/** UTF-16 code units of text a page shows of all languages; the files hold the rest. A browser lays out what is in view, and searches all of it. */
const PAGE_LIMIT = 2_500_000

/** So many rows in a row that stand alone are folded: one or two are read as easily as the line that would hide them. */
const FOLDED = 3

/** The article in all its languages, a row a sentence, beside the picture of how they lie. @param texts where its texts are, below the output */
export function grid(article: Aligned, { besides, rows }: Laid, texts: string): Html {
  const sides = sidesOf(article)
  const shown = withinLimit(rows, sides)
  const drawing = new Drawing(article, sides)
  if (rows.length === 0 && sides.every(({ title }) => title === '')) return html`<p class="soft">It has no text.</p>`
  const parts = runsOf(rows.slice(0, shown))
  // A translation that is not there yet lies nowhere.
  const strips = besides.flatMap((each, at) =>
    each.some(({ target }) => target.length > 0) ? [strip(each, sides[0].segments.length, sides[at + 1]!)] : [],
  )
  return html`${pointers(rows.slice(0, shown), sides)}
<div class="grid" data-columns="${Math.min(sides.length, 9)}">
${strips.length === 0 ? undefined : html`<div class="strips">${strips}</div>`}
<div class="sides"><div class="heads" aria-hidden="true"><span></span>${sides.map((side, at) => html`<div>${heading(side.language, article.translations[at - 1])}</div>`)}</div>
${parts.map((part, at) => drawing.part(part, at === 0))}</div></div>
${rest(rows.length - shown, article.id, sides, texts)}`
}

/** How many rows a page has room for. A first row without room is still shown, cut. */
function withinLimit(rows: readonly Row[], sides: readonly Side[]): number {
  let room = PAGE_LIMIT
  const length = (side: Side, indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + (side.segments[index]?.text.length ?? 0), 0)
  const end = rows.findIndex(({ source, cells }) => {
    room -= length(sides[0]!, source)
    for (const [at, cell] of cells.entries()) for (const { target } of cell) room -= length(sides[at + 1]!, target)
    return room < 0
  })
  return end < 0 ? rows.length : Math.max(1, end)
}

interface Run {
  readonly first: number
  readonly rows: readonly Row[]
  readonly folded: boolean
}

/** The rows in runs: those that are read, and those that stand alone one after the other. */
function runsOf(rows: readonly Row[]): readonly Run[] {
  const runs: { first: number; rows: Row[]; folded: boolean }[] = [{ first: 0, rows: [], folded: false }]
  let at = 0
  while (at < rows.length) {
    let end = at
    while (end < rows.length && isAlone(rows[end]!)) end += 1
    const folded = end - at >= FOLDED
    if (!folded) end = Math.max(end, at + 1)
    const last = runs.at(-1)!
    if (folded || last.folded) runs.push({ first: at, rows: rows.slice(at, end), folded })
    else last.rows.push(...rows.slice(at, end))
    at = end
  }
  return runs
}

/** Ways to what is doubtful. */
function pointers(rows: readonly Row[], sides: readonly Side[]): Html | undefined {
  const places = rows.flatMap((row, at) => (isDoubtful(row) ? [{ at, anchor: anchorOf(row, sides) }] : []))
  if (places.length === 0) return undefined
  const links = places.slice(0, 30).map(({ at, anchor }) => html` <a href="#${anchor}">${at + 1}</a>`)
  const more = places.length > 30 ? ' …' : ''
  return html`<p class="pointers"><span class="chip ask">${counted(places.length, 'doubtful row')}</span>${links}${more}</p>`
}

/** The id of the first sentence of a row. */
function anchorOf({ source, cells }: Row, sides: readonly Side[]): string {
  if (source.length > 0) return `${sides[0]!.language}-${source[0]}`
  const at = cells.findIndex((cell) => cell.length > 0)
  return `${sides[at + 1]!.language}-${cells[at]![0]!.target[0]}`
}

class Drawing {
  readonly #article: Aligned
  readonly #sides: readonly Side[]
  /** Numbers of names that share a row, counted on over the page. */
  #pairs = 0

  constructor(article: Aligned, sides: readonly Side[]) {
    this.#article = article
    this.#sides = sides
  }

  part({ first, rows, folded }: Run, isFirst: boolean): Html {
    const table = html`<table role="table" aria-label="sentences ${first + 1} to ${first + Math.max(1, rows.length)}">
<thead role="rowgroup" class="away"><tr role="row"><th role="columnheader">row</th>${this.#sides.map(({ language }, at) => html`<th role="columnheader">${heading(language, this.#article.translations[at - 1])}</th>`)}</tr></thead>
<tbody role="rowgroup">
${isFirst ? this.#titles() : undefined}${rows.map((row, at) => this.#row(row, first + at))}</tbody></table>
`
    if (!folded) return table
    const alone = this.#sides.flatMap(({ language }, at) => {
      const count = rows.reduce(
        (sum, row) => sum + (at === 0 ? row.source.length : row.cells[at - 1]!.flatMap(({ target }) => target).length),
        0,
      )
      return count === 0 ? [] : [`${counted(count, 'sentence')} of ${languageName(language)}`]
    })
    return html`<details class="fold"><summary>Rows ${first + 1} to ${first + rows.length}: ${alone.join(', ')} with nothing beside them</summary>
${table}</details>`
  }

  #pairOf(): PairOf {
    const pairs = new Map<string, number>()
    return (entry) => {
      const pair = pairs.get(entry) ?? ++this.#pairs
      pairs.set(entry, pair)
      return pair
    }
  }

  #titles(): Html | undefined {
    if (this.#sides.every(({ title, titleAfter }) => title === '' && titleAfter === '')) return undefined
    const pairOf = this.#pairOf()
    const cells = this.#sides.map((side) => {
      const words =
        side.title === ''
          ? undefined
          : html`<span class="s" id="${side.language}-title" ${inLanguage(side.language)}>${titleText(side, pairOf)}</span>`
      return html`<td role="cell" ${inLanguage(side.language)}>${words}</td>`
    })
    return html`<tr role="row" class="headline"><th role="rowheader" class="place">title</th>${cells}</tr>
`
  }

  #row(row: Row, at: number): Html {
    const [own, ...others] = this.#sides as [Side, ...Side[]]
    const first = row.source[0]
    const begins = first !== undefined && own.segments[first]?.block !== own.segments[first - 1]?.block
    const kinds = [...(begins ? ['begins'] : []), ...(isDoubtful(row) ? ['doubtful'] : [])].join(' ')
    const pairOf = this.#pairOf()
    const nothing = html`<p class="nothing">nothing on this side</p>`
    const words = row.source.length === 0 ? nothing : this.#sentences(own, row.source, pairOf)
    const cells = others.map((side, index) => {
      const translation = this.#article.translations[index]!
      const besides = row.cells[index]!.map((beside) => this.#beside(beside, side, translation, pairOf))
      return html`<td role="cell" ${inLanguage(side.language)}>${besides.length === 0 ? nothing : besides}</td>`
    })
    return html`<tr role="row"${kinds === '' ? undefined : html` class="${kinds}"`}><th role="rowheader"><a class="place" href="#${anchorOf(row, this.#sides)}" aria-label="row ${at + 1}">${at + 1}</a></th><td role="cell" ${inLanguage(own.language)}>${words}</td>${cells}</tr>
`
  }

  #beside(beside: Beside, side: Side, translation: Translation, pairOf: PairOf): Html {
    const { source, target, score } = beside
    const sure = score === undefined ? undefined : html` data-score="${Number(score.toFixed(4))}"`
    const doubt = doubtful(beside) ? html` data-doubtful` : undefined
    const given = translation.version === undefined ? undefined : html` data-given`
    const missing = translation.status === 'done' ? 'nothing on this side' : 'not translated yet'
    const words = target.length === 0 ? html`<p class="nothing">${missing}</p>` : this.#sentences(side, target, pairOf)
    return html`<div data-row data-language="${side.language}" data-source="${source.join(' ')}" data-target="${target.join(' ')}"${sure}${doubt}${given}>${words}${notes(beside, side, translation)}</div>`
  }

  #sentences(side: Side, indexes: readonly number[], pairOf: PairOf): Html {
    const { language } = side
    const joiner = sentenceJoiner(language)
    return html`${indexes.map(
      (index, at) =>
        html`${at === 0 ? '' : joiner}<span class="s" id="${language}-${index}" ${inLanguage(language)}>${side.segments[index] && sentence(side, index, pairOf)}</span>`,
    )}`
  }
}

/** What is to be said of a pair: its shape, when it is not one to one, how sure a doubtful one is, who made it, what looks wrong. */
function notes(beside: Beside, side: Side, { engine, segments }: Translation): Html | undefined {
  const { source, target, score } = beside
  const many = source.length > 0 && target.length > 0 && (source.length > 1 || target.length > 1)
  const makers = engine.includes(', ') ? [...new Set(target.map((index) => segments[index]?.engine ?? segments[index]?.origin))] : []
  const chips = [
    ...(many
      ? [html`<span class="chip" title="${source.length} sentences beside ${target.length}">${source.length}:${target.length}</span>`]
      : []),
    ...(doubtful(beside) ? [html`<span class="chip ask">alignment ${percent(score ?? 0)} sure</span>`] : []),
    ...makers.map((maker) => maker && html`<span class="chip">${maker}</span>`),
    ...target.flatMap((index) => side.checks[index] ?? []).map((code) => html`<span class="chip ask">${code}</span>`),
  ]
  return chips.length === 0 ? undefined : html`<div class="notes" lang="en" dir="ltr">${chips}</div>`
}

/** @param translation undefined for the article's own text */
function heading(language: Language, translation: Translation | undefined): Html {
  return html`<b>${languageName(language)}</b>, ${translation === undefined ? 'the original' : maker(translation)}`
}

function maker({ engine, version, status }: Translation): string {
  if (version !== undefined) return `given as ${version}`
  return status === 'pending' ? 'not translated yet' : `translated by ${engine}`
}

function rest(left: number, id: string, sides: readonly Side[], texts: string): Html | undefined {
  if (left === 0) return undefined
  const files = sides.map(({ language }) => `${id}.${language}.txt`)
  const links = files.map((file) => html` <a href="../../${texts}/${encodeURIComponent(file)}">${clip(file, 80)}</a>`)
  return html`<p class="notice">${grouped(left)} more rows are not shown here. The whole text:${links}</p>`
}
