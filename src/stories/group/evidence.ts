/** What speaks for two texts being versions of one story. */
import type { Language } from '../../article.ts'
import { markKind } from '../sketch/features.ts'
import type { Sketch, View } from '../sketch/index.ts'
import { NumberRoom } from '../sketch/room.ts'
import { distinct, type Rarity } from './rarity.ts'
import { parallel } from './sequence.ts'

export interface Evidence {
  readonly a: number
  readonly b: number
  /** Compared word by word in this language; by marks when there is none that both have. */
  readonly language: Language | undefined
  /** Shared features by weight against all of either text (Dice), and of the text that has less: 0..1. */
  readonly dice: number
  readonly contained: number
  /** How well the two can be told in parallel: nats a sentence. */
  readonly parallel: number
  /** Weight of the names and numbers that both have, nats; and its share of all that either has, 0..1. */
  readonly names: number
  readonly nameDice: number
}

/** Of a language with few texts, most marks of another have not been seen: this share of them might have been, and the texts at which none is left. */
const UNSEEN_SHARED = 0.3
const ENOUGH_TEXTS = 200
/** Marks that texts of one story are taken to have in common besides, so that two in common of three are not much. */
const BESIDE = 20

/** With less in common two texts are neither versions nor of one story: of 126 stories in eight scripts, a tenth of the translations have less than .1. */
export const LEAST_DICE = 0.05

export class Witness {
  readonly #sketches: readonly Sketch[]
  readonly #rarity: Rarity
  readonly #room = new NumberRoom()
  /** By language, by text. */
  readonly #features = new Map<Language | undefined, (Uint32Array | undefined)[]>()
  /** What all features of a text weigh, by what they are weighed for, by text. */
  readonly #masses = new Map<string, (number | undefined)[]>()

  constructor(sketches: readonly Sketch[], rarity: Rarity) {
    this.#sketches = sketches
    this.#rarity = rarity
  }

  viewOf(text: number, language: Language): View | undefined {
    return this.#sketches[text]!.views.find((view) => view.language === language)
  }

  /** The distinct words of a text's view in the language; its distinct marks, when undefined. */
  features(text: number, language: Language | undefined): Uint32Array {
    const known = this.#features.get(language) ?? []
    this.#features.set(language, known)
    known[text] ??= distinct(language === undefined ? this.#sketches[text]!.marks : this.viewOf(text, language)!.words, this.#room)
    return known[text]
  }

  /** What the words say of two texts that have a view in `language`. */
  byWords(a: number, b: number, language: Language): Evidence {
    const { weight } = this.#rarity.words(language)
    const [left, right] = [this.#massIn(a, language), this.#massIn(b, language)]
    const shared = sharedMass(this.features(a, language), this.features(b, language), weight)
    const sides = [a, b].map((text) => this.viewOf(text, language)!).map(({ lengths, words }) => ({ lengths, rows: words })) as [Side, Side]
    const [dice, contained] = [ratio(2 * shared, left + right), ratio(shared, Math.min(left, right))]
    return { ...{ a, b, language, dice, contained }, parallel: told(dice, sides, weight), ...this.#byNames(a, b) }
  }

  /** What the marks say of any two texts. */
  byMarks(a: number, b: number): Evidence {
    const weight = this.#weightBetween(a, b)
    const [left, right] = [this.#massAgainst(a, b, 'all'), this.#massAgainst(b, a, 'all')]
    const shared = sharedMass(this.features(a, undefined), this.features(b, undefined), weight)
    const sides = [a, b].map((text) => ({ lengths: this.#sketches[text]!.views[0].lengths, rows: this.#sketches[text]!.marks })) as [
      Side,
      Side,
    ]
    const dice = ratio(2 * shared, left + right + BESIDE)
    const contained = ratio(shared, Math.min(left, right) + BESIDE / 2)
    return { ...{ a, b, language: undefined, dice, contained }, parallel: told(dice, sides, weight), ...this.#byNames(a, b) }
  }

  /** What the words say in the language in which the two have most in common; what the marks say, where there is none. */
  between(a: number, b: number): Evidence {
    const languages = this.#sketches[a]!.views.map(({ language }) => language).filter((language) => this.viewOf(b, language) !== undefined)
    const all = [...new Set(languages)].map((language) => this.byWords(a, b, language))
    return all.reduce((best, one) => (one.dice > best.dice ? one : best), all[0] ?? this.byMarks(a, b))
  }

  /** How much a mark counts that these two texts alone have, nats. */
  rarest({ a, b }: Pick<Evidence, 'a' | 'b'>): number {
    const spaces = [a, b].map((text) => this.#rarity.marks(this.languageOf(text)))
    return (spaces[0]!.most + spaces[1]!.most) / 2
  }

  #byNames(a: number, b: number): Pick<Evidence, 'names' | 'nameDice'> {
    const names = sharedMass(this.features(a, undefined), this.features(b, undefined), ofNames(this.#weightBetween(a, b)))
    const all = this.#massAgainst(a, b, 'names') + this.#massAgainst(b, a, 'names')
    return { names, nameDice: ratio(2 * names, all + BESIDE) }
  }

  /** What a mark of two texts weighs. */
  #weightBetween(a: number, b: number): Weight {
    const [one, other] = [this.#rarity.marks(this.languageOf(a)), this.#rarity.marks(this.languageOf(b))]
    return (feature) => (one.weight(feature) + other.weight(feature)) / 2
  }

  /** The weight of all words of a text's view. */
  #massIn(text: number, language: Language): number {
    return this.#mass(`words ${language}`, text, () => massOf(this.features(text, language), this.#rarity.words(language).weight))
  }

  /** The weight of what a text has that the other's language has too: only that can be shared. */
  #massAgainst(text: number, against: number, which: 'all' | 'names'): number {
    return this.#mass(`${which} ${this.languageOf(against)}`, text, () => {
      const weight = this.#weightBetween(text, against)
      const weigh = which === 'all' ? weight : ofNames(weight)
      const space = this.#rarity.marks(this.languageOf(against))
      const unseen = UNSEEN_SHARED * Math.max(0, 1 - space.texts / ENOUGH_TEXTS)
      let total = 0
      for (const feature of this.features(text, undefined)) total += (space.count(feature) > 0 ? 1 : unseen) * weigh(feature)
      return total
    })
  }

  #mass(kind: string, text: number, weigh: () => number): number {
    const known = this.#masses.get(kind) ?? []
    this.#masses.set(kind, known)
    known[text] ??= weigh()
    return known[text]
  }

  languageOf(text: number): Language {
    return this.#sketches[text]!.views[0].language
  }
}

type Weight = (feature: number) => number

function ofNames(weight: Weight): Weight {
  return (feature) => ((feature & 3) === markKind.letters ? 0 : weight(feature))
}

type Side = Parameters<typeof parallel>[0]

/** Texts that share next to nothing are not told in parallel, whatever their lengths. */
function told(dice: number, sides: readonly [Side, Side], weight: (feature: number) => number): number {
  return dice < LEAST_DICE ? 0 : parallel(...sides, weight)
}

function sharedMass(a: Uint32Array, b: Uint32Array, weight: (feature: number) => number): number {
  let total = 0
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      total += weight(a[i]!)
      i += 1
      j += 1
    } else if (a[i]! < b[j]!) i += 1
    else j += 1
  }
  return total
}

function massOf(features: Uint32Array, weight: (feature: number) => number): number {
  return features.reduce((total, feature) => total + weight(feature), 0)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
