/**
 * Lines whose kind is known: those of lines/<language>.txt, written for this project, and labels of programs (catalogs.tsv, which names sources and
 * licences). Sentences of articles are those of FLORES dev.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kinds, type LineKind } from '../../src/stages/clean/lines/cues.ts'
import { randomFrom } from '../train-detect/data.ts'

export interface Line {
  readonly text: string
  readonly kind: LineKind
}

export interface Language {
  readonly tag: string
  readonly lines: readonly Line[]
  readonly sentences: readonly string[]
}

/** @param folder SYNOPTIC_DATA */
export function readLanguages(folder: string): readonly Language[] {
  const here = new URL('lines/', import.meta.url)
  const labels = readFileSync(new URL('catalogs.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return readdirSync(here)
    .sort()
    .map((file) => {
      const tag = file.replace('.txt', '')
      const own = labels.map((row) => row.split('\t')).filter(([language]) => language === tag)
      return {
        tag,
        lines: [
          ...readLines(new URL(file, here)),
          ...own.map(([, kind, text]): Line => ({ kind: kindNamed(kind ?? '', 'catalogs.tsv'), text: text ?? '' })),
        ],
        sentences: readFileSync(join(folder, 'detect-dev', file), 'utf8')
          .trim()
          .split('\n'),
      }
    })
}

function readLines(file: URL): readonly Line[] {
  let kind: LineKind = 'body'
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line): Line[] => {
      if (!line.startsWith('# ')) return [{ kind, text: line }]
      kind = kindNamed(line.slice(2), file.pathname)
      return []
    })
}

function kindNamed(name: string, file: string): LineKind {
  const kind = kinds.find((one) => one === name)
  if (kind === undefined) throw new Error(`${file}: expected one of ${kinds.join(', ')}, got '${name}'`)
  return kind
}

const unspaced = /^(?:ja|zh)/

/** The beginning of a sentence, as a heading or the title of another article. */
export function headline(sentence: string, tag: string, random: () => number): string {
  if (unspaced.test(tag)) return sentence.split(/[，。、！？]/u)[0]!.slice(0, 8 + Math.floor(14 * random()))
  const words = sentence.split(' ').slice(0, 2 + Math.floor(8 * random()))
  return words.join(' ').replace(/[^\p{L}\p{N})]+$/u, '')
}

const speakers = [
  'Waldi58',
  'Maria K.',
  'Baz_1971',
  'pierre.l',
  'Анна',
  'Jan',
  'Лев П.',
  '小王',
  'ねこ',
  'user2041',
  'Gabi',
  'LucaR',
  'Zosia',
  '@tomek',
  'Inês',
]
const people = ['Anna Green', 'Jonas R.', 'J. Martin', 'Luis Gil', 'Petra Klein', 'Piotr Zając', 'Иван Петров', 'M. Rossi', 'Joyce de Wit']
const names = { ja: ['佐藤花子', '鈴木一郎', '編集部'], zh: ['王明', '邵一帆', '本报记者'] }
const credits = [
  (what: string, who: string, tag: string) => `${what} (${who}${tag === 'en' ? '/Harbour Echo' : ''})`,
  (what: string, who: string) => `${what} © ${who}`,
  (what: string, who: string) => `${what} / ${who.toUpperCase()}`,
  (what: string, who: string, tag: string) =>
    tag === 'zh' ? `${what}。${who} 摄` : tag === 'ja' ? `${what}＝${who}撮影` : `${what} – ${who}`,
]

/** Lines made of two parts of which one is of the language's lines: a caption with its credit, a link with its title, a comment with its writer. */
export function madeLine(kind: LineKind, { tag, lines, sentences }: Language, random: () => number): string | undefined {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const own = lines.filter((line) => line.kind === kind)
  const space = unspaced.test(tag) ? '' : ' '
  const sentence = pick(sentences)
  const title = headline(sentence, tag, random)
  switch (kind) {
    case 'caption': {
      const credit = pick(own.filter(({ text }) => text.length < 40)).text
      const full =
        space === ''
          ? title
          : sentence
              .split(' ')
              .slice(0, 4 + Math.floor(10 * random()))
              .join(' ')
              .replace(/[^\p{L}\p{N})]+$/u, '')
      if (random() < 0.6) return `${full}${pick(space === '' ? ['。', '（'] : ['. ', ' | ', ' – ', ' '])}${credit}`
      return pick(credits)(full, pick(tag === 'ja' || tag === 'zh' ? names[tag] : people), tag)
    }
    case 'related': {
      const cues = own.filter(({ text }) => text.length < 24 && !/[:：]/u.test(text))
      return `${pick(cues).text}${space === '' ? '：' : ': '}${title}`
    }
    case 'comments': {
      const said =
        random() < 0.7
          ? sentence
              .split(space)
              .slice(0, 3 + Math.floor((space === '' ? 20 : 9) * random()))
              .join(space)
          : sentence
      return `${pick(speakers)}${space === '' ? '：' : ': '}${said.replace(/[^\p{L}\p{N}]+$/u, '')}${pick(['!', '.', '', '!!', ' 👍', '?'])}`
    }
    case 'interface': {
      const mark = pick([' › ', ' > ', ' | ', ' · ', ' / ', ' » '])
      return Array.from({ length: 2 + Math.floor(3 * random()) }, () =>
        headline(pick(sentences), tag, random)
          .split(space)
          .slice(0, space === '' ? 4 : 1)
          .join(''),
      ).join(mark)
    }
    default:
      return undefined
  }
}

const quotes = {
  ja: [['「', '」']],
  zh: [['“', '”']],
  pl: [['„', '”']],
  de: [['„', '“']],
  fr: [['« ', ' »']],
  ru: [['«', '»']],
  it: [
    ['«', '»'],
    ['"', '"'],
  ],
} as const

/** A sentence in which somebody says, reads or has hung up what stands around articles: it is of the article. */
export function quoting({ tag, lines, sentences }: Language, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const around = lines.filter(({ kind, text }) => kind !== 'body' && kind !== 'agency' && text.length < 60)
  const [open, close] = pick<readonly [string, string]>(
    tag in quotes
      ? quotes[tag as keyof typeof quotes]
      : [
          ['"', '"'],
          ['“', '”'],
        ],
  )
  const said = `${open}${pick(around).text}${close}`
  const space = unspaced.test(tag) ? '' : ' '
  const words = pick(sentences).split(space)
  const at = Math.floor(words.length * (0.2 + 0.6 * random()))
  const [before, after] = [words.slice(0, at).join(space), words.slice(at).join(space)]
  if (random() < 0.4) return `${before.replace(/[^\p{L}\p{N}]+$/u, '')}${space === '' ? '：' : ': '}${said}${space === '' ? '。' : '.'}`
  return `${before}${space}${said}${space}${after}`
}

export { randomFrom }
