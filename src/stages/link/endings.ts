import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

/** A word taken for the inflected form of a shorter or other one. */
export interface Lemma {
  /** The word as it may stand in the glossary: what was written, less the ending, with the letters the ending took the place of. */
  readonly text: string
  /** Letters that the ending took the place of ('a' in Szymborska → Szymborskiej); '' when the ending was only added. */
  readonly restored: string
  /** '' when nothing was taken off. */
  readonly ending: string
}

/** Endings a language adds to names, and `ending<old` for those that take the place of `old`. */
const endings: Record<string, string> = {
  de: 's ens',
  nl: 's',
  sv: 's',
  da: 's',
  nb: 's',
  nn: 's',
  is: 's ar i',
  la: 'i<us o<us um<us ae<a am<a is i em e um',
  pl: 'a owi em ie u y ów ami om ach iem ego emu m y<a i<a ie<a ę<a ą<a o<a ej<a iej<a ze<ra rze<ra ka<ek kowi<ek kiem<ek ku<ek ca<ec cowi<ec cem<ec cu<ec ego<y emu<y ym<y iego<i iemu<i im<i iego emu owie iemu im dzie<d cie<t le<ł nie<n',
  cs: 'a ovi em u e y ů i y<a ě<a u<a o<a ou<a é<á ou<á ého<ý ému<ý ém<ý ým<ý ka<ek kovi<ek kem<ek ku<ek ce<ec cem<ec la<el lovi<el lem<el ův ova ovo ovy ově ovu ovou ových',
  sk: 'a ovi om u e y ov i y<a e<a u<a o<a ou<a ej<á ú<á ého<ý ému<ý ém<ý ým<ý ka<ek kovi<ek kom<ek ca<ec com<ec la<el',
  hr: 'a u om em e i ov ova e<a i<a u<a o<a om<a og<i om<i ca<ac',
  sr: 'a u om em e i ov ova e<a i<a u<a o<a om<a а у ом ем е и ов ова е<а и<а у<а о<а ом<а',
  bs: 'a u om em e i e<a i<a u<a o<a om<a',
  sl: 'a u om em e i e<a i<a o<a',
  ru: 'а у ом ем е ым ой ы и я<й ю<й ем<й ём<й е<й я<ь ю<ь ем<ь ём<ь е<ь ы<а и<а е<а у<а ой<а ою<а и<я е<я ю<я ей<я го<й му<й м<й ом<ий ого<ий ому<ий им<ий ого<ый ому<ый ым<ый ой<ая ую<ая ой ых ыми ов ам ами ах ла<ел лу<ел лом<ел ле<ел',
  uk: 'а у ові ом ем і еві я<й ю<й єм<й єві<й я<ь ю<ь ем<ь еві<ь и<а і<а у<а ою<а о<а і<я ї<я ю<я єю<я ею<я ого<ий ому<ий им<ий ої<а ій<а ку<ко ка<ко ком<ко кові<ко ка<ок ку<ок',
  be: 'а у ам е ы і ы<а е<а у<а ай<а ага<і аму<і ім<і',
  bg: 'а ът я а<',
  mk: 'та от',
  tr: 'ın in un ün nın nin nun nün ı i u ü yı yi yu yü a e ya ye da de ta te dan den tan ten la le yla yle lar ler',
  az: 'ın in un ün nın nin nun nün ı i u ü a ə ya yə da də dan dən',
  fi: 'n in en an än ta tä a ä ia iä ssa ssä issa issä essa essä sta stä ista istä lla llä illa illä lta ltä ilta iltä lle ille ksi iksi na nä ina inä sen<nen sta<nen sesta<nen sessa<nen sella<nen selle<nen selta<nen seen<nen sta<s ksen<s kseen<s kselle<s ksella<s ksessa<s ksesta<s kselta<s kseksi<s sen en<i een<i elle<i ella<i ellä<i essa<i essä<i esta<i estä<i elta<i eltä<i',
  et: 'i e a u t d le ile lt ilt l il st ist s is ga iga ni ks',
  hu: 'nak nek ban ben ba be ból ből t ot et öt at on en ön n ra re ról ről hoz hez höz val vel tól től nál nél ért ig é ként ul ül ék i át<a ának<a ával<a áról<a ához<a ától<a ánál<a án<a áért<a ét<e ének<e ével<e éről<e éhez<e étől<e én<e al el',
  ro: 'ul ului lui ei i ii<a ei<a a u',
  el: 'υ<ς ς ν<ς α<ας η<ης ο<ος ου<ος ων ου<ο',
  lt: 'o<as ui<as ą<as u<as e<as io<is iui<is į<is iu<is os<a ai<a ą<a ės<ė ei<ė ę<ė o<is aus<us ui<us',
  lv: 'a<s am<s u<s ā<s es<e ei<e as<a ai<a a<is im<is i<is',
  eu: 'k ren ri rekin n ko tik en i a ak',
  ko: '은 는 이 가 을 를 의 에 에게 에서 께 와 과 도 로 으로 만 이나 나 까지 부터 이라 라 이다 씨 인',
  ka: 'ის მა ს ით ად ში ზე თან დან ი',
  hy: 'ի ին ը ից ում ով',
}

/** Apostrophe and letters, in languages that set endings off with one: Turkish 'Şahin'in', English "Curie's". Any language writes them. */
export const apostropheEnding = /^\p{Ll}{1,6}$/u

interface Rule {
  readonly ending: string
  readonly restored: string
}

const rules = new Map<Language, readonly Rule[]>(
  Object.entries(endings).map(([language, list]) => [
    language,
    list.split(' ').map((rule) => {
      const [ending = '', restored = ''] = rule.split('<')
      return { ending, restored }
    }),
  ]),
)

/** Whether names are inflected in `language`, as far as is known here. */
export function hasEndings(language: Language): boolean {
  return rules.has(baseLanguage(language))
}

/** A shorter stem is no name; a Korean letter is a syllable. */
const SHORTEST_STEM = 3
const SHORTEST_KOREAN_STEM = 1

/** What `word` may be an inflected form of in `language`; the word itself first. */
export function lemmas(word: string, language: Language): Lemma[] {
  const found: Lemma[] = [{ text: word, restored: '', ending: '' }]
  const capitals = word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase()
  const shortest = baseLanguage(language) === 'ko' ? SHORTEST_KOREAN_STEM : SHORTEST_STEM
  for (const { ending, restored } of rules.get(baseLanguage(language)) ?? []) {
    const written = capitals ? ending.toUpperCase() : ending
    if (!word.endsWith(written) || word.length - written.length < shortest) continue
    found.push({
      text: word.slice(0, word.length - written.length) + (capitals ? restored.toUpperCase() : restored),
      restored,
      ending: written,
    })
  }
  return found
}
