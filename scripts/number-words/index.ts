/**
 * Writes models/numbers/words.tsv: how languages write small numbers in words, cardinals and ordinals in all forms, from the rules of CLDR
 * (package cldr-rbnf; Unicode Licence V3).
 *
 *   npx jiti scripts/number-words/index.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RuleSets, spellOut } from './rules.ts'

const source = join(dirname(fileURLToPath(import.meta.resolve('cldr-rbnf/package.json'))), 'rbnf')
const target = fileURLToPath(new URL('../../models/numbers/words.tsv', import.meta.url))

/** Those that texts write in words, and the tens. */
const values = [...Array.from({ length: 19 }, (_, index) => index + 2), 30, 40, 50, 60, 70, 80, 90]

/** Of a rule set's name, what its words are. */
const kinds = { cardinal: /^%spellout-(?:numbering$|cardinal)/u, ordinal: /^%spellout-ordinal/u }

const rows: string[] = []
for (const file of readdirSync(source)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const language = file.replace('.json', '')
  // Regions write words as their language does; what has a script of its own is a language's other form.
  if (/-[A-Z]{2}$|^root|^und/u.test(language)) continue
  const { rbnf } = JSON.parse(readFileSync(join(source, file), 'utf8')) as { rbnf: { rbnf: { SpelloutRules?: RuleSets } } }
  const rules = rbnf.rbnf.SpelloutRules
  if (rules === undefined) continue
  for (const [kind, name] of Object.entries(kinds)) {
    for (const value of values) {
      const words = Object.keys(rules)
        .filter((set) => name.test(set))
        .flatMap((set) => spellOut(rules, set, value) ?? [])
        .filter((words) => !/\p{N}/u.test(words))
      if (words.length > 0) rows.push([language, kind, value, [...new Set(words)].sort().join('|')].join('\t'))
    }
  }
}
writeFileSync(target, `${['language\tkind\tvalue\twords', ...rows].join('\n')}\n`)
console.log(`${rows.length} rows, ${new Set(rows.map((row) => row.split('\t')[0])).size} languages → ${target}`)
