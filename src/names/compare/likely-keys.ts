import { once } from '../memo.ts'
import { scriptOf } from '../scripts/index.ts'
import { type LearnedCosts, learnedCosts } from './learned.ts'
import { soundKey } from './spelling.ts'

/** Beginnings that are followed, and keys that are returned. */
const BEAM = 6
const MOST_KEYS = 4
/** What a letter that stands for nothing costs, in hundredths of a letter. */
const LOST = 74
/** Letters of a source unit. */
const MOST_SOURCE = 3
/** Before the first digit of a key: a number keeps its first zero. Numbers of 15 digits are exact. */
const HEAD = 9
const MOST_KEY = 1e14

/** A beginning of the source as the digits of a consonant key. */
interface Reading {
  readonly cost: number
  readonly key: number
  /** The last sound: two alike that meet are one. */
  readonly last: number
}

/** The sounds of the Latin unit of each row. */
const soundsOf = once(({ units }: LearnedCosts) => units.map((unit) => [...soundKey(unit)].map(Number)))

/**
 * The likeliest consonant keys of the Latin name that another script writes `heard`, by learned costs: a beam search, its states one a key.
 * None when nothing was learned of the script.
 * @param heard from `ownLetters`
 */
export function likelyKeys(heard: string): string[] {
  const table = learnedCosts(scriptOf(heard)?.name ?? '')
  if (table === undefined) return []
  const sounds = soundsOf(table)
  const text = `^${heard}$`
  const beams: Reading[][] = Array.from({ length: text.length + 1 }, () => [])
  beams[0]!.push({ cost: 0, key: HEAD, last: -1 })
  for (let at = 0; at < text.length; at++) {
    for (let length = 1; length <= MOST_SOURCE && at + length <= text.length; length++) {
      const beam = beams[at + length]!
      const unit = table.source(text.slice(at, at + length))
      for (const reading of beams[at]!) {
        if (length === 1) put(beam, reading.cost + LOST, reading.key, reading.last)
        for (let row = table.from[unit]!; row < table.from[unit + 1]!; row++)
          extend(beam, reading, sounds[row]!, reading.cost + table.joint[row]!)
      }
    }
  }
  const keys = beams[text.length]!.map(({ key }) => String(key).slice(1))
  return [...new Set(keys)].filter((key) => key !== '').slice(0, MOST_KEYS)
}

/** Puts `reading` with more sounds into a beam. */
function extend(beam: Reading[], { key, last }: Reading, sounds: readonly number[], cost: number): void {
  if (beam.length === BEAM && cost >= beam[BEAM - 1]!.cost) return
  let more = key
  let before = last
  for (const sound of sounds) {
    if (sound !== before && (sound !== 0 || more === HEAD) && more < MOST_KEY) more = more * 10 + sound
    before = sound
  }
  put(beam, cost, more, before)
}

/** Keeps a beam in the order of costs, each key and last sound once. */
function put(beam: Reading[], cost: number, key: number, last: number): void {
  let known = beam.length - 1
  while (known >= 0 && (beam[known]!.key !== key || beam[known]!.last !== last)) known--
  if (known >= 0) {
    if (beam[known]!.cost <= cost) return
    beam.splice(known, 1)
  } else if (beam.length === BEAM) {
    if (beam[BEAM - 1]!.cost <= cost) return
    beam.pop()
  }
  let to = beam.length
  while (to > 0 && beam[to - 1]!.cost > cost) to--
  beam.splice(to, 0, { cost, key, last })
}
