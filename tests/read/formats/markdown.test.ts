import { expect, it } from 'vitest'
import { cpuMilliseconds } from '../../cpu.ts'
import { put, readAll, useFolder } from '../reading.ts'

useFolder()

it('Markdown becomes HTML; its front matter and first heading are metadata', async () => {
  const text =
    '---\ntitle: "The mill"\ndate: 2024-03-05 10:00\nauthor: Ann Smith\nlang: en\ntags: [a, b]\n---\n\n# The mill\n\nIt *stood* empty.\n\n| a |\n|---|\n| b |\n'
  const [article] = (await readAll(put('mill.md', text))).articles
  expect(article).toMatchObject({
    id: 'mill',
    title: 'The mill',
    format: 'html',
    metadata: { date: '2024-03-05T10:00', byline: 'Ann Smith', language: 'en' },
  })
  expect(article?.body).toMatch(/^<p>It <em>stood<\/em> empty\.<\/p>\n<table>/)
})

it('the first heading is the title', async () => {
  const { articles } = await readAll(put('a.markdown', '# The *old* [mill](https://example.org) #\n\nText.'))
  expect(articles).toMatchObject([{ title: 'The old mill', body: '<p>Text.</p>\n' }])
})

it('a rule at the start is no front matter', async () => {
  expect((await readAll(put('a.md', '---\n\nText.'))).articles[0]?.body).toContain('Text.')
})

it('versions of a story may be Markdown', async () => {
  const paths = [put('owl.de.md', 'Die Eule'), put('owl.en.md', 'The owl')]
  expect((await readAll(paths)).articles.map(({ versions }) => versions.length)).toEqual([1, 1])
})

it('of quotations without end in each other is rejected with the reason', async () => {
  const { rejected } = await readAll(put('a.md', `${'> '.repeat(20_000)}deep`))
  expect(rejected).toMatchObject([{ code: 'malformed', detail: expect.stringContaining('too deep') }])
})

it.each(['*a_b', '_a _b ', '**a', 'a'])('of %o without end takes no longer than its text is long', async (piece) => {
  const spent = async (length: number) => {
    const path = put('a.md', piece.repeat(length / piece.length))
    const before = cpuMilliseconds()
    expect((await readAll(path)).articles).toHaveLength(1)
    return cpuMilliseconds() - before
  }
  await spent(10_000)
  // Squared it would be a hundred times: 200 s.
  expect(await spent(1_000_000)).toBeLessThan(20 * ((await spent(100_000)) + 500))
})

it('too long for the renderer is rejected with a remedy', async () => {
  const { rejected } = await readAll(put('a.md', '- a\n'.repeat(1_250_001)))
  expect(rejected).toMatchObject([{ code: 'too-large', detail: expect.stringContaining('rename it to .txt') }])
})
