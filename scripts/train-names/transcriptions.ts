/**
 * Writes models/names/transcriptions/SCRIPT.tsv.gz, how names of the Latin script are written in others, and models/names/surnames-ko.tsv, how the
 * family names of Korea are spelt in Latin letters.
 *
 * - names of one item of Wikidata (given/equivalents), each form in another script with each in Latin letters;
 * - words of names of Wikidata side by side (translit): those met twice, and of the others, which are not always of the same part of a name, those
 *   that sound alike;
 * - the most frequent family names of Korea (given/surnames-by-country).
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/transcriptions.ts
 */
import { join } from 'node:path'
import { similarity } from '../../src/names/compare/distance.ts'
import { ownLetters } from '../../src/names/compare/own-letters.ts'
import { plain, squeeze } from '../../src/names/compare/spelling.ts'
import { spellingsOfHan } from '../../src/names/scripts/han.ts'
import { scriptOf } from '../../src/names/scripts/index.ts'
import { spellingsOfKanji } from '../../src/names/scripts/kanji.ts'
import { tableForm } from '../../src/names/words/transcriptions.ts'
import { rowsOf, trainingFolder, writeTable } from './files.ts'

const folder = trainingFolder()
const pairs: Readonly<Record<string, string>> = {
  ...{ hangul: 'ko', han: 'zh', arabic: 'ar', hebrew: 'he', thai: '' },
  ...{ armenian: '', bengali: '', devanagari: '', georgian: '', greek: '', kana: '' },
}

/** Least likeness of what was met once: half of it is another part of the same name. */
const ALIKE = 0.6
/** More spellings of one name are those of several. */
const MOST_SPELLINGS = 12

const spellings = new Map(Object.keys(pairs).map((script) => [script, new Map<string, Map<string, number>>()]))

function add(written: string, latin: string, count: number): void {
  if (!/^[\p{L}\p{M}'’׳-]{2,}$/u.test(written) || !/^[\p{Script=Latin}'’-]{2,}$/u.test(latin)) return
  const { script, form } = tableForm(written) ?? { script: '', form: '' }
  const known = spellings.get(script)
  const key = squeeze(latin)
  if (known === undefined || key.length < 2 || (script === 'han' && isReading(form, key))) return
  const counts = known.get(form) ?? new Map<string, number>()
  known.set(form, counts.set(key, (counts.get(key) ?? 0) + count))
}

/** Whether it is a name of China, Japan or Korea, which is read as its characters are: the finder knows their readings. */
function isReading(form: string, key: string): boolean {
  const readings = (['family', 'given'] as const).flatMap((part) => [...spellingsOfHan(form, part), ...spellingsOfKanji(form, part)])
  return readings.some((reading) => plain(reading) === plain(key))
}

for (const [, list = ''] of rowsOf(join(folder, 'given/equivalents.tsv.gz'))) {
  const forms = list.split('|')
  const latin = forms.filter((form) => /^\p{Script=Latin}/u.test(form))
  for (const form of forms) if (!/^\p{Script=Latin}/u.test(form)) for (const name of latin) add(form, name, 1)
}
for (const [script, language] of Object.entries(pairs)) {
  if (language === '') continue
  for (const [written = '', latin = '', count = ''] of rowsOf(join(folder, `translit/${language}.tsv.gz`))) {
    if (scriptOf(written)?.name !== script) continue
    if (Number(count) > 1 || similarity(squeeze(written), squeeze(latin), ALIKE, ownLetters(written)) >= ALIKE)
      add(written, latin, Number(count))
  }
}
for (const [script, known] of spellings) {
  const lines = [...known].map(([written, counts]) => {
    const best = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_SPELLINGS)
    return `${written}\t${best.map(([key]) => key).join(' ')}`
  })
  writeTable(`transcriptions/${script}.tsv.gz`, ['written', 'latin'], lines.toSorted())
}

const surnames = new Map<string, { hangul: Set<string>; latin: Set<string> }>()
for (const [country, , group = '', local = '', romanized = ''] of rowsOf(join(folder, 'given/surnames-by-country.tsv'))) {
  if (country !== 'KR') continue
  const name = surnames.get(group) ?? { hangul: new Set(), latin: new Set() }
  surnames.set(group, name)
  if (/^[가-힣]+$/u.test(local)) name.hangul.add(local)
  if (romanized !== '') name.latin.add(squeeze(romanized))
}
const korean = new Map<string, Set<string>>()
for (const { hangul, latin } of surnames.values())
  for (const form of hangul) korean.set(form, new Set([...(korean.get(form) ?? []), ...latin]))
writeTable('surnames-ko.tsv', ['written', 'latin'], [...korean].map(([written, latin]) => `${written}\t${[...latin].join(' ')}`).toSorted())
