/** franc alone on the texts of a JSONL file: prints the CPU-seconds of its calls. */
import { readFileSync } from 'node:fs'
import { franc } from 'franc'

const texts = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).text)
for (const text of texts.slice(0, 200)) franc(text)
const start = process.cpuUsage()
for (const text of texts) franc(text)
const { user, system } = process.cpuUsage(start)
console.log((user + system) / 1e6)
