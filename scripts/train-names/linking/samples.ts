import type { TestSet } from '../../../bench/names/sets.ts'
import { consider, type Evidence } from '../../../src/stages/link/index.ts'
import { mentionOf } from '../../../src/stages/link/mention/mention.ts'
import { groupOf, type Weighed } from '../../../src/stages/link/weigh/index.ts'
import type { Model, ScriptGroup } from '../../../src/stages/link/weigh/model.ts'
import type { Sample } from './fit.ts'

export interface LinkingSample extends Sample {
  /** Name of the set it comes from. */
  readonly set: string
  readonly group: ScriptGroup
  /** Whether the sentence that is translated names the entry. */
  readonly expected: boolean
}

/** The file that a set comes from: what is left out together. */
export function fileOf(set: string): string {
  return set.split(' ')[0]!
}

type Passage = TestSet['passages'][number]

/** All that was considered in the passages of a set, and whether it is right. `model` decides who is named in full, which others depend on. */
export function samplesOf({ name, glossary, passages }: TestSet, model: Model, weight: number): LinkingSample[] {
  return passages.flatMap((passage) => {
    const { scales, considered } = consider(passage.text, passage.language, glossary, passage.evidence ?? [], model)
    const found = considered.map((weighed) => {
      const { span, canonical } = mentionOf(weighed, passage.text, scales.document.words, passage.language, glossary)
      return { weighed, ...span, canonical }
    })
    const exact = new Set(found.map((one) => goldOf(one, passage)).filter((gold) => gold !== undefined))
    return found.flatMap((one): LinkingSample[] => {
      const gold = goldOf(one, passage)
      const group = groupOf(scales.document.words[one.weighed.candidate.from]!.text)
      // Part of a mention that is found whole as well: whichever is chosen, it says nothing of chances.
      const whole = (mention: Passage['gold'][number]) =>
        mention.canonical === one.canonical && overlaps(mention, one) && exact.has(mention)
      if (gold === undefined && passage.gold.some(whole)) return []
      // Which of two is meant is not for a chance to say.
      if (isTied(one.weighed, considered)) return []
      if (gold === undefined && passage.isOrdinary === true && isExact(one.weighed)) return []
      return [
        { values: one.weighed.values, right: gold !== undefined, weight, set: name, group, expected: one.weighed.support === 'expected' },
      ]
    })
  })
}

interface Found {
  readonly start: number
  readonly end: number
  readonly canonical: string
}

function goldOf({ start, end, canonical }: Found, { gold }: Passage): Passage['gold'][number] | undefined {
  return gold.find((one) => one.start === start && one.end === end && one.canonical === canonical)
}

function overlaps(a: Pick<Found, 'start' | 'end'>, b: Pick<Found, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end
}

/** Text that nobody marked may speak of somebody famous. */
function isExact({ candidate }: Weighed): boolean {
  return candidate.pieces.every(({ similarity }) => similarity > 0.97)
}

/** Whether another entry that nothing speaks for either is spelt as well. */
function isTied({ candidate, support, values }: Weighed, considered: readonly Weighed[]): boolean {
  if (support !== 'none' || candidate.shape === 'full') return false
  return considered.some(
    (other) =>
      other.candidate.from === candidate.from &&
      other.candidate.to === candidate.to &&
      other.candidate.entry !== candidate.entry &&
      other.support === 'none' &&
      other.values.every((value, at) => value === values[at]),
  )
}

/** The set as translations whose sources name, sentence by sentence, who is spoken of. */
export function withEvidence(set: TestSet): TestSet {
  const passages = set.passages.map((passage) => ({ ...passage, evidence: evidenceFor(passage, set) }))
  return { ...set, passages }
}

function evidenceFor({ text, gold }: Passage, { glossary }: TestSet): Evidence[] {
  const idOf = new Map([...glossary.entries].map(({ canonical, id }) => [canonical, id]))
  const ends = [...text.matchAll(/[.!?。！？।](?=\s|$)|\n/gu)].map(({ index }) => index + 1)
  let start = 0
  return [...ends, text.length].map((end) => {
    const span = { start, end }
    start = end
    const here = gold.filter((mention) => mention.start >= span.start && mention.start < span.end)
    return { span, entries: here.map(({ canonical }) => idOf.get(canonical)!) }
  })
}
