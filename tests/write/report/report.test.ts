import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Aligned, Rejected } from '../../../src/article.ts'
import type { Skipped } from '../../../src/read/index.ts'
import { articlePage } from '../../../src/write/report/article/index.ts'
import { reportSink } from '../../../src/write/report/index.ts'
import { storyPage } from '../../../src/write/report/story.ts'
import { build } from '../build.ts'
import { temporaryFolder } from '../folder.ts'

/** The little of the DOM these tests use: the project is compiled without the browser's types. */
interface Element {
  readonly localName: string
  readonly className: string
  readonly innerHTML: string
  readonly outerHTML: string
  readonly textContent: string
  readonly children: Iterable<Element>
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
  remove(): void
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): readonly Element[]
}

const documentOf = (page: string): Element => parseHTML(page).document as unknown as Element
const texts = (root: Element, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim())

const bekerel = { surface: 'Bekerel', replacement: 'Becquerel', reason: 'spelling 0.91' }
const german = build(
  {
    id: 'a',
    language: 'de',
    title: 'Bekerel in Paris',
    names: [bekerel],
    paragraphs: [
      ['Bekerel kam.', 'Er sprach.'],
      ['Er ging.', 'Ende.'],
    ],
    removed: [{ rule: 'share-call', text: 'Teilen!' }],
    warnings: [{ stage: 'detect', code: 'language-mismatch', detail: 'the input says nl', span: { start: 0, end: 7 } }],
    metadata: { byline: 'Redaktion', date: '1911-11-08', url: 'https://news.example/a' },
  },
  [
    {
      language: 'en',
      title: 'Bekerel in Paris',
      names: [{ ...bekerel, action: 'suggest' }],
      paragraphs: [['Bekerel came and spoke.', 'He left.', 'And so on.']],
      checks: ['number-missing'],
      alignments: [
        { source: [0, 1], target: [0], score: 0.9 },
        { source: [2], target: [1], score: 0.8 },
        { source: [3], target: [], score: 0 },
        { source: [], target: [2], score: 0 },
      ],
    },
    { language: 'ar', paragraphs: [['جاء.', 'تكلم.', 'ذهب.', 'نهاية.']] },
  ],
)

describe('articlePage', () => {
  const page = documentOf(articlePage(german))
  const rows = [...page.querySelectorAll('.grid tbody tr')]
  /** Of a row: what each cell's sentences are in the text file. */
  const after = (row: Element): string[] =>
    [...row.querySelectorAll('td')].map((cell) => [...cell.querySelectorAll('.s, .nothing')].map((words) => parts(words, 'del')).join(' '))
  const parts = (words: Element, without: string): string => {
    const copy = documentOf(`<p>${words.innerHTML}</p>`).querySelector('p')!
    for (const gone of copy.querySelectorAll(without)) gone.remove()
    return copy.textContent
  }

  it('has all languages in one grid, and in a row what one of them has together', () => {
    expect(rows.map(after)).toEqual([
      ['Becquerel in Paris', 'Bekerel in Paris', ''],
      ['Becquerel kam. Er sprach.', 'Bekerel came and spoke.', 'جاء. تكلم.'],
      ['Er ging.', 'He left.', 'ذهب.'],
      ['Ende.', 'nothing on this side', 'نهاية.'],
      ['nothing on this side', 'And so on.', 'nothing on this side'],
    ])
    expect(texts(page, '.grid thead th').slice(1)).toEqual([
      'German, the original',
      'English, translated by memory',
      'Arabic, translated by memory',
    ])
  })

  it('says of each pair which sentences it has, and how sure it is', () => {
    const pairs = rows[1]!.querySelectorAll('[data-row]')
    const said = [...pairs].map((pair) =>
      ['data-language', 'data-source', 'data-target', 'data-score'].map((name) => pair.getAttribute(name)),
    )
    expect(said).toEqual([
      ['en', '0 1', '0', '0.9'],
      ['ar', '0', '0', '1'],
      ['ar', '1', '1', '1'],
    ])
    expect(texts(rows[1]!, '.chip')).toEqual(['2:1', 'number-missing'])
  })

  it('marks what is doubtful, and leads there', () => {
    const article = build({ language: 'de', paragraphs: [['Eins.', 'Zwei.']] }, [
      {
        language: 'en',
        paragraphs: [['One.', 'Two.']],
        alignments: [0, 1].map((at) => ({ source: [at], target: [at], score: 0.9 - at / 2 })),
      },
    ])
    const page = documentOf(articlePage(article))
    expect(texts(page, '[data-doubtful] .s')).toEqual(['Two.'])
    expect(texts(page, 'tr.doubtful .chip')).toEqual(['alignment 40 % sure'])
    expect([...page.querySelectorAll('.pointers a')].map((link) => link.getAttribute('href'))).toEqual(['#de-1'])
    expect(page.querySelector('.strip')!.getAttribute('aria-label')).toBe('English beside the original: 2 pairs, 1 doubtful')
  })

  it('folds runs of what stands alone', () => {
    const sentences = Array.from({ length: 6 }, (_, at) => `Satz ${at}.`)
    const alignments = sentences.map((_, at) => ({ source: [at], target: at === 0 || at === 5 ? [at && 1] : [], score: 1 }))
    const page = documentOf(
      articlePage(build({ language: 'de', paragraphs: [sentences] }, [{ language: 'en', paragraphs: [['A.', 'B.']], alignments }])),
    )
    expect(texts(page, '.fold summary')).toEqual(['Rows 2 to 5: 4 sentences of German with nothing beside them'])
    expect(texts(page, '.fold td:nth-child(2)')).toEqual(sentences.slice(1, 5))
  })

  it('sets paragraphs off', () => {
    expect(rows.map((row) => row.className)).toEqual(['headline', 'begins', 'begins', '', ''])
  })

  it('has a name as it is and as it was, and says why', () => {
    const mention = rows[1]!.querySelector('.mention')!
    expect([texts(mention, 'ins'), texts(mention, 'del')]).toEqual([['Becquerel'], ['Bekerel']])
    const said = Object.fromEntries([...mention.attributes].map(({ name, value }) => [name, value]))
    expect(said).toMatchObject({
      role: 'button',
      tabindex: '0',
      'data-canonical': 'Henri Becquerel',
      'data-surface': 'Bekerel',
      'data-replacement': 'Becquerel',
      'data-action': 'rewrite',
      'data-confidence': '0.93',
      'data-reason': 'spelling 0.91',
    })
    const [own, other] = rows[1]!.querySelectorAll('.mention')
    expect([texts(page, 'details tbody tr:first-child td'), texts(page, 'summary')[0]]).toEqual([
      ['Bekerel de', 'Becquerel', 'Henri Becquerel', '93 %', '2', 'spelling 0.91', 'title 1'],
      '2 names rewritten, 2 names proposed for a look: why',
    ])
    const pairs = rows[1]!.querySelectorAll('.mention')
    expect(new Set([...pairs].map((each) => each.getAttribute('data-pair'))).size).toBe(1)
    expect(own!.getAttribute('data-entry')).not.toBe(null)
    expect(other!.getAttribute('data-action')).toBe('suggest')
  })

  it('links each name that is changed to the sentences it stands in, which are there', () => {
    const links = [...page.querySelectorAll('.places a')].map((link) => link.getAttribute('href')!)
    expect(links).toEqual(['#de-title', '#de-0', '#en-title', '#en-0'])
    for (const link of links) expect(page.querySelector(`[id="${link.slice(1)}"]`)).not.toBe(null)
  })

  it('keeps the suffix with the name, in both forms', () => {
    const [mention] = german.normalized.source.mentions
    const source = {
      ...german.normalized.source,
      mentions: [{ ...mention!, span: { start: 0, end: 6 }, surface: 'Bekere', replacement: 'Becquere', suffix: 'l' }],
    }
    const page = documentOf(articlePage({ ...german, normalized: { ...german.normalized, source } }))
    const words = page.querySelector('[id="de-0"]')!
    expect([parts(words, 'del'), parts(words, 'ins')]).toEqual(['Becquerel kam.', 'Bekerel kam.'])
  })

  it('believes the text that was written where the names do not make it', () => {
    const source = {
      ...german.normalized.source,
      segments: german.normalized.source.segments.map((each, at) => (at === 0 ? { ...each, text: 'Elle vint.' } : each)),
    }
    const words = documentOf(articlePage({ ...german, normalized: { ...german.normalized, source } })).querySelector('[id="de-0"]')!
    expect([parts(words, 'del'), parts(words, 'ins')]).toEqual(['Elle vint.', 'Bekerel kam.'])
  })

  it('makes visible what would hide or turn round', () => {
    const words = 'a\u202eb\u0007c'
    const page = documentOf(articlePage(build({ language: 'en', title: words, paragraphs: [[words]] })))
    const marks = (root: Element) => [...root.querySelectorAll('.mark')].map((mark) => [mark.getAttribute('data-mark'), mark.textContent])
    expect(marks(page.querySelector('[id="en-0"]')!)).toEqual([
      ['U+202E', '\u202e'],
      ['U+0007', '\u0007'],
    ])
    expect(page.querySelector('[id="en-0"]')!.textContent).toBe(words)
    expect(marks(page.querySelector('h1')!)).toHaveLength(2)
    expect(page.querySelector('title')!.textContent).toBe('abc')
  })

  it('leads to the articles before and after it, and to its story', () => {
    const links = [...documentOf(articlePage(german, { previous: 'a b', next: 'c', story: 's' })).querySelectorAll('nav a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['../index.html', '../stories/s.html', 'a%20b.html', 'c.html'])
  })

  it('gives each text its language and direction', () => {
    const first = [...rows[1]!.querySelectorAll('.s')].map((text) => [text.getAttribute('lang'), text.getAttribute('dir')].join(' '))
    expect(first).toEqual(['de ltr', 'de ltr', 'en ltr', 'ar rtl', 'ar rtl'])
    expect(articlePage(build({ language: 'und', paragraphs: [['?']] }))).toContain('lang="" dir="auto">?</span>')
    expect(articlePage(build({ language: 'az-Arab', paragraphs: [['?']] }))).toContain('dir="rtl"')
  })

  it('shows warnings with their words, checks, facts and what was removed', () => {
    expect(texts(page, '.notice li')).toEqual(['language-mismatch: the input says nl Bekerel'])
    expect(texts(page, '.notes .ask')).toEqual(['number-missing'])
    expect(texts(page, 'dd')).toEqual(['Redaktion', '1911-11-08', 'German, 99 % sure', 'a', 'input/sample.txt:1', 'https://news.example/a'])
    expect(texts(page, '.removed')).toEqual(['Teilen!'])
  })

  it('shows a pending translation as far as it goes', () => {
    const pending = build({ language: 'fr', paragraphs: [['Un.', 'Deux.']] }, [
      { language: 'en', paragraphs: [['One.', '']], status: 'pending' },
    ])
    expect(texts(documentOf(articlePage(pending)), '.s, .nothing')).toEqual(['Un.', 'One.', 'Deux.', 'not translated yet'])
  })

  it('makes no link of an address that does not lead to the web', () => {
    expect(articlePage(build({ language: 'en', metadata: { url: 'javascript:alert(1)' } }))).not.toContain('href="javascript')
  })

  it("asks for the report's own style and script and for nothing else", () => {
    const markup = articlePage(german)
    const asked = markup.match(/<(script|link|img)[^>]*>|\bsrc="[^"]*"|@import|url\(/gi)
    expect(asked).toEqual(['<link rel="stylesheet" href="../style.css">', '<script defer src="../report.js">'])
    const policy = documentOf(markup).querySelector('meta[http-equiv=Content-Security-Policy]')!.getAttribute('content')
    expect(policy).toMatch(/^default-src 'none'; .*script-src 'self'; style-src 'self'; connect-src 'self'$/)
  })

  it('lets no text become markup, wherever it stands', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '</script><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='x",
        '<!--',
        ']]>',
        '\u202e\u2066',
        '\u0000<b',
        '\ud800<i>',
        '</style><svg/onload=x>',
      ),
      fc.string({ unit: 'binary', minLength: 1 }),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const article = build(
          {
            id: text,
            language: 'de',
            title: text,
            paragraphs: [[text, `Bekerel ${text}`]],
            names: [{ surface: 'Bekerel', replacement: text, reason: text }],
            metadata: { byline: text, date: text, url: `https://${text}` },
            removed: [{ rule: text, text }],
            warnings: [{ stage: text, code: text, detail: text }],
          },
          [{ language: 'en', title: text, paragraphs: [[text, text]], version: text, checks: [text] }],
        )
        const page = documentOf(articlePage(article))
        const allowed = new Set(
          'html head meta title link script body main nav p a h1 h2 dl div dt dd b ul li span br fieldset legend label input svg path rect ins del details summary table thead tbody tr th td footer'.split(
            ' ',
          ),
        )
        for (const element of page.querySelectorAll('*')) {
          expect(allowed, element.outerHTML).toContain(element.localName)
          if (element.localName === 'script') expect(element.outerHTML).toBe('<script defer src="../report.js"></script>')
          for (const { name } of element.attributes) expect(name).not.toMatch(/^on/)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stays small when the article is not', () => {
    const sentence = 'Das ist ein Satz mit einigen Wörtern. '
    const long = articlePage(
      build({
        id: 'long',
        language: 'de',
        paragraphs: [Array.from({ length: 20_000 }, () => sentence.repeat(5))],
        removed: Array(5000).fill({ rule: 'r', text: sentence.repeat(500) }),
      }),
    )
    const wide = articlePage(build({ language: 'de', title: sentence.repeat(1e5), paragraphs: [[sentence.repeat(1e5)]] }))
    expect(long.length).toBeLessThan(8_000_000)
    expect(wide.length).toBeLessThan(50_000)
    expect(long).toContain('more rows are not shown here')
    expect(long).toContain('../../text/long.de.txt')
  })
})

describe('reportSink', () => {
  const rejected: Rejected = { id: 'r', origin: { file: 'in/<b>.bin', line: 3 }, stage: 'read', code: 'binary', detail: 'not text' }

  async function written(articles: readonly Aligned[], rejections: readonly Rejected[], pages?: number, skipped: readonly Skipped[] = []) {
    const folder = await temporaryFolder()
    const sink = reportSink(folder, pages === undefined ? {} : { pages })
    for (const article of articles) await sink.write(article)
    for (const rejection of rejections) sink.reject(rejection)
    for (const each of skipped) sink.skip(each)
    await sink.close()
    const names = await readdir(join(folder, 'articles')).catch(() => [])
    const pageOf = async (name: string): Promise<Element> => documentOf(await readFile(join(folder, name), 'utf8'))
    return { folder, index: await pageOf('index.html'), pageOf, names: names.sort() }
  }

  const plain = (id: string, title = ''): Aligned => build({ id, title, language: 'en', paragraphs: [['One.']] })

  it('counts, and leads from what there is of a kind to its list', async () => {
    const { index, pageOf } = await written([german, plain('b c')], [rejected], undefined, [
      { file: 'in/<i>.pdf', reason: 'no reader for .pdf', count: 1 },
      { file: 'in/dump.xml', reason: 'redirect', count: 1200 },
    ])
    expect(texts(index, '.figures b')).toEqual(['2', '5', '2', '0'])
    expect(texts(index, '.queues li').map((text) => text.replace(/\s+/gu, ' '))).toEqual([
      'Names proposed 2 in 1 article',
      'Doubtful alignments 0',
      'Failed checks 1 in 1 article',
      'Translations pending 0',
      'Rejected 1',
      'Not read 1,201',
    ])
    expect(texts(await pageOf('list/skipped-000.html'), 'td')).toEqual([
      ...['in/<i>.pdf', 'no reader for .pdf', '1'],
      ...['in/dump.xml', 'redirect', '1,200'],
    ])
    expect(texts(await pageOf('list/checks-000.html'), '.title')).toEqual(['Becquerel in Paris'])
    expect(texts(await pageOf('list/rejected-000.html'), 'td')).toEqual(['rin/<b>.bin:3', 'binary', 'read', 'not text'])
  })

  it('lists articles with their counts and state, and where to look', async () => {
    const { index, names } = await written([german, plain('b c')], [])
    expect(names).toEqual(['a.html', 'b c.html'])
    const rows = [...index.querySelectorAll('[data-list=articles] tbody tr')]
    expect(rows.map((row) => texts(row, '.title, .number, .chips .chip'))).toEqual([
      ['Becquerel in Paris', '4', '2', '2', '0', '1', 'language-mismatch', 'number-missing'],
      ['b c', '1', '0', '0', '0', '0', 'original only'],
    ])
    const links = rows.map((row) => [...row.querySelectorAll('a')].map((link) => link.getAttribute('href')))
    expect(links).toEqual([['articles/a.html', 'articles/a.html#en-0'], ['articles/b%20c.html']])
  })

  it('says how many texts there are in each language, and how far they are', async () => {
    const pending = build({ id: 'p', language: 'de', paragraphs: [['Eins.']] }, [{ language: 'en', paragraphs: [['']], status: 'pending' }])
    const { index } = await written([plain('a'), pending], [])
    expect(texts(index, '.languages thead th')).toEqual(['language', 'texts', 'original', 'pending'])
    expect([...index.querySelectorAll('.languages tbody tr')].map((row) => texts(row, 'th, .number'))).toEqual([
      ['English en', '1', '1'],
      ['German de', '1', '0'],
    ])
    expect(texts(index, '.queues li')[3]).toMatch(/^Translations pending 1/)
  })

  it('lists every article, a few hundred a page, and gives all of them to its script', async () => {
    const articles = Array.from({ length: 1001 }, (_, at) => plain(`a${at}`, `Title ${at}`))
    const { folder, index, pageOf } = await written(articles, [], 2)
    const lists = await readdir(join(folder, 'list'))
    expect(lists.sort()).toEqual(['000.html', '001.html', '002.html', '003.html', '004.html'])
    const pages = await Promise.all(lists.map((name) => pageOf(`list/${name}`)))
    expect(pages.flatMap((page) => texts(page, '.title'))).toEqual(articles.map(({ title }) => title))
    expect(texts(pages[4]!, '.pager > span')).toEqual(['page 5 of 5, 1,001 in all'])
    expect([...pages[1]!.querySelectorAll('.pager > a')].map((link) => link.getAttribute('href'))).toEqual(['000.html', '002.html'])
    expect([...index.querySelectorAll('.pager ol a')].map((link) => link.getAttribute('href'))).toContain('list/004.html')
    const values = await Promise.all(['000', '001', '002'].map((page) => readFile(join(folder, 'data', `articles-${page}.js`), 'utf8')))
    const rows = values.flatMap((script) => {
      let value: { total: number; pages: number; rows: { title: string; page: boolean }[] } | undefined
      new Function('synoptic', script)({ data: (_kind: string, _page: number, given: typeof value) => (value = given) })
      expect([value!.total, value!.pages]).toEqual([1001, 3])
      return value!.rows
    })
    expect(rows.map(({ title }) => title)).toEqual(articles.map(({ title }) => title))
    expect(rows.filter(({ page }) => page)).toHaveLength(2)
  })

  it('has pages up to a bound: of the first articles, then of those with something to look at, and it says so', async () => {
    const marked = (id: string): Aligned => ({ ...plain(id), warnings: german.warnings })
    const articles = [plain('a'), marked('b'), plain('c'), marked('d'), marked('e'), marked('f')]
    const { index, names, pageOf } = await written(articles, [], 2)
    expect(names).toEqual(['a.html', 'b.html', 'd.html', 'e.html'])
    expect(texts(index, '.notice')[0]).toMatch(/^4 of 6 articles have a page here/)
    expect(texts(index, '.title')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    const ways = (await pageOf('articles/b.html')).querySelectorAll('nav span a')
    expect([...ways].map((link) => link.getAttribute('href'))).toEqual(['a.html', 'd.html'])
  })

  it('stays light, however long the titles', async () => {
    const articles = Array.from({ length: 300 }, (_, at) =>
      build({ id: `a${at}`, language: 'en', title: 'Word '.repeat(200), paragraphs: [['One.']] }),
    )
    const { folder } = await written(articles, [])
    expect((await readFile(join(folder, 'index.html'))).length).toBeLessThan(200_000)
  })

  it('is a page even when nothing came', async () => {
    const { index } = await written([], [])
    expect(texts(index, 'h1')).toEqual(['Side by side'])
  })
})

describe('storyPage', () => {
  it('leaves out rows that none of the shown versions has, and says so', () => {
    const ids = Array.from({ length: 20 }, (_, at) => `v${at}`)
    const said = (has: readonly number[]) =>
      ids.map((_, at) => (has.includes(at) ? { sentences: [0], text: 'Here.' } : { sentences: [], text: '' }))
    const page = storyPage({
      id: 's',
      base: 'v0',
      versions: ids.map((id) => ({ id, language: 'en', title: 'T', deviations: 0, adds: [], leavesOut: [] })),
      pairs: [],
      rows: [said([0, 1]), said([19]), said([0, 2])].map((cells) => ({ cells, facts: [], differences: [] })),
      names: [],
      consensus: { language: 'en', text: 'Here.' },
    })
    expect([...page.matchAll(/id="(row-\d+)"/g)].map(([, id]) => id)).toEqual(['row-1', 'row-3'])
    expect(page).toContain('1 row of other versions alone')
  })
})
