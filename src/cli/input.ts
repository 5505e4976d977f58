/** What of the input would be read, and what not: `--dry-run`, `--strict`. */
import type { Config } from '../config.ts'
import { UsageError } from '../errors.ts'
import { survey } from '../read/index.ts'
import { print, tell } from './text.ts'

/** Files that nobody means when they name a folder. */
const unmeant = new Set(['hidden', 'a README', 'a folder read already'])

/** A line a file that would be read: file, format, compression, bytes, with tabs between. */
export async function tellSurvey({ input, fields }: Config, { json }: { readonly json?: true }): Promise<void> {
  const found = await survey(input, fields)
  if (json) return print(JSON.stringify(found))
  for (const { file, format, compression, bytes } of found.files) print([file, format, compression ?? '', bytes].join('\t'))
  for (const { file, detail } of found.rejected) tell(`${file}: would be rejected: ${detail}`)
  for (const line of byReason(found.skipped)) tell(line)
  if (input.includes('-')) tell('-: standard input is told by its beginning')
  tell(`${found.files.length} files would be read, ${found.skipped.length} skipped, ${found.rejected.length} rejected`)
}

/** @throws UsageError when a file has no reader */
export async function checkAllRead({ input, fields }: Config): Promise<void> {
  const found = await survey(input, fields)
  const skipped = found.skipped.filter(({ reason }) => !unmeant.has(reason))
  const problems = [...found.rejected.map(({ file, detail }) => `${file}: ${detail}`), ...byReason(skipped)]
  if (problems.length > 0) throw new UsageError(`--strict: nothing was read, because not everything could be:\n${problems.join('\n')}`)
}

/** '2 skipped: no reader for .pdf (a.pdf, …)' */
function byReason(skipped: readonly { readonly file: string; readonly reason: string }[]): string[] {
  const files = new Map<string, string[]>()
  for (const { file, reason } of skipped) {
    const same = files.get(reason)
    if (same === undefined) files.set(reason, [file])
    else same.push(file)
  }
  return [...files].map(([reason, names]) => `${names.length} skipped: ${reason} (${names[0]}${names.length > 1 ? ', …' : ''})`)
}
