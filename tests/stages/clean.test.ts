import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article, Cleaned } from '../../src/article.ts'
import { RejectError } from '../../src/errors.ts'
import { clean } from '../../src/stages/clean/index.ts'

const signal = new AbortController().signal

function article(body: string, more: Partial<Article> = {}): Article {
  return { id: 'a', origin: { file: 'a.txt', line: 1 }, title: '', body, format: 'text', metadata: {}, versions: [], warnings: [], ...more }
}

async function cleaned(body: string, more: Partial<Article> = {}): Promise<Cleaned> {
  return clean().run(article(body, more), { signal, warn: () => {} })
}

const blocksOf = ({ text, blocks }: Cleaned) => blocks.map(({ start, end }) => text.slice(start, end))
const removedBy = ({ removed }: Cleaned, rule: string) => removed.filter((piece) => piece.rule === rule).map(({ text }) => text)

const prose = 'The lighthouse was built in 1871 on a rock that the tide covers twice a day, and its keepers were relieved once a month.'

describe('plain text', () => {
  it('gives title, byline and date from its first lines, and keeps what it cannot tell', async () => {
    const result = await cleaned(
      `The Lighthouse Nobody Wanted\n\nCape Example\nMary Ann Fielding\nOctober 1, 2020\n\nNote: some dates are approximate.\n\n${prose}\n`,
    )
    expect(result.title).toBe('The Lighthouse Nobody Wanted')
    expect(result.metadata).toEqual({ byline: 'Mary Ann Fielding', date: '2020-10-01' })
    expect(blocksOf(result)).toEqual(['Cape Example', 'Note: some dates are approximate.', prose])
  })

  it('without a title keeps its first paragraph', async () => {
    const result = await cleaned(`${prose}\n\nWho built it?\n\n${prose}`)
    expect(result.title).toBe('')
    expect(blocksOf(result)).toEqual([prose, 'Who built it?', prose])
  })

  it.each([
    [` date 2022-09-30 ${prose}`, { date: '2022-09-30' }],
    [`date: 2022-09-30\nauthor: Jo Reed\nlanguage: EN\n\n${prose}`, { date: '2022-09-30', byline: 'Jo Reed', language: 'en' }],
    [`---\ntitle: Light\ndate: 1 May 2020\n---\n${prose}`, { date: '2020-05-01' }],
    [
      `Ein Leuchtturm\n\nVon Maria van der Berg | 3. März 2021, 10:30 Uhr\n\n${prose}`,
      { byline: 'Maria van der Berg', date: '2021-03-03' },
    ],
    [`Маяк\n\nАвтор: Анна Иванова\n12 октября 2020 г.\n\n${prose}`, { byline: 'Анна Иванова', date: '2020-10-12' }],
    [`Le phare\n\nPublié le 1er août 2019\n\n${prose}`, { date: '2019-08-01' }],
  ])('%j says %j', async (body, metadata) => {
    const result = await cleaned(body)
    expect(result.metadata).toEqual(metadata)
    expect(blocksOf(result)).toEqual([prose])
  })

  it('does not overrule what the record says', async () => {
    const result = await cleaned(`The Lighthouse\n\nBy Jo Reed\nOctober 1, 2020\n\n${prose}`, {
      title: 'The Lighthouse',
      metadata: { byline: 'J. R.' },
    })
    expect(result).toMatchObject({ title: 'The Lighthouse', metadata: { byline: 'J. R.', date: '2020-10-01' }, text: prose })
  })

  it('loses an appeal for money with its list, and a share call', async () => {
    const result = await cleaned(
      `${prose}\n\n${prose}\n\n${prose}\n\nWe have a small favor to ask:\n\n  • We paint towers.\n  • We train KEEPERS.\n\nAnd as a nonprofit, we rely on small donations from readers like you.\n\nWith as little as $5 a month you can help.\n\nShare this article:`,
    )
    expect(blocksOf(result)).toEqual([prose, prose, prose])
    expect(removedBy(result, 'donation-appeal')).toHaveLength(5)
    expect(removedBy(result, 'share-call')).toEqual(['Share this article:'])
  })

  it('keeps an article about donations', async () => {
    const body = `${prose}\n\nThe museum said on Monday that donations had doubled. "People give what they can," said the director.\n\n${prose}\n\nThe keeper asked visitors to make a donation to the lifeboat, and many did so before they went home.\n\n${prose}`
    expect((await cleaned(body)).text).toBe(body)
  })

  it.each([
    ['HINTERLASSE EINE ANTWORT', 'comment-call'],
    ['Leave a Reply', 'comment-call'],
    ['Laisser un commentaire', 'comment-call'],
    ['Оставить комментарий', 'comment-call'],
    ['Subscribe to our newsletter!', 'newsletter'],
    ['Zum Newsletter anmelden', 'newsletter'],
    ['Read more: Ten lighthouses to see', 'related-link'],
    ['Lesen Sie auch: Zehn Leuchttürme', 'related-link'],
    ['Artículos relacionados', 'related-link'],
    ['Facebook | Twitter | WhatsApp', 'share-call'],
    ['Condividi su Facebook', 'share-call'],
    ['© 2020 Example Media. All rights reserved.', 'legal-notice'],
    ['Tous droits réservés', 'legal-notice'],
    ['Advertisement', 'interface-word'],
    ['From Wikipedia, the free encyclopedia', 'wiki-chrome'],
    ['Jump to navigation Jump to search', 'wiki-chrome'],
    ['Zur Navigation springen Zur Suche springen', 'wiki-chrome'],
  ])('loses the line %j as %s', async (line, rule) => {
    const result = await cleaned(`${prose}\n\n${line}\n\n${prose}\n\n${prose}`)
    expect(removedBy(result, rule)).toEqual([line])
    expect(blocksOf(result)).toEqual([prose, prose, prose])
  })

  it.each([
    'Share prices fell.',
    'Comments from the keeper were rare.',
    'Read more books, she said, and then she left.',
    'A related problem is rust.',
  ])('keeps the line %j', async (line) => expect(blocksOf(await cleaned(`${prose}\n\n${line}\n\n${prose}`))).toContain(line))

  it('loses the marks and the end of a wiki page', async () => {
    const result = await cleaned(
      `Lighthouse\n\nFrom Wikipedia, the free encyclopedia\n\nIt stands on a rock.[1] The lamp,[2][a] once oil[3] and now electric,[citation needed] turns slowly.[note 4]\n\nHistory[edit]\n\n${prose}[2]\n\n  1. ^ "Towers". The Coast. May 1, 2001. Retrieved June 2, 2002.\n  2. ^ a b Reed, Jo. Lamps. p. 28.\n\nExternal links[edit]\n\n  • Lighthouse at example.org`,
    )
    expect(blocksOf(result)).toEqual(['It stands on a rock. The lamp, once oil and now electric, turns slowly.', 'History', prose])
    expect(result.title).toBe('Lighthouse')
    expect(removedBy(result, 'reference-list')).toHaveLength(2)
    expect(removedBy(result, 'external-links')).toEqual(['External links', '• Lighthouse at example.org'])
  })

  it('keeps brackets that are not footnotes', async () => {
    const body =
      'The loop reads text[1] and then text[2], where the keeper “[had] done little” for the boat[s] and said “[a] great storm” came.'
    expect((await cleaned(body)).text).toBe(body)
  })

  it('ends a list of sources where prose begins again', async () => {
    const result = await cleaned(
      `${prose}\n\n${prose}\n\nSources\n\nReed, Jo (2001). Lamps. p. 28.\n\n${prose} ${prose.replace('1871', 'that year')}`,
    )
    expect(removedBy(result, 'reference-list')).toEqual(['Sources', 'Reed, Jo (2001). Lamps. p. 28.'])
    expect(result.blocks).toHaveLength(3)
  })

  it('puts lines broken at a fixed width together, and leaves verses alone', async () => {
    const wrapped =
      'The lighthouse was built in 1871 on a rock that the\ntide covers twice a day, and its keepers were relieved\nonce a month.\n\nRoses grow\nby the sea'
    expect(blocksOf(await cleaned(wrapped))).toEqual([prose, 'Roses grow', 'by the sea'])
  })

  it('rejects what is nothing but boilerplate', async () => {
    await expect(async () => cleaned('Share this article\n\nLeave a reply')).rejects.toThrow(RejectError)
  })
})

describe('characters', () => {
  it('are normalized, and what may not stand in a text is reported', async () => {
    const warnings: string[] = []
    const body = 'Cafe\u0301\u00a0au\u200b lait\r\n\r\nb\u0000c\ud800d; \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'
    const result = await clean().run(article(body), { signal, warn: (code) => warnings.push(code) })
    expect(blocksOf(result)).toEqual(['Café au lait', 'bc\ufffdd; \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'])
    expect(removedBy(result, 'invisible-character')).toEqual(['U+0000 ×1', 'U+D800 ×1', 'U+200B ×1'])
    expect(warnings).toEqual(['text-replaced'])
  })
})

describe('whatever comes', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      prose,
      'Share this article',
      'By Jo Reed',
      'October 1, 2020',
      '1. ^ "x"',
      'References',
      'a[1] b,[2]',
      'date: 2020-01-01',
      '---',
      'We need your help',
      'please donate now',
      '{{a|[[b]]',
      '<div><p>x</b>',
      '{|',
      '|}',
      '== h ==',
    ),
  )
  const body = fc.array(line, { maxLength: 15 }).map((lines) => lines.join('\n'))

  it('is blocks of its text, or rejected', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('text', 'html', 'wikitext'), async (source, format) => {
        const result = await cleaned(source, { format }).catch((thrown: unknown) => thrown)
        if (result instanceof RejectError) return
        const { text, blocks } = result as Cleaned
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
        expect(text).toBe(text.normalize('NFC'))
        expect(text).not.toMatch(/\p{Surrogate}|\0|\r/u)
        for (const { start, end } of blocks) expect(text.slice(start, end)).toMatch(/^\S(.*\S)?$/su)
      }),
      { numRuns: 300 },
    )
  })

  it('of plain text is in the text, the title or on record', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (source) => {
        const plain = source.replace(/[\p{C}\u2028\u2029]/gu, '\n').normalize('NFC')
        const result = await cleaned(plain).catch(() => undefined)
        if (result === undefined) return
        const letters = (text: string) => [...text.replace(/\s/gu, '')].sort().join('')
        const kept = [result.title, result.text, ...result.removed.map(({ text }) => text)]
        expect(letters(kept.join(''))).toBe(letters(plain))
      }),
      { numRuns: 300 },
    )
  })
})
