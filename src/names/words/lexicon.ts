import { createRequire } from 'node:module'

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

/** Whether a capitalized word is known, as a name or as a word: then it is not a misspelling of another. */
export function isKnown(word: string): boolean {
  return lexicon().has(word) || isWord(word)
}

/** Whether it is a word when written in lower case. */
export function isWord(word: string): boolean {
  return lexicon().has(word.toLowerCase())
}

/** Whether it is, in English, a word for those of a people, a faith or a party, or of what is theirs: 'Canadian', 'Republicans'. */
export function isDemonym(word: string): boolean {
  const [first = '', ...others] = lexicon().get(word) ?? []
  if (isWord(word)) return false
  return (
    first === 'JJ' || first === 'NNPS' || (others.includes('JJ') && others.some((tag) => tag === 'NN' || tag === 'NNS' || tag === 'NNPS'))
  )
}
