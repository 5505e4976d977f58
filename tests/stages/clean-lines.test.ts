import { describe, expect, it } from 'vitest'
import type { Article, Cleaned } from '../../src/article.ts'
import { clean } from '../../src/stages/clean/index.ts'
import { lineModel, weighLines } from '../../src/stages/clean/lines/model.ts'

const signal = new AbortController().signal

async function cleaned(lines: readonly string[], more: Partial<Article> = {}): Promise<Cleaned> {
  const article: Article = {
    id: 'a',
    origin: { file: 'a.txt', line: 1 },
    title: '',
    body: lines.join('\n\n'),
    format: 'text',
    metadata: {},
    versions: [],
    warnings: [],
    ...more,
  }
  return clean().run(article, { signal, warn: () => {} })
}

const blocksOf = ({ text, blocks }: Cleaned) => blocks.map(({ start, end }) => text.slice(start, end))
const rulesOf = ({ removed }: Cleaned) => removed.map(({ rule }) => rule)

/** An article, and after each line that was copied with it the rule it goes by. */
const copies: readonly (readonly [
  language: string,
  before: readonly string[],
  body: readonly string[],
  behind: readonly [string, string][],
])[] = [
  [
    'en',
    ['Skip to content', 'Menu', 'We use cookies to make this site better.', 'Accept all'],
    [
      'The lighthouse was built in 1871 on a rock that the tide covers twice a day.',
      'Its keepers were relieved once a month, when the weather allowed it.',
      'A sign at the door read: "Please donate what you can, every penny keeps the lamp burning."',
      'Nobody has lived on the rock since the lamp became electric in 1962.',
    ],
    [
      ['Share this story on Facebook', 'share-call'],
      ['12 comments', 'comment-call'],
      ['Sign up for our weekly newsletter', 'newsletter'],
      ['Support us from £3 a month', 'donation-appeal'],
      ['© 2024 Coast Weekly. All rights reserved.', 'legal-notice'],
    ],
  ],
  [
    'de',
    ['Zum Inhalt springen', 'Startseite › Küste › Leuchttürme'],
    [
      'Der Leuchtturm wurde 1871 auf einem Felsen gebaut, den die Flut zweimal am Tag bedeckt.',
      'Seine Wärter wurden einmal im Monat abgelöst, wenn das Wetter es zuließ.',
      'Teilen Sie den Kuchen mit den Nachbarn, solange er warm ist, riet die Frau des Wärters in ihrem Kochbuch.',
      'Seit 1962 wohnt niemand mehr auf dem Felsen.',
    ],
    [
      ['(dpa)', 'agency-line'],
      ['Artikel teilen', 'share-call'],
      ['Lesen Sie auch: Zehn Inseln ohne Autos', 'related-link'],
      ['Cookie-Einstellungen', 'cookie-notice'],
    ],
  ],
  [
    'fr',
    ['Aller au contenu', 'Se connecter'],
    [
      'Le phare fut bâti en 1871 sur un rocher que la marée couvre deux fois par jour.',
      'Ses gardiens étaient relevés une fois par mois, quand le temps le permettait.',
      'La nouvelle loi oblige les sites du port à demander avant de déposer des cookies.',
      "Personne n'habite plus le rocher depuis 1962.",
    ],
    [
      ['Partager sur Facebook', 'share-call'],
      ['Laisser un commentaire', 'comment-call'],
      ['Cet article est réservé aux abonnés', 'paywall'],
    ],
  ],
  [
    'ja',
    ['メニュー', 'ログイン'],
    [
      '灯台は1871年、潮が日に二度おおう岩の上に建てられた。',
      '天気がよければ、灯台守は月に一度交代した。',
      '扉には「いくらでも構いません、寄付をお願いします」という札がかかっていた。',
      '1962年から岩には誰も住んでいない。',
    ],
    [
      ['この記事をシェアする', 'share-call'],
      ['関連記事', 'related-link'],
      ['当サイトではCookieを使用しています。', 'cookie-notice'],
    ],
  ],
]

describe('a copied page', () => {
  it.each(copies)('in %s is its article, and each line that went is on record', async (_, before, body, behind) => {
    const result = await cleaned([...before, ...body, ...behind.map(([line]) => line)])
    expect(blocksOf(result)).toEqual(body)
    expect(result.removed.map(({ text }) => text)).toEqual([...before, ...behind.map(([line]) => line)])
    expect(rulesOf(result).slice(before.length)).toEqual(behind.map(([, rule]) => rule))
  })

  it('loses no line of an article about such lines', async () => {
    const body = [
      'Whoever clicks on "Accept all cookies" gives consent in the sense of the law, the court held on Monday.',
      'A newsletter of the parish, quoted in the judgment, begins with the words "Subscribe now!".',
      'The phrase "All rights reserved" has no effect of its own in most countries.',
      'Read the comments before you sign, the judge told the parties, and share the costs.',
    ]
    expect(blocksOf(await cleaned(body))).toEqual(body)
  })

  it('loses sooner what other articles of the site have too', async () => {
    const body = copies[0]![2]
    const line = 'The Harbour Echo'
    expect(blocksOf(await cleaned([...body, line]))).toContain(line)
    const result = await cleaned([...body, line], { repeats: [line, ...body.slice(0, 1)] })
    expect(blocksOf(result)).toEqual(body)
    expect(result).not.toHaveProperty('repeats')
  })

  it('that is one line stays, whatever it says', async () => {
    expect(blocksOf(await cleaned(['Subscribe to our newsletter']))).toEqual(['Subscribe to our newsletter'])
  })

  it('of many lines is weighed in time proportional to them', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => (index % 3 === 0 ? 'Share this' : `The keeper of lamp ${index} went home.`))
    const started = process.cpuUsage().user
    weighLines(lines.slice(0, 2000), lineModel())
    const few = process.cpuUsage().user - started
    const again = process.cpuUsage().user
    weighLines(lines, lineModel())
    expect((process.cpuUsage().user - again) / few).toBeLessThan(40)
  })
})
