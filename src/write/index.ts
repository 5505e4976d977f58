/** EDGE OUT: everything that is made of finished articles, each by a sink of its own. The corpus itself is written shard by shard. */
import { join } from 'node:path'
import type { Rejected } from '../article.ts'
import type { Story } from '../story.ts'
import { type AlignedOptions, alignedSink } from './aligned/index.ts'
import { checksSink } from './checks.ts'
import { clustersSink } from './clusters/index.ts'
import { namesSink } from './names.ts'
import { shardName } from './products.ts'
import { rejectedSink } from './rejected.ts'
import { reportSink } from './report/index.ts'
import type { SkippedRow } from './report/overview/rows.ts'
import type { Sink } from './sink.ts'
import { storiesSink } from './stories.ts'
import { textSink } from './text.ts'
import { textsSink } from './texts.ts'

export { alignedText } from './aligned/index.ts'
export { corpusSchema } from './corpus.ts'
export { products, shardName } from './products.ts'
export type { Sink } from './sink.ts'

export interface SinksOptions extends AlignedOptions {
  /** How many there are. Of several, each has a folder for its texts. */
  readonly shards: number
  /** Whether the report leads to engines side by side. @defaultValue false */
  readonly engines?: boolean | undefined
  /** Names of the glossary, which a spelling may be near. @defaultValue those that are mentioned */
  readonly names?: readonly string[] | undefined
}

export interface Sinks extends Sink {
  /** The articles that follow are of shard `index`, from 0. @defaultValue 0 */
  begin(index: number): void
  /** Stories come before articles. */
  tell(story: Story): Promise<void>
  reject(rejected: Rejected): Promise<void>
  /** What was not read, for the report. */
  skip(skipped: SkippedRow): void
}

/** All sinks as one, in `folder`, which should be empty. */
export function openSinks(folder: string, options: SinksOptions): Sinks {
  const textsOf = (index: number) => (options.shards > 1 ? `text/${shardName(index)}` : 'text')
  let texts = textsOf(0)
  const report = reportSink(join(folder, 'report'), { texts: () => texts, engines: options.engines })
  const rejections = rejectedSink(join(folder, 'rejected.jsonl'))
  const stories = storiesSink(join(folder, 'stories'))
  const sinks: readonly Sink[] = [
    textSink(() => join(folder, texts)),
    alignedSink(join(folder, 'aligned'), options),
    namesSink(join(folder, 'names.tsv')),
    checksSink(join(folder, 'checks.tsv')),
    ...(options.formats.includes('parquet') ? [textsSink(join(folder, 'texts.parquet'), options.version)] : []),
    report,
    // Last: it tells which articles have a page.
    clustersSink(folder, options),
  ]
  return {
    begin(index) {
      texts = textsOf(index)
    },
    async write(article) {
      for (const sink of sinks) await sink.write(article)
    },
    async tell(story) {
      await stories.write(story)
      report.tell(story)
    },
    async reject(rejected) {
      await rejections.write(rejected)
      report.reject(rejected)
    },
    skip(skipped) {
      report.skip(skipped)
    },
    async close() {
      for (const sink of [...sinks, stories, rejections]) await sink.close()
    },
  }
}
