/** What stands in the output of a run, and under which names. */

/** What a run leaves in its output: files, and folders of files. */
export const products: readonly string[] = [
  'corpus',
  'text',
  'aligned',
  'stories',
  'report',
  'review',
  'names.tsv',
  'checks.tsv',
  'rejected.jsonl',
  'texts.parquet',
]

/** The name of what shard `index`, from 0, has in the output. */
export function shardName(index: number): string {
  return String(index).padStart(5, '0')
}
