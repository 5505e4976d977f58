/** Writes docs/benchmarks.md, and the table of sizes in docs/guide.md, of bench/results and tasks.tsv beside this: `npx jiti scripts/benchmarks/index.ts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchmarksPage } from './page.ts'
import { sizesTable } from './sizes.ts'

const root = join(import.meta.dirname, '..', '..')
writeFileSync(join(root, 'docs', 'benchmarks.md'), benchmarksPage(root))

const guide = join(root, 'docs', 'guide.md')
const text = readFileSync(guide, 'utf8').replace(/(?<=<!-- sizes[^>]*-->\n)[\s\S]*(?=<!-- \/sizes -->)/u, () => sizesTable(root))
writeFileSync(guide, text)
