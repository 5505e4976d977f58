/**
 * Posts as people write them, made of sentences by rules, without chance: names behind @, tags, addresses, emoji and laughter around a
 * few words in lower case, letters drawn out, accents and short words left out. The posts of bench/names/sets beside them.
 */
import { readFileSync } from 'node:fs'
import { sequence } from './garbage.ts'
import type { TestSet } from './units.ts'

const laughter: Readonly<Record<string, readonly string[]>> = {
  es: ['jajaja', 'jajajajaj', 'JAJAJA'],
  pt: ['kkkkk', 'rsrs', 'kkkkkkkkkk'],
  fr: ['mdr', 'hahaha', 'ptdr'],
  ru: ['хахаха', 'ахахах', 'ххх'],
  uk: ['хахаха', 'ахах'],
  ja: ['www', 'ｗｗｗ', '笑'],
  zh: ['哈哈哈', '2333'],
  ko: ['ㅋㅋㅋㅋ', 'ㅎㅎ'],
  th: ['5555', '555555'],
  ar: ['ههههه'],
  el: ['χαχαχα'],
  tr: ['ahahaha', 'sjsjsjsj'],
  id: ['wkwkwk', 'hahaha'],
}

/** A post for each line that says something. */
export function posts(set: TestSet): TestSet {
  const next = sequence(11)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!
  const often = (percent: number): boolean => next(100) < percent
  return new Map(
    [...set].map(([tag, lines]) => {
      const unspaced = /^(?:ja|zh|th)/.test(tag)
      const made = lines
        .filter((line) => /\p{L}{3}/u.test(line))
        .map((line) => {
          const words = unspaced ? [line.slice(0, 12 + next(30))] : line.split(' ').slice(0, 4 + next(10))
          let text = words.join(' ')
          if (often(60)) text = text.toLowerCase()
          if (often(25))
            text = text
              .normalize('NFD')
              .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
              .normalize('NFC')
          if (often(20)) text = text.replace(/(\p{Script=Latin})(?=\s|$)/u, (letter) => letter.repeat(3 + next(5)))
          if (often(20)) text = text.replace(/\s(\p{Script=Latin})\p{Script=Latin}(?=\s)/gu, ' $1')
          if (often(20)) text = text.replace(/[.!?,]/g, '')
          if (often(30)) text = `${text.replace(/[.!?]$/, '')}${pick(['!!!', '!!', '??', '...', ' :)', ' :-D', ' ;)', ' <3', ' xD'])}`
          if (often(30)) text = `${text} ${pick(laughter[tag.slice(0, 2)] ?? ['haha', 'hahaha', 'hehe', 'lol'])}`
          if (often(40)) text = `${text} ${'😂😍❤️🔥🙏👍🏽'.slice(0, 2 * (1 + next(3)))}`
          if (often(45)) text = `@${pick(['Maria_92', 'BVB', 'realJohnSmith', 'xX_leo_Xx', 'juan_garcia1987', 'NTV', 'mar'])} ${text}`
          if (often(20)) text = `RT @${pick(['CNN', 'le_monde', 'user1234', 'AbdulKarim_'])}: ${text}`
          if (often(40))
            text = `${text} #${pick(['TBT', 'ChampionsLeague', 'nowplaying', 'JeSuisLa', 'gameofthrones', 'FF', 'WorldCup2014'])}`
          if (often(20)) text = text.replace(/(\s)(\p{L}{5,})/u, '$1#$2')
          if (often(45)) text = `${text} https://t.co/${pick(['aB3dE9xYz1', 'Q8LmNb2cVr', 'JK4z0pQw7T', 'zzHnB6ytRe'])}`
          if (often(10)) text = `${text}… pic.twitter.com/${pick(['Ab3dEr9Q', 'mVn8KLpo'])}`
          return text
        })
      return [tag, made]
    }),
  )
}

/** The posts of a set of names, by language, without the marks of the set. */
export function postsOf(file: URL): TestSet {
  const found = new Map<string, string[]>()
  let tag = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) tag = line.split(' ')[2]!
    else if (tag !== '' && line !== '') found.set(tag, [...(found.get(tag) ?? []), line.replace(/\{([^|}]*)\|[^}]*\}/g, '$1')])
  }
  return found
}
