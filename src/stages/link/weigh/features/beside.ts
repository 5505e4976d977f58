import { plain, squeeze } from '../../../../names/compare/spelling.ts'
import { generations } from '../../../../names/words/cues.ts'
import type { ThingSign } from '../../document.ts'
import type { Situation } from '../situation.ts'
import type { Feature } from './feature.ts'

const SHORT_NAME = 4

/** What stands beside the words. */
export const beside: readonly Feature[] = [
  { name: 'another name before', prior: -4, of: (situation) => Number(situation.single && hasStrangerBefore(situation)) },
  { name: 'another name before, not as in the glossary', of: (s) => Number(s.single && s.alike < 1 && hasStrangerBefore(s)) },
  { name: 'another name before a name in full', of: (s) => Number(!s.single && !s.heard && s.document.isCompoundOfNames(s.candidate)) },
  {
    name: 'family name after a given name',
    of: (s) => Number(s.candidate.shape === 'given' && !isGenitive(s.suffix) && s.document.strangerAfter(s.candidate)),
  },
  {
    name: 'name after a family name',
    of: (s) => Number(s.lone && s.candidate.shape !== 'given' && s.suffix === '' && s.document.namesakeAfter(s.candidate)),
  },
  {
    name: 'name after a family name that stands first',
    of: (s) =>
      Number(s.lone && s.candidate.shape !== 'given' && s.suffix === '' && isFamilyFirst(s) && s.document.strangerAfter(s.candidate)),
  },
  { name: 'hyphen before', of: ({ document, candidate: { from } }) => Number(document.words[from]!.gap === 'hyphen') },
  { name: 'longer compound', of: ({ document, candidate }) => Number(document.compoundAfter(candidate)) },
  sign('indefinite article', -3),
  sign('definite article', -1),
  sign('noun', -2),
  sign('locative', 0),
  sign('number', -4),
  sign('named after, before', -4),
  sign('named after, after', -4),
  { name: 'locative before a part alone', of: (s) => Number(s.lone && signsOf(s).includes('locative')) },
  { name: 'title before', of: ({ document, candidate, entry }) => Number(entry.kind === 'person' && document.titleBefore(candidate)) },
  { name: 'father or son of the name', prior: -6, of: (situation) => Number(isRelative(situation)) },
]

function sign(wanted: ThingSign, prior: number): Feature {
  return { name: wanted, prior, of: (situation) => Number(signsOf(situation).includes(wanted)) }
}

/** Of persons: a place is in a place. */
function signsOf({ entry, signs }: Situation): readonly ThingSign[] {
  return entry.kind === 'person' ? signs : []
}

function hasStrangerBefore({ document, candidate }: Situation): boolean {
  if (candidate.shape === 'given' || candidate.shape === 'initial') return false
  return document.strangerBefore(candidate, candidate.pieces[0]!.lemma.ending)
}

function isGenitive(suffix: string): boolean {
  return /^(?:['’ʼ].*|s)$/u.test(suffix)
}

/** A name after a family name contradicts it where the family name stands first, and makes a badly spelt one doubtful. */
function isFamilyFirst({ document, entry: { canonical, family }, alike }: Situation): boolean {
  return document.language === 'hu' || canonical.startsWith(`${family} `) || family.length <= SHORT_NAME || alike < 0.95
}

/** Whether the name of a father or a son of the same name is meant. */
function isRelative({ document, candidate, entry: { kind, canonical } }: Situation): boolean {
  if (kind !== 'person') return false
  const { from, to } = candidate
  const told = document.generation(candidate) ?? (to - from > 1 ? document.generation({ from, to: to - 1 }) : undefined)
  if (told === undefined) return false
  const last = plain(squeeze(canonical.split(/[\s,]+/u).at(-1)!))
  if (generations[told].has(last)) return false
  return told === 'younger' || generations.younger.has(last)
}
