/** What editors, scrapers and machines make of an article: generated, the same every time. */

import { randomNumbers } from '../random.mjs'

export const edits = ['excerpt', 'shuffled', 'reworded', 'every other sentence', 'longer', 'run together'] as const

/** @param words of other articles, which come into this one */
export function edited(edit: (typeof edits)[number], sentences: readonly string[], words: readonly string[], seed: number): string[] {
  const random = randomNumbers(seed)
  const reword = (share: number) => (sentence: string) => reworded(sentence, words, share, random)
  switch (edit) {
    case 'excerpt': {
      const length = Math.ceil(sentences.length / 2)
      const from = Math.floor(random() * (sentences.length - length + 1))
      return sentences.slice(from, from + length).map(reword(0.1))
    }
    case 'shuffled':
      return sentences
        .map((sentence) => ({ sentence, key: random() }))
        .sort((x, y) => x.key - y.key)
        .map(({ sentence }) => reword(0.15)(sentence))
    case 'reworded':
      return sentences.map(reword(0.4))
    case 'every other sentence':
      return sentences.filter((_, at) => at % 2 === 0).map(reword(0.2))
    case 'longer':
      return sentences.flatMap((sentence) =>
        random() < 0.5 ? [reword(0.2)(sentence)] : [reword(0.2)(sentence), Array.from({ length: 18 }, () => pick(words, random)).join(' ')],
      )
    case 'run together':
      return sentences.flatMap((sentence, at) =>
        at % 2 === 1 ? [] : [[sentence, sentences[at + 1] ?? ''].map(reword(0.2)).join(' ').replace('. ', ', and ')],
      )
  }
}

/** Words dropped, replaced by others' and moved by one place. @param share of the words that change, 0..1 */
export function reworded(sentence: string, words: readonly string[], share: number, random: () => number): string {
  const out: string[] = []
  for (const word of sentence.split(' ')) {
    const dice = random()
    if (dice < share * 0.3) continue
    if (dice < share * 0.85) out.push(pick(words, random))
    else if (dice < share) out.splice(Math.max(0, out.length - 1), 0, word)
    else out.push(word)
  }
  return out.join(' ')
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!
}
