/**
 * How well names are repaired in translations, on sentence pairs whose names are known: with the source sentence, and by the text of the
 * translation alone. Among the glossary's names are look-alikes of each other; in the last row everybody has a double besides, one consonant
 * away.
 *
 * npx jiti bench/names/pairs.ts [held] [--misses]
 */
import { loadPairs, scorePairs, withDoubles, withoutSource } from './pair-score.ts'

const half = process.argv.includes('held') ? 'held' : 'tune'
const { pairs, glossary } = await loadPairs(half)
const rows = [
  ['with the source', await scorePairs(pairs, glossary)],
  ['the text alone', await scorePairs(pairs.map(withoutSource), glossary)],
  ['with the source, doubles', await scorePairs(pairs, withDoubles(glossary))],
] as const
console.log(`${''.padEnd(26)}repaired        precision       traps touched`)
for (const [name, { garbled, repaired, rewrites, right, traps }] of rows) {
  const share = (part: number, whole: number) => `${(part / Math.max(1, whole)).toFixed(3)} ${part}/${whole}`.padEnd(16)
  console.log(name.padEnd(26) + share(repaired, garbled) + share(right, rewrites) + traps)
}
if (process.argv.includes('--misses') && half === 'tune') for (const line of rows[0][1].told) console.log(line)
