import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Aligned, Rejected } from '../../../src/article.ts'
import { articlePage } from '../../../src/write/report/article.ts'
import { reportSink } from '../../../src/write/report/index.ts'
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
  readonly attributes: Iterable<{ readonly name: string }>
  getAttribute(name: string): string | null
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
  const rows = [...page.querySelectorAll('.pairs')[0]!.children]

  it('puts what says the same side by side, in the order of the text', () => {
    expect(rows.slice(1).map((row) => texts(row, 'p'))).toEqual([
      ['BecquerelBekerel kam. Er sprach.', 'BekerelBecquerel? came and spoke.'],
      ['Er ging.', 'He left.'],
      ['Ende.', 'nothing on this side'],
      ['nothing on this side', 'And so on.'],
    ])
  })

  it('shows the shape of what is not one to one', () => {
    expect(rows.map((row) => row.querySelector('.place span')?.textContent)).toEqual([undefined, '2:1', undefined, '1:0', '0:1'])
  })

  it('sets paragraphs off', () => {
    expect(rows.map((row) => row.className)).toEqual(['', 'begins', 'begins', '', ''])
  })

  it('shows a rewritten name with the form it had, on hover with the reason, and below with both', () => {
    const sentence = rows[1]!.querySelector('p')!
    expect(sentence.innerHTML).toBe(
      '<ins title="Bekerel: Henri Becquerel, 93 %: spelling 0.91">Becquerel</ins><del>Bekerel</del> kam. Er sprach.',
    )
    expect(texts(page, 'details tbody tr:first-child td')).toEqual([
      'Bekerel de',
      'Becquerel',
      'Henri Becquerel',
      '93 %',
      '2',
      'spelling 0.91',
    ])
    expect(texts(page, 'summary')[0]).toBe('2 names rewritten, 2 names proposed for a look: why')
  })

  it('keeps the suffix with the name', () => {
    const [mention] = german.normalized.source.mentions
    const source = {
      ...german.normalized.source,
      mentions: [{ ...mention!, span: { start: 0, end: 6 }, surface: 'Bekere', replacement: 'Becquere', suffix: 'l' }],
    }
    expect(articlePage({ ...german, normalized: { ...german.normalized, source } })).toContain('Becquere</ins>l<del>Bekerel</del> kam.')
  })

  it('gives each text its language and direction', () => {
    const first = (section: number): (string | null)[] =>
      [...page.querySelectorAll('.pairs')[section]!.querySelectorAll('p')]
        .slice(0, 2)
        .flatMap((text) => [text.getAttribute('lang'), text.getAttribute('dir')])
    expect(first(0)).toEqual(['de', 'ltr', 'en', 'ltr'])
    expect(first(1)).toEqual(['de', 'ltr', 'ar', 'rtl'])
    expect(articlePage(build({ language: 'und', paragraphs: [['?']] }))).toContain('<p lang="" dir="auto">?</p>')
    expect(articlePage(build({ language: 'az-Arab', paragraphs: [['?']] }))).toContain('dir="rtl"')
  })

  it('shows warnings with their words, checks, facts and what was removed', () => {
    expect(texts(page, '.notice li')).toEqual(['language-mismatch: the input says nl Bekerel'])
    expect(texts(page, '.notes')).toEqual(['number-missing'])
    expect(texts(page, 'dd')).toEqual(['Redaktion', '1911-11-08', 'German, 99 % sure', 'a', 'input/sample.txt:1', 'https://news.example/a'])
    expect(texts(page, '.removed')).toEqual(['Teilen!'])
  })

  it('shows a pending translation as far as it goes', () => {
    const pending = build({ language: 'fr', paragraphs: [['Un.', 'Deux.']] }, [
      { language: 'en', paragraphs: [['One.', '']], status: 'pending' },
    ])
    expect(texts(documentOf(articlePage(pending)), '.pairs p')).toEqual(['Un.', 'One.', 'Deux.', 'not translated yet'])
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
          'html head meta title link script body main p a h1 h2 dl div dt dd b ul li ol span br ins del details summary table thead tbody tr th td footer'.split(
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
        paragraphs: [Array.from({ length: 20_000 }, () => sentence)],
        removed: Array(5000).fill({ rule: 'r', text: sentence.repeat(500) }),
      }),
    )
    const wide = articlePage(build({ language: 'de', title: sentence.repeat(1e5), paragraphs: [[sentence.repeat(1e5)]] }))
    expect(long.length).toBeLessThan(2_000_000)
    expect(wide.length).toBeLessThan(50_000)
    expect(long).toContain('more rows are not shown here')
    expect(long).toContain('../../text/long.de.txt')
  })
})

describe('reportSink', () => {
  const rejected: Rejected = { id: 'r', origin: { file: 'in/<b>.bin', line: 3 }, stage: 'read', code: 'binary', detail: 'not text' }

  async function written(
    articles: readonly Aligned[],
    rejections: readonly Rejected[],
    pages?: number,
  ): Promise<{ index: Element; names: string[] }> {
    const folder = await temporaryFolder()
    const sink = reportSink(folder, pages === undefined ? {} : { pages })
    for (const article of articles) await sink.write(article)
    for (const rejection of rejections) sink.reject(rejection)
    await sink.close()
    const names = await readdir(join(folder, 'articles')).catch(() => [])
    return { index: documentOf(await readFile(join(folder, 'index.html'), 'utf8')), names: names.sort() }
  }

  it('lists articles with their counts and state, and rejections with their reason', async () => {
    const { index, names } = await written([german, build({ id: 'b c', language: 'en', paragraphs: [['One.']] })], [rejected])
    expect(names).toEqual(['a.html', 'b c.html'])
    expect(texts(index, '.figures b')).toEqual(['2', '5', '2', '2', '0', '1'])
    const [bad, good] = [...index.querySelectorAll('.list')].map((list) => [...list.querySelectorAll('tbody tr')])
    expect(texts(bad![0]!, 'td')).toEqual(['rin/<b>.bin:3', 'binary', 'read', 'not text'])
    expect(good!.map((row) => [row.className, ...texts(row, '.title, .number, .chips .chip')])).toEqual([
      ['look', 'Becquerel in Paris', '4', '2', '2', 'language-mismatch', 'number-missing'],
      ['fine', 'b c', '1', '0', '0', 'original only'],
    ])
    expect(good![1]!.querySelector('a')!.getAttribute('href')).toBe('articles/b%20c.html')
  })

  it('is bounded: the first articles, then those with something to look at, and it says so', async () => {
    const plain = (id: string): Aligned => build({ id, language: 'en', paragraphs: [['One.']] })
    const marked = (id: string): Aligned => ({ ...plain(id), warnings: german.warnings })
    const articles = [plain('a'), marked('b'), plain('c'), marked('d'), marked('e'), marked('f')]
    const { index, names } = await written(articles, [rejected, rejected, rejected], 2)
    expect(names).toEqual(['a.html', 'b.html', 'd.html', 'e.html'])
    expect(texts(index, '.notice')[0]).toMatch(/^4 of 6 articles have a page here/)
    expect(texts(index, '.figures b').at(-1)).toBe('3')
    expect(texts(index, 'p.soft')).toEqual(['The first 2 of 3; all are in rejected.jsonl.'])
  })

  it('is a page even when nothing came', async () => {
    const { index } = await written([], [])
    expect(texts(index, 'h1')).toEqual(['Side by side'])
  })
})
