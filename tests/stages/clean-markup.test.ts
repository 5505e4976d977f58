import { describe, expect, it } from 'vitest'
import type { Article, Cleaned } from '../../src/article.ts'
import { clean } from '../../src/stages/clean/index.ts'
import { cpuMilliseconds } from '../cpu.ts'

async function cleaned(body: string, format: Article['format']): Promise<Cleaned> {
  const article = { id: 'a', origin: { file: 'a', line: 1 }, title: '', body, format, metadata: {}, versions: [], warnings: [] }
  return clean().run(article, { signal: new AbortController().signal, warn: () => {} })
}

const blocksOf = ({ text, blocks }: Cleaned) => blocks.map(({ start, end }) => text.slice(start, end))
const prose = 'The lighthouse was built in 1871 on a rock that the tide covers twice a day, and its keepers were relieved once a month.'

describe('HTML', () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Towers | The Coast</title>
    <meta property="og:title" content="Towers of the north"><meta property="og:site_name" content="The Coast">
    <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Jo Reed"}, {"name": "Al Wood"}], "datePublished": "2020-10-01T08:00:00Z"}]}</script></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>Towers of the north</h1><p>${prose}</p><h2>The lamp</h2><p>One line<br>goes on. ${prose}</p>
    <ul><li>First ${prose}</li><li>Second ${prose}</li></ul><div class="share-links"><a href="/s">Share this article</a></div>
    <div class="related-stories"><a href="/x">Ten more towers</a></div><p>${prose} ${prose} ${prose}</p></article>
    <footer>© 2020 The Coast</footer></body></html>`

  it('gives the article in blocks, and what the page says of it', async () => {
    const result = await cleaned(page, 'html')
    expect(result.title).toBe('Towers of the north')
    expect(result.metadata).toEqual({
      byline: 'Jo Reed, Al Wood',
      date: '2020-10-01T08:00:00Z',
      dateFrom: 'json-ld',
      language: 'en-GB',
      site: 'The Coast',
    })
    expect(blocksOf(result)).toEqual([
      prose,
      'The lamp',
      `One line goes on. ${prose}`,
      `First ${prose}`,
      `Second ${prose}`,
      `${prose} ${prose} ${prose}`,
    ])
  })

  it('records what was left out', async () => {
    const removed = (await cleaned(page, 'html')).removed.map(({ text }) => text).join('\n')
    for (const piece of ['Home News', 'Share this article', 'Ten more towers', '© 2020 The Coast']) expect(removed).toContain(piece)
  })

  it('gives the body in JSON-LD where the page shows none of it', async () => {
    const body = Array.from({ length: 12 }, (_, index) => `<p>${prose} Year ${index}.</p>`).join('')
    const ld = JSON.stringify({ '@type': 'NewsArticle', headline: 'Towers', articleBody: body })
    const result = await cleaned(
      `<html><head><script type="application/ld+json">${ld}</script></head><body><nav>Home News</nav><p>Subscribe to read on.</p></body></html>`,
      'html',
    )
    expect(blocksOf(result)).toHaveLength(12)
    expect(result.text).toContain('Year 7.')
  })

  it('has no captions, and the table that a figure frames', async () => {
    const cells =
      '<tr><td>The lamp of the northern tower, which was lit in 1871, measures</td><td>two metres and ten, and that of the other one a little less.</td></tr>'
    const figures = `<figure><img src="a.jpg"><figcaption>The tower, seen from a boat in the evening.</figcaption></figure><figure><table>${cells.repeat(3)}</table></figure>`
    const { text } = await cleaned(page.replace('<h2>', `${figures}<h2>`), 'html')
    expect(text).not.toContain('seen from a boat')
    expect(text).toContain('two metres and ten')
  })

  it('has no comments and no dialogs in it, unless there is nothing else', async () => {
    const said = (name: string) =>
      `<li class="${name} even"><article><p>I was there, and the lamp was out. It is always out when one comes by. What a pity.</p></article></li>`
    const comments = `<ol class="comment-list">${said('comment').repeat(9)}</ol>`
    const rules = `<div class="modal-window"><section><p>${prose} Users must obey the rules.</p><p>${prose} ${prose}</p></section></div>`
    const whole = await cleaned(page.replace('<footer>', `${comments}${rules}<footer>`), 'html')
    expect(whole.text).toContain('The lighthouse was built')
    expect(whole.text).not.toContain('the lamp was out')
    expect(whole.text).not.toContain('obey the rules')
    expect(whole.removed.some(({ text }) => text.includes('the lamp was out'))).toBe(true)
    const forum = await cleaned(`<body><main>${comments}</main></body>`, 'html')
    expect(forum.text).toContain('the lamp was out')
    // One element of the name is a column, not a row of comments.
    const column = `<body><div class="comment"><h1>Lamps</h1><p>${prose}</p><p>${prose}</p><p>${prose}</p></div></body>`
    expect((await cleaned(column, 'html')).text).toContain('The lighthouse was built')
  })

  it('of a fragment is its text', async () => {
    expect(blocksOf(await cleaned('<p>One &amp; only</p><p>Two</p>', 'html'))).toEqual(['One & only', 'Two'])
  })

  it.each([
    ['nested elements', '<div>'.repeat(50_000), '</div>'.repeat(50_000)],
    ['elements never closed', '<b><i>'.repeat(20_000), ''],
    ['list items', '<li>'.repeat(50_000), ''],
    ['brackets', '<'.repeat(300_000), ''],
    ['attributes', `<p ${'a '.repeat(100_000)}>`, '</p>'],
    ['comments that do not end', '<!-- '.repeat(100_000), ''],
    ['paragraphs', '<p>x'.repeat(27_000), ''],
    ['paragraphs deep down', `${'<div>'.repeat(300)}${'<p>x'.repeat(10_000)}`, ''],
    ['elements closed that are not open', '<div>'.repeat(10_000), '</b>'.repeat(20_000)],
    ['entities', '&amp'.repeat(100_000), ''],
    ['comments', `<ol>${'<li class="comment"><p>x</p>'.repeat(20_000)}</ol>`, ''],
    ['one attribute', `<p class="${'x '.repeat(500_000)}">`, '</p>'],
    ['scripts that do not end', '', '<script>'.repeat(50_000)],
    ['JSON-LD', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`, ''],
    [
      'a body in JSON-LD',
      `<script type="application/ld+json">{"@type":"Article","articleBody":"${`${prose} `.repeat(2000)}"}</script>`,
      '',
    ],
  ])('with a bomb of %s comes through in no time', async (_, before, after) => {
    const started = cpuMilliseconds()
    const { text } = await cleaned(`<p>${prose}</p>${before}<p>${prose}</p>${after}`, 'html')
    expect(text).toContain(prose)
    // A second of processor time at most; what grows with the square takes minutes, on a busy machine too.
    expect(cpuMilliseconds() - started).toBeLessThan(20_000)
  })
})

describe('wikitext', () => {
  it('keeps words, headings, lists and tables, and records the rest', async () => {
    const result = await cleaned(
      `{{Infobox tower | name = North | built = {{start date|1871}} }}
[[File:Tower.jpg|thumb|The [[tower]]]]
The '''north tower''' ({{lang-de|Nordturm}}) is a [[lighthouse|lighthouse]].<ref name="a">{{cite book|x}}</ref> It is {{convert|30|m|ft}} high.<ref name="a" /><!-- check -->

== Lamp ==
Written <nowiki>[[so]]</nowiki> &ndash; see [http://example.org the site].
* first
* second
{| class="wikitable"
! Part !! Size
|-
| style="x" | Lamp || 2 m
|}
Not closed: [[link, {{template.

== References ==
{{reflist}}
[[Category:Towers]]
[[de:Nordturm]]`,
      'wikitext',
    )
    expect(blocksOf(result)).toEqual([
      'The north tower (Nordturm) is a lighthouse. It is 30 m high.',
      'Lamp',
      'Written [[so]] – see the site.',
      'first',
      'second',
      'Part | Size',
      'Lamp | 2 m',
      'Not closed: [[link, {{template.',
    ])
    const rules = result.removed.map(({ rule }) => rule)
    expect(rules).toEqual(['template', 'image', 'reference', 'reference', 'comment', 'template', 'category', 'interlanguage-link'])
    expect(result.removed[0]?.text).toBe('{{Infobox tower | name = North | built = {{start date|1871}} }}')
  })

  it.each(['{{', '[[', '{{a|', '[[{{', '<ref>', '<!--', '\n{|\n|', "'", '[http://a ', '<a ', '|'])(
    'with %j 50,000 times comes through in no time',
    async (mark) => {
      const started = cpuMilliseconds()
      expect((await cleaned(`${prose}\n\n${mark.repeat(50_000)}`, 'wikitext')).text).toContain(prose)
      expect(cpuMilliseconds() - started).toBeLessThan(5000)
    },
  )
})
