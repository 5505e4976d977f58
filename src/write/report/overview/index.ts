import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rejected } from '../../../article.ts'
import type { Story } from '../../../story.ts'
import { type Html, html } from '../html.ts'
import { counted, grouped, page } from '../page.ts'
import type { ArticleRow } from '../summary.ts'
import { Languages } from './languages.ts'
import { List, pageLinks } from './lists.ts'
import { dataPages } from './paged.ts'
import {
  articleHead,
  articleRow,
  rejectedHead,
  rejectedRow,
  type SkippedRow,
  skippedHead,
  skippedRow,
  storyHead,
  storyRow,
} from './rows.ts'

/** Rows of `data/articles-NNN.js`. */
const DATA_ROWS = 500

/** Rows of each kind that stand on the overview itself: it stays below 200 KB whatever the corpus. */
const SHOWN = 60

/** What waits for a person: each a filter of the script, and a list that is read without one. */
const queues = [
  { name: 'proposed', title: 'Names proposed', of: ({ proposed }: ArticleRow) => proposed },
  { name: 'doubtful', title: 'Doubtful alignments', of: ({ doubtful }: ArticleRow) => doubtful },
  { name: 'checks', title: 'Failed checks', of: ({ failedChecks }: ArticleRow) => failedChecks },
  { name: 'pending', title: 'Translations pending', of: ({ pending }: ArticleRow) => pending },
] as const

/** index.html, the lists it leads to, and the data that its script searches, filters and sorts. */
export class Overview {
  readonly #folder: string
  readonly #engines: boolean
  readonly #data
  readonly #articles: List
  readonly #queues
  readonly #stories: List
  readonly #rejected: List
  readonly #skipped: List
  readonly #languages = new Languages()
  readonly #totals = { sentences: 0, rewritten: 0, withPage: 0, skipped: 0 }

  /** @param engines whether it leads to engines side by side */
  constructor(folder: string, engines = false) {
    this.#folder = folder
    this.#engines = engines
    this.#data = dataPages<ArticleRow>(folder, 'articles', DATA_ROWS)
    this.#articles = new List(folder, { name: 'articles', title: 'All articles', head: articleHead }, SHOWN)
    this.#queues = queues.map((queue) => ({ ...queue, count: 0, list: new List(folder, { ...queue, head: articleHead }) }))
    this.#stories = new List(
      folder,
      { name: 'stories', title: 'Stories', about: 'Versions of one story, side by side.', head: storyHead },
      SHOWN,
    )
    this.#rejected = new List(folder, {
      name: 'rejected',
      title: 'Rejected',
      about: 'What did not come through. All of it is in rejected.jsonl.',
      head: rejectedHead,
    })
    this.#skipped = new List(folder, {
      name: 'skipped',
      title: 'Not read',
      about: 'What the input holds besides articles, and why it was passed over. All of it is in skipped.jsonl.',
      head: skippedHead,
    })
  }

  add(row: ArticleRow): void {
    this.#totals.sentences += row.sentences
    this.#totals.rewritten += row.rewritten
    this.#totals.withPage += row.page ? 1 : 0
    this.#languages.add(row)
    this.#data.add(row)
    this.#articles.add((up) => articleRow(row, up))
    for (const queue of this.#queues) {
      const count = queue.of(row)
      if (count === 0) continue
      queue.count += count
      queue.list.add((up) => articleRow(row, up))
    }
  }

  tell(story: Story): void {
    this.#stories.add((up) => storyRow(story, up))
  }

  reject(rejected: Rejected): void {
    this.#rejected.add(() => rejectedRow(rejected))
  }

  skip(skipped: SkippedRow): void {
    this.#totals.skipped += skipped.count
    this.#skipped.add(() => skippedRow(skipped))
  }

  async close(): Promise<void> {
    this.#data.close()
    const pages = this.#articles.close()
    for (const list of [...this.#queues.map(({ list }) => list), this.#stories, this.#rejected, this.#skipped]) list.close()
    await mkdir(this.#folder, { recursive: true })
    await writeFile(join(this.#folder, 'index.html'), this.#page(pages))
  }

  #page(pages: number): string {
    const { total } = this.#articles
    const { withPage } = this.#totals
    const main = html`<main>
<h1>Side by side</h1>
${this.#figures()}
<nav class="ways" aria-label="report"><a href="names.html">Names, those first that are likeliest wrong</a><a href="list/000.html">All articles, page by page</a>${this.#engines ? html`<a href="engines/index.html">Engines side by side</a>` : undefined}</nav>
${this.#waiting()}
${this.#languages.table()}
${this.#storyList()}
<h2 id="articles">Articles</h2>
${withPage === total ? undefined : html`<p class="notice">${grouped(withPage)} of ${counted(total, 'article')} have a page here: the first ones, and the first ones with something to look at. All are listed, and all are in corpus/.</p>`}
<div id="find" data-total="${total}"></div>
${total === 0 ? html`<p class="soft">No article came through.</p>` : tableOf(this.#articles, articleHead)}
<nav class="pager" aria-label="pages of all articles">${pages > 1 || total > SHOWN ? html`<span>${grouped(this.#articles.first.length)} of ${grouped(total)} are shown; all of them, ${counted(pages, 'page')}:</span>` : undefined}
${pageLinks(pages, (at) => `list/${this.#articles.file(at)}`)}</nav>
</main>`
    return page({ title: 'Synoptic: side by side', main, view: { name: 'overview', up: '' } })
  }

  #figures(): Html {
    const { sentences, rewritten } = this.#totals
    const figure = (count: number, one: string, href?: string, many = `${one}s`): Html => {
      const words = html`<b>${grouped(count)}</b><span>${count === 1 ? one : many}</span>`
      return html`<li>${href === undefined || count === 0 ? words : html`<a href="${href}">${words}</a>`}</li>`
    }
    return html`<ul class="figures">${figure(this.#articles.total, 'article', 'list/000.html')}${figure(sentences, 'sentence')}${figure(rewritten, 'name rewritten', 'names.html', 'names rewritten')}${figure(this.#stories.total, 'story', 'list/stories-000.html', 'stories')}</ul>`
  }

  /** The queues. What is empty is said, and leads nowhere. */
  #waiting(): Html {
    const items = this.#queues.map(({ name, title, count, list }) => {
      const articles = html` <span class="soft small">in ${counted(list.total, 'article')}</span>`
      return this.#queue(title, count, `list/${list.file(0)}`, html`${articles}`, name)
    })
    return html`<h2>To look at</h2>
<ul class="queues">${items}${this.#queue('Rejected', this.#rejected.total, `list/${this.#rejected.file(0)}`)}${this.#queue('Not read', this.#totals.skipped, `list/${this.#skipped.file(0)}`)}</ul>`
  }

  #queue(title: string, count: number, href: string, more?: Html, filter?: string): Html {
    if (count === 0) return html`<li class="none"><span>${title}</span> <b>0</b></li>`
    return html`<li><a href="${href}"${filter === undefined ? undefined : html` data-filter="${filter}"`}>${title} <b>${grouped(count)}</b></a>${more}</li>`
  }

  #storyList(): Html | undefined {
    const { total, first } = this.#stories
    if (total === 0) return undefined
    return html`<h2>Stories</h2>
${tableOf(this.#stories, storyHead)}
${total > first.length ? html`<p class="soft">The first ${grouped(first.length)} of ${grouped(total)}. <a href="list/stories-000.html">All stories</a></p>` : undefined}`
  }
}

function tableOf({ kind, first }: List, head: Html): Html {
  return html`<table class="list" role="table" aria-label="${kind.title}" data-list="${kind.name}">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${first}</tbody>
</table>`
}
