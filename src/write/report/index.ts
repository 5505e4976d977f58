import { mkdirSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Aligned, Rejected } from '../../article.ts'
import type { Story } from '../../story.ts'
import { fileName } from '../file.ts'
import type { Sink } from '../sink.ts'
import { articlePage, type Surroundings } from './article/index.ts'
import { namesPage } from './names.ts'
import { Overview } from './overview/index.ts'
import type { SkippedRow } from './overview/rows.ts'
import { storyPage } from './story.ts'
import { style } from './style/index.ts'
import { needsALook, summarize } from './summary.ts'

/** The script of all pages; src/page/ bundled, by `npm run build`. From src/ and from dist/ it is as far away. */
const script = new URL('../../../dist/page/report.js', import.meta.url)

/** Articles with a page: a folder of so many files is still opened at once by file managers. */
const PAGES = 20_000

export interface ReportSink extends Sink {
  reject(rejected: Rejected): void
  skip(skipped: SkippedRow): void
  /** Before the articles. */
  tell(story: Story): void
}

/**
 * report/: index.html and the lists and data it leads to, names.html, articles/<id>.html, stories/<id>.html, and their script and style. All
 * articles are listed, and found by title; how many have a page is bounded, and told.
 * @param texts where the texts of the next article are, below the output
 * @param engines whether engines/index.html will be there
 * @param pages how many articles get a page from the first on, and how many more with something to look at; also how many stories do
 */
export function reportSink(
  folder: string,
  {
    pages = PAGES,
    texts = () => 'text',
    engines = false,
  }: { readonly pages?: number; readonly texts?: () => string; readonly engines?: boolean | undefined } = {},
): ReportSink {
  const overview = new Overview(folder, engines)
  const storyOf = new Map<string, string>()
  let [articles, stories, later] = [0, 0, 0]
  /** An article whose page waits for what comes after it. */
  let waiting: { readonly article: Aligned; readonly surroundings: Surroundings } | undefined

  /** Whether the next article has a page. */
  const hasPage = (worthALook: boolean): boolean => {
    if (articles <= pages) return true
    if (!worthALook || later === pages) return false
    later += 1
    return true
  }

  const made = new Set<string>()
  const put = (kind: 'articles' | 'stories', id: string, content: string): void => {
    if (!made.has(kind)) mkdirSync(join(folder, kind), { recursive: true })
    made.add(kind)
    // Small files by the thousand: handing each to a thread and back takes twice as long as writing it.
    writeFileSync(join(folder, kind, fileName(`${id}.html`)), content)
  }
  const putWaiting = (next?: string): void => {
    if (waiting !== undefined) put('articles', waiting.article.id, articlePage(waiting.article, { ...waiting.surroundings, next }))
  }

  return {
    write(article: Aligned) {
      const { id } = article
      const summary = summarize(article)
      const story = storyOf.get(id)
      articles += 1
      const page = hasPage(needsALook(summary))
      overview.add({ ...summary, ...(story !== undefined && { story }), page })
      if (!page) return
      putWaiting(id)
      waiting = { article, surroundings: { texts: texts(), previous: waiting?.article.id, story } }
    },
    tell(story) {
      stories += 1
      if (stories > pages) return
      for (const { id } of story.versions) storyOf.set(id, story.id)
      overview.tell(story)
      put('stories', story.id, storyPage(story))
    },
    reject(rejected) {
      overview.reject(rejected)
    },
    skip(skipped) {
      overview.skip(skipped)
    },
    async close() {
      putWaiting()
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'style.css'), style)
      await copyFile(script, join(folder, 'report.js'))
      await overview.close()
      await writeFile(join(folder, 'names.html'), namesPage())
    },
  }
}
