/**
 * Writes, from text of 131 languages (detect-train of the data folder):
 *
 * - models/names/words.bin: a Filter of `language word`: the words that a text has in lower case, and seldom with a capital inside a sentence;
 *   in German and its kin also what has a capital after an article; where there are no capitals, words met thrice that are nobody's name and no
 *   country's or town's (exonyms);
 * - models/names/function-words.tsv: those of them that make up a thousandth of all words or more.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/words.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Filter } from '../../src/names/filter.ts'
import { splitWords, type Word } from '../../src/names/text/words.ts'
import { isGivenName } from '../../src/names/words/given-names.ts'
import { rowsOf, trainingFolder, writeTable } from './files.ts'

/** Of the times that a word stands inside a sentence, how often in lower case. */
const MOSTLY = 0.5
/** Times that a word without capitals is met. Once or twice are as many names as words. */
const OFTEN = 3
/** Share of all words that a function word makes up at least. With half of it, names of days and 'president' come in. */
const FREQUENT = 0.001
/** From here it is one, whoever bears it as a name: Arabic 'in'. */
const VERY_FREQUENT = 0.005
/** Of the times that a function word is met inside a sentence, how often in lower case. */
const NEARLY_ALWAYS = 0.95
/** Fewer words of a language do not tell which are frequent. */
const ENOUGH = 5000

/** Times that a name of a script without capitals is met in Wikidata, to be taken for one. */
const WELL_KNOWN = 5

/** Writes nouns with a capital. Their articles, which tell nouns from names. */
const articles: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set('der die das den dem des ein eine einen einem einer eines kein keine im am zum zur vom beim'.split(' ')),
  lb: new Set('den de déi d dat e en eng engem enger am um vum zum'.split(' ')),
  nds: new Set('de dat den en een ne'.split(' ')),
}

/** Scripts that write no spaces: their words here are syllables. */
const unspaced: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my'])

interface Count {
  lower: number
  /** With a capital inside a sentence. */
  upper: number
  /** With a capital after an article, where nouns have one. */
  noun: number
}

const given = join(trainingFolder(), 'given')
const names = new Set(rowsOf(join(given, 'wiktionary-names.tsv.gz')).map(([name = '']) => name.toLowerCase()))
/** The most frequent names of countries: 'Minh', 'An'. Where they are words as well, they are no function words. */
const frequentNames = new Set(
  [
    ...rowsOf(join(given, 'forenames-by-country.tsv')).flatMap(([, , , , , , local = '', romanized = '']) => [local, romanized]),
    ...['ar', 'he', 'ko'].flatMap((language) =>
      rowsOf(join(given, '..', 'translit', `${language}.tsv.gz`)).flatMap(([source = '', , count]) =>
        Number(count) >= WELL_KNOWN ? [source] : [],
      ),
    ),
    ...rowsOf(join(given, 'surnames-by-country.tsv')).flatMap(([, , , local = '', romanized = '']) => [local, romanized]),
  ].map((name) => name.toLowerCase()),
)

const places = new Set<string>()
for (const [, locale = '', name = ''] of rowsOf(join(trainingFolder(), 'exonyms.tsv.gz'))) {
  if (name === name.toUpperCase()) places.add(`${locale.split('-')[0]} ${name}`)
}

/** What texts of one language have. Tags of one language in two scripts are one. */
function countWords(lines: readonly string[], language: string, counts: Map<string, Count>): void {
  for (const line of lines) {
    const words = splitWords(line.normalize('NFC'))
    for (const [at, word] of words.entries()) if (/^[\p{L}\p{M}]+$/u.test(word.text)) count(word, words[at - 1], language, counts)
  }
}

function count(word: Word, before: Word | undefined, language: string, counts: Map<string, Count>): void {
  const lower = word.text.toLowerCase()
  const known = counts.get(lower) ?? { lower: 0, upper: 0, noun: 0 }
  counts.set(lower, known)
  if (word.text === lower) known.lower++
  else if (!word.opens && word.gap !== 'stop') known.upper++
  if (word.text !== lower && word.gap === 'space' && articles[language]?.has(before!.text.toLowerCase())) known.noun++
}

const byLanguage = new Map<string, Map<string, Count>>()
const folder = join(trainingFolder(), '..', 'detect-train')
for (const file of readdirSync(folder).toSorted()) {
  const language = file.replace(/(?:-[A-Z][a-z]+)?\.txt$/u, '')
  if (!file.endsWith('.txt') || unspaced.has(language)) continue
  const counts = byLanguage.get(language) ?? new Map<string, Count>()
  byLanguage.set(language, counts)
  countWords(readFileSync(join(folder, file), 'utf8').split('\n'), language, counts)
}

const words: string[] = []
const functionWords: string[] = []
for (const [language, counts] of byLanguage) {
  let total = 0
  for (const { lower, upper } of counts.values()) total += lower + upper
  const own: [word: string, count: number][] = []
  for (const [word, { lower, upper, noun }] of counts) {
    const caseless = word === word.toUpperCase()
    const isWord = caseless
      ? lower >= OFTEN && !names.has(word) && !places.has(`${language} ${word}`) && !isGivenName(word)
      : lower > MOSTLY * (lower + upper) || noun > 0
    if (!isWord) continue
    if (word.length > 1) words.push(`${language} ${word}`)
    if (total < ENOUGH || (frequentNames.has(word) && lower < VERY_FREQUENT * total)) continue
    if (lower >= FREQUENT * total && lower >= NEARLY_ALWAYS * (lower + upper)) own.push([word, lower])
  }
  own.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (own.length > 0) functionWords.push(`${language}\tdetect-train\t${own.map(([word]) => word).join(' ')}`)
}
writeFileSync(join(import.meta.dirname, '../../models/names/words.bin'), Filter.of(words).bits)
const byHand = rowsOf(join(import.meta.dirname, 'function-words-hand.tsv')).map(([language, list]) => `${language}\thand\t${list}`)
writeTable('function-words.tsv', ['language', 'source', 'words'], [...functionWords, ...byHand].toSorted())
console.error(`${words.length} words, ${functionWords.length} languages with function words`)
