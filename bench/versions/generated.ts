/** Articles made of words that nobody wrote, the same every time: a tenth of them are versions of another. */
import type { Version } from '../../src/stories/version.ts'
import { randomNumbers } from '../random.mjs'
import { edited, edits } from './edits.ts'

/** Words of the language, of which the r-th comes up in proportion to 1 / r (Zipf). */
const WORDS = 30_000
const NAMES = 20_000
/** Of an article's sentences, and of a sentence's words. */
const SENTENCES = { least: 6, most: 18 }
const LENGTH = { least: 8, most: 24 }
/** Share of the words of a sentence that are names: of the few that the article is about, or of anybody. */
const NAMED = 0.08
const VERSIONS = 0.1

const syllables =
  'ba be bi bo bu da de di do du fa fe ga ge go ha he ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no ra re ri ro ru sa se si so ta te ti to tu va ve vi wa we za ze'.split(
    ' ',
  )

export interface Generated {
  readonly story: string
  readonly version: Version
}

export function* generated(articles: number): Generator<Generated> {
  const random = randomNumbers(1911)
  const words = Array.from({ length: WORDS }, (_, rank) => wordOf(rank))
  const names = Array.from({ length: NAMES }, (_, rank) => `${wordOf(rank + WORDS).replace(/^./, (first) => first.toUpperCase())}`)
  const zipf = (items: readonly string[]) => items[Math.floor(items.length ** random()) - 1]!
  const between = ({ least, most }: { least: number; most: number }) => least + Math.floor(random() * (most - least + 1))
  let made = 0
  for (let story = 0; made < articles; story += 1) {
    const about = Array.from({ length: 4 }, () => names[Math.floor(random() * NAMES)]!)
    const sentence = () => {
      const content = Array.from({ length: between(LENGTH) }, () => {
        if (random() > NAMED) return zipf(words)
        return random() < 0.7 ? about[Math.floor(random() * about.length)]! : zipf(names)
      })
      return `${content.join(' ').replace(/^./, (first) => first.toUpperCase())}.`
    }
    const sentences = Array.from({ length: between(SENTENCES) }, sentence)
    const version = (id: string, of: readonly string[]): Generated => ({
      story: `${story}`,
      version: { id, language: 'und', title: '', sentences: of, translations: [], names: [], given: [] },
    })
    yield version(`${story}`, sentences)
    made += 1
    // Of 100 articles 10 are versions of another: 5 stories in 95 come twice, and one of those in three times.
    for (let copy = 0; made < articles && random() < VERSIONS / (1 - VERSIONS) - copy * 0.02; copy += 1) {
      const edit = edits[Math.floor(random() * edits.length)]!
      yield version(`${story}-${edit}-${copy}`, edited(edit, sentences, words.slice(0, 3000), story * 7 + copy))
      made += 1
    }
  }
}

/** A word of two to four syllables for each number. */
function wordOf(rank: number): string {
  let word = ''
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length]
  return word
}
