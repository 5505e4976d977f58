/**
 * Sets of articles whose stories are known, from the data below SYNOPTIC_DATA. Each comes in two halves, by a hash of the story: one to learn
 * from and to look at, one that is scored when all else is done.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hash } from '../../src/stories/sketch/hash.ts'
import type { Version } from '../../src/stories/version.ts'
import { edited, edits } from './edits.ts'

/** An article, and the story it is a version of. */
export interface Told {
  readonly story: string
  readonly version: Version
}

export type Half = 'tune' | 'held'

const root = process.env.SYNOPTIC_DATA ?? ''

/** Sentences of each language of `languages`, cut into stories of `lengths` sentences in turn. */
function cut(
  texts: ReadonlyMap<string, { readonly language: string; readonly lines: readonly string[] }>,
  lengths: readonly number[],
): Told[] {
  return [...texts].flatMap(([name, { language, lines }]) => {
    const told: Told[] = []
    for (let from = 0, story = 0; from < lines.length; story += 1) {
      const to = from + lengths[story % lengths.length]!
      told.push(tell(`${name}-${story}`, `${story}`, language, lines.slice(from, to)))
      from = to
    }
    return told
  })
}

function tell(id: string, story: string, language: string, sentences: readonly string[], translations: Version['translations'] = []): Told {
  return { story, version: { id, language, title: '', sentences, translations, names: [], given: [] } }
}

function linesOf(path: string): string[] {
  return readFileSync(join(root, path), 'utf8').trimEnd().split('\n')
}

/** One source and its recorded English translations: eight versions, and the source with `--source`. */
function recorded(source: 'zh' | 'de'): Told[] {
  const folder = `compare-dev/${source}-en`
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.en'))
  return cut(new Map(files.map((file) => [file, { language: 'en', lines: linesOf(join(folder, file)) }])), [8])
}

function inLanguages(languages: readonly string[], lengths: readonly number[]): Told[] {
  return cut(new Map(languages.map((language) => [language, { language, lines: linesOf(`detect-dev/${language}.txt`) }])), lengths)
}

interface NewsDocument {
  readonly id: string
  readonly story: string
  readonly lang: string
  readonly text: readonly string[]
  readonly mt: readonly string[]
}

function news(translated: boolean): Told[] {
  const lines = gunzipSync(readFileSync(join(root, 'versions-dev/wmt.jsonl.gz')))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const { id, story, lang, text, mt } = JSON.parse(line) as NewsDocument
    return tell(id, story, lang, text, translated && lang !== 'en' ? [{ language: 'en', sentences: mt, exact: true }] : [])
  })
}

/** The beginnings and the ends of articles, each a story of its own: they name the same people, and neither is a version of the other. */
function inHalves(told: readonly Told[]): Told[] {
  return told.flatMap(({ story, version }) => {
    const middle = Math.ceil(version.sentences.length / 2)
    return [
      { part: 'begins', sides: [0, middle] },
      { part: 'ends', sides: [middle, version.sentences.length] },
    ].map(({ part, sides }) => {
      const cut = <T>(items: readonly T[]) => items.slice(sides[0], sides[1])
      const translations = version.translations.map((one) => ({ ...one, sentences: cut(one.sentences) }))
      return tell(`${version.id}-${part}`, `${story} ${part}`, version.language, cut(version.sentences), translations)
    })
  })
}

/** English news, each with versions that an editor might have made of it. */
function editedNews(): Told[] {
  const originals = news(false).filter(({ version }) => version.language === 'en')
  const words = originals.flatMap(({ version }) => version.sentences.join(' ').split(' '))
  return originals.flatMap(({ story, version }, at) => [
    { story, version },
    // Two editors each: as many unrelated articles as there are stories.
    ...[at, at + 2].map((kind) => {
      const name = edits[kind % edits.length]!
      return tell(`${version.id}-${name}`, story, 'en', edited(name, version.sentences, words, hash(version.id)))
    }),
  ])
}

/** Articles and what was made of them in plain German. */
function simplified(): Told[] {
  const folder = 'align-dev/deplain-web-de-de'
  return readdirSync(join(root, folder)).flatMap((story) =>
    ['src', 'tgt'].map((side) => tell(`${story}-${side}`, story, 'de', linesOf(join(folder, story, `${side}.txt`)))),
  )
}

/** Each set, and whether its articles are compared by marks alone. */
export const sets: Readonly<Record<string, () => Told[]>> = {
  'eight translations of Chinese': () => recorded('zh'),
  'news in five languages, translated': () => news(true),
  'edited news': editedNews,
  'plain German': simplified,
  'news in five languages': () => news(false),
  'halves of translated news': () => inHalves(news(true)),
  'halves of news': () => inHalves(news(false)),
  'eight languages': () => inLanguages(['en', 'de', 'es', 'fi', 'hu', 'pl', 'sv', 'tr'], [5, 9, 4, 12]),
  'eight scripts': () => inLanguages(['en', 'ru', 'el', 'ar', 'ja', 'zh', 'hi', 'ko'], [8]),
}

export const isHere = root !== '' && existsSync(join(root, 'versions-dev'))

/** Both halves of an article on the same side. */
function halfOf(story: string): Half {
  return hash(story.split(' ')[0]!) % 2 === 0 ? 'tune' : 'held'
}

export function load(name: string, half: Half): Told[] {
  return sets[name]!().filter(({ story }) => halfOf(story) === half)
}

/** Small corpora of a few stories each: what a rare word is can hardly be told in them. */
export function inCorporaOf(stories: number, told: readonly Told[]): Told[][] {
  const numbers = new Map(
    [...new Set(told.map(({ story }) => story))]
      .sort((a, b) => hash(a.split(' ')[0]!) - hash(b.split(' ')[0]!))
      .map((story, at) => [story, at]),
  )
  const corpora: Told[][] = []
  for (const one of told) {
    const at = Math.floor(numbers.get(one.story)! / stories)
    corpora[at] ??= []
    corpora[at].push(one)
  }
  return corpora
}
