/**
 * Articles that nobody wrote and no two of which say the same, the same in every run: the first half of a sentence of ordinary text and the
 * second half of another, in six languages, with names of the glossary among them, some garbled. For every sentence that is not English, one
 * in English stands in the memory.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface GeneratedArticle {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly language: string
  /** Sentences of it, and what the memory says of each. */
  readonly units: readonly (readonly [source: string, english: string])[]
}

const languages = ['en', 'de', 'fr', 'pl', 'ru', 'es'] as const

/** Code units of a sentence that is cut in two. */
const SHORTEST = 40
const LONGEST = 240

interface Halves {
  readonly heads: readonly string[]
  readonly tails: readonly string[]
}

export interface GeneratorOptions {
  /** Names that may be mentioned; half of all mentions are of the first twenty. */
  readonly names: readonly { readonly canonical: string; readonly family: string }[]
  /** Sentences of an article. */
  readonly sentences: { readonly least: number; readonly most: number }
  /** So many different sentences a language, then they come again: a memory of bounded size covers them. @defaultValue no end of them */
  readonly pool?: number | undefined
}

/** @param data the folder SYNOPTIC_DATA */
export function* generate(data: string, count: number, { names, sentences, pool }: GeneratorOptions): Generator<GeneratedArticle> {
  const random = lehmer(20261121)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const halves = Object.fromEntries(languages.map((language) => [language, halvesOf(data, language)]))

  const mention = (): string => {
    const { canonical, family } = below(2) === 0 ? names[below(Math.min(20, names.length))]! : pick(names)
    const name = below(3) === 0 ? family : canonical
    return below(3) === 0 ? garbled(name, below) : name
  }
  const sentence = (language: string, name: string): string => {
    const { heads, tails } = halves[language]!
    return `${pick(heads)} ${name === '' ? '' : `${name} `}${pick(tails)}`
  }
  const unit = (language: string): readonly [string, string] => {
    const name = below(3) === 0 ? mention() : ''
    const source = sentence(language, name)
    return [source, language === 'en' ? source : sentence('en', name)]
  }
  const pools = new Map<string, readonly (readonly [string, string])[]>()
  if (pool !== undefined)
    for (const language of languages)
      pools.set(
        language,
        Array.from({ length: pool }, () => unit(language)),
      )

  for (let at = 0; at < count; at++) {
    const language = pick(languages)
    const ready = pools.get(language)
    const length = sentences.least + below(sentences.most - sentences.least + 1)
    const units = Array.from({ length: length + 1 }, () => (ready === undefined ? unit(language) : pick(ready)))
    const [[title], ...body] = units as [readonly [string, string], ...(readonly [string, string])[]]
    const half = Math.ceil(body.length / 2)
    const paragraphs = [body.slice(0, half), body.slice(half)].map((part) => part.map(([source]) => source).join(' '))
    yield { id: `a${String(at).padStart(7, '0')}`, title, text: paragraphs.filter(Boolean).join('\n\n'), language, units }
  }
}

/** Of one of the letters inside, another. */
function garbled(name: string, below: (limit: number) => number): string {
  const at = 1 + below(name.length - 2)
  return name.slice(0, at) + 'aeiorstnl'[below(9)] + name.slice(at + 1)
}

/** Sentences of one clause, so that two halves make one sentence again, cut where the middle word begins. */
function halvesOf(data: string, language: string): Halves {
  const heads: string[] = []
  const tails: string[] = []
  for (const line of readFileSync(join(data, 'detect-train', `${language}.txt`), 'utf8').split('\n')) {
    const isPlain = /^\p{Lu}[^.!?…:;"„“”«»()[\]{}<>|/\\@#=*_\d]+\.$/u.test(line)
    const middle = line.indexOf(' ', line.length / 2)
    if (!isPlain || line.length < SHORTEST || line.length > LONGEST || middle < 0) continue
    heads.push(line.slice(0, middle))
    tails.push(line.slice(middle + 1))
  }
  return { heads, tails }
}

/** Numbers from 0 to 1 that only look random (Park and Miller 1988). */
function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
