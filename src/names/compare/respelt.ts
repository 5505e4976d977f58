import type { Language } from '../../article.ts'
import { Memo } from '../memo.ts'
import { isRespelling, respelled, respellsAll } from '../scripts/respelling.ts'
import { heardDistance } from './heard.ts'
import { ownLetters } from './own-letters.ts'
import { plain, squeeze } from './spelling.ts'

/**
 * Letters exchanged by chance, a letter of the name, up to which a spelling is what a language regularly makes of it. Of Šekspir, Ajnštajn, Nyuton,
 * Gəncəvi the highest is .058; Rutherfurd, Nyutonn and Einstien have .068 and more. With .08 garblings stay, with .05 Ajnštajn is rewritten.
 */
const REGULAR = 0.06
/** The same of a spelling with letters that the name has none of: nobody puts in ə or š by mistake. Hacıbəyov of Hajibeyov has .14. */
const OWN_LETTERS = 0.15

const known = new Memo((language: Language, written: string, name: string): boolean => {
  const key = squeeze(name)
  if (plain(squeeze(written)) === plain(key)) return false
  const sounds = ownLetters(respelled(written, language))
  if (sounds === '') return false
  if (!respellsAll(language)) return isRespelling(written, name, language)
  const most = key.length * (foreign.test(written) && !foreign.test(name) ? OWN_LETTERS : REGULAR)
  return heardDistance(sounds, key, most)! <= most
})

const foreign = /[^\p{ASCII}]/u

/** Whether `written` is how `language` writes the foreign `name`, by sound: Serbian Ajnštajn, German Tschechow. More than accents must differ. */
export function isRespelt(written: string, name: string, language: Language): boolean {
  return known.of(language, written, name)
}
