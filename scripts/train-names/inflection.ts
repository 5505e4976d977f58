/**
 * Writes models/names/inflection.tsv.gz: what the ends of names say of their nominatives in each language, and which ends they have in which
 * case. Both are decision lists (Rivest 1987): of all rows whose suffix a word has, the longest decides.
 *
 * A pair of form and lemma is a rule: the end that is the form's alone, and the lemma's in its place. How often each rule holds is counted for
 * every suffix of the form, three letters before its end at most, and drawn towards the shorter suffix (`SMOOTHING`). A suffix that says
 * nearly what the shorter one says has no row. Rules of inflection-hand.tsv stand beside the learned ones, with `HAND` for a probability:
 * alone where there is too little data; those of Korean particles by how few names end in them. Lemmas whose hash is a tenth are left out, for tests/quality/inflection.test.ts.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/inflection.ts
 */
import { join } from 'node:path'
import { rowsOf, trainingFolder, writeTable } from './files.ts'
import { isHeld, pairsOf } from './forms.ts'
import { Counts, type Rule, ruleOf } from './suffixes.ts'

/** Languages with data and the tables of their pairs. A language of few pairs that differ has its rules by hand. */
const sources: Readonly<Record<string, readonly string[]>> = {
  be: ['be'],
  bs: ['hr'],
  fi: ['fi'],
  ga: ['ga'],
  gd: ['gd'],
  hr: ['hr'],
  hu: ['hu'],
  hy: ['hy', 'hyw'],
  is: ['is'],
  ka: ['ka'],
  kk: ['kk'],
  ky: ['ky'],
  la: ['la'],
  lt: ['lt'],
  lv: ['lv'],
  pl: ['pl-sgjp'],
  ru: ['ru-opencorpora', 'ru'],
  sk: ['sk'],
  sl: ['sl'],
  sq: ['sq'],
  sr: ['sr'],
  tr: ['tr'],
  uk: ['uk'],
}

/** A less likely reading is left out. Of held lemmas .934, .932, .927 are found with 3.71, 3.66, 3.60 readings a form at .02, .04, .08 (means of 19 languages). */
const LEAST = 0.04
/** Probability of a rule that no data speak for, where there are data and where there are none. */
const HAND = { beside: 0.03, alone: 0.5 }
/** Share of a rule, among the words that have its ending, from which any name may follow it. */
const COMMON = 0.03
/** From so many pairs all that is only added is known; of changes, by hand, those that few names have: Лев, Льва. */
const COMPLETE = 10_000
/** A rule, and a suffix, are counted from so many pairs: of dictionaries, which list all forms of a name, and of running text. */
const FEWEST = { dictionary: 12, text: 2 }

/** Where there are no pairs but a list of bare names, by language. */
const bareNames: Readonly<Record<string, string>> = { ko: 'translit/ko.tsv.gz' }
/** How often a particle stands after a name, where that is not known: of 14,764 Korean words the twelve commonest end 1 to 5 of 100. */
const PARTICLE = 0.03

/** How likely `end` is an ending after a bare name, by how many names end so themselves: 의 is one, 라 may be either. */
function afterBareName(language: string): ((end: string) => number) | undefined {
  const file = bareNames[language]
  if (file === undefined) return undefined
  const names = rowsOf(join(trainingFolder(), file)).map(([name = '']) => name)
  return (end) => PARTICLE / (PARTICLE + names.filter((name) => name.length > end.length && name.endsWith(end)).length / names.length)
}

const hand = rowsOf(join(import.meta.dirname, 'inflection-hand.tsv'))

function handRules(language: string, ...kinds: string[]): Rule[] {
  const own = language === 'bs' ? 'hr' : language
  return hand.filter(([of, kind = '']) => of === own && kinds.includes(kind)).map(([, , end = '', lemma = '']) => ({ end, lemma }))
}

const lines: string[] = []
const languages = [...new Set([...Object.keys(sources), ...hand.map(([language = '']) => language)])].toSorted()
for (const language of languages) {
  const pairs = (sources[language] ?? []).flatMap((file) => pairsOf(file)).filter(({ lemma }) => !isHeld(lemma))
  const fewest = (sources[language] ?? []).some((file) => file.includes('-')) ? FEWEST.dictionary : FEWEST.text
  const nominatives = handRules(language, 'nominative').map(({ end }) => end)
  readings(language, pairs, fewest, nominatives)
  forms(language, pairs, fewest)
  for (const { end, lemma } of handRules(language, 'woman')) lines.push([language, 'woman', end, end, lemma, '', 'hand'].join('\t'))
  for (const { end } of handRules(language, 'before')) lines.push([language, 'before', end, '', '', '', 'hand'].join('\t'))
  for (const end of nominatives) lines.push([language, 'nominative', end, '', '', '', 'hand'].join('\t'))
}
writeTable('inflection.tsv.gz', ['language', 'kind', 'suffix', 'end', 'instead', 'probability', 'source'], lines)

type Pairs = ReturnType<typeof pairsOf>

/** What forms may be the forms of. */
function readings(language: string, pairs: Pairs, fewest: number, nominatives: readonly string[]): void {
  const learned = afterBareName(language)
  const byHand = (end: string) => learned?.(end) ?? (pairs.length === 0 ? HAND.alone : HAND.beside)
  const counts = new Counts()
  for (const { form, lemma, count } of pairs) counts.add(form, ruleOf(form, lemma), count)
  const smoothed = counts.smoothed(fewest)
  const added = handRules(language, 'changed', ...(pairs.length > COMPLETE ? [] : ['added']))
  const foreign = new Set(handRules(language, 'changed').flatMap(({ end, lemma }) => (lemma === '' ? [`${end} `] : [])))
  for (const { end } of added) if (!smoothed.has(end)) smoothed.set(end, new Map(counts.nearest(smoothed, end)))
  for (const [suffix, shares] of [...smoothed].toSorted()) {
    const known = new Map([...shares].filter(([, share]) => share >= LEAST))
    // Foreign names follow the common rules, whatever the language's own with this suffix do: Czechowa is no form of Czechów alone.
    for (let from = 1; from <= suffix.length; from++) {
      for (const [name, share] of smoothed.get(suffix.slice(from)) ?? []) {
        const [end = ''] = name.split(' ')
        if (end.length === suffix.length - from && share >= COMMON && !known.has(name)) known.set(name, share / 2)
      }
    }
    for (const { end, lemma } of added) {
      const name = `${end} ${lemma}`
      if (suffix.endsWith(end) && !known.has(name)) known.set(name, byHand(end))
    }
    for (const [name, share] of [...known]) {
      const [end = '', lemma = ''] = name.split(' ')
      for (const nominative of nominatives) {
        const left = withoutNominative(suffix, { end, lemma }, nominative)
        if (left === undefined || known.has(left)) continue
        known.set(left, share / 2)
        foreign.add(left)
      }
    }
    for (const [name, share] of [...known].toSorted(([a, p], [b, q]) => q - p || a.length - b.length || (a < b ? -1 : 1))) {
      const [end = '', lemma = ''] = name.split(' ')
      const source = foreign.has(name) ? 'adapted' : shares.has(name) ? 'learned' : 'hand'
      lines.push([language, 'read', suffix, end, lemma, share.toFixed(2), source].join('\t'))
    }
  }
}

/** The rule that leaves a foreign name, to which the language adds `nominative`: Latvian Keplera → Kepler(s). */
function withoutNominative(suffix: string, { end, lemma }: Rule, nominative: string): string | undefined {
  if (lemma.endsWith(nominative)) return `${end} ${lemma.slice(0, lemma.length - nominative.length)}`
  if (!nominative.endsWith(lemma)) return undefined
  const stem = nominative.slice(0, nominative.length - lemma.length)
  return suffix.endsWith(stem + end) ? `${stem}${end} ` : undefined
}

/** What a name becomes in each case: the likeliest form. */
function forms(language: string, pairs: Pairs, fewest: number): void {
  const byCase = new Map<string, Counts>()
  for (const { form, lemma, count, cases } of pairs) {
    for (const name of cases) {
      const counts = byCase.get(name) ?? new Counts()
      byCase.set(name, counts)
      counts.add(lemma, ruleOf(lemma, form), count)
    }
  }
  for (const [name, counts] of [...byCase].toSorted()) {
    const smoothed = counts.smoothed(fewest)
    for (const [suffix, shares] of [...smoothed].toSorted()) {
      const [[best, share]] = [...shares].toSorted(([a, p], [b, q]) => q - p || (a < b ? -1 : 1)) as [[string, number]]
      const [end = '', form = ''] = best.split(' ')
      lines.push([language, name, suffix, end, form, share.toFixed(2), 'learned'].join('\t'))
    }
  }
}
