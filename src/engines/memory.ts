/**
 * Translation memories: what was translated before, found by its exact text, by its words whatever their case, punctuation and numbers, or by most of
 * its words.
 */
import type { Language } from '../article.ts'
import { parseLanguage, serves } from '../language.ts'
import { countConflicts } from './memory/conflicts.ts'
import { isDatabase, unitsOf } from './memory/files.ts'
import { FLOOR } from './memory/prefix.ts'
import { type Change, repair } from './memory/repair.ts'
import { type Match, openStore, type Store, similarity, storeOf } from './memory/store.ts'
import { Tokens } from './memory/tokens.ts'
import { foldSpace, type Unit } from './tmx/unit.ts'
import type { LanguagePair } from './translator.ts'

export { isDatabase, isMemory } from './memory/files.ts'
export { identityOf } from './memory/store.ts'
export { formatTmx } from './tmx/format.ts'
export { foldSpace, type Unit } from './tmx/unit.ts'
export type { Change }

/** What was translated before. */
export interface Memory {
  /**
   * The translation of `text`: the same text but for white space and Unicode form. Works in both directions of a unit.
   * The pair's exact tags come first; failing these, 'en' is served by 'en-US' and 'en-US' by 'en'.
   */
  readonly lookup: (text: string, from: Language, to: Language) => string | undefined
  /** Units that say what `text` says, or nearly so, best first; of equal ones the last that was added comes first. */
  readonly find: (text: string, from: Language, to: Language, options?: FindOptions) => readonly Hit[]
  /** Units. */
  readonly size: number
  /** By pair, sorted; both directions of a pair are counted together, under the tag that sorts first. */
  readonly stats: () => readonly PairStats[]
  /** Pairs that it has units of, under the tag that sorts first. */
  readonly pairs: () => readonly LanguagePair[]
  /** In the order they were read. */
  readonly units: () => Iterable<Unit>
}

export interface FindOptions {
  /** Least score, 0.6..1. @defaultValue 0.75, below which a translation is seldom worth a look */
  readonly least?: number
  /** Hits, at most; 1 and up. @defaultValue 1 */
  readonly limit?: number
}

/** A unit that says what was asked for, or nearly so. */
export interface Hit {
  /** 'exact': the very text; 'normalized': but for case, punctuation and numbers; 'fuzzy': but for some words. */
  readonly kind: 'exact' | 'normalized' | 'fuzzy'
  /**
   * 0..1: 1 − edits / words of the longer text, where edits is the least number of words put in, taken out or changed (Levenshtein's distance over
   * words, as OmegaT and Trados score). Numbers, and names that were put right, count as equal. 0.99 at most unless it is exact,
   * 0.98 where a word differs.
   */
  readonly score: number
  /** The unit's text. */
  readonly source: string
  /** Its translation, repaired. */
  readonly target: string
  /** Numbers and names exchanged in the translation. */
  readonly repairs: readonly Change[]
  /** Words that differ still. */
  readonly differing: readonly Change[]
  /** Whether numbers, and all that may be a name, are those of what was asked for. */
  readonly isUsable: boolean
}

export interface PairStats extends LanguagePair {
  readonly units: number
  /** Units whose text in `from` or `to` another unit translates otherwise. The last unit wins: a correction is appended. */
  readonly conflicts: number
}

/** What a memory has for a text. */
export interface Recalled {
  readonly text: string
  /** 'exact' is word for word; of anything else, what stands there. */
  readonly kind: Hit['kind']
  readonly score: number
  readonly source: string
}

/**
 * From this score on what is nearly the text asked for is used. Of 33,960 sentences of 2,264 news texts (WMT 2009–2011 in four languages, each half a
 * memory of other stories for the other half, references beside), the ten usable fuzzy hits of 0.9 and more, with the normalized ones, had chrF 82, a
 * small engine 58 on the same; words differed as 'building' and 'centre' do. Of those from 0.8 to 0.9 every second one had lost a word ('also', 'is
 * over'); below 0.75 the engine was better.
 */
export const MEMORY_THRESHOLD = 0.9

/** Usable hits may stand behind others. */
const LOOKED_AT = 3

/** What `memory` has for `text`: in the first of `languages` in which it has the very text, else what is most like it. @param threshold least score */
export function recall(
  memory: Memory,
  text: string,
  languages: readonly Language[],
  to: Language,
  threshold: number,
): Recalled | undefined {
  const asked = [...new Set(languages)]
  for (const from of asked) {
    const exact = memory.lookup(text, from, to)
    if (exact !== undefined) return { text: exact, kind: 'exact', score: 1, source: text }
  }
  if (threshold > NORMALIZED || memory.size === 0) return undefined
  for (const from of asked) {
    const hit = memory.find(text, from, to, { least: threshold, limit: LOOKED_AT }).find(({ isUsable }) => isUsable)
    if (hit !== undefined) return { text: hit.target, kind: hit.kind, score: hit.score, source: hit.source }
  }
  return undefined
}

/** Score of what differs in no word, once it is repaired; what differs in a word has less. */
export const NORMALIZED = 0.99
const FUZZY = 0.98

/** More than are asked for are looked at: what can be repaired may be better than what is more alike. */
const MORE = 4

/**
 * Reads `paths`, TMX files and databases (.tmdb), as one memory. Databases are read where they stand; a unit of a TMX file wins over theirs, and a
 * later file over an earlier one. @throws FileError naming file and line.
 */
export async function loadMemory(paths: readonly string[]): Promise<Memory> {
  const units: Unit[] = []
  for (const path of paths.filter((each) => !isDatabase(each))) for await (const unit of unitsOf(path)) units.push(unit)
  return memoryIn([...paths.filter(isDatabase).map(openStore), storeOf(units)])
}

/** A memory of units in memory, the texts that say the same by BCP 47 tag: `memoryOf([{ de: 'Guten Tag.', en: 'Good day.' }])`. A later one wins. */
export function memoryOf(units: Iterable<Readonly<Record<Language, string>>>): Memory {
  return createMemory(
    Array.from(units, (unit) => new Map(Object.entries(unit).map(([tag, text]) => [parseLanguage(tag) ?? tag, foldSpace(text)]))),
  )
}

/** @param units texts as `foldSpace` leaves them; a later one wins over an earlier one. */
export function createMemory(units: readonly Unit[]): Memory {
  return memoryIn([storeOf(units)])
}

/** @param stores the last wins */
function memoryIn(stores: readonly Store[]): Memory {
  const byRank = [...stores].reverse().filter(({ footer }) => footer.units > 0)
  const languages = [...new Set(byRank.flatMap((store) => store.languages))].sort()
  const nearestTo = remembered((wanted: Language) => nearest(languages, wanted))
  const asked = new Tokens()
  const stored = new Tokens()

  /** What `look` finds in each store, in each pair of tags that may stand for `from` and `to`, nearest first. */
  function* each<T>(from: Language, to: Language, look: (store: Store, from: Language, to: Language) => T): Generator<T> {
    for (const source of nearestTo(from)) for (const target of nearestTo(to)) for (const store of byRank) yield look(store, source, target)
  }

  const lookup = (text: string, from: Language, to: Language): string | undefined => {
    const wanted = foldSpace(text)
    for (const found of each(from, to, (store, source, target) => store.exact(wanted, source, target)))
      if (found !== undefined) return found
    return undefined
  }

  const hitOf = (match: Match, from: Language, to: Language): Hit => {
    const { target, repairs, differing, edits, isWrong } = repair(asked, stored.read(match.source), match.target, from, to)
    const isExact = match.source === asked.text
    const most = differing.length === 0 ? NORMALIZED : FUZZY
    const score = isExact ? 1 : Math.min(most, similarity({ edits, tokens: match.tokens }))
    const kind = isExact ? 'exact' : match.edits === 0 ? 'normalized' : 'fuzzy'
    return { kind, score, source: match.source, target, repairs, differing, isUsable: !isWrong }
  }

  const find = (text: string, from: Language, to: Language, { least = 0.75, limit = 1 }: FindOptions = {}): readonly Hit[] => {
    const wanted = foldSpace(text)
    const looked = Math.max(1, limit) + MORE
    const bar = Math.max(FLOOR, Math.min(least, 0.75))
    const hits: Hit[] = []
    const add = (matches: readonly Match[]): void => {
      asked.read(wanted)
      for (const match of matches) hits.push(hitOf(match, from, to))
    }
    for (const matches of each(from, to, (store, source, target) => store.normalized(wanted, source, target, looked))) add(matches)
    const isSettled = hits.filter(({ isUsable }) => isUsable).length >= limit
    if (!isSettled)
      for (const matches of each(from, to, (store, source, target) => store.alike(wanted, source, target, bar, looked))) add(matches)
    const best = unique(hits).filter(({ score }) => score >= least)
    return best.sort((a, b) => b.score - a.score || Number(b.isUsable) - Number(a.isUsable)).slice(0, limit)
  }

  return {
    lookup,
    find,
    size: stores.reduce((sum, { footer }) => sum + footer.units, 0),
    pairs: () => pairsOf(stores).map(({ from, to }) => ({ from, to })),
    stats: () => {
      const conflicts = stores.map(countConflicts)
      return pairsOf(stores).map((pair) => ({
        ...pair,
        conflicts: conflicts.reduce((sum, counts) => sum + (counts.get(`${pair.from} ${pair.to}`) ?? 0), 0),
      }))
    },
    units: function* () {
      for (const store of stores) yield* store.units()
    },
  }
}

/** Pairs by their tags, with how many units each has. */
function pairsOf(stores: readonly Store[]): readonly (LanguagePair & { readonly units: number })[] {
  const units = new Map<string, number>()
  for (const { footer } of stores) for (const [pair, count] of Object.entries(footer.pairs)) units.set(pair, (units.get(pair) ?? 0) + count)
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, count]) => ({ from: pair.split(' ')[0]!, to: pair.split(' ')[1]!, units: count }))
}

/** The first of hits that say the same. */
function unique(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [JSON.stringify([hit.source, hit.target]), hit] as const).reverse()).values()].reverse()
}

/** The tags of `languages` that may stand in for `wanted`, nearest first. */
function nearest(languages: readonly Language[], wanted: Language): readonly Language[] {
  const exact = languages.filter((language) => language === wanted)
  const narrower = languages.filter((language) => language !== wanted && serves(language, wanted))
  const wider = languages.filter((language) => language !== wanted && serves(wanted, language))
  return [...exact, ...narrower, ...wider.reverse()]
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
