import { describe, expect, it } from 'vitest'
import { places, put, readAll, useFolder } from '../reading.ts'

useFolder()

const rss = (items: string, channel = '<title>The Daily</title><language>en-us</language>') =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>${channel}\n${items}</channel></rss>`

describe('RSS', () => {
  it('gives an article an item, with the fullest text it has', async () => {
    const { articles, rejected } = await readAll(
      put(
        'daily.rss',
        rss(`<item><title>Mill &amp;amp; river</title><link>https://example.org/1</link><guid isPermaLink="false">n1</guid>
<pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate><dc:creator>Ann Smith</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>Long &amp; good.</p>]]></content:encoded></item>
<item><title>Two</title><author>bo@example.org (Bo Berg)</author><guid>https://example.org/2</guid><description>Fish &amp; chips, no &lt;b&gt;salt&lt;/b&gt;.</description></item>
<item><description>5 &lt; 6, said R&amp;D</description><media:title xmlns:media="http://search.yahoo.com/mrss/">no</media:title></item>`),
      ),
    )
    expect(rejected).toEqual([])
    expect(articles).toMatchObject([
      {
        id: 'n1',
        title: 'Mill & river',
        body: '<p>Long &amp; good.</p>',
        format: 'html',
        metadata: { byline: 'Ann Smith', date: '2024-03-05T09:00:00Z', url: 'https://example.org/1', language: 'en-US', site: 'The Daily' },
        origin: { line: 4 },
      },
      {
        title: 'Two',
        body: 'Fish & chips, no <b>salt</b>.',
        format: 'html',
        metadata: { byline: 'Bo Berg', url: 'https://example.org/2' },
      },
      { id: 'daily-3', title: '', body: '5 < 6, said R&D', format: 'text', origin: { line: 8 } },
    ])
  })

  it('1.0 keeps its items beside the channel, and each has a date of its own', async () => {
    const { articles } = await readAll(
      put(
        'a.rdf',
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel><title>Site</title><d:language>de</d:language></channel><image><title>Logo</title></image>
<item><title>Eins</title><link>https://example.org/1</link><description>Ein Satz.</description><d:date>2024-01-02</d:date></item></rdf:RDF>`,
      ),
    )
    expect(articles).toMatchObject([{ title: 'Eins', body: 'Ein Satz.', metadata: { language: 'de', date: '2024-01-02', site: 'Site' } }])
  })

  it('an item without a text is rejected, the others come', async () => {
    const { articles, rejected } = await readAll(
      put('a.xml', rss('<item><title>Bare</title></item>\n<item><description>x</description></item>')),
    )
    expect(articles).toHaveLength(1)
    expect(places(rejected)).toEqual([[4, 'empty']])
  })

  it('in another encoding is what it declares', async () => {
    const text =
      '<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><description>\xcf\xf0\xe8\xe2\xe5\xf2</description></item></channel></rss>'
    expect((await readAll(put('a.rss', Buffer.from(text, 'latin1')))).articles[0]?.body).toBe('Привет')
  })
})

describe('Atom', () => {
  it('says what is HTML, whose language is what, and which link is meant', async () => {
    const { articles } = await readAll(
      put(
        'a.atom',
        `<f:feed xmlns:f="http://www.w3.org/2005/Atom" xml:lang="fr"><f:title>Le Site</f:title><f:author><f:name>Zoé</f:name></f:author>
<f:entry><f:id>urn:x:1</f:id><f:title type="html">L&amp;#39;eau &lt;i&gt;vive&lt;/i&gt;</f:title><f:link rel="related" href="https://example.org/no"/><f:link href="https://example.org/1"/>
<f:updated>2024-02-02T00:00:00Z</f:updated><f:published>2024-02-01T00:00:00Z</f:published>
<f:content type="xhtml" xml:lang="de"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein &lt;Satz&gt;.</p></div></f:content></f:entry>
<f:entry><f:summary>a &lt; b</f:summary><f:author><f:name>Ann</f:name></f:author></f:entry></f:feed>`,
      ),
    )
    expect(articles).toMatchObject([
      {
        title: "L'eau vive",
        body: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Ein &lt;Satz&gt;.</p></div>',
        format: 'html',
        metadata: { language: 'de', date: '2024-02-01T00:00:00Z', url: 'https://example.org/1', byline: 'Zoé', site: 'Le Site' },
      },
      { body: 'a < b', format: 'text', metadata: { language: 'fr', byline: 'Ann' } },
    ])
  })
})

describe('a feed that is no good', () => {
  const item = '<item><description>one</description></item>\n'

  it.each([
    [
      'ends inside an item',
      rss(item).split('</description>')[0]!,
      [
        [4, 'malformed'],
        [4, 'malformed'],
      ],
    ],
    ['ends after an item', rss(item).split('</channel>')[0]!, [[5, 'malformed']]],
    ['holds nothing', rss(''), [[4, 'empty']]],
    ['is deep', rss('<a>'.repeat(3000)), [[1, 'malformed']]],
  ])('because it %s is rejected there', async (_, content, expected) => {
    expect(places((await readAll(put('a.rss', content))).rejected)).toEqual(expected)
  })

  it('because it would swell is read as it stands', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss('<item><description>&b;</description></item>').slice(22)}`
    expect((await readAll(put('a.rss', bomb))).articles[0]?.body).toBe('&b;')
  })
})
