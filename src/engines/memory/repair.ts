/**
 * What a unit that is almost the text asked for says, put right: numbers and names that differ are exchanged in its translation where it is
 * certain which stands for which. Where it is not, the unit is of no use.
 */
import type { Language } from '../../article.ts'
import { type Difference, differences } from './distance.ts'
import { NUMBER, type Tokens } from './tokens.ts'

/** Words that were exchanged, or that differ: of the text asked for, and of the unit. */
export interface Change {
  readonly asked: string
  readonly stored: string
}

export interface Repaired {
  /** The unit's translation, with what was exchanged. */
  readonly target: string
  /** Numbers and names that were exchanged. */
  readonly repairs: readonly Change[]
  /** What differs still, first to last. */
  readonly differing: readonly Change[]
  /** Tokens that differ still. */
  readonly edits: number
  /** Whether a number differs still, or what may be a name, or one text asks and the other does not. */
  readonly isWrong: boolean
}

export function repair(asked: Tokens, stored: Tokens, target: string, from: Language, to: Language): Repaired {
  const found = differences(asked, stored)
  const numbers = numberPairs(asked, stored, found)
  const exchanges = new Map<string, string>()
  const repairs: Change[] = []
  const differing: Change[] = []
  let edits = 0
  let isWrong = false
  for (const number of numbers) {
    if (canExchangeNumber(number, stored.text, target, from, to)) {
      exchanges.set(number.stored, number.asked)
      repairs.push(number)
    } else {
      differing.push(number)
      isWrong = true
    }
  }
  for (const difference of found) {
    const change = { asked: stretch(asked, difference.asked), stored: stretch(stored, difference.stored) }
    if (canExchangeName(asked, stored, difference, change, target) && !exchanges.has(change.stored)) {
      exchanges.set(change.stored, change.asked)
      repairs.push(change)
      continue
    }
    differing.push(change)
    edits += Math.max(difference.asked[1] - difference.asked[0], difference.stored[1] - difference.stored[0])
    isWrong ||= isTelling(asked, difference.asked) || isTelling(stored, difference.stored)
  }
  return { target: withEnd(exchanged(target, exchanges), asked.text, stored.text), repairs, differing, edits, isWrong }
}

/** Numbers that stand in the same place and are not the same. */
function numberPairs(asked: Tokens, stored: Tokens, found: readonly Difference[]): readonly Change[] {
  const pairs: Change[] = []
  let [i, j] = [0, 0]
  for (const { asked: here, stored: there } of [
    ...found,
    { asked: [asked.count, asked.count], stored: [stored.count, stored.count] },
  ] as const) {
    for (; i < here[0] && j < there[0]; i += 1, j += 1) {
      if (asked.hashes[i] === NUMBER && asked.surface(i) !== stored.surface(j))
        pairs.push({ asked: asked.surface(i), stored: stored.surface(j) })
    }
    ;[i, j] = [here[1], there[1]]
  }
  return pairs
}

/**
 * It stands once in the unit and once in its translation, written alike, and both languages treat the other number as they treat it (CLDR's plural
 * rules): one day, two days.
 */
function canExchangeNumber({ asked, stored }: Change, source: string, target: string, from: Language, to: Language): boolean {
  if (countOf(source, stored) !== 1 || countOf(target, stored) !== 1) return false
  // A point that divides thousands here may divide decimals there: without marks, or with the same ones.
  const marks = (number: string): string => number.replace(/\p{Nd}/gu, '')
  if (marks(asked) !== marks(stored)) return false
  return [from, to].every((language) => {
    const plural = pluralOf(language)
    return plural === undefined || plural.select(amountOf(asked)) === plural.select(amountOf(stored))
  })
}

function amountOf(number: string): number {
  return Number(number.normalize('NFKC').replace(/[^\d]+/gu, '') || 0)
}

const plurals = new Map<Language, Intl.PluralRules | undefined>()

function pluralOf(language: Language): Intl.PluralRules | undefined {
  if (!plurals.has(language))
    plurals.set(language, Intl.PluralRules.supportedLocalesOf(language).length > 0 ? new Intl.PluralRules(language) : undefined)
  return plurals.get(language)
}

/**
 * Capitals where a sentence does not ask for them, in both; and what the unit has stands in its translation as it is, once. 'Hamburg' for 'Bremen',
 * but not 'Moskauer'.
 */
function canExchangeName(
  asked: Tokens,
  stored: Tokens,
  { asked: here, stored: there }: Difference,
  change: Change,
  target: string,
): boolean {
  if (here[0] === here[1] || there[0] === there[1]) return false
  // The first word has its capital from the sentence.
  if ((here[0] === 0 && here[1] === 1) || (there[0] === 0 && there[1] === 1)) return false
  return (
    isCapitalized(asked, here) &&
    isCapitalized(stored, there) &&
    countOf(stored.text, change.stored) === 1 &&
    countOf(target, change.stored) === 1
  )
}

const capital = /^\p{Lu}/u

function isCapitalized(tokens: Tokens, [start, end]: readonly [number, number]): boolean {
  for (let at = start; at < end; at += 1) if (!capital.test(tokens.surface(at))) return false
  return true
}

/** A number, a question, a word with a capital (at the start of a sentence it may be one) or in a script without capitals. */
function isTelling(tokens: Tokens, [start, end]: readonly [number, number]): boolean {
  for (let at = start; at < end; at += 1) if (tokens.hashes[at] === NUMBER || /[\p{Lu}\p{Lo}?？؟]/u.test(tokens.surface(at))) return true
  return false
}

const endMark = /[.!…:;,。！：；，।]*$/u

/** Its end as the text asked for ends, where the unit's two texts end alike. */
function withEnd(target: string, asked: string, stored: string): string {
  const [wanted, had, has] = [asked, stored, target].map((text) => endMark.exec(text)![0])
  return wanted === had || had !== has ? target : target.slice(0, target.length - has!.length) + wanted
}

function stretch(tokens: Tokens, [start, end]: readonly [number, number]): string {
  return start === end ? '' : tokens.text.slice(tokens.starts[start], tokens.ends[end - 1])
}

function whole(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
}

/** How often `part` stands in `text` as words of its own. */
function countOf(text: string, part: string): number {
  return text.match(whole(part))?.length ?? 0
}

function exchanged(target: string, exchanges: ReadonlyMap<string, string>): string {
  if (exchanges.size === 0) return target
  const parts = [...exchanges.keys()].sort((a, b) => b.length - a.length).map((part) => whole(part).source)
  return target.replace(new RegExp(parts.join('|'), 'gu'), (part) => exchanges.get(part)!)
}
