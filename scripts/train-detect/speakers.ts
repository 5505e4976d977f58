/**
 * Writes models/speakers.tsv: how many people use each language of the model, by CLDR's territoryInfo. `npm pack cldr-core`, unpack it, and
 * `npx jiti scripts/train-detect/speakers.ts FOLDER` names its folder.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baseLanguage } from '../../src/language.ts'
import { shippedModel } from '../../src/stages/detect/model.ts'

interface Territory {
  readonly _population: string
  readonly languagePopulation?: Readonly<Record<string, { readonly _populationPercent: string }>>
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('name the folder of cldr-core')
const file = readFileSync(join(folder, 'supplemental', 'territoryInfo.json'), 'utf8')
const territories = (JSON.parse(file) as { supplemental: { territoryInfo: Readonly<Record<string, Territory>> } }).supplemental
  .territoryInfo
const people = new Map<string, number>()
for (const { _population, languagePopulation = {} } of Object.values(territories))
  for (const [language, { _populationPercent }] of Object.entries(languagePopulation))
    people.set(language, (people.get(language) ?? 0) + (Number(_population) * Number(_populationPercent)) / 100)

/** What CLDR calls otherwise. */
const called: Readonly<Record<string, string>> = { tl: 'fil', kmr: 'ku', 'zh-Hans': 'zh' }
const rows = shippedModel()
  .languages.toSorted()
  .flatMap((tag) => {
    const found = people.get(called[tag] ?? tag.replace('-', '_')) ?? people.get(baseLanguage(tag))
    return found === undefined ? [] : [`${tag}\t${Math.max(1, Math.round(found / 1000))}\n`]
  })
writeFileSync(new URL('../../models/speakers.tsv', import.meta.url), `language\tthousands\n${rows.join('')}`)
