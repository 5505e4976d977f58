import { describe, expect, it } from 'vitest'
import type { Cleaned } from '../../src/article.ts'
import { findDate } from '../../src/stages/clean/dates.ts'
import { clean } from '../../src/stages/clean/index.ts'

const prose =
  'The lighthouse was built in that year on a rock that the tide covers twice a day, and its keepers were relieved once a month.'

async function cleaned(head: string, top = '', language = 'en', bottom = ''): Promise<Cleaned> {
  const body = `<html lang="${language}"><head>${head}</head><body><article>${top}<p>${prose}</p><p>${prose} Again.</p>${bottom}</article></body></html>`
  const article = {
    id: 'a',
    origin: { file: 'a', line: 1 },
    title: '',
    body,
    format: 'html' as const,
    metadata: {},
    versions: [],
    warnings: [],
  }
  return clean().run(article, { signal: new AbortController().signal, warn: () => {} })
}

const ld = (json: object) => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...json })}</script>`
const url = '<link rel="canonical" href="https://www.coast-news.org/2020/10/03/towers">'

describe('the title of a page', () => {
  it.each([
    ['what the heading says', '<title>Towers of the north | The Coast</title>', '<h1>Towers of the north</h1>', 'Towers of the north'],
    [
      'no site by its name',
      '<title>Towers of the north - The Coast</title><meta property="og:site_name" content="The Coast">',
      '',
      'Towers of the north',
    ],
    ['no site by its address', `${url}<meta property="og:title" content="Towers of the north – Coast News">`, '', 'Towers of the north'],
    ['no site in front', '<title>The Coast | Towers of the north</title>', '', 'Towers of the north'],
    ['not the site in a heading', '<title>Towers of the north | The Coast</title>', '<h1>The Coast</h1>', 'Towers of the north'],
    ['all of it, dashes too', '<title>Towers – a history</title>', '', 'Towers – a history'],
    ['without entities', ld({ headline: 'Towers &#8211; R&amp;D &quot;now&quot;' }), '', 'Towers – R&D "now"'],
    [
      'whole, where one claim is cut',
      `${ld({ headline: 'Towers of the north and…' })}<meta property="og:title" content="Towers of the north and west">`,
      '',
      'Towers of the north and west',
    ],
    [
      'without the kicker of its heading',
      ld({ headline: 'Towers of the north' }),
      '<h1>Local news Towers of the north</h1>',
      'Towers of the north',
    ],
  ])('is %s', async (_, head, top, title) => expect((await cleaned(head, top)).title).toBe(title))
})

describe('the byline of a page', () => {
  it.each([
    ['from JSON-LD', ld({ author: { '@type': 'Person', name: 'Jo Reed' } }), '', 'Jo Reed'],
    [
      'from a reference in JSON-LD',
      `${ld({ author: { '@id': '#jo' } })}<script type="application/ld+json">{"@id": "#jo", "@type": "Person", "name": "Jo Reed"}</script>`,
      '',
      'Jo Reed',
    ],
    ['of two', ld({ author: [{ name: 'Jo Reed' }, { name: 'Al Wood' }] }), '', 'Jo Reed, Al Wood'],
    [
      'and not its publisher',
      `${ld({ author: { '@type': 'Organization', name: 'The Coast' }, publisher: { name: 'The Coast' } })}`,
      '<p class="byline">By Jo Reed</p>',
      'Jo Reed',
    ],
    ['and no address', '<meta name="author" content="https://example.org/jo">', '<a rel="author" href="/jo">Jo Reed</a>', 'Jo Reed'],
    ['from a line of the page', '', '<h1>Towers</h1><div>Von Maria van der Berg</div>', 'Maria van der Berg'],
    ['with the particle of the name', '', '<div class="author">Christoph von Eichhorn</div>', 'Christoph von Eichhorn'],
    ['without what was written', '', '<div class="author">Gastbeitrag von Jo Reed</div>', 'Jo Reed'],
    ['and no agency', '', '<byline>Von Jo Reed, dpa</byline>', 'Jo Reed'],
    ['by a nickname', '', '<a rel="author" href="/c1ph4">c1ph4</a>', 'c1ph4'],
    ['before an organization', ld({ author: { '@type': 'Organization', name: 'Press Agency' } }), '<div>By Jo Reed</div>', 'Jo Reed'],
    ['or an organization', ld({ author: { '@type': 'Organization', name: 'Press Agency' } }), '', 'Press Agency'],
    [
      'whose the site is',
      ld({ author: { '@type': ['Person', 'Organization'], name: 'Jo Reed' }, publisher: { name: 'Jo Reed' } }),
      '',
      'Jo Reed',
    ],
    ['and no button', '', '<div class="author">More</div>', undefined],
  ])('is a person, %s', async (_, head, top, byline) => expect((await cleaned(head, top)).metadata.byline).toBe(byline))
})

describe('the date of a page', () => {
  it.each([
    ['json-ld', ld({ datePublished: '2020-10-01T08:00:00Z', dateModified: '2020-10-02' }), '', '2020-10-01T08:00:00Z'],
    [
      'meta',
      '<meta property="article:modified_time" content="2020-10-02"><meta property="article:published_time" content="2020-10-01">',
      '',
      '2020-10-01',
    ],
    ['time', url, '<h1>Towers</h1><time datetime="2020-10-01">yesterday</time>', '2020-10-01'],
    ['text', url, '<h1>Towers</h1><span>1. Oktober 2020, 10:30 Uhr</span>', '2020-10-01'],
    ['url', url, '<h1>Towers</h1>', '2020-10-03'],
    ['script', '<script>state = {"publishedAt": "2020-10-01T08:00:00Z"}</script>', '<h1>Towers</h1>', '2020-10-01T08:00:00Z'],
    ['meta', '<meta property="article:modified_time" content="2020-10-02">', '<h1>Towers</h1>', '2020-10-02'],
  ])('is found in %s: %s', async (dateFrom, head, top, date) =>
    expect((await cleaned(head, top)).metadata).toMatchObject({ date, dateFrom }),
  )

  it('is the day that most of the page says', async () => {
    const changed = ld({ datePublished: '2020-09-30T08:00:00Z' })
    const meta = '<meta property="article:published_time" content="2020-10-02T09:00:00Z">'
    expect((await cleaned(`${changed}${meta}`, '<h1>Towers</h1><p>2 October 2020</p>')).metadata.date).toBe('2020-10-02T09:00:00Z')
    expect((await cleaned(`${changed}${meta}`)).metadata.date).toBe('2020-09-30T08:00:00Z')
  })

  it('is the day where it was published: midnight there is an evening in UTC', async () => {
    const meta = '<meta property="article:published_time" content="2020-10-01T22:00Z">'
    expect((await cleaned(meta, '<h1>Towers</h1><p>2 October 2020</p>')).metadata.date).toBe('2020-10-02')
    expect((await cleaned(meta, '<h1>Towers</h1><p>1 October 2020</p>')).metadata.date).toBe('2020-10-01T22:00Z')
  })

  it('is not what the article tells of', async () => {
    expect((await cleaned(url, `<h1>Towers</h1><p>${prose} It burned on 3 May 1912.</p>`)).metadata.date).toBe('2020-10-03')
  })

  it.each([
    ['31.05.12', undefined, '2012-05-31'],
    ['1 октября 2020 г.', undefined, '2020-10-01'],
    ['2020. október 1.', undefined, '2020-10-01'],
    ['2020 m. spalio 1 d.', undefined, '2020-10-01'],
    ['1. listopada 2020.', 'hr', '2020-10-01'],
    ['1 listopada 2020', 'pl', '2020-11-01'],
    ['٥ مايو ٢٠٢٠', undefined, '2020-05-05'],
    ['5 मई 2020', undefined, '2020-05-05'],
    ['5 พฤษภาคม 2563', undefined, '2020-05-05'],
    ['5 tháng 5, 2020', undefined, '2020-05-05'],
    ['5 במאי 2020', undefined, '2020-05-05'],
    ['19. toukokuuta 2020', undefined, '2020-05-19'],
    ['2020년 10월 1일', undefined, '2020-10-01'],
    ['03/04/2020', 'en-US', '2020-03-04'],
    ['03/04/2020', 'fr', '2020-04-03'],
    ['03/04/2020', undefined, undefined],
    ['version 1.2.3.4', undefined, undefined],
  ])('%s in %s is %s', (text, language, date) => expect(findDate(text, language)?.date).toBe(date))
})
