import type { Language } from '../../article.ts'
import { isInitial } from '../../glossary/entry.ts'
import { baseLanguage } from '../../language.ts'
import { apostropheEnding, lemmas } from '../../names/inflect/endings.ts'
import { isKanjiGivenName } from '../../names/scripts/kanji.ts'
import { capitalsTell } from '../../names/text/capitals.ts'
import { isHan, isSyllable, type Window, type Word } from '../../names/text/words.ts'
import { type Cues, cuesOf, generations, kin } from '../../names/words/cues.ts'
import { functionWordsOf } from '../../names/words/function-words.ts'
import { isWord } from '../../names/words/lexicon.ts'
import { particles } from '../../names/words/particles.ts'
import { knownName } from '../../names/words/persons.ts'
import { transcribedNames } from '../../names/words/transcriptions.ts'
import { rulesFor } from '../segment/languages/index.ts'
import type { Candidate, Piece } from './assemble/candidate.ts'

/** What the word beside a name may say: 'a Diesel', 'rue Curie', 'in Cleveland', '40 Diesel', 'der Diesel', 'Curie Street'. */
export type ThingSign =
  | 'indefinite article'
  | 'definite article'
  | 'noun'
  | 'locative'
  | 'number'
  | 'named after, before'
  | 'named after, after'

/** What the words of a document tell about each other. */
export class Document {
  readonly words: readonly Word[]
  /** Without region or script. */
  readonly language: Language
  /** Whether names have capitals and other words have none. */
  readonly #capitalsTell: boolean
  readonly #cues: Cues
  readonly #functionWords: ReadonlySet<string>
  /** Words that stand after an indefinite article: nouns, whatever else they are. */
  readonly #nouns = new Set<string>()
  /** Words written in lower case somewhere: their capital elsewhere is that of a sentence's start or a headline. */
  readonly #lower = new Set<string>()

  constructor(words: readonly Word[], language: Language) {
    this.language = baseLanguage(language)
    this.#cues = cuesOf(this.language)
    this.#functionWords = functionWordsOf(this.language)
    this.#capitalsTell = capitalsTell(words)
    this.words = this.#capitalsTell ? words : words.map((word) => ({ ...word, nameLike: this.#mayBeNameInAnyCase(word) }))
    for (const [at, word] of this.words.entries()) {
      if (!word.nameLike) this.#lower.add(word.text)
      else if (word.gap === 'space' && this.#cues.indefinite.has(this.words[at - 1]!.text.toLowerCase())) this.#nouns.add(word.text)
    }
  }

  /** Whether the word is one of the language, or the document uses it as one elsewhere. */
  isCommon(word: Word): boolean {
    const lower = word.text.toLowerCase()
    if (this.#lower.has(lower) || this.#functionWords.has(lower)) return true
    if (this.#capitalsTell && !caseless.test(lower)) return false
    return (
      isWord(lower, this.language) ||
      (hangulWord.test(lower) && lemmas(lower, this.language).some(({ text }) => isWord(text, this.language)))
    )
  }

  /** Whether all words of a stretch are words of the language: French 'de pouvoir'. */
  areCommon({ from, to }: Window): boolean {
    for (let at = from; at < to; at++) if (!this.isCommon(this.words[at]!)) return false
    return true
  }

  /** Who writes no capitals does not give one to a small word. */
  #mayBeNameInAnyCase({ text, opens }: Word): boolean {
    if (!/^\p{L}/u.test(text) || text.length < 2) return false
    return (!opens && /^\p{Lu}\p{Ll}/u.test(text)) || !this.#functionWords.has(text.toLowerCase())
  }

  /** Whether people are known to bear a word as a name: what tells a stranger where capitals do not. */
  #isKnownName({ text }: Word): boolean {
    const { given, family } = knownName(text)
    return given || family
  }

  /** How a piece is written in the text, without its ending. */
  spelling({ from, to, lemma }: Piece): string {
    let head = ''
    for (let at = from; at < to - 1; at++) head += this.words[at]!.text
    return head + lemma.text
  }

  /** Whether another name word stands right before the stretch, which contradicts the given name of any entry it does not fit. */
  strangerBefore({ from, to }: Window, ending = ''): boolean {
    const word = this.words[from]!
    if (word.gap === 'hyphen' && this.words[from - 1]?.nameLike) return true
    if (word.gap !== 'space' && word.gap !== 'stop') return false
    let at = from - 1
    // Initials that fit an entry are part of its candidate: these do not.
    if (this.isInitial(at)) return true
    if (word.gap === 'stop') return false
    while (at > 0 && particles.has(this.words[at]!.text) && this.words[at]!.gap === 'space') at--
    return this.#mayBeGivenName(at) && (ending === '' || this.#agree(this.words[at]!.text, this.words[to - 1]!.text))
  }

  /** In Slavic languages a given name is inflected with its family name: 'książkę Banacha' is no person, 'Jana Banacha' is. */
  #agree(given: string, family: string): boolean {
    if (!slavic.has(this.language)) return true
    const [a, b] = [given.at(-1)!, family.at(-1)!]
    return (
      a === b ||
      (/[аяыиa]/u.test(a) && /[аяa]/u.test(b)) ||
      (/[iuеіу]/u.test(a) && /[iuеіу]/u.test(b)) ||
      (/[мm]/u.test(a) && /[мm]/u.test(b))
    )
  }

  /** Whether the word at `at` stands for a name by its first letter. One that opens a sentence and has no stop is an article or the like. */
  isInitial(at: number): boolean {
    const word = this.words[at]!
    return isInitial(word.text) && (this.words[at + 1]?.gap === 'stop' || !(word.opens || this.isCommon(word)))
  }

  #mayBeGivenName(at: number): boolean {
    const word = this.words[at]
    if (word === undefined || !word.nameLike || word.text.length < 2 || this.isCommon(word)) return false
    // Where nothing tells names from words, only those known count.
    if (!this.#capitalsTell && !this.#isKnownName(word)) return false
    if (caseless.test(word.text)) return isGivenName(word.text) && !isWord(word.text, this.language)
    const lower = word.text.toLowerCase()
    if (this.#cues.title.has(lower) || this.#cues.indefinite.has(lower) || particles.has(lower) || this.#cues.locative.has(lower))
      return false
    if (word.text === word.text.toUpperCase() && word.text.length < 5) return false
    if (this.#cues.institution.has(lower) && word.gap === 'space' && this.words[at - 1]?.nameLike) return false
    if (this.#isDate(at)) return false
    if (this.language === 'de') return !this.#isGermanNoun(at)
    return true
  }

  /** 'On Monday Klee left', 'in June Klee left'; but 'said June Klee'. */
  #isDate(at: number): boolean {
    const lower = this.words[at]!.text.toLowerCase()
    if (!this.#cues.dateOrName.has(lower)) return this.#cues.date.has(lower)
    const before = this.words[at - 1]?.text.toLowerCase() ?? ''
    return this.#cues.locative.has(before) || /\d$/u.test(before)
  }

  /** In German every noun has a capital; it is one when an article, a possessive or an adjective stands before it. */
  #isGermanNoun(at: number): boolean {
    const { text, gap } = this.words[at]!
    if (
      /(?:ung|heit|keit|schaft|tum|chef|chefin|mann|frau|meister|leiter|träger|führer|sprecher|innen|erin|eurin|istin|entin|orin)$/u.test(
        text,
      )
    )
      return true
    const before = gap === 'space' ? this.words[at - 1] : undefined
    if (before === undefined || before.nameLike) return germanDeterminer.test(before?.text ?? '')
    return germanDeterminer.test(before.text) || /(?:[ei][nmrs]|e)$/u.test(before.text)
  }

  /** Whether another name word follows the stretch, as a family name follows a given name. */
  strangerAfter({ to }: Window): boolean {
    const word = this.words[to]
    if (word === undefined || word.gap !== 'space' || !word.nameLike || this.isCommon(word)) return false
    if (!this.#capitalsTell && !this.#isKnownName(word)) return false
    const lower = word.text.toLowerCase()
    if (this.#cues.title.has(lower) || particles.has(lower) || this.#cues.indefinite.has(lower) || this.#cues.date.has(lower)) return false
    return !(this.language === 'de' && this.#isGermanNoun(to))
  }

  /** Whether kanji after a family name make it another person's or a place's: 安倍晴明 is not 安倍, nor is 宮崎県 宮崎. */
  runsIntoName({ to: at }: Window): boolean {
    let text = ''
    for (let to = at; to < Math.min(this.words.length, at + LONGEST_KANJI) && isHan(this.words[to]!.text); to++) {
      if (this.words[to]!.gap !== 'joined') break
      text += this.words[to]!.text
    }
    if (placesInKanji.test(text)) return true
    for (let length = text.length; length > 0; length--) {
      const name = text.slice(0, length)
      if (!honorificsInKanji.test(name) && isKanjiGivenName(name)) return true
    }
    return false
  }

  /** Whether the name word after the stretch makes it the given name of somebody else: 'Darwin Núñez'. A headline has capitals everywhere. */
  namesakeAfter(window: Window): boolean {
    if (this.language === 'de' || !this.strangerAfter(window)) return false
    const { text } = this.words[window.to]!
    if (isCapitals(text) || text.charAt(0) === text.charAt(0).toLowerCase()) return false
    return !isWord(text, this.language)
  }

  /** Whether the stretch is followed by what tells a father from his son: 'Jr.', 'fils', 'the Elder'; not by 'fils de musicien'. */
  generation({ to }: Window): 'older' | 'younger' | undefined {
    let at = to
    if (this.words[at]?.gap === 'space' && /^(?:the|der|die|l|le|el|il)$/u.test(this.words[at]!.text)) at++
    const word = this.words[at]
    if (word === undefined || !(word.gap === 'space' || word.gap === 'comma')) return undefined
    const lower = word.text.toLowerCase()
    if (lower === 'i' && word.text !== 'I') return undefined
    const next = this.words[at + 1]
    if (next?.gap === 'space' && (lower === 'i' || (kin.has(lower) && (word.gap === 'comma' || complement.test(next.text)))))
      return undefined
    if (generations.older.has(lower)) return 'older'
    return generations.younger.has(lower) ? 'younger' : undefined
  }

  /** Whether a lone part is beside a name that makes it the name of somebody else. In German a noun may follow as well as a name. */
  namesStranger(candidate: Candidate): boolean {
    const { ending } = candidate.pieces[0]!.lemma
    if (candidate.shape === 'family') return this.strangerBefore(candidate, ending)
    return candidate.shape === 'given' && this.language !== 'de' && ending === '' && this.strangerAfter(candidate)
  }

  /** Whether the stretch is in a script that a Latin name was transcribed into, which says less of its letters. */
  isForeign({ from }: Window): boolean {
    return !/\p{Script=Latin}/u.test(this.words[from]!.text)
  }

  /** Whether its script tells names from other words: by capitals, or because katakana writes foreign words alone. */
  tellsNames({ from }: Window): boolean {
    return /^[\p{Lu}\p{Script=Katakana}]/u.test(this.words[from]!.text)
  }

  /** Whether the stretch is a single Han character, a syllable of Thai, or one of Korean that no title follows: words more often than names. */
  isOneSyllable(candidate: Candidate): boolean {
    const { from, to } = candidate
    const { text } = this.words[from]!
    if (to - from > 1) return false
    if (hangulWord.test(text)) return this.spelling(candidate.pieces[0]!).length === 1 && !this.#isCue(to, 'title')
    return isHan(text) || (isThai(text) && text.length < SHORTEST_THAI)
  }

  /** Whether the word at `at`, right after another, is a cue, with an ending or without: '감독은'. */
  #isCue(at: number, kind: 'title' | 'after'): boolean {
    const word = this.words[at]
    if (word === undefined) return false
    const cues = this.#cues[kind]
    if (isSyllable(word.text)) return this.#runsFrom(at).some((text) => cues.has(text))
    if (!(word.gap === 'space' || word.gap === 'hyphen')) return false
    const lower = word.text.toLowerCase()
    return cues.has(lower) || (hangulWord.test(lower) && lemmas(lower, this.language).some(({ text }) => cues.has(text)))
  }

  /** What begins at word `at` of a script without spaces, syllable by syllable longer: 大, 大学. */
  #runsFrom(at: number): string[] {
    const runs: string[] = []
    for (let to = at; to < Math.min(this.words.length, at + LONGEST_RUN) && (to === at || this.words[to]!.gap === 'joined'); to++)
      runs.push((runs.at(-1) ?? '') + this.words[to]!.text)
    return runs
  }

  /** The same of what ends before it. */
  #runsUpTo(at: number): string[] {
    const runs: string[] = []
    for (let from = at - 1; from >= Math.max(0, at - LONGEST_RUN); from--) {
      runs.push(this.words[from]!.text + (runs.at(-1) ?? ''))
      if (this.words[from]!.gap !== 'joined') break
    }
    return runs
  }

  /** Whether the words are of Latin and of another script: a name is in one. */
  mixesScripts({ from, to }: Window): boolean {
    const latin = isLatin(this.words[from]!.text)
    for (let at = from + 1; at < to; at++) if (isLatin(this.words[at]!.text) !== latin) return true
    return false
  }

  /** Whether the names of a person run into each other in Thai, which writes a space between them and none between other words. */
  runsTogether({ from, to, pieces, shape }: Candidate): boolean {
    if (!isThai(this.words[from]!.text)) return false
    if (shape === 'whole') return pieces[0]!.part.words > 1 && this.words.slice(from + 1, to).every(({ gap }) => gap === 'joined')
    return pieces.length > 1 && this.words[Math.max(...pieces.map((piece) => piece.from))]!.gap === 'joined'
  }

  /** Whether the stretch ends a compound of names: 'Thomas-Alexandre Dumas'. */
  isCompoundOfNames(window: Window): boolean {
    const { gap } = this.words[window.from]!
    return gap === 'hyphen' && this.words[window.from - 1]!.nameLike && !this.isForeign(window)
  }

  /** Whether the stretch is part of a longer compound: 'Curie-Straße', 'Hermann-Müller'. */
  compoundAfter({ to }: Window): boolean {
    return this.words[to]?.gap === 'hyphen' && this.words[to]!.nameLike
  }

  /** What beside the stretch says that it is no person but a thing, a street, a firm or a town. */
  thingSigns(window: Window, suffix: string): ThingSign[] {
    const signs: ThingSign[] = []
    const { from, to } = window
    const first = this.words[from]!
    const beside = first.gap === 'space' || first.gap === 'apostrophe' || (first.gap === 'stop' && !this.#opensSentence(from))
    const before = beside ? this.words[from - 1]?.text.toLowerCase() : undefined
    if (first.quoted && this.#cues.before.has(this.words[from - 1]?.text.toLowerCase() ?? '')) signs.push('named after, before')
    if (isSyllable(first.text) && this.#runsUpTo(from).some((text) => this.#cues.before.has(text))) signs.push('named after, before')
    if (before !== undefined) {
      if (this.#cues.indefinite.has(before)) signs.push('indefinite article')
      if (this.#cues.before.has(before)) signs.push('named after, before')
      if (this.#nouns.has(first.text) && to - from === 1 && this.#functionWords.has(before)) signs.push('noun')
      if (suffix === '' && this.#cues.locative.has(before)) signs.push('locative')
      if (/^\d+$/u.test(before) && !/^\d{4}$/u.test(before)) signs.push('number')
      if (this.language === 'de' && to - from === 1 && suffix === '' && definiteArticle.test(before)) signs.push('definite article')
    }
    const next = this.words[to]
    const may = next !== undefined && (next.nameLike || next.gap === 'hyphen' || nounsFollow.has(this.language))
    if (may && this.#isCue(to, 'after')) signs.push('named after, after')
    return signs
  }

  /** Whether a title or a calling stands before the stretch: 'Professor Planck'. */
  titleBefore({ from }: Window): boolean {
    const { gap } = this.words[from]!
    const before = this.words[from - 1]
    return before !== undefined && (gap === 'space' || gap === 'stop') && this.#cues.title.has(before.text.toLowerCase())
  }

  /** Whether a sentence ends with the full stop before word `at`: it is that of no initial and of no abbreviation that something follows. */
  #opensSentence(at: number): boolean {
    const before = this.words[at - 1]!.text
    if (/^\d/u.test(before)) return true
    const kind = isInitial(before) ? 'inner' : rulesFor(this.language).abbreviations.get(before)
    return kind === undefined || kind === 'closing'
  }

  /** The ending set off by an apostrophe, or the bare apostrophe of a name that ends in s: what follows the name and stays. */
  apostropheSuffix(text: string, to: number): string {
    const last = this.words[to - 1]!
    const next = this.words[to]
    const mark = text.charAt(last.end)
    if (mark !== '’' && mark !== "'" && mark !== 'ʼ') return ''
    if (next?.gap === 'apostrophe' && (apostropheEnding.test(next.text) || next.text === 'S')) return text.slice(last.end, next.end)
    return /[sxzß]$/iu.test(last.text) && !/\p{L}/u.test(text.charAt(last.end + 1)) && !text.slice(0, last.start).endsWith('‘') ? mark : ''
  }
}

/** Syllables of the longest word for what is named after people. */
const LONGEST_RUN = 5

/** Languages in which such a word stands after the name, in lower case. */
const nounsFollow: ReadonlySet<string> = new Set(
  'az bs cs da et eu fi hr hu hy is ka kk ky lt lv mn nb nl nn sk sl sr sv tk tr uz'.split(' '),
)

/** What says whose son or father somebody is. */
const complement = /^(?:d|de|du|des|del|della|do|da|di|of|von|vom|eines?|einer)$/u

/** Characters of the longest Japanese given name that is looked for. */
const LONGEST_KANJI = 3
const placesInKanji = /^[市県縣州区區町村郡駅站線湖川山島港寺城]/u
const honorificsInKanji = /^[氏様君殿家側派流邸等的作著訳編監式前後新元現故]$/u

/** Letters of the shortest name that stands by itself. */
const SHORTEST_THAI = 5

const hangulWord = /^[가-힣]+$/u

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\d]/u.test(text)
}

function isThai(text: string): boolean {
  return isSyllable(text) && !isHan(text)
}

/** Scripts with spaces and without capitals. */
const caseless =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u

/** Whether people are known to bear a name, as it is written or as it is spelt in Latin letters: 'Denise' in 데니스 대처. */
function isGivenName(text: string): boolean {
  return knownName(text).given || transcribedNames(text).some((latin) => knownName(latin).given)
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
}

const slavic: ReadonlySet<string> = new Set(['pl', 'cs', 'sk', 'ru', 'uk', 'be', 'hr', 'sr', 'bs', 'sl'])

const definiteArticle = /^(?:der|das|dem|den|des)$/u

const germanDeterminer =
  /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|sein|seine|seinen|seinem|seiner|ihr|ihre|ihren|ihrem|ihrer|unser|unsere|beim|vom|zum|zur|im|am|dieser|diese|diesen|diesem|jener|mein|meine|meinem)$/iu
