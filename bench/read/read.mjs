// Reads a file with the compiled readers and says what came of it: node read.mjs FILE
import { read } from '../../dist/read/index.js'

const result = { articles: 0, rejected: 0, skipped: 0, inOrder: true }
const before = process.cpuUsage()
for await (const item of read([process.argv[2]], new AbortController().signal, { skipped: ({ count }) => (result.skipped += count) })) {
  if (item.kind === 'rejected') {
    result.rejected += 1
    continue
  }
  result.articles += 1
  result.inOrder &&= item.article.body.includes(`Article ${result.articles}, `)
}
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ ...result, cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1000 }))
