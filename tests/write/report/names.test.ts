import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Aligned, Mention } from '../../../src/article.ts'
import { NamesPage } from '../../../src/write/report/names.ts'
import { build, type Name } from '../build.ts'

interface Element {
  readonly textContent: string
  querySelectorAll(selector: string): Iterable<Element>
}

const bekerel: Name = { surface: 'Bekerel', replacement: 'Becquerel' }
const meitner: Name = { surface: 'Maitner', replacement: 'Meitner', action: 'suggest' }

/** An article whose mentions are changed by `change`. */
function article(
  id: string,
  sentence: string,
  names: readonly Name[],
  change: (mention: Mention) => Partial<Mention> = () => ({}),
): Aligned {
  const built = build({ id, language: 'en', paragraphs: [[sentence]], names })
  const mentions = built.normalized.source.mentions.map((mention) => ({ ...mention, ...change(mention) }))
  return { ...built, normalized: { ...built.normalized, source: { ...built.normalized.source, mentions } } }
}

function pageOf(articles: readonly Aligned[], { limit = 100, withPage = [] as readonly string[] } = {}) {
  const page = new NamesPage(limit)
  for (const each of articles) page.add(each)
  const markup = page.format((id) => withPage.includes(id))
  const { document } = parseHTML(markup) as unknown as { document: Element }
  const texts = (root: Element, selector: string): string[] => [...root.querySelectorAll(selector)].map((found) => found.textContent.trim())
  const names = [...document.querySelectorAll('tbody')].map((group) => ({
    name: texts(group, 'th')[0],
    rows: [...group.querySelectorAll('tr')].slice(1).map((row) => texts(row, 'td')),
  }))
  return { markup, names, notices: texts(document, '.notice') }
}

describe('the page of names', () => {
  it('shows a spelling once, under its name, with how often it stands in how many articles', () => {
    const { names } = pageOf([article('a', 'Bekerel met Bekerel.', [bekerel]), article('b', 'Bekerel left.', [bekerel])])
    expect(names).toEqual([
      { name: 'Henri Becquerel', rows: [['Bekerel en', 'Becquerel', '93 %', '3', '2', 'Bekerel met Bekerel.a: spelling 0.91']] },
    ])
  })

  it('begins with the least sure, and shows it where it is least sure', () => {
    const unsure = article('b', 'So Bekerel left.', [bekerel], () => ({ confidence: 0.6, reason: 'spelling 0.7' }))
    const { names } = pageOf([
      article('a', 'Bekerel met Maitner.', [bekerel, meitner], ({ surface }) => ({ confidence: surface === 'Bekerel' ? 0.99 : 0.7 })),
      unsure,
    ])
    expect(names.map(({ name }) => name)).toEqual(['Henri Becquerel', 'Henri Meitner'])
    expect(names[0]!.rows).toEqual([['Bekerel en', 'Becquerel', '60 %', '2', '2', 'So Bekerel left.b: spelling 0.7']])
    expect(names[1]!.rows[0]!.slice(0, 3)).toEqual(['Maitner en', 'Meitner?', '70 %'])
  })

  it('shows what was judged, and no name that was simply kept', () => {
    const judged = { verdict: 'wrong', everywhere: true } as const
    const { names } = pageOf([
      article('a', 'Bekerel left.', [bekerel], () => ({ action: 'keep', judged })),
      article('b', 'Maitner left.', [{ ...meitner, action: 'keep' }]),
    ])
    expect(names.flatMap(({ rows }) => rows.map(([, becomes]) => becomes))).toEqual(['stays judged wrong everywhere'])
  })

  it('is bounded: of more spellings than it shows it chooses the least sure, and says so', () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      article(`a${at}`, `Bekerel${at} left.`, [{ surface: `Bekerel${at}`, replacement: 'Becquerel' }], () => ({
        confidence: 1 - at / 100,
      })),
    )
    const { names, notices } = pageOf(many.slice(0, 15), { limit: 1 })
    expect(names[0]!.rows.map(([surface]) => surface)).toEqual(['Bekerel14 en'])
    expect(notices).toEqual(['The least sure 1 of 15 spellings are shown. All are in names.tsv.'])
    expect(pageOf(many, { limit: 1 }).notices).toEqual(['The least sure 1 of more than 20 spellings are shown. All are in names.tsv.'])
  })

  it('links to the articles that have a page, and lets no text become markup', () => {
    const hostile = article('<i>', '<b>Bekerel</b>', [{ ...bekerel, reason: '<script>' }])
    expect(pageOf([hostile]).markup).not.toMatch(/<i>|<b>Bekerel<\/b><\/b>|<script>/)
    expect(pageOf([hostile]).markup).not.toContain('href="articles/')
    expect(pageOf([hostile], { withPage: ['<i>'] }).markup).toContain('href="articles/%3Ci%3E.html"')
  })
})
