/**
 * Versions of one story among articles: sketch → group → align → collate → mend.
 *
 * Each article is sketched by itself, wherever it is worked on; a sketch is small. The sketches of a whole corpus are grouped at once; then the
 * versions of each group are aligned, sentence by sentence, and collated, word by word; and a name that one has right mends another.
 */

import type { Pair } from '../story.ts'
import { alignVersions } from './align.ts'
import { pairOf, rounded } from './collate/index.ts'
import { group } from './group/index.ts'
import { sketch } from './sketch/index.ts'
import type { Version } from './version.ts'

export { collateStory } from './collate/index.ts'
export { type Grouping, group } from './group/index.ts'
export { mend } from './mend/index.ts'
export { versionOf } from './ofarticle.ts'
export { type Sketch, sketch } from './sketch/index.ts'
export { NumberRoom } from './sketch/room.ts'
export { formatSketch, parseSketch } from './sketch/text.ts'
export type { Version } from './version.ts'

/** What `collate` tells of articles. Members are linked by their being copies or translations. */
export interface Collation {
  readonly groups: readonly { readonly members: readonly string[]; readonly pairs: readonly Pair[] }[]
  /** Articles of different groups that tell of the same, and how much of what they name they share, 0..1. */
  readonly sameStory: readonly (readonly [a: string, b: string, similarity: number])[]
}

/** The steps but for the words, on articles at hand. */
export function collate(versions: readonly Version[]): Collation {
  const { groups, sameStory } = group(versions.map(sketch))
  const idOf = (version: number) => versions[version]!.id
  return {
    groups: groups.map(({ members, pairs }) => ({
      members: members.map(idOf),
      pairs: pairs.map((link) => pairOf(link, alignVersions(versions[link.a]!, versions[link.b]!), idOf)),
    })),
    sameStory: sameStory.map(([a, b, similarity]) => [idOf(a), idOf(b), rounded(similarity)]),
  }
}
