import type { Entry } from '../glossary/entry.ts'
import { similarity } from '../names/compare/distance.ts'
import { squeeze } from '../names/compare/spelling.ts'
import type { Sightings } from './survey.ts'

/** A run of words as an entry, and where it was seen. */
export interface Seen {
  readonly entry: Entry
  readonly sightings: Sightings
}

/** Of the members and parts of a group, only the first ones vote for a form: the rest are rare. */
const MOST_VOTES = 24
/** A spelling votes for those like it by that power of their similarity: for one a letter away hardly more than half. */
const SHARPNESS = 8

/** Forms of one name. */
export class Group {
  /** The one in most documents. */
  readonly leader: Seen
  readonly #members: Seen[]
  readonly #parts: Sightings[] = []
  #count: number

  constructor(leader: Seen) {
    this.leader = leader
    this.#members = [leader]
    this.#count = leader.sightings.count
  }

  /** How often all forms were seen. */
  get count(): number {
    return this.#count
  }

  add(member: Seen): void {
    this.#members.push(member)
    this.#count += member.sightings.count
  }

  /** Adds a word by itself that is like a part of the name. */
  addPart(part: Sightings): void {
    this.#parts.push(part)
    this.#count += part.count
  }

  /** The form that is attested best: as often as possible, and by others that are nearly the same. */
  best(): Entry {
    if (this.#members.length === 1) return this.leader.entry
    const voters = this.#members.slice(0, MOST_VOTES)
    const parts = this.#parts.slice(0, MOST_VOTES)
    let best = { entry: this.leader.entry, votes: 0 }
    for (const { entry } of voters) {
      const forName = voters.map((voter) => vote(voter.entry.canonical, entry.canonical, voter.sightings))
      const forFamily = parts.map((part) => vote(part.words[0]!, entry.family.split(' ').at(-1)!, part))
      const votes = [...forName, ...forFamily].reduce((sum, value) => sum + value, 0)
      if (votes > best.votes) best = { entry, votes }
    }
    return best.entry
  }
}

function vote(voter: string, form: string, { count }: Sightings): number {
  return count * similarity(squeeze(voter), squeeze(form)) ** SHARPNESS
}
