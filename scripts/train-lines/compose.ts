/**
 * Copied pages made of lines whose kind is known: an article, and around and in it what sites put there. Bodies are paragraphs, short verses,
 * talk or lists, with sentences in between that sound like something else.
 */
import type { LineKind } from '../../src/stages/clean/lines/cues.ts'
import { headline, type Language, madeLine, quoting, randomFrom } from './texts.ts'

export interface CopyLine {
  readonly text: string
  /** 'byline' may go or stay; 'around' goes, as whatever; of 'unknown' nothing is learned. */
  readonly label: LineKind | 'title' | 'byline' | 'around' | 'unknown'
}

export interface Copy {
  readonly id: string
  readonly lines: readonly CopyLine[]
}

const before: readonly LineKind[] = [
  'interface',
  'interface',
  'interface',
  'cookies',
  'cookies',
  'share',
  'newsletter',
  'paywall',
  'donation',
  'related',
]
const inside: readonly LineKind[] = [
  'related',
  'related',
  'comments',
  'interface',
  'newsletter',
  'caption',
  'caption',
  'donation',
  'share',
  'cookies',
]
const behind: readonly LineKind[] = [
  'related',
  'related',
  'comments',
  'comments',
  'comments',
  'share',
  'share',
  'cookies',
  'legal',
  'legal',
  'donation',
  'donation',
  'newsletter',
  'paywall',
  'interface',
  'interface',
]
const writers = [
  'Mary Ann Fielding',
  'By Jo Reed',
  'Von Maria van der Berg',
  'Par Luc Martin',
  'Por Ana Gil',
  'Di Paolo Neri',
  'Door Jan Smit',
  'Автор: Анна Иванова',
  '文：王明',
  '佐藤花子',
  'Autor: Jan Nowak',
]
const dates = [
  'October 1, 2020',
  '3. März 2021, 10:30 Uhr',
  'Publié le 12 mai 2023',
  '14/05/2024',
  '12 октября 2020 г.',
  '2024年5月3日',
  '2023-11-20',
  '3 maja 2022',
  'Updated 9:14 am',
]

/** Who wrote it and when, on one line or two. */
function signature(random: () => number): CopyLine[] {
  const [writer, date] = [writers[Math.floor(random() * writers.length)]!, dates[Math.floor(random() * dates.length)]!]
  const texts = random() < 0.4 ? [`${writer} | ${date}`] : random() < 0.5 ? [writer, date] : [random() < 0.5 ? writer : date]
  return texts.map((text) => ({ text, label: 'byline' }))
}

/** Share of lines that are made of two parts. */
const MADE = 0.35

export function compose(language: Language, count: number, seed: number): readonly Copy[] {
  const random = randomFrom(seed)
  const chance = (share: number) => random() < share
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const { tag, sentences } = language
  const space = /^(?:ja|zh)/.test(tag) ? '' : ' '
  const ofKind = (kind: LineKind) => language.lines.filter((line) => line.kind === kind)
  const pools = new Map(
    ([...new Set([...before, ...inside, ...behind])] as LineKind[]).concat('body', 'agency').map((kind) => [kind, ofKind(kind)]),
  )
  const one = (kind: LineKind): CopyLine => {
    const text = chance(MADE) ? madeLine(kind, language, random) : undefined
    return { text: text ?? pick(pools.get(kind)!).text, label: kind }
  }

  const short = (sentence: string) => {
    const words = sentence
      .split(space)
      .slice(0, 1 + upTo(space === '' ? 14 : 7))
      .join(space)
    return `${words.replace(/[^\p{L}\p{N}]+$/u, '')}${pick(['.', '.', '?', '!', ''])}`
  }
  const stretch = (kind: LineKind): CopyLine[] => {
    const lines = Array.from({ length: 1 + upTo(chance(0.5) ? 1 : 3) }, () => one(kind))
    if (kind === 'related' && chance(0.6)) {
      const titles = Array.from(
        { length: 1 + upTo(3) },
        (): CopyLine => ({ text: headline(pick(sentences), tag, random), label: 'related' }),
      )
      return [one('related'), ...titles]
    }
    if (kind === 'comments' && chance(0.6)) {
      const said = Array.from({ length: 1 + upTo(2) }, (): CopyLine => {
        const text = chance(0.7) ? madeLine(kind, language, random) : chance(0.7) ? short(pick(sentences)) : pick(sentences)
        return { text: text ?? '', label: 'comments' }
      })
      return [one('comments'), ...said, ...lines.slice(1)]
    }
    if (kind === 'donation' && chance(0.45)) {
      const between = Array.from({ length: 1 + upTo(2) }, (): CopyLine => {
        const text = chance(0.5) ? pick(sentences) : short(pick(sentences))
        return { text: chance(0.3) ? `${pick(['•', '-', '✓'])} ${text}` : text, label: 'donation' }
      })
      return [one('donation'), ...between, one('donation')]
    }
    if (kind === 'interface' && chance(0.3))
      return [{ text: lines.map(({ text }) => text).join(pick([' | ', ' › ', ' > ', ' · ', ' '])), label: kind }]
    return lines
  }

  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(random() * (sentences.length - 30))
    let next = start
    const sentence = () => sentences[next++ % sentences.length]!
    const style = random()
    const body: CopyLine[] = []
    const lines = 1 + upTo(chance(0.3) ? 14 : 7)
    for (let line = 0; line < lines; line += 1) {
      const trap = chance(0.2) ? pick(pools.get('body')!).text : chance(0.07) ? quoting(language, random) : undefined
      const text =
        trap ??
        (style < 0.62
          ? Array.from({ length: 1 + upTo(chance(0.5) ? 0 : 2) }, sentence).join(space)
          : style < 0.82
            ? short(sentence())
            : chance(0.4)
              ? `${['-', '•', `${line + 1}.`, '–'][index % 4]} ${headline(sentence(), tag, random)}`
              : chance(0.3)
                ? `${headline(sentence(), tag, random).split(space)[0]}${space === '' ? '：' : ': '}${short(sentence())}`
                : headline(sentence(), tag, random))
      if (style < 0.62 && chance(0.08)) body.push({ text: headline(sentence(), tag, random), label: 'body' })
      body.push({ text, label: 'body' })
      if (line + 1 < lines && chance(0.15)) body.push(...stretch(pick(inside)).slice(0, chance(0.7) ? 1 : 3))
      if (chance(0.05)) body.push({ text: madeLine('caption', language, random) ?? '', label: 'caption' })
    }
    if (chance(0.08))
      for (let verses = 1 + upTo(4); verses > 0; verses -= 1) body.push({ text: headline(sentence(), tag, random), label: 'body' })
    const clean = chance(0.15)
    const head: CopyLine[] = []
    if (!clean && chance(0.6)) for (let stretches = 1 + upTo(3); stretches > 0; stretches -= 1) head.push(...stretch(pick(before)))
    if (chance(0.85)) {
      const title = headline(sentence(), tag, random)
      head.push({
        text: chance(0.25) ? `${title}${pick([': ', ' – ', '? ', '：'])}${headline(sentence(), tag, random)}` : title,
        label: 'title',
      })
    }
    if (chance(0.4)) head.push(...signature(random))
    if (!clean && chance(0.2)) head.push({ text: madeLine('caption', language, random) ?? '', label: 'caption' })
    if (!clean && chance(0.2)) head.push(...stretch(pick(['share', 'caption', 'interface', 'newsletter'])).slice(0, 2))
    const tail: CopyLine[] = []
    if (!clean && chance(0.2)) tail.push(one('agency'))
    if (!clean && chance(0.85)) for (let stretches = 1 + upTo(5); stretches > 0; stretches -= 1) tail.push(...stretch(pick(behind)))
    return { id: `${tag}-${index}`, lines: [...head, ...body, ...tail] }
  })
}
