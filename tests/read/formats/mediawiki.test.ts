import { expect, it } from 'vitest'
import { cpuMilliseconds } from '../../cpu.ts'
import { put, readAll, useFolder } from '../reading.ts'

useFolder()

const exported = (...pages: readonly string[]) =>
  `<mediawiki xml:lang="de">${pages.map((page) => `<page>${page}</page>`).join('')}</mediawiki>`

it('the text of the last revision is taken, with its entities and as it is marked', async () => {
  const path = put(
    'a.xml',
    exported(
      '<title>A</title><revision><text>old</text></revision><revision><text bytes="9" xml:space="preserve"> 1 &amp;lt; 2 &#233;\n</text></revision>',
      '<title>B</title><revision><text><![CDATA[a <b>bold</b> & more]]></text></revision>',
      '<title>C</title><revision><text>first</text></revision><revision><text/></revision>',
      '<title>D</title><revision><text>$1 $& 0</text></revision>',
    ),
  )
  const { articles, rejected } = await readAll(path)
  expect(articles.map(({ title, body }) => [title, body])).toEqual([
    ['A', ' 1 &lt; 2 é\n'],
    ['B', 'a <b>bold</b> & more'],
    ['D', '$1 $& 0'],
  ])
  expect(rejected).toMatchObject([{ code: 'empty' }])
})

it('of a long page the text costs next to nothing', async () => {
  const path = put('a.xml', exported(`<title>A</title><revision><text>${'{{a|[['.repeat(1_000_000)}</text></revision>`))
  const before = cpuMilliseconds()
  expect((await readAll(path)).articles[0]?.body).toHaveLength(6_000_000)
  // A character at a time it takes three seconds and 250 MB.
  expect(cpuMilliseconds() - before).toBeLessThan(2000)
})
