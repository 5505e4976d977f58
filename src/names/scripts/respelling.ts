import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { Memo } from '../memo.ts'
import { readTable } from '../table.ts'

/** Whose names a language writes as they sound: everybody's (Latvian Šekspīrs), or those of Cyrillic alone (German Tschechow). */
type Whose = 'all' | 'cyrillic'

interface Respelling {
  readonly whose: Whose
  /** Spellings of the language in Cyrillic, as Russian writes foreign names down. */
  readonly letters: ReadonlyMap<string, string>
  readonly longest: number
}

let table: ReadonlyMap<Language, Respelling> | undefined

function respellingOf(language: Language): Respelling | undefined {
  table ??= new Map(
    readTable('respelling.tsv').map(([own = '', whose, list = '']) => {
      const letters = new Map(list.split(' ').map((pair) => pair.split('=') as [string, string]))
      return [own, { whose: whose as Whose, letters, longest: Math.max(...[...letters.keys()].map(({ length }) => length)) }]
    }),
  )
  return table.get(baseLanguage(language))
}

/** `word` in Cyrillic, as it is read in a language; undefined when it has a letter that no respelled name has. */
function read(word: string, { letters, longest }: Respelling): string | undefined {
  const lower = word.normalize('NFC').replaceAll('İ', 'i').toLowerCase()
  const bare = [...lower].map((letter) => letter.normalize('NFD').charAt(0)).join('')
  if (bare.length !== lower.length) return undefined
  let out = ''
  for (let at = 0; at < lower.length; ) {
    if (/[\s'’-]/u.test(lower.charAt(at))) {
      at++
      continue
    }
    let length = Math.min(longest, lower.length - at)
    let sound: string | undefined
    for (; length > 0; length--) {
      sound = letters.get(lower.slice(at, at + length)) ?? letters.get(bare.slice(at, at + length))
      if (sound !== undefined) break
    }
    if (sound === undefined) return undefined
    out += sound
    at += length
  }
  return joined(out)
}

const softened: Readonly<Record<string, string>> = { а: 'я', у: 'ю', е: 'е', о: 'ё', э: 'е' }

/** Cyrillic has a letter for й or ь and a vowel, and й for the second of two vowels. */
function joined(letters: string): string {
  return letters
    .replace(/[йь]([ауеоэ])/gu, (_, vowel: string) => softened[vowel]!)
    .replace(/(?<=[аеоуэ])и(?![аеоуэяюё])/gu, 'й')
    .replace(/^е/u, 'э')
}

/** Ends of family names that are written in Cyrillic: what other languages respell. */
const slavicEnd = /(?:[ое]в|ин|[сц]ки?й?|[сц]ка|[сц]кая|[ое]ва|ина|ко|[уюя]к|ич|[оа]й)$/u

const heard = new Memo((language: Language, word: string): string => {
  const respelling = respellingOf(language)
  const sounds = respelling === undefined ? undefined : read(word, respelling)
  if (sounds === undefined || (respelling!.whose === 'cyrillic' && !slavicEnd.test(sounds))) return ''
  return sounds
})

/**
 * What a Latin `word` would be in Cyrillic if it were a name that `language` has respelled as it sounds: 'Šekspirs' is шекспирс in Latvian; '' when
 * it is none. Languages that do so, and their letters: models/names/respelling.tsv.
 */
export function respelled(word: string, language: Language): string {
  return heard.of(language, word)
}

/** Whether `language` writes any foreign name as it sounds. */
export function respellsAll(language: Language): boolean {
  return respellingOf(language)?.whose === 'all'
}

/** Words of which is remembered how they sound, and names of the glossary. */
const MOST_SOUNDS = 100_000

/** Letters between which transcriptions of one Cyrillic name waver. */
function wavering(cyrillic: string): string {
  return cyrillic
    .replace(/[ёэ]/gu, 'е')
    .replace(/[ый]/gu, 'и')
    .replace(/[ьъ]/gu, '')
    .replaceAll('щ', 'шч')
    .replaceAll('х', 'г')
    .replace(/(?<=[аеоуию])ие/gu, 'е')
    .replace(/(.)\1+/gu, '$1')
}

const sounds = new Memo((language: Language, word: string): string | undefined => {
  const respelling = respellingOf(language)
  const found = respelling === undefined ? undefined : read(word, respelling)
  return found === undefined ? undefined : wavering(found)
}, MOST_SOUNDS)

/** What `written` would be in Cyrillic as a name that `language` respells, without what transcriptions waver in; undefined when it is none. */
export function soundIn(written: string, language: Language): string | undefined {
  const own = respellingOf(language)
  return own === undefined || own === respellingOf('en') ? undefined : sounds.of(baseLanguage(language), written)
}

/** Whether `sound`, from `soundIn`, is that of the Cyrillic name that `name` is the English, or another, transcription of. */
export function soundsLike(sound: string, name: string, language: Language): boolean {
  return sounds.of('en', name) === sound || sounds.of(baseLanguage(language), name) === sound
}

/** Whether `written` is what `language` makes of the Cyrillic name that `name` is a transcription of: Tschechow of Chekhov. */
export function isRespelling(written: string, name: string, language: Language): boolean {
  const sound = soundIn(written, language)
  return sound !== undefined && soundsLike(sound, name, language)
}
