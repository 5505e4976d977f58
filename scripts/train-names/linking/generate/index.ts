import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gold, Passage, TestSet } from '../../../../bench/names/sets.ts'
import { randomNumbers } from '../../../../bench/random.mjs'
import { slug, splitPersonName } from '../../../../src/glossary/entry.ts'
import { Glossary } from '../../../../src/glossary/index.ts'
import { similarity } from '../../../../src/names/compare/distance.ts'
import { squeeze } from '../../../../src/names/compare/spelling.ts'
import { Noise, pick, type Random } from './noise.ts'
import { type NamePart, type People, peopleOf } from './people.ts'
import { type Slots, slotsOf } from './slots.ts'

/** Languages by how names look in their texts. */
const groups: Readonly<Record<string, string>> = {
  latin: 'en de fr es it nl pt sv da nb ca gl af id ms vi eu tl',
  inflected: 'pl cs sk sl hr ro hu fi et lv lt tr az sq is ga',
  alphabet: 'ru',
  other: 'ar he ja ko zh-Hans',
}
/** Lines before these are the ordinary text. */
const FIRST_LINE = 60
const PASSAGES = 20
const LINES = 5
/** Entries that nobody in the texts is named by. */
const OTHERS = 60

/**
 * Real text in 40 languages that speaks of people who are in a glossary: in the places where somebody is named, and as who said a line. They are named as
 * people are: in full, then by the family name or an initial, in the cases of the language, often misspelt (`Noise`); beside strangers
 * who share a given or a family name or have one a letter away, and words that are like the name of an entry. Of one seed, so that it is always the same.
 */
export function generatedSets(data: string): TestSet[] {
  const folder = join(data, 'names-train')
  const noise = new Noise(folder)
  return Object.entries(groups).flatMap(([group, languages]) =>
    languages.split(' ').flatMap((language, at) => {
      const lines = linesOf(data, language)
      return lines.length === 0
        ? []
        : [new Writer(language, peopleOf(folder, language), noise, randomNumbers(at + group.length * 100)).set(group, lines)]
    }),
  )
}

function linesOf(data: string, language: string): string[] {
  const path = join(data, 'detect-train', `${language}.txt`)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').slice(FIRST_LINE)
  return lines.filter((line) => line.length > (/\p{Script=Han}/u.test(line) ? 20 : 50) && line.length < 300)
}

interface Person {
  readonly canonical: string
  readonly given: NamePart
  readonly family: NamePart
}

interface Named {
  readonly surface: string
  /** Of the surface that is the name; the rest is an ending. */
  readonly length: number
  readonly misspelt: boolean
}

class Writer {
  readonly #language: string
  readonly #people: People
  readonly #noise: Noise
  readonly #random: Random
  readonly #entries = new Map<string, Person>()

  constructor(language: string, people: People, noise: Noise, random: Random) {
    this.#language = language
    this.#people = people
    this.#noise = noise
    this.#random = random
  }

  set(group: string, lines: readonly string[]): TestSet {
    const split = lines.map((line) => slotsOf(line, this.#language))
    const naming = split.filter((slots) => slots.length > 1)
    const silent = split.filter((slots) => slots.length === 1)
    const passages = Array.from({ length: PASSAGES }, (_, at) => {
      const slots = Array.from({ length: LINES }, (_, line) => {
        const own = at * LINES + line
        return own < naming.length && line % 2 === 0 ? naming[own]! : silent[(own * 7) % silent.length]!
      })
      return this.#passage(slots)
    })
    for (let other = 0; other < OTHERS; other++) this.#newPerson('')
    const entries = [...this.#entries.values()].map(({ canonical }) => ({
      ...{ id: slug(canonical), canonical, kind: 'person' as const, ...splitPersonName(canonical) },
      ...{ variants: [], not: [], note: '', forms: {}, origin: { file: 'generated', line: 0 } },
    }))
    const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
    return { name: `generated ${group} ${this.#language}`, glossary: new Glossary(unique), passages }
  }

  #passage(lines: readonly Slots[]): Passage {
    const original = lines.flat().join(' ').toLowerCase()
    const near = this.#random() < 0.4 ? this.#nameLike(original) : undefined
    const people = [this.#newPerson(original, near), ...(this.#random() < 0.5 ? [this.#newPerson(original)] : [])]
    const known = new Set<Person>()
    let text = ''
    const gold: Gold[] = []
    const strangers: string[] = []
    const name = () => {
      const person = pick(people, this.#random)
      if (this.#random() < 0.25) {
        const stranger = this.#stranger(person)
        strangers.push(stranger)
        text += stranger
        // After a namesake nobody knows who is meant.
        known.delete(person)
        return
      }
      const { surface, length, misspelt } = this.#named(person, known.has(person))
      known.add(person)
      gold.push({ start: text.length, end: text.length + length, canonical: person.canonical, misspelt })
      text += surface
    }
    for (const [at, slots] of lines.entries()) {
      const isSaid = slots.length === 1 && at < lines.length - 1 && this.#random() < 0.7
      const isFirst = this.#random() < 0.5
      if (isSaid && isFirst) {
        name()
        text += ': '
      }
      for (const [slot, piece] of slots.entries()) {
        if (slot > 0) name()
        text += piece
      }
      if (isSaid && !isFirst) {
        text += ' ('
        name()
        text += ')'
      }
      text += '\n'
    }
    return { language: this.#language, text, gold, strangers }
  }

  #newPerson(text: string, like?: NamePart): Person {
    for (;;) {
      const given = pick(this.#people.given, this.#random)
      const family = like ?? pick(this.#people.family, this.#random)
      const isThere = [given, family].some(({ written }) => text.includes(written.toLowerCase()))
      if (isThere && like === undefined) continue
      const person = { canonical: `${given.latin} ${family.latin}`, given, family }
      this.#entries.set(person.canonical, person)
      return person
    }
  }

  /** A family name that a word of the text is like. */
  #nameLike(text: string): NamePart | undefined {
    const words = [...new Set(text.match(/\p{L}{5,}/gu) ?? [])].slice(0, 40).map((word) => squeeze(word))
    return this.#people.family.find(({ written }) => {
      const key = squeeze(written)
      return words.some((word) => word.charAt(0) === key.charAt(0) && Math.abs(word.length - key.length) < 2 && isNear(word, key))
    })
  }

  #named({ given, family }: Person, isKnown: boolean): Named {
    const way = this.#random()
    const misspelt = this.#random() < 0.45
    const inCase = this.#random() < 0.5 ? pick([...family.forms.keys(), ''], this.#random) : ''
    const ending = (stem: string) => this.#inflected(family, stem, inCase)
    const own = misspelt ? this.#garbled(family) : family.written
    const last = ending(own)
    const isGarbled = own !== family.written
    if (isKnown && way < 0.65) return { ...last, misspelt: isGarbled }
    const garbledGiven = misspelt && this.#random() < 0.3 ? this.#garbled(given) : given.written
    const isAlphabet = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(given.written)
    const first = isAlphabet && way > 0.9 ? `${given.written.charAt(0)}.` : (given.forms.get(inCase) ?? garbledGiven)
    const before = `${first}${this.#people.gap}`
    return {
      surface: before + last.surface,
      length: before.length + last.length,
      misspelt: isGarbled || (first === garbledGiven && garbledGiven !== given.written),
    }
  }

  /** A spelling that is not the glossary's, nor the usual one of the script. */
  #garbled({ written, others }: NamePart): string {
    if (/^\p{Script=Latin}/u.test(written)) return this.#noise.garble(written, this.#random)
    return others.length === 0 ? written : pick(others, this.#random)
  }

  /** The case form of a name, with what was garbled of it garbled. */
  #inflected({ written, forms }: NamePart, stem: string, inCase: string): { surface: string; length: number } {
    const form = forms.get(inCase)
    if (form === undefined || (stem !== written && !form.startsWith(written))) return { surface: stem, length: stem.length }
    if (!form.startsWith(written)) return { surface: form, length: form.length }
    return { surface: stem + form.slice(written.length), length: stem.length }
  }

  /** Somebody who is not meant: of the same family, of the same given name, or of a name that is almost the same. */
  #stranger({ given, family }: Person): string {
    const way = this.#random()
    const other = (parts: readonly NamePart[], than: NamePart) => {
      for (;;) {
        const part = pick(parts, this.#random)
        if (!isNear(squeeze(part.written), squeeze(than.written)) && part.written !== than.written) return part.written
      }
    }
    const { gap } = this.#people
    if (way < 0.4) return other(this.#people.given, given) + gap + family.written
    if (way < 0.7) return given.written + gap + other(this.#people.family, family)
    const near = this.#people.family.find(
      ({ written }) =>
        written !== family.written && written.charAt(0) === family.written.charAt(0) && isNear(squeeze(written), squeeze(family.written)),
    )
    return (this.#random() < 0.5 ? other(this.#people.given, given) + gap : '') + (near?.written ?? other(this.#people.family, family))
  }
}

const NEAR = 0.8

function isNear(word: string, name: string): boolean {
  return word !== name && similarity(word, name, NEAR) >= NEAR
}
