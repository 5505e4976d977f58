import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Collector } from '../../src/glossary/collect.ts'
import { Glossary, loadGlossary } from '../../src/glossary/index.ts'
import { draftOf, emptyRow } from '../../src/glossary/row.ts'
import type { Evidence } from '../../src/stages/link/index.ts'

export interface Gold {
  readonly start: number
  readonly end: number
  /** The entry's canonical name. */
  readonly canonical: string
  /** Not written as in the glossary. */
  readonly misspelt: boolean
}

export interface Passage {
  readonly language: string
  readonly text: string
  readonly gold: readonly Gold[]
  /** Names and words that are none of the glossary's, as written. */
  readonly strangers: readonly string[]
  /** What is known of who is meant. */
  readonly evidence?: readonly Evidence[]
  /** Text that nobody marked: what is found there is false, but for a name spelt as in the glossary, which may be there. */
  readonly isOrdinary?: true
}

/** Passages whose mentions are known, and the names to look for in them. */
export interface TestSet {
  readonly name: string
  readonly glossary: Glossary
  readonly passages: readonly Passage[]
}

const here = import.meta.dirname

const western = ['en', 'de', 'fr', 'es', 'it', 'nl', 'sv', 'la']
const inflected = ['pl', 'cs', 'tr', 'fi', 'hu']
const cyrillicAndGreek = ['ru', 'uk', 'el']
const otherScripts = ['ar', 'he', 'ja', 'ko', 'th', 'zh']

/**
 * The project's own sets, by kinds of languages: `{surface|entry id}`, a * after the id for a spelling that is not the glossary's, `!` for a name
 * that is none of its. dev.txt was tuned on; the others were written afterwards.
 */
export async function ownSets(): Promise<TestSet[]> {
  return [
    ...(await setsOf('own', 'dev.txt', 'glossary.csv', [western, inflected, cyrillicAndGreek, otherScripts])),
    ...(await setsOf('world', 'world.txt', 'world.csv', [inflected, cyrillicAndGreek, otherScripts])),
  ]
}

/**
 * Harder sets, written by others who had not seen how names are found: whole passages full of namesakes, things named after people, and every
 * spelling there is; and posts, without capitals and accents. The halves that may be tuned on; the others (`-held.txt`) are for scoring alone.
 */
export async function hardSets(half: 'tune' | 'held' = 'tune'): Promise<TestSet[]> {
  const latin = [
    ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv'],
    ['pl', 'cs', 'tr', 'fi', 'hu', 'la', 'ro', 'hr'],
  ]
  const scripts = [
    ['ru', 'uk', 'bg', 'sr', 'el'],
    ['ar', 'fa', 'he', 'hi', 'ka', 'th', 'ja', 'ko', 'zh-Hans', 'zh-Hant'],
  ]
  const posts = [['en'], ['de', 'es', 'fr', 'pt', 'it', 'nl', 'pl', 'tr', 'id', 'vi'], ['ru', 'uk', 'ar', 'ja', 'ko', 'hi']]
  const wide = [
    ['lv', 'lt', 'et', 'sl', 'sk', 'hr', 'bs', 'sr-Latn', 'pl', 'cs', 'fi', 'hu', 'tr', 'ro', 'az', 'sq', 'eu', 'is', 'ga'],
    ['vi', 'id', 'ms', 'da', 'nb', 'ca', 'gl'],
    ['ru', 'uk', 'bg', 'sr', 'mk', 'kk', 'el'],
    ['hy', 'ka', 'ar', 'fa', 'ur', 'he', 'hi', 'bn', 'ta', 'th', 'ja', 'ko', 'zh-Hans', 'zh-Hant'],
  ]
  const files = [
    ['hard', 'latin', latin],
    ['hard', 'scripts', scripts],
    ['posts', 'posts', posts],
    ['wide', 'wide', wide],
  ] as const
  const sets = files.map(([name, file, groups]) => setsOf(name, `sets/${file}-${half}.txt`, `sets/${file}.csv`, groups))
  return (await Promise.all(sets)).flat()
}

/** Short texts of newspapers. Nothing is learned from either half: what is found in the first tells what to expect of text that nobody tuned for. */
export function freshSets(half: 'tune' | 'held' = 'tune'): Promise<TestSet[]> {
  const groups = [
    ['en', 'de', 'fr', 'es', 'pt'],
    ['pl', 'cs', 'hu', 'tr'],
    ['ru', 'uk'],
    ['ar', 'ja', 'ko', 'zh-Hans'],
  ]
  return setsOf('fresh', `sets/fresh-${half}.txt`, 'sets/fresh.csv', groups)
}

async function setsOf(name: string, texts: string, table: string, groups: readonly (readonly string[])[]): Promise<TestSet[]> {
  const glossary = await loadGlossary([join(here, table)])
  const canonical = new Map([...glossary.entries].map((entry) => [entry.id, entry.canonical]))
  const passages = readFileSync(join(here, texts), 'utf8')
    .split(/^## /mu)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n')
      return { language: head.split(' ')[1] ?? 'und', ...marked(lines.join('\n').trim(), canonical) }
    })
  return groups.map((languages) => ({
    name: `${name} ${languages.join(' ')}`,
    glossary,
    passages: passages.filter(({ language }) => languages.includes(language)),
  }))
}

function marked(source: string, canonical: ReadonlyMap<string, string>): Omit<Passage, 'language'> {
  let text = ''
  let last = 0
  const gold: Gold[] = []
  const strangers: string[] = []
  for (const { 0: whole, 1: surface = '', 2: mark = '', index } of source.matchAll(/\{([^|{}]*)\|([^}]*)\}/gu)) {
    text += source.slice(last, index)
    const name = canonical.get(mark.replace('*', ''))
    if (name !== undefined)
      gold.push({ start: text.length, end: text.length + surface.length, canonical: name, misspelt: mark.endsWith('*') })
    else if (mark === '!') strangers.push(surface)
    else throw new Error(`no entry '${mark}'`)
    text += surface
    last = index + whole.length
  }
  return { text: text + source.slice(last), gold, strangers }
}

interface GoldLine {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly canonicalFull: string
  readonly variant: boolean
  readonly inGlossary: boolean
  readonly language: string
}

/** names-dev of the data folder. */
export function sharedSet(data: string): TestSet {
  const folder = join(data, 'names-dev')
  const names = JSON.parse(readFileSync(join(folder, 'glossary-canonical.json'), 'utf8')) as Record<string, string>[]
  const collector = new Collector([])
  for (const [at, { kind = '', ...name }] of names.entries()) {
    const row = { ...emptyRow, ...name, kind: kind.replace('organis', 'organiz') }
    const draft = draftOf(row, { file: 'glossary-canonical.json', line: at + 1, columnOf: () => 0 }, () => {})
    if (draft !== undefined) collector.add(draft)
  }
  const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldLine)
  const passages = readdirSync(join(folder, 'texts'))
    .toSorted()
    .map((file) => {
      const here = gold.filter((line) => line.file === file)
      const text = readFileSync(join(folder, 'texts', file), 'utf8')
      return {
        language: here[0]?.language ?? 'und',
        text,
        strangers: here.filter(({ inGlossary }) => !inGlossary).map(({ start, end }) => text.slice(start, end)),
        gold: here
          .filter(({ inGlossary }) => inGlossary)
          .map(({ start, end, canonicalFull, variant }) => ({ start, end, canonical: canonicalFull.normalize('NFC'), misspelt: variant })),
      }
    })
  return { name: 'names-dev', glossary: new Glossary(collector.entries()), passages }
}
