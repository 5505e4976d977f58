/**
 * Writes how Han characters are read and which are forms of one:
 *
 * - `han-variants.tsv`: the character that each other form is folded to (simplified, traditional, of Taiwan, of Hong Kong, Japanese old and new);
 * - `readings-zh.tsv`: characters by their syllable in Mandarin, without tone and with v for ü, the commonest reading apart from others;
 * - `readings-han.tsv`: characters, folded, and how names of China, Korea and Vietnam in them are spelt in Latin letters, marked f when they are
 *   family names;
 * - `readings-ja.tsv.gz`: family and given names in kanji, folded, with their readings in hiragana, in the order of their code units.
 *
 *     SYNOPTIC_DATA=… npx jiti scripts/train-names/readings.ts
 */
import { join } from 'node:path'
import { rowsOf, trainingFolder, writeTable } from './files.ts'
import { wadeGiles } from './wade-giles.ts'

const folder = join(trainingFolder(), 'readings')
const variants = foldedVariants()
const fold = (text: string) => [...text].map((character) => variants.get(character) ?? character).join('')

writeTable('han-variants.tsv', ['character', 'folded'], lines([...variants]))
writeTable('readings-zh.tsv', ['syllable', 'commonly', 'also'], mandarin())
writeTable('readings-han.tsv', ['character', 'family', 'spellings'], spellings())
writeTable('readings-ja.tsv.gz', ['name', 'family', 'given'], japanese())

/** New Japanese forms lead to old ones, these and others to traditional ones, and these to simplified ones. */
function foldedVariants(): Map<string, string> {
  const steps = new Map<string, Map<string, string>>()
  for (const [from = '', to = '', kind = ''] of rowsOf(join(folder, 'han-variants.tsv'))) {
    const [source, target] = kind.split('>')
    const [first = ''] = to.split(' ')
    // Taiwan's and Hong Kong's forms are those that others are folded from.
    const [step, a, b] = target === 'taiwan' || target === 'hongkong' ? ['local', first, from] : [source!, from, first]
    if (!steps.has(step!)) steps.set(step!, new Map())
    if (!steps.get(step!)!.has(a!)) steps.get(step!)!.set(a!, b!)
  }
  const found = new Map<string, string>()
  const all = [...steps].filter(([step]) => step !== 'simplified').flatMap(([, pairs]) => [...pairs.keys()])
  for (const character of new Set(all)) {
    let folded = character
    for (const step of ['shinjitai', 'local', 'traditional']) folded = steps.get(step)!.get(folded) ?? folded
    if (folded !== character) found.set(character, folded)
  }
  return found
}

function mandarin(): string[] {
  const commonly = new Map<string, string[]>()
  const also = new Map<string, string[]>()
  for (const [character = '', readings = ''] of rowsOf(join(folder, 'zh.tsv.gz'))) {
    // Rarer characters are in no name that anybody writes.
    if (character < '\u4e00' || character > '\u9fff') continue
    const syllables = [...new Set(readings.split(',').map(withoutTone))].filter((syllable) => /^[a-z]+$/u.test(syllable))
    for (const [at, syllable] of syllables.entries()) {
      const table = at === 0 ? commonly : also
      table.set(syllable, [...(table.get(syllable) ?? []), character])
    }
  }
  const syllables = [...new Set([...commonly.keys(), ...also.keys()])].toSorted()
  return syllables.map((one) => [one, commonly.get(one)?.join('') ?? '', also.get(one)?.join('') ?? ''].join('\t'))
}

/** Only the dots of ü change the sound of a name. */
function withoutTone(reading: string): string {
  const plain = reading.normalize('NFD').replace(/[\u0300\u0301\u0302\u0304\u030c]/gu, '')
  return plain.normalize('NFC').replaceAll('ü', 'v').replaceAll('ê', 'e')
}

/**
 * Mandarin in pinyin and after Wade and Giles; items of Wikidata that are one character, a name in all its romanizations, a family name where
 * it has many, and fewer are enough where Cyrillic writes it too; the commonest family names of China, Taiwan, Korea and Vietnam.
 */
function spellings(): string[] {
  const found = new Map<string, { family: boolean; spelt: Set<string> }>()
  const of = (character: string) => {
    if (!found.has(character)) found.set(character, { family: false, spelt: new Set() })
    return found.get(character)!
  }
  const mandarin = new Map<string, string[]>()
  for (const [character = '', readings = ''] of rowsOf(join(folder, 'zh.tsv.gz'))) {
    if (character < '\u4e00' || character > '\u9fff') continue
    const all = readings.split(',').map((reading) => plain(withoutTone(reading)))
    mandarin.set(fold(character), [...(mandarin.get(fold(character)) ?? []), ...all])
    of(fold(character)).spelt.add(all[0]!).add(wadeGiles(all[0]!))
  }
  for (const [, forms = ''] of rowsOf(join(trainingFolder(), 'given', 'equivalents.tsv.gz'))) {
    const all = forms.split('|')
    const characters = new Set(all.filter((form) => /^\p{Script=Han}$/u.test(form)).map(fold))
    const [character = ''] = characters
    // Of several names read alike nobody knows which romanization is whose.
    if (characters.size !== 1 || !found.has(character)) continue
    const names = all.map(plain).filter((form) => /^[a-z]{1,7}$/u.test(form))
    // Hiragana without Hangul make it a Japanese one, which readings-ja.tsv.gz has.
    const has = (script: RegExp) => all.some((form) => script.test(form))
    if (has(/\p{Script=Hiragana}/u) && !has(/\p{Script=Hangul}/u)) continue
    if (all.length >= (has(/^\p{Script=Cyrillic}+$/u) ? 9 : 12)) of(character).family = true
    for (const name of names) of(character).spelt.add(name)
  }
  const groups = new Map<string, string[][]>()
  for (const row of rowsOf(join(trainingFolder(), 'given', 'surnames-by-country.tsv'))) {
    groups.set(row[2]!, [...(groups.get(row[2]!) ?? []), row])
  }
  for (const group of groups.values()) {
    const characters = new Set(
      group
        .map(([, , , local = '']) => local)
        .filter((local) => /^\p{Script=Han}$/u.test(local))
        .map(fold),
    )
    const [character = ''] = characters
    if (characters.size !== 1 || !found.has(character)) continue
    of(character).family = true
    for (const name of group.flatMap(([, , , , romanized = '']) => plain(romanized.toLowerCase()).split('/'))) {
      if (/^[a-z]{1,7}$/u.test(name)) of(character).spelt.add(name)
    }
  }
  // Rarer readings are those of words, but for family names: 仇, 单, 解.
  for (const [character, { family, spelt }] of found) if (family) for (const reading of mandarin.get(character)!) spelt.add(reading)
  return lines([...found].map(([character, { family, spelt }]) => [character, family ? 'f' : '', [...spelt].toSorted().join(',')]))
}

/** Without diacritics, apostrophes and hyphens, as names are looked up. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’ʻ-]/gu, '')
    .replaceAll('v', 'u')
}

function japanese(): string[] {
  const names = new Map<string, [family: Set<string>, given: Set<string>]>()
  for (const [name = '', reading = '', types = ''] of rowsOf(join(folder, 'ja.tsv.gz'))) {
    if (!/^\p{Script=Han}{1,5}$/u.test(name) || !/^[ぁ-ゖー]+$/u.test(reading)) continue
    const key = fold(name)
    for (const type of types.split(',')) {
      const role = type === 'surname' ? 0 : type.startsWith('given') || type === 'person-unclassified' ? 1 : undefined
      if (role === undefined) continue
      if (!names.has(key)) names.set(key, [new Set(), new Set()])
      names.get(key)![role].add(reading)
    }
  }
  return lines([...names].map(([name, roles]) => [name, ...roles.map((readings) => [...readings].toSorted().join(','))]))
}

function lines(rows: readonly (readonly string[])[]): string[] {
  return rows.map((cells) => cells.join('\t')).toSorted((a, b) => (a < b ? -1 : 1))
}
