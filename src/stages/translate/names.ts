/**
 * Names of the glossary that engines translate as if they were words: 'José Blanco' comes back as 'José White'. No likeness leads from there to the
 * name, so it is not for `normalize` to mend: the sentence is asked for once more, with a word in the name's place that engines leave as it is.
 *
 * A second answer is taken only if it has each such word once, every name that the first had, and nothing that looks wrong and did not before.
 */
import type { Answer, Language, Linked, Mention, Span } from '../../article.ts'
import { checkTranslation } from '../../engines/checks/index.ts'
import type { Term } from '../../engines/translator.ts'
import type { Entry } from '../../glossary/entry.ts'
import type { Glossary } from '../../glossary/index.ts'
import { inLanguage } from '../../glossary/parts.ts'
import { baseLanguage } from '../../language.ts'
import { sameScript } from '../../names/scripts/index.ts'
import { findMentions, LINKED_SURELY } from '../link/index.ts'

/** A name that stands in a text, and how a translation is to write it. */
export interface Name extends Term {
  readonly entry: string
  /** In its text. */
  readonly span: Span
}

/** A text, its translation as an engine gives it, and the names it is to have. */
export interface Named {
  readonly text: string
  readonly answer: string
  readonly names: readonly Name[]
}

/** The names of each segment, and last of the title, whose writing in `to` is known. */
export function namesIn(article: Linked, to: Language, glossary: Glossary): readonly (readonly Name[])[] {
  const named = (mentions: readonly Mention[], { start, end }: Span): readonly Name[] =>
    mentions.flatMap((mention) => {
      const { span, surface, entry } = mention
      if (span.start < start || span.start >= end) return []
      const target = targetOf(mention, article.language, to, glossary)
      const moved = { start: span.start - start, end: span.end - start }
      return target === undefined ? [] : [{ source: surface, target, entry, span: moved }]
    })
  return [
    ...article.segments.map(({ span }) => named(article.mentions, span)),
    named(article.titleMentions, { start: 0, end: article.title.length }),
  ]
}

/** What stands for a name that is written in full, or with its family name alone; nothing for one that is doubtful or inflected. */
function targetOf(
  { entry: id, action, confidence, suffix, replacement }: Mention,
  from: Language,
  to: Language,
  glossary: Glossary,
): string | undefined {
  const number = glossary.numberOf(id)
  if (number === undefined || action === 'suggest' || confidence < LINKED_SURELY || /^\p{L}/u.test(suffix)) return undefined
  const entry = glossary.entry(number)
  const isListed = (entry.forms[to] ?? entry.forms[baseLanguage(to)]) !== undefined
  if (!isListed && !(isOfAllLanguages(entry) && new Intl.Locale(to).maximize().script === 'Latn')) return undefined
  const [source, target] = [inLanguage(entry, from), inLanguage(entry, to)]
  if (replacement === source.canonical) return target.canonical
  return entry.kind === 'person' && replacement === source.family && target.family !== '' ? target.family : undefined
}

/**
 * Whether languages in Latin letters write the name as the glossary does without its saying so: that of a person with a given and a family name.
 * Places, organizations and rulers have names of their own in each: Köln and Cologne, Karl der Große and Charlemagne.
 */
function isOfAllLanguages({ kind, canonical, given, family }: Entry): boolean {
  return (
    kind === 'person' &&
    given !== '' &&
    family !== '' &&
    sameScript(canonical, 'a') &&
    !/(?:^|\s)(?:\p{Ll}|[IVX]+\.?(?:$|\s))|\d/u.test(canonical)
  )
}

/** Those of `names` that `answer` has in no spelling that is surely theirs, with as many words and capitals. */
function lostIn(answer: string, names: readonly Name[], to: Language, glossary: Glossary): readonly Name[] {
  const open = names.filter(({ target }) => !answer.includes(target))
  if (open.length === 0) return []
  const evidence = [{ span: { start: 0, end: answer.length }, entries: open.map(({ entry }) => entry) }]
  const found = findMentions(answer, to, glossary, evidence)
  const isThere = ({ entry, target }: Name): boolean =>
    found.some(({ entry: other, action, surface }) => other === entry && action !== 'suggest' && isNoLess(surface, target))
  return open.filter((name) => !isThere(name))
}

/** 'José' is less than 'José Blanco', and so is 'Grace hopper' than 'Grace Hopper': of that the other half was read as a word. */
function isNoLess(surface: string, target: string): boolean {
  const small = (name: string): number => name.match(/(?<!\S)\p{Ll}/gu)?.length ?? 0
  const words = (name: string): number => name.split(/\s+/u).length
  return words(surface) >= words(target) && small(surface) <= small(target)
}

/** Asks for texts as they are. @returns undefined for those that it cannot have */
type Ask = (texts: readonly string[]) => Promise<readonly (Answer | undefined)[]>

/** A better translation, by the engine that gave it: not always the one that was asked first. And the names that were put back in it. */
export interface Kept {
  readonly answer: Answer
  readonly names: readonly string[]
}

/** Better translations of those whose names were lost, at their indices; undefined where there is none. */
export async function kept(
  all: readonly Named[],
  { from, to, glossary, ask }: { readonly from: Language; readonly to: Language; readonly glossary: Glossary; readonly ask: Ask },
): Promise<readonly (Kept | undefined)[]> {
  const tries = all.flatMap((named, at) => {
    const lost = lostIn(named.answer, named.names, to, glossary)
    return lost.length === 0 || named.text.includes(MARK) ? [] : [{ at, named, lost }]
  })
  const results: (Kept | undefined)[] = all.map(() => undefined)
  if (tries.length === 0) return results
  const answers = await ask(tries.map(({ named, lost }) => marked(named.text, lost)))
  for (const [index, { at, named, lost }] of tries.entries()) {
    const { alternatives: _marked, ...answer } = answers[index] ?? { text: '', engine: '' }
    const text = restored(answer.text, lost)
    if (text !== undefined && isNoWorse(text, named, { from, to, glossary }))
      results[at] = { answer: { ...answer, text }, names: lost.map(({ target }) => target) }
  }
  return results
}

/**
 * A word of no language, capitalized as names are: with a number behind it, it comes back from Apertium (es-en, es-ca, sv-da, nb-nn) and from
 * LibreTranslate where a name would stand, as `bench -- engines names` shows beside others.
 */
const MARK = 'Xq'

/** `text` with marks in the places of `names`: Xq1, Xq2 … */
function marked(text: string, names: readonly Name[]): string {
  let out = ''
  let at = 0
  for (const [index, { span }] of names.entries()) {
    out += `${text.slice(at, span.start)}${MARK}${index + 1}`
    at = span.end
  }
  return out + text.slice(at)
}

/** `answer` with the names in the places of their marks; undefined unless each is there once, and nothing was added to it. */
function restored(answer: string, names: readonly Name[]): string | undefined {
  const marks: readonly string[] = answer.match(new RegExp(`${MARK}\\d+`, 'giu')) ?? []
  const isWhole = marks.length === names.length && names.every((_, index) => marks.includes(`${MARK}${index + 1}`))
  if (!isWhole || new RegExp(`[\\p{Script=Latin}\\p{N}]${MARK}\\d|${MARK}\\d+\\p{Script=Latin}`, 'iu').test(answer)) return undefined
  return answer.replace(new RegExp(`${MARK}(\\d+)`, 'gu'), (_, number: string) => names[Number(number) - 1]!.target)
}

function isNoWorse(
  made: string,
  { text, answer, names }: Named,
  { from, to, glossary }: { readonly from: Language; readonly to: Language; readonly glossary: Glossary },
): boolean {
  const before = checkTranslation(text, answer, from, to)
  return lostIn(made, names, to, glossary).length === 0 && checkTranslation(text, made, from, to).every((code) => before.includes(code))
}
