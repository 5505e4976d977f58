import type { Kind, Language, Origin } from '../article.ts'
import { FileError } from '../errors.ts'
import { parseLanguage } from '../language.ts'
import { Collector } from './collect.ts'
import type { EntryTable } from './entries.ts'
import type { Entry } from './entry.ts'
import { filesAt, glossarySuffixes, isGlossary, readerOf } from './formats/index.ts'
import { contextOf, type ReadOptions } from './formats/reader.ts'
import { Glossary } from './glossary.ts'
import type { ProposalJudgement } from './judgement.ts'
import { type JudgementLog, readLogOf } from './judgementlog.ts'
import { Judgements } from './judgements.ts'
import { faultsError, type Problem } from './problem.ts'
import { type Draft, draftOf, emptyRow, type Place, type Row } from './row.ts'

export interface LoadOptions extends ReadOptions {
  /** What entries are whose file does not say it; 'term' when nobody does. */
  readonly kind?: Kind | undefined
  /** Told of something a file says that an entry cannot hold. */
  readonly skip?: ((what: string) => void) | undefined
}

/** Files and folders, and what they do not say of themselves. */
export interface Source extends LoadOptions {
  readonly paths: readonly string[]
}

/**
 * Reads names from files and folders: tables (`.csv`, `.tsv`), JSON lines (`.jsonl`), termbases (`.tbx`). glossary/README.md explains them.
 * Proposals that were accepted are entries too.
 * @param log judgements; by default those that lie in the first folder, or beside the first file
 * @throws FileError with everything that is wrong in all files.
 */
export async function loadGlossary(paths: readonly string[], log?: JudgementLog): Promise<Glossary> {
  const { path: file, lines } = log ?? (await readLogOf(paths))
  const judgements = new Judgements({ lines })
  return new Glossary(await entriesOf([{ paths }], acceptedDrafts(judgements, file)), judgements)
}

/** Canonical names alone, as of `loadGlossary`. */
export async function loadNames(paths: readonly string[], { path: file, lines }: JudgementLog): Promise<readonly string[]> {
  const names: string[] = []
  for (const { canonical } of await entriesOf([{ paths }], acceptedDrafts(new Judgements({ lines }), file))) names.push(canonical)
  return names
}

/** A row of a glossary as a program has it: what a file's columns hold, all but the name itself optional. `forms`: by BCP 47 tag. */
export type GivenRow = Pick<Row, 'canonical'> & Partial<Row>

/**
 * A glossary of rows in memory: `createGlossary([{ canonical: 'Maria Sibylla Merian', kind: 'person' }])`.
 * @throws FileError with everything that is wrong; its lines are the numbers of the rows, from 1
 */
export function createGlossary(rows: Iterable<GivenRow>): Glossary {
  const faults: Problem[] = []
  const collector = new Collector(faults)
  let line = 0
  for (const given of rows) {
    const place = { file: 'the rows given', line: ++line, columnOf: () => 0 }
    const forms = Object.fromEntries(Object.entries(given.forms ?? {}).map(([tag, form]) => [formTag(tag, place, faults), form]))
    const draft = draftOf({ ...emptyRow, ...given, forms }, place, (what, code, message, remedy) =>
      faults.push({ file: place.file, line: place.line, column: 0, severity: 'error', code, message: `${what}: ${message}`, remedy }),
    )
    if (draft !== undefined) collector.add(draft)
  }
  throwFaults(faults)
  return new Glossary(collector.entries())
}

function formTag(tag: string, { file, line }: Place, faults: Problem[]): Language {
  const language = parseLanguage(tag)
  if (language !== undefined) return language
  const message = `expected a BCP 47 tag such as 'de' for a form, got '${tag}'`
  faults.push({ file, line, column: 0, severity: 'error', code: 'language', message, remedy: 'write the tag' })
  return tag
}

function acceptedDrafts(judgements: Judgements, file: string): Draft[] {
  return judgements.accepted.map(({ judgement, line }) => acceptedDraft(judgement, { file, line }))
}

function acceptedDraft({ canonical, kind = 'term', given = '', family = '', variants }: ProposalJudgement, origin: Origin): Draft {
  const placed = { ...origin, columnOf: () => 0 }
  const draft = draftOf({ ...emptyRow, canonical, kind, given, family, variants }, placed, (_what, _code, message) => {
    throw new FileError(origin.file, origin.line, message)
  })
  return draft!
}

/** Entries in the order of their rows. @throws FileError with everything that is wrong in all files. */
export async function loadEntries(...sources: readonly Source[]): Promise<readonly Entry[]> {
  return [...(await entriesOf(sources, []))]
}

async function entriesOf(sources: readonly Source[], more: readonly Draft[]): Promise<EntryTable> {
  const faults: Problem[] = []
  const collector = new Collector(faults)
  for (const { paths, ...options } of sources)
    for (const path of paths)
      for (const file of await filesAt(path, isGlossary, `a glossary (${glossarySuffixes})`))
        await readRows(file, options, faults, (draft) => collector.add(draft))
  for (const draft of more) collector.add(draft)
  const entries = collector.entries()
  throwFaults(faults)
  return entries
}

function throwFaults([first, ...rest]: readonly Problem[]): void {
  if (first !== undefined) throw faultsError([first, ...rest])
}

/** Hands the rows of a file that are right by themselves to `take`; what is wrong goes to `faults`. */
export async function readRows(
  file: string,
  { kind = 'term', skip = () => {}, ...options }: LoadOptions,
  faults: Problem[],
  take: (draft: Draft, place: Place) => void,
): Promise<void> {
  const context = contextOf(file, options, faults, skip)
  try {
    for await (const placed of readerOf(file)!(context)) {
      const row = placed.row.kind === '' ? { ...placed.row, kind } : placed.row
      const draft = draftOf(row, placed, (what, code, message, remedy) =>
        context.fault(placed.line, placed.columnOf(what), code, message, remedy),
      )
      if (draft !== undefined) take(draft, placed)
    }
  } catch (thrown) {
    if (!(thrown instanceof FileError)) throw thrown
    const { line, column, reason } = thrown
    context.fault(line, column, 'unreadable', reason, 'nothing after this place was read')
  }
}
