/** Translation memories: what was translated before, looked up by its exact text. */
import type { Language } from '../article.ts'
import { slicesOf } from '../files/xml/slices.ts'
import { parseLanguage, serves } from '../language.ts'
import { foldSpace, parseUnit, type Unit, units as unitsOfTmx } from './tmx/unit.ts'
import type { LanguagePair } from './translator.ts'

export { formatTmx } from './tmx/format.ts'
export type { Unit } from './tmx/unit.ts'

/** What was translated before. */
export interface Memory {
  /**
   * The translation of `text`: the same text but for white space and Unicode form. Works in both directions of a unit.
   * The pair's exact tags come first; failing these, 'en' is served by 'en-US' and 'en-US' by 'en'.
   */
  readonly lookup: (text: string, from: Language, to: Language) => string | undefined
  /** Units. */
  readonly size: number
  /** By pair, sorted; both directions of a pair are counted together, under the tag that sorts first. */
  readonly stats: () => readonly PairStats[]
  /** In the order they were read. */
  readonly units: () => readonly Unit[]
}

export interface PairStats extends LanguagePair {
  readonly units: number
  /** Units whose text in `from` or `to` another unit translates otherwise. The last unit wins: a correction is appended. */
  readonly conflicts: number
}

/** Reads `paths`, TMX files, in the order given, as one memory. @throws FileError naming file and line. */
export async function loadMemory(paths: readonly string[]): Promise<Memory> {
  const units: Unit[] = []
  for (const path of paths) {
    for await (const slice of slicesOf(path, unitsOfTmx)) {
      const unit = parseUnit(slice, path)
      if (unit.size > 1) units.push(unit)
    }
  }
  return createMemory(units)
}

/** A memory of units in memory, the texts that say the same by BCP 47 tag: `memoryOf([{ de: 'Guten Tag.', en: 'Good day.' }])`. A later one wins. */
export function memoryOf(units: Iterable<Readonly<Record<Language, string>>>): Memory {
  return createMemory(
    Array.from(units, (unit) => new Map(Object.entries(unit).map(([tag, text]) => [parseLanguage(tag) ?? tag, foldSpace(text)]))),
  )
}

/** @param units texts as `foldSpace` leaves them; a later one wins over an earlier one. */
export function createMemory(units: readonly Unit[]): Memory {
  /** By language, by text: the units that have it, first to last. */
  const index = new Map<Language, Map<string, Unit[]>>()
  for (const unit of units) {
    for (const [language, text] of unit) {
      const texts = index.get(language) ?? new Map<string, Unit[]>()
      index.set(language, texts)
      const known = texts.get(text)
      if (known === undefined) texts.set(text, [unit])
      else known.push(unit)
    }
  }
  const languages = [...index.keys()].sort()

  return {
    size: units.length,
    units: () => units,
    stats: () => statsOf(units),
    lookup: (text, from, to) => {
      const wanted = foldSpace(text)
      for (const source of nearest(languages, from)) {
        const found = index.get(source)?.get(wanted)
        if (found === undefined) continue
        for (const target of nearest(languages, to)) {
          const translation = found.findLast((unit) => unit.has(target))?.get(target)
          if (translation !== undefined) return translation
        }
      }
      return undefined
    },
  }
}

/** The tags of `languages` that may stand in for `wanted`, nearest first. */
function nearest(languages: readonly Language[], wanted: Language): readonly Language[] {
  const narrower = languages.filter((language) => language !== wanted && serves(language, wanted))
  const wider = languages.filter((language) => language !== wanted && serves(wanted, language))
  return [wanted, ...narrower, ...wider.reverse()]
}

function statsOf(units: readonly Unit[]): readonly PairStats[] {
  /** By pair, by text of one side: the texts of the other side, and how many units said so. */
  const pairs = new Map<string, { units: (readonly [string, string])[]; from: Language; to: Language }>()
  for (const unit of units) {
    const languages = [...unit.keys()].sort()
    languages.forEach((from, at) => {
      for (const to of languages.slice(at + 1)) {
        const name = `${from} ${to}`
        const pair = pairs.get(name) ?? { units: [], from, to }
        pair.units.push([unit.get(from)!, unit.get(to)!])
        pairs.set(name, pair)
      }
    })
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { units: members, from, to }]) => ({ from, to, units: members.length, conflicts: countConflicts(members) }))
}

function countConflicts(members: readonly (readonly [string, string])[]): number {
  const forward = new Map<string, Set<string>>()
  const backward = new Map<string, Set<string>>()
  for (const [source, target] of members) {
    forward.set(source, (forward.get(source) ?? new Set()).add(target))
    backward.set(target, (backward.get(target) ?? new Set()).add(source))
  }
  return members.filter(([source, target]) => forward.get(source)!.size > 1 || backward.get(target)!.size > 1).length
}
