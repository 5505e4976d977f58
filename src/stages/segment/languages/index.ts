import type { Language } from '../../../article.ts'
import { baseLanguage } from '../../../language.ts'
import { Mark, marks } from '../characters.ts'
import { common } from './common.ts'
import { germanic } from './germanic.ts'
import { anyWord, type LanguageData } from './language-data.ts'
import { other } from './other.ts'
import { romance } from './romance.ts'
import { slavic } from './slavic.ts'

export { shoutedNames } from './common.ts'

export type Abbreviation = 'inner' | 'numbered' | 'either' | 'closing'

/** What the rules look up, in the form they look it up. */
export interface LanguageRules {
  readonly language: string
  /** Code unit → Mark. */
  readonly marks: Uint8Array
  readonly abbreviations: ReadonlyMap<string, Abbreviation>
  readonly starters: ReadonlySet<string>
  readonly dates: ReadonlySet<string>
  /** Whether a number with a full stop may be an ordinal after the word; undefined where ordinals are not written so. */
  readonly beforeOrdinal: { has(word: string): boolean } | undefined
  /** Whether the line has no capitals where sentences begin. */
  readonly uncapitalized: boolean
}

const data: Readonly<Record<string, LanguageData>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...other,
  nn: germanic.nb,
  lb: germanic.de,
  gsw: germanic.de,
  fo: germanic.da,
  af: germanic.nl,
  bs: slavic.hr,
  gl: romance.pt,
  oc: romance.ca,
  az: other.tr,
  ms: other.id,
  ne: other.hi,
}

const commonMarks = marks()
const cache = new Map<string, LanguageRules>()

/** The rules for a language; those common to all for one that has no data of its own. */
export function rulesFor(language: Language): LanguageRules {
  const base = baseLanguage(language)
  let rules = cache.get(base)
  if (rules === undefined) {
    rules = compile(base, Object.hasOwn(data, base) ? data[base]! : {})
    cache.set(base, rules)
  }
  return rules
}

function compile(language: string, own: LanguageData): LanguageRules {
  const abbreviations = new Map<string, Abbreviation>()
  for (const source of [common, own]) {
    for (const kind of ['inner', 'numbered', 'either', 'closing'] as const) {
      for (const word of words(source[kind])) for (const form of forms(word)) abbreviations.set(form, kind)
    }
  }
  return {
    language,
    marks: own.asks === undefined ? commonMarks : marks({ [own.asks]: Mark.ask }),
    abbreviations,
    starters: new Set(words(own.starters)),
    dates: new Set(words(own.dates)),
    beforeOrdinal: ordinals(own.beforeOrdinal),
    uncapitalized: false,
  }
}

function ordinals(before: string | undefined): LanguageRules['beforeOrdinal'] {
  if (before === undefined) return undefined
  return before === anyWord ? { has: () => true } : new Set(words(before))
}

/** In lower case: all cases. With a capital: that, and all capitals. */
function forms(word: string): readonly string[] {
  // A single capital letter is an initial.
  if (word.length === 1) return [word]
  const upper = word.toUpperCase()
  const lower = word.toLowerCase()
  return word === lower
    ? [word, upper, word.charAt(0).toUpperCase() + word.slice(1), ...(word.includes('.') ? [titled(word)] : [])]
    : [word, upper]
}

/** 'ph.d' → 'Ph.D' */
function titled(word: string): string {
  return word.replace(/(^|\.)(\p{L})/gu, (match) => match.toUpperCase())
}

function words(text = ''): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
