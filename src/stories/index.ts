/**
 * Versions of one story among articles: sketch → group → align → collate.
 *
 * Each article is sketched by itself, wherever it is worked on; a sketch is small. The sketches of a whole corpus are grouped at once; then each
 * group is aligned by itself.
 */
import { alignVersions, type Beside } from './align.ts'
import { group, type Link } from './group/index.ts'
import { sketch } from './sketch/index.ts'
import type { Kind, Version } from './version.ts'

export { versionOf } from './ofarticle.ts'
export type { Version } from './version.ts'

/** Two versions of a story, by their ids. */
interface Pair {
  readonly a: string
  readonly b: string
  readonly kind: Kind
  /** 0..1 */
  readonly similarity: number
  readonly alignments: readonly Beside[]
}

/** What `collate` tells of a corpus. Members are linked by their being copies or translations. */
export interface Collation {
  readonly groups: readonly { readonly members: readonly string[]; readonly pairs: readonly Pair[] }[]
  /** Articles of different groups that tell of the same, and how much of what they name they share, 0..1. */
  readonly sameStory: readonly (readonly [a: string, b: string, similarity: number])[]
}

export function collate(versions: readonly Version[]): Collation {
  const { groups, sameStory } = group(versions.map(sketch))
  const idOf = (text: number) => versions[text]!.id
  const pairOf = ({ a, b, kind, similarity }: Link): Pair => ({
    a: idOf(a),
    b: idOf(b),
    kind,
    similarity: rounded(similarity),
    alignments: alignVersions(versions[a]!, versions[b]!).map((beside) => ({ ...beside, score: rounded(beside.score) })),
  })
  return {
    groups: groups.map(({ members, pairs }) => ({ members: members.map(idOf), pairs: pairs.map(pairOf) })),
    sameStory: sameStory.map(([a, b, similarity]) => [idOf(a), idOf(b), rounded(similarity)]),
  }
}

/** Four decimals are more than any of these figures means. */
function rounded(share: number): number {
  return Number(share.toFixed(4))
}
