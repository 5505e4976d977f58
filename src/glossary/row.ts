import type { Kind, Language } from '../article.ts'
import { particles } from '../names/words/particles.ts'
import { type Entry, kinds, splitPersonName, withoutInitials } from './entry.ts'
import type { FaultCode } from './problem.ts'

/** The columns of a table of names, but for the languages. */
export const fields = ['canonical', 'kind', 'given', 'family', 'variants', 'not', 'note'] as const
export type Field = (typeof fields)[number]

/** What a file says of a name, whatever the file's format: as written, '' and nothing where it is silent. */
export interface Row {
  readonly canonical: string
  readonly kind: string
  readonly given: string
  readonly family: string
  readonly variants: readonly string[]
  readonly not: readonly string[]
  readonly note: string
  readonly forms: Readonly<Record<Language, string>>
}

export type RowUnderWay = { -readonly [field in keyof Row]: Row[field] }

export const emptyRow: Row = { canonical: '', kind: '', given: '', family: '', variants: [], not: [], note: '', forms: {} }

/** Where a row stands. */
export interface Place {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based column of a field or a language; 0 when it has none. */
  readonly columnOf: (what: string) => number
}

export interface PlacedRow extends Place {
  readonly row: Row
}

/** An entry before all entries are known: ids depend on each other. */
export type Draft = Omit<Entry, 'id'>

/** Told what is wrong with a field. */
export type OnFault = (what: Field, code: FaultCode, message: string, remedy: string) => void

/** The one place where entries are made. Undefined when something in the row is wrong; `fault` was told what. */
export function draftOf(row: Row, { file, line }: Place, fault: OnFault): Draft | undefined {
  let right = true
  const wrong: OnFault = (...what) => {
    right = false
    fault(...what)
  }
  const canonical = clean(row.canonical)
  if (!/\p{L}/u.test(canonical)) wrong('canonical', 'no-name', `expected a name, got '${canonical}'`, 'write the name, or remove the row')
  const kind = kindOf(row.kind.trim(), wrong)
  const given = part('given', row, canonical, kind, wrong)
  const family = part('family', row, canonical, kind, wrong)
  if (!right || kind === undefined) return undefined
  return {
    canonical,
    kind,
    ...(kind === 'person' ? personName(canonical, given, family) : nobody),
    variants: cleanList(row.variants),
    not: cleanList(row.not),
    note: row.note === '' ? '' : cleanNote(row.note),
    forms: cleanForms(row.forms),
    origin: { file, line },
  }
}

function kindOf(text: string, wrong: OnFault): Kind | undefined {
  if (text === '') return 'term'
  const kind = kinds.find((known) => known === text)
  if (kind === undefined) wrong('kind', 'kind', `expected ${kinds.join(', ')} or nothing, got '${text}'`, 'write one of these kinds')
  return kind
}

function part(field: 'given' | 'family', row: Row, canonical: string, kind: Kind | undefined, wrong: OnFault): string {
  const text = clean(row[field])
  if (text === '' || kind === undefined) return text
  if (kind !== 'person')
    wrong(
      field,
      'not-a-part',
      `expected nothing: only a person has a ${field} name, and this is a ${kind}`,
      'empty the cell, or write person',
    )
  else if (!canonical.includes(text))
    wrong(field, 'not-a-part', `expected a piece of '${canonical}', got '${text}'`, 'write it as it stands in the canonical name')
  return text
}

const nobody = { given: '', family: '' } as const

/**
 * What the columns say of a person's name; what they leave out is read from the rest of it. A family name has its particle and a given name
 * what stands between the two, whether or not the columns have them: 'Humboldt' of Alexander von Humboldt is von Humboldt.
 */
function personName(canonical: string, given: string, family: string): { given: string; family: string } {
  if (given === '' && family === '') return splitPersonName(canonical)
  if (family === '') return { given, family: clean(canonical.replace(given, ' ').replaceAll(',', ' ')) || canonical }
  const start = startOfFamily(canonical, family)
  const before = canonical.slice(0, start).trim()
  if (before === '' ? given !== '' || start === canonical.lastIndexOf(family) : !before.startsWith(given)) {
    const rest = `${canonical.replace(family, ' ')} ${family}`
    return { given: given === '' ? splitPersonName(rest).given : given, family }
  }
  const written = withoutInitials(before.split(' '))
  return { given: written === '' ? given : written, family: canonical.slice(start, canonical.lastIndexOf(family)) + family }
}

/** Where `family` starts in `canonical` with the particles before it; UTF-16 code units. */
function startOfFamily(canonical: string, family: string): number {
  let start = canonical.lastIndexOf(family)
  for (;;) {
    const [whole, word] = /([^\s\-'’]+)[\s\-'’]+$/u.exec(canonical.slice(0, start)) ?? []
    if (whole === undefined || !particles.has(word!.toLowerCase())) return start
    start -= whole.length
  }
}

/** What must be written of a person's name for `personName` to read the same: mostly nothing. */
export function writtenParts({ kind, canonical, given, family }: Draft): { given: string; family: string } {
  const silent = { given: '', family: '' }
  if (kind !== 'person') return silent
  const candidates = [silent, { given, family: '' }, { given: '', family }]
  return (
    candidates.find((each) => {
      const read = personName(canonical, each.given, each.family)
      return read.given === given && read.family === family
    }) ?? { given, family }
  )
}

/** NFC, one space between words, no control characters and nothing that no file can hold. */
function clean(text: string): string {
  const trimmed = text.trim()
  return (
    unclean.test(trimmed)
      ? trimmed
          .toWellFormed()
          .replace(/[\s\p{Cc}\ufffe\uffff]+/gu, ' ')
          .trim()
      : trimmed
  ).normalize('NFC')
}

const unclean = /\s{2}|[^\S ]|[\p{Cc}\p{Cs}\ufffe\uffff]/u

/** A note may have lines. */
function cleanNote(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ')
    .trim()
    .normalize('NFC')
}

const none: readonly string[] = []

function cleanList(items: readonly string[]): readonly string[] {
  if (items.length === 0) return none
  const kept = new Set(items.map(clean))
  kept.delete('')
  return kept.size === 0 ? none : [...kept]
}

const noForms: Entry['forms'] = {}

function cleanForms(forms: Row['forms']): Entry['forms'] {
  let cleaned: Record<Language, string> | undefined
  for (const language in forms) {
    const form = clean(forms[language]!)
    if (form === '') continue
    cleaned ??= {}
    cleaned[language] = form
  }
  return cleaned ?? noForms
}
