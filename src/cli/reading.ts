/** What the commands share that read articles: which files there are, and how to read them. */
import type { Command } from 'commander'
import { type FieldName, fieldNames } from '../article.ts'
import { UsageError } from '../errors.ts'

export const INPUTS =
  "files and folders (.txt .md .html .jsonl .json .csv .tsv .xml .rss .atom .warc .arc; .gz .bz2 .zst; .zip); '-' reads standard input"

export interface ReadingFlags {
  readonly encoding?: string
  readonly field?: Readonly<Partial<Record<FieldName, string>>>
}

export function withReadingFlags(command: Command): Command {
  return command
    .option('--encoding <label>', 'what all text of the input is in, such as windows-1251 (default: what each text says of itself)')
    .option(
      '--field <name=theirs>',
      `what records (.jsonl .json .csv .tsv) call a field of ours: text=content, title=meta.headline; ours are ${fieldNames.join(', ')}`,
      addField,
    )
}

function addField(value: string, before: ReadingFlags['field']): ReadingFlags['field'] {
  const equals = value.indexOf('=')
  const name = fieldNames.find((field) => field === value.slice(0, equals))
  const theirs = value.slice(equals + 1)
  if (name === undefined || theirs === '')
    throw new UsageError(`--field: expected NAME=THEIRS such as text=content, with NAME one of ${fieldNames.join(', ')}, got '${value}'`)
  return { ...before, [name]: theirs }
}
