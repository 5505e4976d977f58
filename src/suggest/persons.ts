import { similarity } from '../names/compare/distance.ts'
import { ownLetters } from '../names/compare/own-letters.ts'
import { squeeze } from '../names/compare/spelling.ts'
import { isOtherName } from '../names/words/given-names.ts'
import type { Seen } from './group.ts'
import { isLatin, type Sightings } from './survey.ts'

/** Both names of two persons must be this much alike, and the whole a little more, to be one person. */
const ALIKE = 0.72
const ALIKE_TOGETHER = 0.78
/** Persons met that often, both, are two, unless their names are next to the same. */
const WELL_KNOWN = 3
const NEXT_TO_SAME = 0.9

/** Whether two persons' names seem to be one name, spelt in two ways. */
export function isSamePerson(one: Seen, other: Seen): boolean {
  const [family, otherFamily] = [one.entry.family, other.entry.family]
  const alikeFamily = alike(family, otherFamily)
  const alikeGiven = givenAlike(one.entry.given, other.entry.given)
  if (alikeFamily < ALIKE || alikeGiven < ALIKE) return false
  const { length: letters } = one.entry.given
  const together = (alikeFamily * family.length + alikeGiven * letters) / (family.length + letters)
  if (together >= NEXT_TO_SAME) return shared(one.sightings, other.sightings) < 2
  return together >= ALIKE_TOGETHER && shared(one.sightings, other.sightings) === 0 && !areWellKnown(one.sightings, other.sightings)
}

function areWellKnown(one: Sightings, other: Sightings): boolean {
  return Math.min(one.documents, other.documents) >= WELL_KNOWN
}

/** In how many documents, as far as they are remembered, both were seen: a text spells a name in one way, mostly. */
function shared({ first }: Sightings, other: Sightings): number {
  return first.filter((document) => other.first.includes(document)).length
}

/** How much alike the least alike of the names are that both have: Marie is Marie Anne, but Hye Jin is not Jae Jin. */
function givenAlike(one: string, other: string): number {
  const [names, others] = [one.split(' '), other.split(' ')]
  return Math.min(...names.slice(0, others.length).map((name, at) => (isOtherName(name, others[at]!) ? 0 : alike(name, others[at]!))))
}

/** 0..1; a name of another script than Latin is one that was heard. */
function alike(one: string, other: string): number {
  const [isForeign, isOtherForeign] = [!isLatin(one), !isLatin(other)]
  if (isForeign === isOtherForeign) return similarity(squeeze(one), squeeze(other), ALIKE)
  return isForeign
    ? similarity(squeeze(one), squeeze(other), ALIKE, ownLetters(one))
    : similarity(squeeze(other), squeeze(one), ALIKE, ownLetters(other))
}
