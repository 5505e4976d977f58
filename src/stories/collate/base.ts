import { baseLanguage } from '../../language.ts'
import type { Link } from '../group/index.ts'
import type { Version } from '../version.ts'

/**
 * The version that the others are compared with: of the language that most are in, the one that has most in common with the others; of two alike,
 * the one that writes names as the glossary does, and in fewer ways: who garbles names garbles them differently each time.
 */
export function baseOf(versions: readonly Version[], links: readonly Link[]): number {
  const languages = versions.map(({ language }) => baseLanguage(language))
  const speakers = (at: number) => languages.filter((language) => language === languages[at]).length
  const likeness = (at: number) =>
    links.reduce((sum, { a, b, similarity }) => sum + ((a === at || b === at) && languages[a] === languages[b] ? similarity : 0), 0)
  const ranked = versions.map((version, at) => ({
    at,
    // Two versions of one language are as like the one as the other.
    rank: [-speakers(at), -Number(likeness(at).toFixed(6)), garbled(version), capitalized(version)],
  }))
  ranked.sort((x, y) => x.rank.map((value, place) => value - y.rank[place]!).find((difference) => difference !== 0) ?? x.at - y.at)
  return ranked[0]!.at
}

/** Names that are not spelt as the glossary has them, nor a part of that. */
function garbled({ names }: Version): number {
  return names.flat().filter(({ canonical, surface }) => !canonical.includes(surface)).length
}

/** Different words with a capital, where no sentence begins. */
function capitalized({ sentences }: Version): number {
  return new Set(sentences.flatMap((sentence) => sentence.match(/(?<=[\p{L},] )\p{Lu}\p{L}+/gu) ?? [])).size
}
