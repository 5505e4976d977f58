/**
 * Whether training gives the committed tables of models/names, and what it says of unseen text, byte for byte. Every generator is run in the order in which they need each other;
 * a table that came out otherwise is told and put back as it was. About ten minutes.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/check.ts [GENERATOR…]
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A generator reads what those before it wrote. */
const generators = ['given', 'persons', 'words', 'readings', 'costs/index', 'transcriptions', 'inflection', 'linking']

const models = join(import.meta.dirname, '../../models/names')
/** What training says of unseen text. */
const unseen = join(import.meta.dirname, 'linking/unseen.tsv')

function tables(): Map<string, Buffer> {
  const files = readdirSync(models, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const paths = [...files.map(({ parentPath, name }) => join(parentPath, name)), unseen]
  return new Map(paths.map((path) => [path, readFileSync(path)]))
}

const unknown = process.argv.slice(2).filter((name) => !generators.includes(name))
if (unknown.length > 0) throw new Error(`no generator '${unknown[0]}': expected ${generators.join(', ')}`)
const wanted = process.argv.length > 2 ? process.argv.slice(2) : generators

let different = 0
for (const generator of generators.filter((name) => wanted.includes(name))) {
  const before = tables()
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../../node_modules/jiti/lib/jiti-cli.mjs'), join(import.meta.dirname, `${generator}.ts`)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  for (const [file, bytes] of tables()) {
    const committed = before.get(file)
    if (committed?.equals(bytes)) continue
    different++
    console.log(`${generator}: ${file} comes out otherwise`)
    if (committed !== undefined) writeFileSync(file, committed)
  }
  console.log(`${generator}: done`)
}
process.exitCode = different > 0 ? 1 : 0
