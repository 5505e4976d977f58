import { mkdirSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Aligned, Rejected } from '../../article.ts'
import type { Story } from '../../story.ts'
import { fileName } from '../file.ts'
import type { Sink } from '../sink.ts'
import { articlePage } from './article.ts'
import type { Html } from './html.ts'
import { judging } from './judging.ts'
import { indexPage, rejectedRow, row, type Totals } from './list.ts'
import { namesPage } from './names.ts'
import { storyPage, storyRow } from './story.ts'
import { style } from './style.ts'
import { needsALook, summarize } from './summary.ts'

/** The script of all pages; src/page/ bundled, by `npm run build`. From src/ and from dist/ it is as far away. */
const script = new URL('../../../dist/page/report.js', import.meta.url)

export interface ReportSink extends Sink {
  reject(rejected: Rejected): void
  /** Before the articles. */
  tell(story: Story): void
}

/**
 * report/: index.html, names.html, articles/<id>.html, stories/<id>.html, and their script and style. Bounded, however large the corpus; the index says what it leaves out.
 * @param texts where the texts of the next article are, below the output
 * @param pages how many articles get a page from the first on, and how many more with something to look at; also the number of
 *   rejections and of spellings listed.
 */
export function reportSink(
  folder: string,
  { pages = 1000, texts = () => 'text' }: { readonly pages?: number; readonly texts?: () => string } = {},
): ReportSink {
  const totals: Totals = { articles: 0, sentences: 0, rewritten: 0, proposed: 0, pending: 0, rejected: 0 }
  const rows: Html[] = []
  const rejectedRows: Html[] = []
  const storyRows: Html[] = []
  let stories = 0
  let later = 0

  /** Whether the next article has a page. */
  const hasPage = (worthALook: boolean): boolean => {
    if (totals.articles <= pages) return true
    if (!worthALook || later === pages) return false
    later += 1
    return true
  }

  const made = new Set<string>()
  const put = (kind: 'articles' | 'stories', id: string, content: string): void => {
    if (!made.has(kind)) mkdirSync(join(folder, kind), { recursive: true })
    made.add(kind)
    writeFileSync(join(folder, kind, fileName(`${id}.html`)), content)
  }

  return {
    write(article: Aligned) {
      const summary = summarize(article)
      totals.articles += 1
      totals.sentences += summary.sentences
      totals.rewritten += summary.rewritten
      totals.proposed += summary.proposed
      totals.pending += article.translations.filter(({ status }) => status === 'pending').length
      if (!hasPage(needsALook(summary))) return
      rows.push(row(article, summary))
      put('articles', article.id, articlePage(article, texts()))
    },
    tell(story) {
      stories += 1
      if (storyRows.length >= pages) return
      storyRows.push(storyRow(story))
      put('stories', story.id, storyPage(story))
    },
    reject(rejected) {
      totals.rejected += 1
      if (rejectedRows.length < pages) rejectedRows.push(rejectedRow(rejected))
    },
    async close() {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'style.css'), style + judging)
      await copyFile(script, join(folder, 'report.js'))
      await writeFile(
        join(folder, 'index.html'),
        indexPage({ totals, rows, rejected: rejectedRows, stories: { count: stories, rows: storyRows } }),
      )
      await writeFile(join(folder, 'names.html'), namesPage())
    },
  }
}
