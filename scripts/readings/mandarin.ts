/**
 * Writes src/names/scripts/mandarin.ts: the syllable that each common Han character is read as in Mandarin, without tone.
 *
 *     npx jiti scripts/readings/mandarin.ts FOLDER     with Unihan_Readings.txt, Unihan_Variants.txt and Unihan_OtherMappings.txt
 *
 * Readings are kMandarin of the Unicode Han Database (Unicode licence); common are the characters of GB 2312 and their traditional forms.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '.'] = process.argv.slice(2)

/** Characters → values of a property. */
function read(file: string, property: string): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    const [code, name, value] = line.split('\t')
    if (name === property && code!.startsWith('U+')) values.set(character(code!), value!.split(' '))
  }
  return values
}

function character(code: string): string {
  return String.fromCodePoint(Number.parseInt(code.replace(/^U\+/u, ''), 16))
}

const mandarin = read('Unihan_Readings.txt', 'kMandarin')
const traditional = read('Unihan_Variants.txt', 'kTraditionalVariant')
const characters = new Set<string>()
for (const common of read('Unihan_OtherMappings.txt', 'kGB0').keys()) {
  characters.add(common)
  for (const code of traditional.get(common) ?? []) characters.add(character(code))
}

const bySyllable = new Map<string, string[]>()
for (const one of [...characters].toSorted()) {
  const reading = mandarin.get(one)?.[0]
  if (reading === undefined) continue
  // Only the dots of ü change the sound of a name.
  const syllable = reading
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
    .normalize('NFC')
    .replaceAll('ü', 'v')
  bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), one])
}

const lines = [...bySyllable].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, all]) => `${syllable} ${all.join('')}`)
writeFileSync(
  join(import.meta.dirname, '..', '..', 'src', 'names', 'scripts', 'mandarin.ts'),
  `/**
 * Mandarin syllables, without tone and with v for ü, and the characters read so: kMandarin of the Unicode Han Database, for the characters of
 * GB 2312 and their traditional forms (© Unicode, Inc., Unicode licence v3). Made by scripts/readings/mandarin.ts.
 */
export const mandarin = \`
${lines.join('\n')}
\`
`,
)
