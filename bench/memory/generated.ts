/**
 * Sentences that have words as often, and beside each other, as real ones do: drawn from pairs of words that stand beside each other in the
 * training lines of a language. The vocabulary of five thousand lines is small for a million sentences: more of them are alike than in a real
 * memory, which is the harder case.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export function sentencesLike(lines: readonly string[], chance: () => number): () => string {
  const next = new Map<string, string[]>()
  for (const line of lines) {
    const words = ['', ...line.split(/\s+/u).filter((word) => word !== ''), '']
    for (const [at, word] of words.slice(0, -1).entries()) {
      const known = next.get(word)
      if (known === undefined) next.set(word, [words[at + 1]!])
      else known.push(words[at + 1]!)
    }
  }
  return () => {
    const words: string[] = []
    for (let word = pick(next.get('')!, chance); word !== '' && words.length < 60; word = pick(next.get(word)!, chance)) words.push(word)
    return words.join(' ')
  }
}

function pick<T>(values: readonly T[], chance: () => number): T {
  return values[Math.floor(chance() * values.length)]!
}

/** The training lines of a language; without SYNOPTIC_DATA those of the sample's memory, so that the bench runs everywhere. */
export function linesOf(language: string): readonly string[] {
  const data = process.env.SYNOPTIC_DATA
  const path = data === undefined ? new URL('../../glossary/memory.tmx', import.meta.url) : join(data, 'detect-train', `${language}.txt`)
  const text = readFileSync(path, 'utf8')
  if (data !== undefined) return text.trimEnd().split('\n')
  return [...text.matchAll(new RegExp(`xml:lang="${language}"><seg>(.*?)</seg>`, 'gu'))].map(([, segment]) => segment!)
}

/** `text` with so many words changed, taken out or put in. */
export function edited(text: string, edits: number, words: readonly string[], chance: () => number): string {
  const parts = text.split(' ')
  for (let done = 0; done < edits; done += 1) {
    const at = Math.floor(chance() * parts.length)
    const kind = chance()
    if (kind < 0.6) parts[at] = pick(words, chance)
    else if (kind < 0.8) parts.splice(at, 1)
    else parts.splice(at, 0, pick(words, chance))
  }
  return parts.join(' ')
}
