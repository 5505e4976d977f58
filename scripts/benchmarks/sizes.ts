import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Run {
  readonly articles: number
  readonly megabytes: number
  readonly results: readonly {
    readonly names: number
    readonly jobs: number
    readonly cpuSeconds: number
    readonly peakMegabytes: number
    readonly rerunShare: number
    readonly outputTimesText: number
  }[]
}

/** The table of docs/guide.md: what 1,000 articles take, of bench/results/run.json. @param root of the project */
export function sizesTable(root: string): string {
  const { articles, megabytes, results } = JSON.parse(readFileSync(join(root, 'bench', 'results', 'run.json'), 'utf8')) as Run
  const thousands = articles / 1000
  const rows = results
    .filter(({ jobs }) => jobs === 1)
    .map(({ names, cpuSeconds, rerunShare, outputTimesText, peakMegabytes }) => {
      const seconds = cpuSeconds / thousands
      const output = (megabytes / thousands) * outputTimesText
      return `| ${names.toLocaleString('en')} | ${seconds.toFixed(0)} CPU-s | ${(seconds * rerunShare).toFixed(1)} CPU-s | ${output.toFixed(0)} MB | ${peakMegabytes} MB |`
    })
  return `Of texts of ${Math.round((megabytes * 1e6) / articles / 100) * 100} bytes each, on average, 1,000 articles:

| names in the glossary | a run | the same again, nothing new | output | most memory, whatever the number |
|---|---|---|---|---|
${rows.join('\n')}
`
}
