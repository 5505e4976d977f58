import { createRequire } from 'node:module'
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { Filter } from '../filter.ts'

const require = createRequire(import.meta.url)

/**
 * 92,000 words and names of English newspapers, from natural's part-of-speech tagger (MIT; Brill's lexicon by way of pos-js). It is read when a
 * doubtful word is first met: four megabytes.
 */
let words: ReadonlyMap<string, readonly string[]> | undefined

/** The words, with the Penn Treebank tags of each, the most frequent first. */
function lexicon(): ReadonlyMap<string, readonly string[]> {
  // By its path: the package's own entry loads database drivers.
  words ??= new Map(Object.entries(require('natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json')))
  return words
}

/** Words of 119 languages, as `language word`: models/names/README.md tells whence. A megabyte, read when a doubtful word is first met. */
let filter: Filter | undefined

/** Whether a capitalized word is known, as a name or as a word of English: then it is not a misspelling of another. */
export function isKnown(word: string): boolean {
  return lexicon().has(word) || isWord(word, 'en')
}

/** Whether it is a word of the language when written in lower case; in German and its kin, also a noun. Of others, 3 of 1,000 seem to be. */
export function isWord(word: string, language: Language): boolean {
  const base = baseLanguage(language)
  const lower = word.toLowerCase()
  if (base === 'en' && lexicon().has(lower)) return true
  filter ??= Filter.read('words.bin')
  return filter.has(`${base} ${lower}`)
}

/** Whether it is, in English, a word for those of a people, a faith or a party, or of what is theirs: 'Canadian', 'Republicans'. */
export function isDemonym(word: string): boolean {
  const [first = '', ...others] = lexicon().get(word) ?? []
  if (lexicon().has(word.toLowerCase())) return false
  return (
    first === 'JJ' || first === 'NNPS' || (others.includes('JJ') && others.some((tag) => tag === 'NN' || tag === 'NNS' || tag === 'NNPS'))
  )
}
