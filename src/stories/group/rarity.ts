/** How much it says that two texts share a feature: the rarer, the more. */
import type { Language } from '../../article.ts'
import type { Rows, Sketch } from '../sketch/index.ts'
import type { NumberRoom } from '../sketch/room.ts'
import { Counts } from './counts.ts'

/**
 * Texts of which nothing is known but that they are written in the language too: in them one word of five hundred is the one looked for.
 * They keep two texts alone from having nothing in common but what both of them have.
 */
const UNSEEN = 1000
const UNSEEN_SHARE = 0.002

/** The documents that have a view in one language: how many, and how many of them hold each word. */
export interface Space {
  readonly texts: number
  /** How many texts hold the feature. */
  readonly count: (feature: number) => number
  /** Nats: logarithm of one over its share of the texts. */
  readonly weight: (feature: number) => number
  /** What a feature of two texts weighs. */
  readonly most: number
}

interface Counted {
  texts: number
  readonly counts: Counts
}

export class Rarity {
  readonly #words = new Map<Language, Counted>()
  readonly #marks = new Map<Language, Counted>()
  readonly #allMarks: Counted = { texts: 0, counts: new Counts() }
  /** What was asked for since the last text was added. */
  readonly #spaces = new Map<Counted, Space>()

  add({ views, marks }: Sketch): void {
    this.#spaces.clear()
    for (const language of new Set(views.map((view) => view.language))) {
      for (const { words } of views.filter((view) => view.language === language).slice(0, 1)) count(this.#words, language, words)
    }
    count(this.#marks, views[0].language, marks)
    this.#allMarks.texts += 1
    for (const feature of distinct(marks)) this.#allMarks.counts.add(feature)
  }

  /** Languages that a text has a view in. */
  get languages(): readonly Language[] {
    return [...this.#words.keys()]
  }

  words(language: Language): Space {
    return this.#spaceOf(this.#words.get(language) ?? none)
  }

  /** Of the texts written in the language. */
  marks(language: Language): Space {
    return this.#spaceOf(this.#marks.get(language) ?? none)
  }

  /** Of all texts. */
  get allMarks(): Space {
    return this.#spaceOf(this.#allMarks)
  }

  #spaceOf(counted: Counted): Space {
    const space = this.#spaces.get(counted) ?? spaceOf(counted)
    this.#spaces.set(counted, space)
    return space
  }
}

/** Of a language without texts. */
const none: Counted = { texts: 0, counts: new Counts() }

function spaceOf({ texts, counts }: Counted): Space {
  const weightOf = (count: number) => Math.log((texts + UNSEEN) / (count + UNSEEN * UNSEEN_SHARE))
  /** By count: each feature of each pair of texts is asked for, and few counts there are. */
  const weights: number[] = []
  const weight = (feature: number): number => {
    const count = counts.of(feature)
    if (count >= MOST_WEIGHTS) return weightOf(count)
    while (weights.length <= count) weights.push(weightOf(weights.length))
    return weights[count]!
  }
  return { texts, count: (feature) => counts.of(feature), weight, most: weightOf(2) }
}

const MOST_WEIGHTS = 10_000

function count(spaces: Map<Language, Counted>, language: Language, rows: Rows): void {
  let space = spaces.get(language)
  if (space === undefined) {
    space = { texts: 0, counts: new Counts() }
    spaces.set(language, space)
  }
  space.texts += 1
  for (const feature of distinct(rows)) space.counts.add(feature)
}

/** The features of all sentences, rising. @param room where they are put, when they are to be kept */
export function distinct({ hash }: Rows, room?: NumberRoom): Uint32Array {
  const sorted = hash.slice().sort()
  let size = 0
  for (let at = 0; at < sorted.length; at++) if (size === 0 || sorted[at] !== sorted[size - 1]) sorted[size++] = sorted[at]!
  const found = sorted.subarray(0, size)
  if (room === undefined) return found
  const kept = room.take(size)
  kept.set(found)
  return kept
}
