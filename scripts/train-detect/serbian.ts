import { readFileSync } from 'node:fs'

const latin: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d ђ:đ е:e ж:ž з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:ć у:u ф:f х:h ц:c ч:č џ:dž ш:š'
    .split(' ')
    .map((pair) => pair.split(':')),
)

/** Serbian in Latin letters, in lower case: the two alphabets stand for each other letter by letter. */
export function inLatin(cyrillic: string): string {
  return cyrillic.toLowerCase().replace(/[а-џ]/gu, (letter) => latin[letter] ?? letter)
}

/** Stems as said in Serbia, and as said in Bosnia and Croatia, where the old vowel jat became ije, je or i. */
const stems = new Map(
  readFileSync(new URL('ijekavian.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [ekavian: string, ijekavian: string]),
)

/** A stem this long is hardly the beginning of another word. */
const CERTAIN = 5
const prefixes = ['', 'ne', 'naj', 'po', 'na', 'za', 'o', 'u', 'do', 'iz', 'raz', 'ras', 's', 'pri', 'pro', 'pre', 'od']

/**
 * Serbian lines with the vowels of Bosnian: the words of the one with the sounds of the other are what Bosnian mostly is, and of Bosnian
 * itself there is little text. Lines that come out the same are left out. `attested` holds the words of Bosnian and Croatian text.
 */
export function asInBosnian(lines: readonly string[], attested: ReadonlySet<string>): string[] {
  return lines.flatMap((line) => {
    const changed = line.toLowerCase().replace(/\p{L}+/gu, (word) => ijekavian(word, attested))
    return changed === line.toLowerCase() ? [] : [changed]
  })
}

function ijekavian(word: string, attested: ReadonlySet<string>): string {
  if (attested.has(word)) return word
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue
    for (let end = word.length; end > prefix.length + 1; end--) {
      const stem = stems.get(word.slice(prefix.length, end))
      if (stem === undefined) continue
      const changed = prefix + stem + word.slice(end)
      if (attested.has(changed) || end === word.length || end - prefix.length >= CERTAIN) return changed
    }
  }
  return word
}

/** The words of `lines`, in lower case. */
export function wordsIn(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.toLowerCase().match(/\p{L}+/gu) ?? []))
}
