/** What a run left in its output, opened for people to judge. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { logOf } from '../glossary/index.ts'
import { readManifest } from '../run/manifest.ts'
import { keptSettings } from '../run/settings.ts'
import type { Card } from '../write/clusters/card.ts'
import { files, REVIEW } from '../write/clusters/layout.ts'
import { JudgementBook, markOf } from './book.ts'
import { NamesIndex } from './names.ts'
import { PROPOSALS, proposalsIn } from './proposals.ts'

export interface Results {
  readonly names: NamesIndex
  readonly book: JudgementBook
  readonly proposals: readonly Card[]
  /** As of `standingOf`, when they were opened. */
  readonly standing: string
}

/** Changes whenever the results do, what they were made with, or the table of proposals; '' while results are moved into place. */
export async function standingOf(output: string): Promise<string> {
  const [proposals, ...marks] = await Promise.all(
    [PROPOSALS, join(REVIEW, files.overview), 'run.json'].map((name) => markOf(join(output, name))),
  )
  return marks.includes('') ? '' : [proposals, ...marks].join()
}

/** @throws UsageError when no results are there, or none that can be judged */
export async function openResults(output: string): Promise<Results> {
  const standing = await standingOf(output)
  const path = await logOf(await glossaryOf(output))
  if (path === undefined)
    throw new UsageError(`${output}: was made without a glossary, and judgements are kept with it; run with --glossary`)
  const { judgements } = await readManifest(output)
  const [book, proposals] = await Promise.all([JudgementBook.open(path, judgements), proposalsIn(output)])
  const names = await NamesIndex.open(output)
  names.recount(book.changes, book.judgements)
  return { names, book, proposals, standing }
}

/** Where the glossary lies that the results were made with; what is relative is so to where the run was started, or else to here. */
async function glossaryOf(output: string): Promise<readonly string[]> {
  const text = await readFile(join(output, 'run.json'), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new UsageError(
      `${output}: no finished run is there; name the folder that \`synoptic run\` wrote to (-o), or run first: synoptic run INPUT -o ${output}`,
    )
  const { configuration } = JSON.parse(text) as { configuration?: { glossary?: readonly string[] } }
  const from = (await keptSettings(output))?.folder ?? '.'
  return (configuration?.glossary ?? ['glossary']).map((path) => resolve(from, path))
}
