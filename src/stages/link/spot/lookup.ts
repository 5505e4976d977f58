import type { Language } from '../../../article.ts'
import type { Entry } from '../../../glossary/entry.ts'
import type { Glossary } from '../../../glossary/index.ts'
import { inLanguage, type Part, partsOf } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'

/** A part of names in the glossary that a squeezed word is like. */
export interface Match {
  /** Number of the part in the glossary's index. */
  readonly part: number
  /** 0..1, from `similarity`. */
  readonly similarity: number
}

/** Less alike, and nothing is to be learned from it. */
export const FLOOR = 0.72

/** More matches than that say only that the name is a common one. */
const MOST_MATCHES = 12

/** Words remembered for each glossary: text repeats itself, and the answer is always the same. */
const REMEMBERED = 200_000

interface Memory {
  readonly fuzzy: Map<string, readonly Match[]>
  /** Of words in other scripts than Latin. */
  readonly heard: Map<string, readonly Match[]>
  /** Entries as a language writes them. */
  readonly local: Map<Language, Map<number, Entry>>
  readonly parts: Map<number, readonly Part[]>
}

const memories = new WeakMap<Glossary, Memory>()

function memoryOf(glossary: Glossary): Memory {
  let memory = memories.get(glossary)
  if (memory === undefined) {
    memory = { fuzzy: new Map(), heard: new Map(), local: new Map(), parts: new Map() }
    memories.set(glossary, memory)
  }
  return memory
}

/** The part that is `key` letter by letter. */
export function exactMatch(glossary: Glossary, key: string): Match | undefined {
  const part = glossary.index.exact(key)
  return part === undefined ? undefined : { part, similarity: 1 }
}

/** The parts most like `key`, best first. `heard`: `key` writes down how a name sounds, in another script. */
export function matches(glossary: Glossary, key: string, heard: boolean): readonly Match[] {
  const memory = memoryOf(glossary)
  const fuzzy = heard ? memory.heard : memory.fuzzy
  let found = fuzzy.get(key)
  if (found === undefined) {
    found = search(glossary, key, heard)
    if (fuzzy.size >= REMEMBERED) fuzzy.clear()
    fuzzy.set(key, found)
  }
  return found
}

function search(glossary: Glossary, key: string, heard: boolean): readonly Match[] {
  const { index } = glossary
  const found: Match[] = []
  for (const part of index.candidates(key, heard)) {
    const alike = similarity(key, index.parts[part]!, FLOOR, heard)
    if (alike >= FLOOR) found.push({ part, similarity: alike })
  }
  found.sort((a, b) => b.similarity - a.similarity || a.part - b.part)
  return found.slice(0, MOST_MATCHES)
}

/** Entry number `entry` as `language` writes it. */
export function localEntry(glossary: Glossary, entry: number, language: Language): Entry {
  const { local } = memoryOf(glossary)
  let known = local.get(language)
  if (known === undefined) {
    known = new Map()
    local.set(language, known)
  }
  let name = known.get(entry)
  if (name === undefined) {
    name = inLanguage(glossary.entries[entry]!, language)
    known.set(entry, name)
  }
  return name
}

/** All pieces by which entry number `entry` is found. */
export function entryParts(glossary: Glossary, entry: number): readonly Part[] {
  const { parts } = memoryOf(glossary)
  let known = parts.get(entry)
  if (known === undefined) {
    known = partsOf(glossary.entries[entry]!)
    parts.set(entry, known)
  }
  return known
}
